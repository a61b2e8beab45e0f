import type { Alert } from '../../shared/domain/alert.ts';
import { hourMs } from '../../shared/domain/instant.ts';
import type { Platform } from '../../shared/domain/item.ts';
import type { Level } from '../../shared/domain/risk.ts';
import { nationalUnit, tierOf } from '../../shared/domain/unit.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { saySpan } from '../watch/clock-notices.ts';

const whole = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });
export const sayNumber = (value: number): string => decimal.format(value);
const percent = (share: number): string => `${whole.format(share * 100)}%`;

/** `SEDANG` for lists and subjects. */
export const sayLevel = (level: Level): string => level.toUpperCase();

const platformNames: Partial<Record<Platform, string>> = {
  news: 'berita',
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  forum: 'forum',
  report: 'laporan warga',
};
export const sayPlatform = (platform: string): string => platformNames[platform as Platform] ?? 'lainnya';

/** The office's name: `KPU RI`, `KPU Provinsi Jawa Timur`, `KIP Aceh`, `KPU Kota Malang`. */
export function sayOffice(unit: string, unitName: (unit: string) => string): string {
  if (unit === nationalUnit) return 'KPU RI';
  const isAceh = unit.startsWith('11');
  if (tierOf(unit) === 'province' && !isAceh) return `KPU Provinsi ${unitName(unit)}`;
  return `${isAceh ? 'KIP' : 'KPU'} ${unitName(unit)}`;
}

export interface Figures {
  /** What was seen, the usual and how many times that is; null where the rule knows none. */
  observed: string;
  /** What the observed is compared with, and what that is called. */
  baseline: string | null;
  compared: string;
  factor: string | null;
}

const times = (factor: number): string => `${decimal.format(factor)} kali`;
const usual = (baseline: number, minutes: number): string =>
  baseline < 0.05
    ? 'hampir tidak ada'
    : `${decimal.format(baseline)} unggahan per ${minutes === 60 ? 'jam' : `${minutes} menit`}`;

/** Hours until a target is due; below zero it is late, and at zero the level alone asks for it. */
function sayTarget(hours: number): string {
  if (hours === 0) return 'tingkat isu ini diteruskan ke atas dengan sendirinya';
  const span = saySpan(hours * hourMs);
  return hours < 0 ? `target tanggapan terlewat ${span}` : `target tanggapan jatuh tempo dalam ${span}`;
}

const uncompared = { baseline: null, factor: null, compared: 'Biasanya' };

/** The alert's figures in words, by what its rule counts. */
export function figuresOf(alert: Alert): Figures {
  const { rule, observed, baseline, factor, bucketMinutes } = alert;
  const compared = 'Biasanya';
  if (rule === 'negative_jump')
    return {
      observed: `${percent(observed)} bernada negatif`,
      baseline: percent(baseline),
      factor: `naik ${whole.format((observed - baseline) * 100)} poin`,
      compared,
    };
  if (rule === 'claim_match')
    return { ...uncompared, observed: `akun dengan ${whole.format(observed)} pengikut` };
  if (rule === 'source_silent')
    return {
      observed: `tidak ada unggahan selama ${saySpan(observed * hourMs)}`,
      baseline: `setiap ${saySpan(baseline * hourMs)}`,
      factor: null,
      compared,
    };
  if (rule === 'clock_at_risk' || rule === 'escalated')
    return { ...uncompared, observed: sayTarget(observed) };
  if (rule === 'recovered')
    return {
      observed: `mereda menjadi ${whole.format(observed)} unggahan per jam`,
      baseline: `${whole.format(baseline)} unggahan per jam`,
      factor: null,
      compared: 'Puncaknya',
    };
  const span = bucketMinutes === 60 ? 'satu jam' : `${bucketMinutes} menit`;
  return {
    observed: `${whole.format(observed)} unggahan dalam ${span}`,
    baseline: usual(baseline, bucketMinutes),
    factor: baseline < 0.05 ? null : times(factor),
    compared: rule === 'level_doubled' ? 'Sebelumnya' : compared,
  };
}

/** Cut at a word, with an ellipsis; never longer than `most` characters and never half a character. */
export function shorten(text: string, most: number): string {
  const plain = oneLine(text);
  if (plain.length <= most) return plain;
  const cut = plain
    .slice(0, Math.max(0, most - 1))
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
