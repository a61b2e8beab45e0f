/** Month names by their first letters, English and Indonesian; longer ones first where they share a start. */
const months: readonly (readonly [start: string, month: number])[] = [
  ['jan', 1],
  ['feb', 2],
  ['peb', 2],
  ['mar', 3],
  ['apr', 4],
  ['may', 5],
  ['mei', 5],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['agu', 8],
  ['ags', 8],
  ['agt', 8],
  ['sep', 9],
  ['oct', 10],
  ['okt', 10],
  ['nov', 11],
  ['nop', 11],
  ['dec', 12],
  ['des', 12],
];

/** Minutes east of UTC. RFC 822 section 5.1 and the names that feeds really carry; Indonesia's three. */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  msd: 240,
  ist: 330,
  wib: 420,
  ict: 420,
  wita: 480,
  sgt: 480,
  myt: 480,
  hkt: 480,
  awst: 480,
  wit: 540,
  jst: 540,
  kst: 540,
  acst: 570,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  nst: -210,
  ndt: -150,
  ast: -240,
  adt: -180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
  a: -60,
  n: 60,
  m: -720,
  y: 720,
};

export interface DateOptions {
  /** Minutes east of UTC for a text that names no zone; 0 unless told. */
  defaultOffset?: number;
}

/**
 * A date as feeds, pages and exports write it → epoch milliseconds, or null.
 * Reads RFC 822/2822 with any zone, W3CDTF and its loose relatives, asctime, numbers of seconds or milliseconds,
 * and Indonesian dates ("Rabu, 14 Februari 2024 | 13.05 WIB"). Says nothing about whether the date makes sense.
 */
export function parseDate(input: string, options: DateOptions = {}): number | null {
  const text = input.trim().slice(0, 100);
  if (text === '') return null;
  return (
    parseIso(text, options) ?? parseNumber(text) ?? parseNamed(text, options) ?? parseSlashes(text, options)
  );
}

/** Seconds or milliseconds since 1970, as some interfaces give them. */
function parseNumber(text: string): number | null {
  if (!/^\d{9,13}$/.test(text)) return null;
  const value = Number(text);
  return text.length > 11 ? value : value * 1000;
}

const isoPattern =
  /^(-?\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-(\d)(?!\d)-?(\d{1,2})?|-(\d{3}))?(?:[T\s,|]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}(?:[.,]\d+)?))?(?:\s*(.*))?)?$/i;

