import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  type ExportPage,
  exportColumns,
  exportPages,
} from '../../../pipelines/report/export/export-pages.ts';
import type { ExportKind } from '../../../shared/domain/report-run.ts';
import type { ItemReader } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';
import type { RowWriter } from '../../../shared/ports/row-writer.ts';
import { CliError } from '../cli-context.ts';
import { unitOfCode } from '../report/unit-of-code.ts';

export interface ExportRowsOptions {
  what: ExportKind;
  out: string;
  /** `csv`, `jsonl` or `xlsx`; by the ending of `out` when left out. */
  format?: string;
  unit?: string;
  /** RFC 3339 or a day. */
  from?: string;
  to?: string;
  topic?: string;
  tone?: string;
  platform?: string;
  level?: string;
  text?: string;
}

export interface ExportRowsContext {
  index: Pick<ItemReader, 'project'>;
  records: Pick<Records, 'issues' | 'claims' | 'audit'>;
  /** Epoch ms, for what is stale. */
  now: number;
  writers: readonly RowWriter[];
  onProgress?(rows: number): void;
}

/** Flags of `saring export rows items|issues`. */
export const exportRowsFlags: readonly (readonly [flags: string, description: string])[] = [
  ['--out <file>', 'the file to write, ending in .csv, .jsonl or .xlsx'],
  ['--format <format>', 'csv, jsonl or xlsx, where the ending does not say it'],
  ['--unit <code>', 'RI (default), a province (35), or a regency or city (35.73)'],
  ['--from <time>', 'at or after, like 2026-11-16 or 2026-11-16T00:00:00+07:00'],
  ['--to <time>', 'before'],
  ['--topic <list>', 'topics, with commas'],
  ['--tone <list>', 'positive, neutral, negative, unrelated (items)'],
  ['--platform <list>', 'platforms, with commas (items)'],
  ['--level <list>', 'rendah, sedang, tinggi, kritis (issues)'],
  ['--text <words>', 'words that must occur'],
];

const listOf = (text: string | undefined): string[] | undefined => {
  const parts = text
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts?.length ? parts : undefined;
};

function instantOf(text: string | undefined, flag: string): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new CliError(`${flag} "${text}" is no time: write it as 2026-11-16.`, 2);
  return at;
}

/** Without the keys that are undefined: the ports tell "not asked" from "asked for nothing". */
const given = <T extends object>(filter: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as never;

function writerFor({ out, format }: ExportRowsOptions, writers: readonly RowWriter[]): RowWriter {
  const name = format ?? out.slice(out.lastIndexOf('.') + 1).toLowerCase();
  const writer = writers.find((one) => one.format === name);
  if (writer) return writer;
  throw new CliError(
    `"${name}" is no format: choose from ${writers.map((one) => one.format).join(', ')}.`,
    2,
  );
}

async function* rowsOf(pages: AsyncIterable<ExportPage>): AsyncGenerator<ExportPage['rows']> {
  for await (const { rows } of pages) yield rows;
}

/** Writes all items, issues, claims or audit entries that the filters take to one file, streamed; what is at `out` is replaced at the end. */
export async function exportRows(
  { index, records, writers, now, onProgress }: ExportRowsContext,
  options: ExportRowsOptions,
): Promise<{ rows: number; out: string }> {
  const writer = writerFor(options, writers);
  const common = {
    scope: { unit: unitOfCode(options.unit ?? 'RI').code },
    from: instantOf(options.from, '--from'),
    to: instantOf(options.to, '--to'),
    topics: listOf(options.topic),
    text: options.text,
  };
  await mkdir(dirname(options.out), { recursive: true });
  const filter = given({
    ...common,
    ...(options.what === 'items'
      ? { tones: listOf(options.tone), platforms: listOf(options.platform) }
      : { levels: listOf(options.level) as never }),
  });
  const { rows } = await writer.write(
    options.out,
    exportColumns[options.what],
    rowsOf(exportPages({ index, records }, { what: options.what, filter, now })),
    onProgress,
  );
  return { rows, out: options.out };
}
