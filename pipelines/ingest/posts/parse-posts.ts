import { Readable } from 'node:stream';
import { parse as parseCsv } from 'csv-parse';
import { collectDrop, type ItemOutcome } from '../item/item-outcome.ts';
import { csvDelimiter, longestHeader } from '../text/csv-delimiter.ts';
import { decodeChunks } from '../text/decode-chunks.ts';
import { readLines } from './read-lines.ts';
import type { RawRow } from './row.ts';
import { type RowContext, rowToItem } from './row-to-item.ts';
import { MappingRefused, needText } from './vendor-profile.ts';

export type PostOutcome = ItemOutcome & { line: number };
export interface PostsContext extends Omit<RowContext, 'repeats'> {
  /** Told of a table's columns before its first row; what it throws ends the reading. */
  columnsFound?(columns: readonly string[]): void;
}

/**
 * A file of posts, one JSON object a line → items and refusals, in the file's order. Holds one line at a time.
 * A row without an id is named by a hash of its content; the second of two equal rows gets another id than the first,
 * and both get the same ones when the file is read again.
 */
export async function* parseJsonl(
  chunks: AsyncIterable<Uint8Array | string>,
  context: PostsContext,
): AsyncGenerator<PostOutcome> {
  const full: RowContext = { ...context, repeats: countRepeats() };
  for await (const { line, text } of readLines(decodeChunks(chunks))) {
    if (text !== null && text.trim() === '') continue;
    yield { line, ...readJsonLine(text, `baris ${line}`, full) };
  }
}

/**
 * The same for CSV with a header line, whose commonest sign parts the columns: comma, semicolon, tab or bar. `line` is the
 * line a row starts on. @throws MappingRefused
 */
export async function* parseCsvPosts(
  chunks: AsyncIterable<Uint8Array | string>,
  context: PostsContext,
): AsyncGenerator<PostOutcome> {
  const full: RowContext = { ...context, repeats: countRepeats() };
  const { head, all } = await lookAhead(decodeChunks(chunks));
  const parser = Readable.from(all).pipe(
    parseCsv({
      bom: true,
      columns: (header: string[]) => headerOf(header, context),
      delimiter: csvDelimiter(head),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 8_000_000,
    }),
  );
  let line = 2;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: RawRow;
      info: { lines: number };
    }>) {
      yield { line, ...rowToItem(record, `baris ${line}`, full) };
      line = info.lines + 1;
    }
  } catch (error) {
    if (error instanceof MappingRefused) throw error;
    const detail = `CSV tidak terbaca mulai baris ini: ${error instanceof Error ? error.message : String(error)}`;
    yield { line, item: null, drop: collectDrop('csv_broken', `baris ${line}`, detail) };
  }
}

/** The beginning of a text with its first line, and the whole of it. */
async function lookAhead(
  chunks: AsyncGenerator<string, void, void>,
): Promise<{ head: string; all: AsyncGenerator<string> }> {
  let head = '';
  while (head.length < longestHeader && !/[\r\n]./.test(head)) {
    const { value, done } = await chunks.next();
    if (done) break;
    head += value;
  }
  async function* all(): AsyncGenerator<string> {
    yield head;
    yield* chunks;
  }
  return { head, all: all() };
}

function headerOf(header: readonly string[], context: PostsContext): string[] {
  const columns = header.map((name, at) => name.trim() || `kolom_${at + 1}`);
  checkHeader(columns, context);
  return columns;
}

function checkHeader(columns: readonly string[], context: PostsContext): void {
  context.columnsFound?.(columns);
  needText(columns, context.mapping);
}

/** The same for a workbook that was read already. `line` is the row's number in the sheet. @throws what columnsFound does */
export async function* parseSheetPosts(
  sheet: { columns: readonly string[]; rows: readonly RawRow[] },
  context: PostsContext,
): AsyncGenerator<PostOutcome> {
  const full: RowContext = { ...context, repeats: countRepeats() };
  checkHeader(sheet.columns, context);
  for (const [at, row] of sheet.rows.entries()) {
    const line = at + 2;
    yield { line, ...rowToItem(row, `baris ${line}`, full) };
  }
}

function readJsonLine(text: string | null, subject: string, context: RowContext): ItemOutcome {
  if (text === null)
    return { item: null, drop: collectDrop('line_too_long', subject, 'Baris melebihi 8 MB.') };
  let row: unknown;
  try {
    row = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return {
      item: null,
      drop: collectDrop('not_json', subject, `Bukan JSON: ${text.slice(0, 60).toWellFormed()}`),
    };
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return { item: null, drop: collectDrop('not_an_object', subject, 'Baris harus berupa satu objek JSON.') };
  }
  return rowToItem(row as RawRow, subject, context);
}

function countRepeats(): (hash: string) => number {
  const seen = new Map<string, number>();
  return (hash) => {
    const before = seen.get(hash) ?? 0;
    seen.set(hash, before + 1);
    return before;
  };
}