function parseIso(text: string, options: DateOptions): number | null {
  const match = isoPattern.exec(text);
  if (!match) return null;
  const [, year, month, day, oneMonth, oneDay, ordinal, hour, minute, second, zone] = match;
  const numbers = {
    year: Number(year),
    month: Number(month ?? oneMonth ?? 1),
    day: ordinal ? Number(ordinal) : Number(day ?? oneDay ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number((second ?? '0').replace(',', '.')),
  };
  // Six digits are a short year, month and day, not a year and a month.
  if (/^\d{6}$/.test(text)) return null;
  return assemble(numbers, readZone(zone, options), ordinal !== undefined);
}

/** Day, month name and year in any order, with a time anywhere after them: RFC 822, asctime, Indonesian. */
function parseNamed(text: string, options: DateOptions): number | null {
  const lower = text.toLowerCase();
  const month =
    /(?:^|[^a-z])((?:jan|feb|peb|mar|apr|may|mei|jun|jul|aug|agu|ags|agt|sep|oct|okt|nov|nop|dec|des)[a-z]*)/.exec(
      lower,
    );
  if (!month) return null;
  const monthNumber = months.find(([start]) => month[1]!.startsWith(start))![1];
  const time = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\b)?/.exec(lower);
  const bare = time ? lower.replace(time[0], ' ') : lower;
  const before = lower.slice(0, month.index + 1);
  const after = lower.slice(month.index + month[0].length).replace(/\s[+-]\d{2}:?\d{2}\b/, ' ');
  const dayBefore = /(\d{1,2})(?:st|nd|rd|th)?[\s.,-]*$/.exec(before.replace(/[^\d]$/, ''));
  const yearAfter =
    /(?:^|[^\d:.])(\d{4})(?![\d:])/.exec(after) ??
    (dayBefore ? /^[\s.,'-]*(\d{2})(?!\d|[:.]\d)/.exec(after) : null);
  const yearBefore = /(?:^|\D)(\d{4})\D/.exec(before);
  const year = yearAfter?.[1] ?? yearBefore?.[1];
  const dayAfter = /^[\s.,-]*(\d{1,2})(?!\d|[:.]\d)/.exec(after);
  const day = dayBefore?.[1] ?? dayAfter?.[1];
  if (!year || !day) return null;
  let hour = Number(time?.[1] ?? 0);
  if (time?.[4]) hour = (hour % 12) + (time[4].startsWith('p') ? 12 : 0);
  const numbers = {
    year: year.length === 2 ? shortYear(Number(year)) : Number(year),
    month: monthNumber,
    day: Number(day),
    hour,
    minute: Number(time?.[2] ?? 0),
    second: Number(time?.[3] ?? 0),
  };
  return assemble(numbers, findZone(lower, time?.[0], bare, options), false);
}

/** Indonesian pages write 14/02/2024 13:05 with the day first. */
function parseSlashes(text: string, options: DateOptions): number | null {
  const match =
    /(?:^|\s)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[\s,|-]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(.*))?$/.exec(
      text,
    );
  if (match) {
    const [, day, month, year, hour, minute, second, zone] = match;
    const swap = Number(month) > 12 && Number(day) <= 12;
    const numbers = {
      year: year!.length === 2 ? shortYear(Number(year)) : Number(year),
      month: Number(swap ? day : month),
      day: Number(swap ? month : day),
      hour: Number(hour ?? 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
    };
    return assemble(numbers, readZone(zone, options), false);
  }
  const yearFirst =
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[\sT]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(.*))?$/.exec(text);
  if (!yearFirst) return null;
  const [, year, month, day, hour, minute, second, zone] = yearFirst;
  const numbers = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  return assemble(numbers, readZone(zone, options), false);
}

/** RFC 2822 section 4.3: 00–49 are 2000–2049. Feeds began in 1997, so 90–99 are last century's. */
const shortYear = (year: number): number => (year < 90 ? 2000 + year : 1900 + year);

/** Minutes east of UTC, or null when the text names a zone nobody knows. */
function readZone(zone: string | undefined, options: DateOptions): number {
  const text = (zone ?? '').trim().toLowerCase();
  if (text === '') return options.defaultOffset ?? 0;
  const offset = /^(?:gmt|utc|ut|z)?\s*([+-])\s*(\d{1,2}):?(\d{2})?(?!\d)/.exec(text);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return offset[1] === '-' ? -minutes : minutes;
  }
  const name = /^[\s(]*([a-z]{1,5})\b/.exec(text)?.[1];
  return (name !== undefined ? zones[name] : undefined) ?? options.defaultOffset ?? 0;
}

/** The zone stands after the time, or at the end of asctime's relatives. */
function findZone(text: string, time: string | undefined, bare: string, options: DateOptions): number {
  if (time === undefined) return options.defaultOffset ?? 0;
  const after = text.slice(text.indexOf(time) + time.length);
  if (after.trim() !== '') {
    const direct = /^\s*(?:[([]\s*)?(?:(?:gmt|utc|ut)?\s*[+-]\s*\d{1,2}:?\d{0,2}|[a-z]{1,5}\b)/.exec(after);
    if (direct) return readZone(direct[0], options);
  }
  const named = /\b(wib|wita|wit|gmt|utc)\b/.exec(bare);
  return named ? (zones[named[1]!] ?? 0) : (options.defaultOffset ?? 0);
}

interface Numbers {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** @param ordinal the day counts from the year's first */
function assemble(n: Numbers, offset: number, ordinal: boolean): number | null {
  const days = ordinal ? 366 : 31;
  if (n.month < 1 || n.month > 12 || n.day < 1 || n.day > days) return null;
  if (n.hour > 24 || n.minute > 59 || n.second >= 62 || Math.abs(offset) > 18 * 60) return null;
  const date = new Date(0);
  date.setUTCFullYear(n.year, n.month - 1, n.day);
  const at =
    date.getTime() + n.hour * 3_600_000 + n.minute * 60_000 + Math.round(n.second * 1000) - offset * 60_000;
  return Number.isFinite(at) ? at : null;
}
