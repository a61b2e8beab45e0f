import { dateFormat, sayDay, zoneNow } from './times.tsx';

export const periodKinds = ['day', 'week', 'month'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const dayMs = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** The day of a moment in the unit's zone: `2026-11-22`. */
export const dayOf = (at: number | string): string =>
  dateFormat('sv-SE', { timeZone: zoneNow(), dateStyle: 'short' }).format(new Date(at));

/** ISO 8601: the week of a day is that of its Thursday. */
function weekOf(day: string): string {
  const thursday = noon(day) + (4 - (new Date(noon(day)).getUTCDay() || 7)) * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function mondayOf(week: string): string {
  const [year, number] = week.split('-W').map(Number) as [number, number];
  const fourth = Date.UTC(year, 0, 4, 12);
  const first = fourth - ((new Date(fourth).getUTCDay() || 7) - 1) * dayMs;
  return iso(first + (number - 1) * 7 * dayMs);
}

/** What a period's key is made of; null for none that this page has. */
export const kindOf = (key: string): PeriodKind | 'custom' | null => {
  if (/^\d{4}-W\d\d$/.test(key)) return 'week';
  if (/^\d{4}-\d\d$/.test(key)) return 'month';
  if (/^\d{4}-\d\d-\d\d$/.test(key)) return 'day';
  return /^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/.test(key) ? 'custom' : null;
};

/** The period of a kind in which a day lies. */
export const periodAt = (kind: PeriodKind, day: string): string =>
  kind === 'week' ? weekOf(day) : kind === 'month' ? day.slice(0, 7) : day;

/** First and last day. */
export function daysOf(key: string): [first: string, last: string] {
  switch (kindOf(key)) {
    case 'week': {
      const monday = mondayOf(key);
      return [monday, iso(noon(monday) + 6 * dayMs)];
    }
    case 'month': {
      const [year, month] = key.split('-').map(Number) as [number, number];
      return [`${key}-01`, iso(Date.UTC(year, month, 0, 12))];
    }
    case 'custom':
      return key.split('..') as [string, string];
    default:
      return [key, key];
  }
}

/** A period by its first and last day, as people say it. */
export function sayDays(key: string): string {
  const [first, last] = daysOf(key);
  return first === last ? sayDay(first) : `${sayDay(first)} – ${sayDay(last)}`;
}

/** The period of the same length right before (-1) or after (1). */
export function besides(key: string, by: -1 | 1): string {
  const [first, last] = daysOf(key);
  const next = by < 0 ? iso(noon(first) - dayMs) : iso(noon(last) + dayMs);
  const kind = kindOf(key);
  if (kind !== 'custom') return periodAt(kind ?? 'day', next);
  const length = noon(last) - noon(first);
  return by < 0 ? `${iso(noon(next) - length)}..${next}` : `${next}..${iso(noon(next) + length)}`;
}

/** The seven days that end today: what one opens on, since a week that has just begun is empty. */
export const lastDays = (today: string): string => `${iso(noon(today) - 6 * dayMs)}..${today}`;
