import { dayNumber, periodDays, quarterOfWord, type ReportPeriod } from './report-period.ts';

/** A day, month, span or quarter named in a text, with the days it covers; `start` and `end` are offsets in the text. */
export interface DateMention {
  start: number;
  end: number;
  from: number;
  to: number;
  precision: 'day' | 'month' | 'quarter' | 'weekday';
}

const months: Record<string, number> = Object.fromEntries(
  [
    'januari jan',
    'februari pebruari feb',
    'maret mar',
    'april apr',
    'mei',
    'juni jun',
    'juli jul',
    'agustus agu ags agt',
    'september sept sep',
    'oktober okt',
    'november nopember nov',
    'desember des',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
);
const longMonth =
  'januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember';
const anyMonth = `${longMonth}|jan|feb|mar|apr|jun|jul|agu|ags|agt|sept|sep|okt|nov|des`;

/** Alternatives in order: ISO, numeric, day(s) with month, month, quarter, weekday. All quantifiers are bounded. */
const pattern = new RegExp(
  [
    String.raw`\b(?<iy>(?:19|20)\d\d)[-/](?<im>\d\d?)[-/](?<id>\d\d?)\b`,
    String.raw`\b(?<nd>\d{1,2})[-/.](?<nm>\d{1,2})[-/.](?<ny>(?:19|20)\d\d)\b`,
    String.raw`\b(?:(?<d1>\d{1,2})(?:\s{0,2}(?:-|–|—|,|&|dan|s\.?\s?d\.?|s/d|sampai(?:\sdengan)?|hingga)\s{0,2}\d{1,2}){0,4}?(?:\s{0,2}(?:-|–|—|,|&|dan|s\.?\s?d\.?|s/d|sampai(?:\sdengan)?|hingga)\s{0,2}(?<d2>\d{1,2}))?|(?<d3>\d{1,2}))\s{0,2}-?(?<dm>${anyMonth})\b\.?(?:,?\s{0,2}-?(?<dy>(?:19|20)\d\d))?`,
    String.raw`\b(?<mm>${anyMonth})\b\.?\s{0,2}(?<my>(?:19|20)\d\d)\b`,
    String.raw`\b(?<ml>${longMonth})\b`,
    String.raw`\b(?:tri\s?wulan|triw|tw|kuartal|kwartal)[\s.:_-]{0,3}(?:ke[\s-]?)?(?<q>iv|iii|ii|i|[1-4]|pertama|satu|kesatu|kedua|dua|ketiga|tiga|keempat|empat)\b(?:\s{0,2}(?:tahun\s{0,2}|/|-)?(?<qy>(?:19|20)\d\d))?`,
    String.raw`\b(?<w>senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu)(?=\s?[,(]|\s\d)`,
  ].join('|'),
  'giu',
);

/** The year in which a month lies nearest to the middle of the report's period. */
function nearestYear(month: number, period: ReportPeriod | null): number | null {
  if (period === null) return null;
  const middle = period.quarter === null ? 6.5 : period.quarter * 3 - 1;
  if (month - middle > 6) return period.year - 1;
  return middle - month > 6 ? period.year + 1 : period.year;
}

function span(
  year: string | undefined,
  month: number,
  days: [number, number] | null,
  period: ReportPeriod | null,
) {
  const known = year === undefined ? nearestYear(month, period) : Number(year);
  if (known === null || month < 1 || month > 12) return null;
  if (days === null)
    return {
      from: dayNumber(known, month, 1),
      to: dayNumber(known, month + 1, 1) - 1,
      precision: 'month' as const,
    };
  if (days.some((day) => day < 1 || day > 31)) return null;
  return {
    from: dayNumber(known, month, Math.min(...days)),
    to: dayNumber(known, month, Math.max(...days)),
    precision: 'day' as const,
  };
}

const monthOf = (name: string | undefined): number => months[(name ?? '').toLowerCase()] ?? 0;

function mentionOf(groups: Record<string, string | undefined>, period: ReportPeriod | null) {
  if (groups['iy'])
    return span(groups['iy'], Number(groups['im']), [Number(groups['id']), Number(groups['id'])], period);
  if (groups['ny'])
    return span(groups['ny'], Number(groups['nm']), [Number(groups['nd']), Number(groups['nd'])], period);
  if (groups['dm']) {
    const first = Number(groups['d1'] ?? groups['d3']);
    return span(
      groups['dy'],
      monthOf(groups['dm']),
      [first, groups['d2'] ? Number(groups['d2']) : first],
      period,
    );
  }
  if (groups['mm']) return span(groups['my'], monthOf(groups['mm']), null, period);
  if (groups['ml']) return span(undefined, monthOf(groups['ml']), null, period);
  if (groups['w']) return { from: 0, to: 0, precision: 'weekday' as const };
  const quarter = quarterOfWord(groups['q'] ?? '');
  const year = groups['qy'] ? Number(groups['qy']) : period?.year;
  if (quarter === null || year === undefined) return null;
  return { ...periodDays({ year, quarter }), precision: 'quarter' as const };
}

/**
 * The dates a text names, in order, in the forms Indonesian reports use ("12 April 2028", "12–14 Apr", "12/04/2028",
 * "2028-04-12", "bulan April", "triwulan II"). A date without a year gets the one nearest to `period`; where there is
 * none, it is left out. Weekdays are mentioned too, with no days, so that they can be masked.
 */
export function findDates(text: string, period: ReportPeriod | null): DateMention[] {
  const mentions: DateMention[] = [];
  for (const match of text.matchAll(pattern)) {
    const found = mentionOf(match.groups ?? {}, period);
    if (found) mentions.push({ start: match.index, end: match.index + match[0].length, ...found });
  }
  return mentions;
}
