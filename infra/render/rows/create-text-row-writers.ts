import type { RowColumn, RowValue, RowWriter } from '../../../shared/ports/row-writer.ts';
import { escapeFormula } from '../../../shared/text/say-cell.ts';
import { writeOn, writeStreamWhole } from './write-stream-whole.ts';

const special = /[",\r\n]/;

/** A CSV cell (RFC 4180); text that a spreadsheet would take for a formula is escaped first. */
function csvCell(value: RowValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = escapeFormula(value);
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const csvLine = (row: readonly RowValue[]): string => `${row.map(csvCell).join(',')}\r\n`;

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
        if (head !== '') await writeOn(stream, head);
        let rows = 0;
        for await (const batch of batches) {
          await writeOn(stream, batch.map(line).join(''));
          rows += batch.length;
          onProgress?.(rows);
        }
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
