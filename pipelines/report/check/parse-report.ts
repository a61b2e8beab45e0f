import { findDates } from './find-dates.ts';
import { readBlocks } from './read-blocks.ts';
import { type Figure, readFigures } from './read-figures.ts';
import { type ReportPeriod, readPeriod } from './report-period.ts';

export interface ReportFile {
  /** The file's name without folders. */
  name: string;
  text: string;
  /** When it came in, where the caller knows more than the day in its head; any scale, the later the greater. */
  arrivedAt?: number;
}

/** One report as the check sees it. What the file's name says wins over what the text says; both are kept. */
export interface ParsedReport {
  file: string;
  /** `35.73`, `35` or `RI`; null when neither the name nor the text has one. */
  unit: string | null;
  period: ReportPeriod | null;
  title: string;
  /** What head and title state, to be held against the name: a forgotten head is a trace of copying. */
  statedUnit: string | null;
  statedPeriod: ReportPeriod | null;
  /** The day the report was handed in, as days since 1970; null when it states none. */
  handedIn: number | null;
  /** See `ReportFile`; null where nobody knows. */
  arrivedAt: number | null;
  /** The report's own deadline, where its head states one. */
  deadline: number | null;
  sections: readonly { heading: string; text: string }[];
  figures: readonly Figure[];
}

const unitCode = /(?:^|[^\d.])(\d\d)[.\-_ ]?(\d\d)(?![\d.])|(?:^|[^\d.])(\d\d)(?![\d.])/u;

/** `35.73`, `3573` and `35-73` are one unit; two digits are a province. */
export function readUnitCode(text: string): string | null {
  if (/^(?:kpu[\s_-]?)?ri\b/iu.test(text)) return 'RI';
  const match = unitCode.exec(text);
  if (match === null) return null;
  return match[3] ?? `${match[1]}.${match[2]}`;
}

const keys = {
  unit: /^(?:kode\s)?(?:unit|satuan kerja|satker|nama unit|wilayah|kode|office)/iu,
  period: /^(?:periode?|masa|triwulan|tw|kuartal|jangka waktu)/iu,
  deadline: /^(?:batas|tenggat|jatuh tempo)/iu,
  date: /^(?:tanggal|tgl|waktu|disampaikan|dikirim|diserahkan|disusun|dilaporkan|diterima|dibuat|masuk|hari|date|submitted)/iu,
};

type Entry = { key: string; value: string };

const dayIn = (text: string): number | null => {
  const mention = findDates(text, null).find(({ precision }) => precision === 'day');
  return mention?.from ?? null;
};

const firstOf = <T>(entries: readonly Entry[], key: RegExp, read: (entry: Entry) => T | null): T | null => {
  for (const entry of entries) {
    const value = key.test(entry.key) ? read(entry) : null;
    if (value !== null) return value;
  }
  return null;
};

function readName(path: string): { unit: string | null; period: ReportPeriod | null } {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const stem = name.replace(/\.(?:md|markdown|txt)$/iu, '');
  const period = readPeriod(stem);
  const cut = stem.search(/[_-]?(?:19|20)\d\d/u);
  return { unit: readUnitCode(cut > 0 ? stem.slice(0, cut) : stem), period };
}

/** Reads one Markdown report. Nothing in it is required: what cannot be read is null or empty. */
export function parseReport({ name, text, arrivedAt }: ReportFile): ParsedReport {
  const named = readName(name);
  const { title, entries, sections, tables } = readBlocks(text);
  const statedPeriod =
    firstOf(entries, keys.period, ({ key, value }) =>
      readPeriod(`${key} ${value}`, named.period?.year ?? null),
    ) ?? readPeriod(title, named.period?.year ?? null);
  const statedUnit = firstOf(entries, keys.unit, ({ value }) => readUnitCode(value));
  return {
    file: name,
    unit: named.unit ?? statedUnit,
    period: named.period ?? statedPeriod,
    title,
    statedUnit,
    statedPeriod,
    handedIn: firstOf(entries, keys.date, ({ value }) => dayIn(value)),
    arrivedAt: arrivedAt ?? null,
    deadline: firstOf(entries, keys.deadline, ({ value }) => dayIn(value)),
    sections,
    figures: readFigures(tables),
  };
}
