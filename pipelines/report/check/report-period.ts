/** A quarter (*triwulan*) or, with `quarter` null, a whole year. */
export interface ReportPeriod {
  year: number;
  quarter: 1 | 2 | 3 | 4 | null;
}

/** Days since 1970-01-01 of a calendar date; no zone is involved. */
export const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;

/** First and last day of the period, both included. */
export function periodDays({ year, quarter }: ReportPeriod): { from: number; to: number } {
  if (quarter === null) return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) };
  return { from: dayNumber(year, quarter * 3 - 2, 1), to: dayNumber(year, quarter * 3 + 1, 1) - 1 };
}

/** `2028-TW1`, and `2028-TAHUN` for a year: as in file names. */
export const periodKey = ({ year, quarter }: ReportPeriod): string =>
  quarter === null ? `${year}-TAHUN` : `${year}-TW${quarter}`;

export const samePeriod = (a: ReportPeriod, b: ReportPeriod): boolean =>
  a.year === b.year && a.quarter === b.quarter;

/** Grows with time; a year comes after its quarters. */
export const periodOrder = ({ year, quarter }: ReportPeriod): number => year * 5 + (quarter ?? 5);

/** The next period of the same kind. */
export const nextPeriod = ({ year, quarter }: ReportPeriod): ReportPeriod => {
  if (quarter === null) return { year: year + 1, quarter };
  return quarter === 4
    ? { year: year + 1, quarter: 1 }
    : { year, quarter: (quarter + 1) as ReportPeriod['quarter'] };
};

const ordinals: Record<string, ReportPeriod['quarter']> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  pertama: 1,
  satu: 1,
  kesatu: 1,
  kedua: 2,
  dua: 2,
  ketiga: 3,
  tiga: 3,
  keempat: 4,
  empat: 4,
};

/** I to IV, 1 to 4, or the Indonesian words; null for anything else. */
export const quarterOfWord = (word: string): ReportPeriod['quarter'] => ordinals[word.toLowerCase()] ?? null;

/** "Triwulan II", "TW-2", "kuartal kedua", "Q3": written so that `quarterOfWord` reads group 1. */
export const quarterPattern =
  /\b(?:tri\s?wulan|triw|tw|kuartal|kwartal|q)[\s.:_-]{0,3}(?:ke[\s-]?)?(iv|iii|ii|i|[1-4]|pertama|satu|kesatu|kedua|dua|ketiga|tiga|keempat|empat)\b/iu;

const yearPattern = /(?:^|\D)((?:19|20)\d\d)(?!\d)/u;

/** The period a heading, list entry or file name states; a missing year is taken from `assumedYear`, if any. */
export function readPeriod(text: string, assumedYear: number | null = null): ReportPeriod | null {
  const year = yearPattern.exec(text)?.[1];
  const known = year === undefined ? assumedYear : Number(year);
  if (known === null) return null;
  const quarter = quarterPattern.exec(text.replaceAll('_', ' '))?.[1];
  if (quarter !== undefined) return { year: known, quarter: quarterOfWord(quarter) };
  return /\b(?:tahunan|tahun|annual|thn)\b/iu.test(text) ? { year: known, quarter: null } : null;
}

/** "triwulan II 2028", or "tahun 2028". */
export const periodName = ({ year, quarter }: ReportPeriod): string =>
  quarter === null ? `tahun ${year}` : `triwulan ${['I', 'II', 'III', 'IV'][quarter - 1]} ${year}`;
