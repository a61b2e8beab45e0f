import { hourMs } from '../../shared/domain/instant.ts';
import { saySpan } from './clock-notices.ts';
import type { AlertRule, Finding } from './detector.ts';
import { titleInSentence } from './priority-reason.ts';
import type { SpikeSettings } from './settings.ts';

/** What the sentence is about. */
export interface ExplainContext {
  /** The title, the topic, or the source's name. */
  subject: string;
  /** `Kabupaten Malang`, `Jawa Timur`, `Indonesia`. */
  place: string;
  tier: 'national' | 'province' | 'regency';
  settings: SpikeSettings;
}

const whole = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });
const percent = (share: number): string => `${whole.format(share * 100)}%`;
const tierNames = { national: 'nasional', province: 'provinsi', regency: 'kabupaten/kota' };

/** `1 banding 20.000`; beyond a million the digits say nothing more. */
export function sayChance(p: number): string {
  if (p <= 1e-6) return 'kurang dari 1 banding 1.000.000';
  return `1 banding ${whole.format(Math.round(1 / Math.min(1, p)))}`;
}

const within = ({ minutes }: Finding): string => (minutes === undefined ? 'satu jam' : `${minutes} menit`);

const usual = ({ baseline, factor }: Finding): string =>
  baseline < 0.05
    ? 'biasanya hampir tidak ada'
    : `biasanya ${decimal.format(baseline)} (${decimal.format(factor)} kali lipat)`;

function minimum({ settings, tier }: ExplainContext): string {
  const { minimumCount, minimumActors } = settings;
  return `batas ${tierNames[tier]}, yaitu ${minimumCount[tier]} unggahan dari sedikitnya ${minimumActors} akun atau media`;
}

const rules: Record<AlertRule, (finding: Finding, context: ExplainContext) => string> = {
  busy_z: (found) =>
    `${whole.format(found.observed)} unggahan dalam ${within(found)}, ${usual(found)}, ` +
    `${decimal.format(found.statistic?.value ?? 0)} kali naik-turun yang biasa dalam dua pekan terakhir dan setidaknya menyamai puncaknya`,
  quiet_tail: (found, context) =>
    `${whole.format(found.observed)} unggahan dalam ${within(found)}, ${usual(found)}; peluang ini kebetulan ` +
    `${sayChance(found.statistic?.value ?? 1)}, dan sudah mencapai ${minimum(context)}`,
  cold_start: (found, context) =>
    `${whole.format(found.observed)} unggahan dalam ${within(found)}, untuk pertama kali mencapai ${minimum(context)}`,
  negative_jump: (found) =>
    `bagian bernada negatif ${percent(found.observed)} dalam 24 jam terakhir, sedangkan pekan sebelumnya ${percent(found.baseline)}; peluang ` +
    `ini kebetulan ${sayChance(found.statistic?.value ?? 1)}`,
  claim_match: (found) =>
    `akun dengan ${whole.format(found.observed)} pengikut mengunggah klaim yang sudah dinyatakan salah`,
  source_silent: (found) =>
    `tidak ada unggahan selama ${saySpan(found.observed * hourMs)}, biasanya setiap ${saySpan(found.baseline * hourMs)}; ` +
    'yang tidak terkumpul belum tentu aman',
  clock_at_risk: (found) =>
    found.observed < 0
      ? `target tanggapan sudah terlewat ${saySpan(found.observed * hourMs)}`
      : `target tanggapan jatuh tempo dalam ${saySpan(found.observed * hourMs)}`,
  level_doubled: (found) =>
    `${whole.format(found.observed)} unggahan dalam satu jam, ${decimal.format(found.factor)} kali lipat dari peringatan sebelumnya (${whole.format(found.baseline)})`,
  escalated: () => 'diteruskan satu tingkat ke atas',
  recovered: (found) =>
    `mereda menjadi ${whole.format(found.observed)} unggahan per jam dari puncak ${whole.format(found.baseline)}`,
};

/** Why the alert was raised: what, where, observed, usual, factor, chance and rule, in one Indonesian sentence. */
export const explainFinding = (finding: Finding, context: ExplainContext): string =>
  `"${titleInSentence(context.subject)}" (${context.place}): ${rules[finding.rule](finding, context)}.`;
