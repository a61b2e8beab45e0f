import { dayMs, type Instant } from '../../shared/domain/instant.ts';
import type { ReportSpan } from '../../shared/domain/opinion-map.ts';
import { localMoment, startOfDay, type Zone } from '../watch/local-time.ts';

/** A span that cannot be: says what was asked and what is understood. */
export class BadSpan extends Error {
  override name = 'BadSpan';
}

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);
const zoneNames: Record<Zone, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** "16 November 2026" of a `YYYY-MM-DD`. */
export function sayDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[month! - 1]} ${year}`;
}

function sayDays(first: string, last: string): string {
  if (first === last) return sayDay(first);
  const [a, b] = [sayDay(first).split(' '), sayDay(last).split(' ')];
  if (a[2] !== b[2]) return `${a.join(' ')} – ${b.join(' ')}`;
  return a[1] === b[1] ? `${a[0]}–${b.join(' ')}` : `${a[0]} ${a[1]} – ${b.join(' ')}`;
}

function spanOf(
  kind: ReportSpan['kind'],
  key: string,
  name: string,
  [from, to]: [Instant, Instant],
  zone: Zone,
) {
  const days = sayDays(localMoment(from, zone).day, localMoment(to - 1, zone).day);
  const label = name === '' ? `${days}, ${zoneNames[zone]}` : `${name} (${days}, ${zoneNames[zone]})`;
  return { kind, key, label, from, to, previousFrom: from - (to - from) };
}

/**
 * An ISO 8601 week in the unit's zone, Monday to Sunday: week 1 is the one with 4 January, so that `2026-W53` ends on
 * 3 January 2027. @throws BadSpan for anything else, or a week 53 in a year that has none.
 */
export function weekSpan(week: string, zone: Zone): ReportSpan {
  const match = /^(\d{4})-?W(\d{1,2})$/i.exec(week.trim());
  const [year, number] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || number < 1 || number > weeksOf(year))
    throw new BadSpan(`"${week}" is no week: write it as 2026-W47.`);
  const from = firstMonday(year, zone) + (number - 1) * 7 * dayMs;
  const key = `${year}-W${String(number).padStart(2, '0')}`;
  return spanOf('week', key, `Minggu ke-${number} tahun ${year}`, [from, from + 7 * dayMs], zone);
}

function firstMonday(year: number, zone: Zone): Instant {
  const fourth = startOfDay(`${year}-01-04`, zone);
  return fourth - ((localMoment(fourth, zone).weekday + 6) % 7) * dayMs;
}

const weeksOf = (year: number): number =>
  Math.round((firstMonday(year + 1, 'Asia/Jakarta') - firstMonday(year, 'Asia/Jakarta')) / (7 * dayMs));

/** The ISO week that holds an instant, as `2026-W47`. */
export function weekOf(at: Instant, zone: Zone): string {
  const { midnight, weekday } = localMoment(at, zone);
  const monday = midnight - ((weekday + 6) % 7) * dayMs;
  const year = Number(localMoment(monday + 3 * dayMs, zone).day.slice(0, 4));
  const number = Math.round((monday - firstMonday(year, zone)) / (7 * dayMs)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** A local month, `2026-11`; compared with as many days before it. */
export function monthSpan(month: string, zone: Zone): ReportSpan {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month.trim());
  if (!match) throw new BadSpan(`"${month}" is no month: write it as 2026-11.`);
  const [year, number] = [Number(match[1]), Number(match[2])];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const bounds: [Instant, Instant] = [startOfDay(`${month.trim()}-01`, zone), startOfDay(`${next}-01`, zone)];
  return spanOf('month', month.trim(), `${months[number - 1]} ${year}`, bounds, zone);
}

const isDay = (day: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true;

/** Whole local days, first and last included. At most 366. */
export function daysSpan(first: string, last: string, zone: Zone): ReportSpan {
  for (const day of [first, last])
    if (!isDay(day)) throw new BadSpan(`"${day}" is no day: write it as 2026-11-16.`);
  const [from, to] = [startOfDay(first, zone), startOfDay(last, zone) + dayMs];
  if (to <= from) throw new BadSpan(`${last} lies before ${first}.`);
  if (to - from > 366 * dayMs) throw new BadSpan('A report covers at most 366 days.');
  return first === last
    ? spanOf('day', first, '', [from, to], zone)
    : spanOf('custom', `${first}..${last}`, '', [from, to], zone);
}

/** A span by its key: `2026-W47`, `2026-11`, `2026-11-16` or `2026-11-16..2026-11-20`. @throws BadSpan for anything else */
export function spanOfKey(key: string, zone: Zone): ReportSpan {
  const text = key.trim();
  if (/w/i.test(text)) return weekSpan(text, zone);
  if (/^\d{4}-\d\d$/.test(text)) return monthSpan(text, zone);
  const [first = '', last = first] = text.split('..');
  return daysSpan(first, last, zone);
}

/** The days of an issue from its first item to its last, or a part of them; longer than a year, its last 366 days. */
export function issueSpan(
  { number, firstAt, lastAt }: { number: string; firstAt: Instant; lastAt: Instant },
  zone: Zone,
): ReportSpan {
  const to = startOfDay(localMoment(lastAt, zone).day, zone) + dayMs;
  const from = Math.max(startOfDay(localMoment(firstAt, zone).day, zone), to - 366 * dayMs);
  return spanOf('issue', number, '', [from, to], zone);
}
