import { unitOfCode, unitsWithin } from '../../../shared/areas/unit-of-code.ts';
import { unitName, zoneOf } from '../../../shared/areas/units.ts';
import type { Message } from '../../../shared/domain/delivery.ts';
import { hashId } from '../../../shared/domain/ids.ts';
import { dayMs, type Instant } from '../../../shared/domain/instant.ts';
import type { Recipient } from '../../../shared/domain/recipient.ts';
import {
  type TieredPeriod,
  type TieredReport,
  type TieredState,
  tieredDecision,
  tieredKey,
} from '../../../shared/domain/tiered-report.ts';
import { nationalScope, nationalUnit } from '../../../shared/domain/unit.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { escapeXml } from '../../../shared/text/escape-xml.ts';
import { officersOf, tellPeople } from '../../deliver/tell-people.ts';
import { localMoment, sayMoment } from '../../watch/local-time.ts';
import {
  defaultTieredSettings,
  dueAt,
  type TieredSettings,
  tieredSettingsName,
  tieredSettingsSchema,
} from './settings.ts';
import { daysBetween, endedPeriod, sayPeriod } from './tiered-bounds.ts';

/** Days after a deadline on which people are still reminded; then the board is the place. */
const remindDaysAfter = 7;

export interface Reminder {
  unit: string;
  period: TieredPeriod;
  state: TieredState | 'missing';
  dueAt: Instant;
  /** Whole days until the deadline; negative when it has passed. */
  days: number;
  /** The unit whose people are to act. */
  acting: string;
}

export async function readTieredSettings(records: Pick<Records, 'state'>): Promise<TieredSettings> {
  const kept = tieredSettingsSchema.safeParse(await records.state.get(tieredSettingsName));
  return kept.success ? kept.data : defaultTieredSettings;
}

function actingUnit(unit: string, state: Exclude<TieredState, 'accepted'>): string {
  const { office } = tieredDecision[state];
  return office === 'own' ? unit : office === 'province' ? unit.slice(0, 2) : nationalUnit;
}

/** What is due on this day, by the settings: some days before a deadline, and daily for a week after it. */
export function dueReminders(
  units: readonly string[],
  reports: readonly TieredReport[],
  { period, settings, now }: { period: TieredPeriod; settings: TieredSettings; now: Instant },
): Reminder[] {
  const byUnit = new Map(reports.map((report) => [report.unit, report]));
  return units.flatMap((unit): Reminder[] => {
    const state = byUnit.get(unit)?.state ?? 'missing';
    if (state === 'accepted') return [];
    const step = state === 'missing' ? 'draft' : state;
    const due = dueAt(settings, period, step, zoneOf(unit))!;
    const days = daysBetween(now, due);
    const wanted = days > 0 ? settings.remindDaysBefore.includes(days) : days > -remindDaysAfter;
    return wanted ? [{ unit, period, state, dueAt: due, days, acting: actingUnit(unit, step) }] : [];
  });
}

const stepWords: Record<TieredState | 'missing', string> = {
  missing: 'belum disusun',
  draft: 'masih berupa naskah',
  chair_review: 'menunggu persetujuan ketua',
  province_review: 'menunggu pemeriksaan KPU provinsi',
  national_review: 'menunggu pemeriksaan KPU RI',
  accepted: 'sudah diterima',
};

function messageOf(reminder: Reminder, now: Instant, baseUrl: string): Message {
  const { unit, period, state, days, acting } = reminder;
  const zone = zoneOf(acting);
  const name = unitOfCode(unit).name;
  const when =
    days > 0
      ? `batasnya ${days} hari lagi (${sayMoment(reminder.dueAt - 60_000, zone)})`
      : `sudah lewat batas ${sayMoment(reminder.dueAt - 60_000, zone)}`;
  const line = `Laporan ${sayPeriod(period)} ${name} ${stepWords[state]}; ${when}.`;
  const link = `${baseUrl.replace(/\/$/, '')}/laporan/${tieredKey(period)}/${unit}`;
  return {
    id: hashId(`reminder ${unit} ${tieredKey(period)} ${state} ${localMoment(now, zone).day}`),
    kind: 'reminder',
    alertId: null,
    issueId: null,
    unit: acting,
    level: 'rendah',
    at: now,
    subject: `Pengingat laporan ${sayPeriod(period)}: ${name}`,
    short: line.slice(0, 160),
    text: `${line}\n\n${link}\n`,
    html: `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Pengingat laporan</title></head><body><p>${escapeXml(line)}</p><p><a href="${escapeXml(link)}">Buka laporan</a></p></body></html>`,
    link,
    chart: null,
    data: { unit, unitName: unitName(unit), period: tieredKey(period), state, days },
  };
}

/**
 * Puts today's reminders of the last quarter, and in the first months of a year of the year, into the outbox: one a
 * person, report and day, however often it is called. Only units whose people are known are looked at.
 */
export async function remindOfReports({
  records,
  now,
  baseUrl,
}: {
  records: Records;
  now: Instant;
  baseUrl: string;
}): Promise<number> {
  const settings = await readTieredSettings(records);
  const units = unitsWithin(nationalUnit).map(({ code }) => code);
  const people = new Map<string, readonly Recipient[]>();
  let added = 0;
  for (const yearly of [false, true]) {
    const period = endedPeriod(now, 'Asia/Jakarta', yearly);
    if (now - dueAt(settings, period, 'draft', 'Asia/Jakarta')! > 60 * dayMs) continue;
    const reports = await records.tiered.list({ scope: nationalScope, periods: [tieredKey(period)] });
    for (const reminder of dueReminders(units, reports, { period, settings, now })) {
      const of = people.get(reminder.acting) ?? (await officersOf(records, reminder.acting));
      people.set(reminder.acting, of);
      added += await tellPeople(records, messageOf(reminder, now, baseUrl), of, now);
    }
  }
  return added;
}
