import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Stakeholder } from '../../shared/domain/stakeholder.ts';
import { type StakeholderRow, stakeholderColumns, toRows } from './stakeholder-rows.ts';

/** Chosen: the whole country's press lists have fewer. */
export const mostRows = 5_000;

/** The file is none of ours; the message says why, in Indonesian. */
export class UnreadableBook extends Error {
  override name = 'UnreadableBook';
}

/** The book as Excel in Indonesian reads it: semicolons, a byte order mark, no cell that would run. */
export const writeStakeholderCsv = (stakeholders: readonly Stakeholder[]): string =>
  stringify([[...stakeholderColumns], ...toRows(stakeholders)], { bom: true, delimiter: ';' });

/** Takes off the apostrophe that keeps a cell from running. */
const unguarded = (text: string): string => (/^'\s*[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** Rows with the line they end on. Separated by semicolons, commas or tabs, whatever the first line has most of. */
export function readStakeholderCsv(text: string): { line: number; row: StakeholderRow }[] {
  const head = text.slice(0, 2_000).split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [';', ',', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0]!;
  let parsed: Parsed[];
  try {
    parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: mostRows + 2,
      max_record_size: 20_000,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableBook(`Berkas CSV rusak: ${error.message.slice(0, 200)}`);
  }
  const [first, ...rest] = parsed;
  if (rest.length > mostRows) throw new UnreadableBook(`Paling banyak ${mostRows} baris sekali impor.`);
  const names = (first?.record ?? []).map((name) => name.trim().toLowerCase());
  const missing = (['lembaga', 'jenis'] as const).filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new UnreadableBook(
      `Kolom ${missing.join(' dan ')} tidak ada. Baris pertama harus berisi: ${stakeholderColumns.join('; ')}.`,
    );
  return rest.map(({ record, info }) => ({
    line: info.lines,
    row: Object.fromEntries(
      stakeholderColumns.flatMap((name) => {
        const at = names.indexOf(name);
        return at === -1 ? [] : [[name, unguarded(record[at] ?? '')]];
      }),
    ),
  }));
}
