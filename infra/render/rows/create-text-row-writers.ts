import type { RowColumn, RowValue, RowWriter } from '../../../shared/ports/row-writer.ts';
import { escapeFormula } from '../../../shared/text/say-cell.ts';
import { createTextBlocks } from './text-blocks.ts';
import { writeStreamWhole } from './write-stream-whole.ts';

/** Text of these alone is no formula and needs no quotes: codes, times, ids. Most cells are, and are not looked at twice. */
const plain = /^[\w][\w .:/-]*$/;
const special = /[",\r\n]/;

/** A CSV cell (RFC 4180); text that a spreadsheet would take for a formula is escaped first. */
function csvCell(value: RowValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return `${value}`;
  if (plain.test(value) && value.length < 200) return value;
  const text = escapeFormula(value);
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvLine(row: readonly RowValue[]): string {
  let line = '';
  for (let at = 0; at < row.length; at++) line += at === 0 ? csvCell(row[at]!) : `,${csvCell(row[at]!)}`;
  return `${line}\r\n`;
}

const jsonLine =
  (columns: readonly RowColumn[]) =>
  (row: readonly RowValue[]): string =>
    `${JSON.stringify(Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])))}\n`;

function createWriter(
  format: 'csv' | 'jsonl',
  open: (columns: readonly RowColumn[]) => { head: string; line(row: readonly RowValue[]): string },
): RowWriter {
  return {
    format,
    write: (path, columns, batches, onProgress) =>
      writeStreamWhole(path, async (stream) => {
        const { head, line } = open(columns);
        const out = createTextBlocks(stream);
        await out.add(head);
        let rows = 0;
        for await (const batch of batches) {
          let text = '';
          for (const row of batch) text += line(row);
          await out.add(text);
          rows += batch.length;
          onProgress?.(rows);
        }
        await out.end();
        return { rows };
      }),
  };
}

/** CSV for programs and spreadsheets alike: UTF-8 with BOM, commas, decimal points, RFC 4180. */
export const createCsvRowWriter = (): RowWriter =>
  createWriter('csv', (columns) => ({
    head: `\ufeff${csvLine(columns.map(({ name }) => name))}`,
    line: csvLine,
  }));

/** One JSON object a line, with every column in it. */
export const createJsonlRowWriter = (): RowWriter =>
  createWriter('jsonl', (columns) => ({ head: '', line: jsonLine(columns) }));
