import type { Writable } from 'node:stream';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { RowColumn, RowWriter } from '../../../shared/ports/row-writer.ts';
import { rowXml, sheetEnd, sheetStart, workbookParts } from './sheet-xml.ts';
import { writeOn, writeStreamWhole } from './write-stream-whole.ts';

/** Excel's limit is 1,048,576 rows a sheet, the head among them; what is beyond goes to a next one. */
const mostRows = 1_000_000;
/** Fast: the text compresses to a tenth at the lowest level already. */
const level = 1;

/** The archive's bytes as they come, to be written when asked. */
function openZip() {
  let waiting: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    waiting.push(bytes);
  });
  const add = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level });
    zip.add(file);
    return file;
  };
  const drain = async (stream: Writable): Promise<void> => {
    const bytes = waiting;
    waiting = [];
    for (const chunk of bytes) await writeOn(stream, chunk);
  };
  return { add, drain, end: () => zip.end() };
}

function openSheet(file: ZipDeflate, columns: readonly RowColumn[]) {
  file.push(
    strToU8(
      sheetStart +
        rowXml(
          columns.map(({ name }) => name),
          1,
        ),
    ),
  );
  return {
    rows: 0,
    close(): void {
      file.push(strToU8(sheetEnd(columns.length, this.rows + 1)), true);
    },
    push(xml: string): void {
      file.push(strToU8(xml));
    },
  };
}

/** A workbook written as it goes, texts in their cells: memory stays flat however many rows. */
export function createXlsxRowWriter(): RowWriter {
  return {
    format: 'xlsx',
    write: (path, columns, batches, onProgress) =>
      writeStreamWhole(path, async (stream) => {
        const zip = openZip();
        const nextSheet = (number: number) => openSheet(zip.add(`xl/worksheets/sheet${number}.xml`), columns);
        let [sheet, sheets, rows] = [nextSheet(1), 1, 0];
        for await (const batch of batches) {
          for (let from = 0; from < batch.length; ) {
            if (sheet.rows === mostRows) {
              sheet.close();
              sheets++;
              sheet = nextSheet(sheets);
            }
            const part = batch.slice(from, from + mostRows - sheet.rows);
            const first = sheet.rows + 2;
            sheet.push(part.map((row, at) => rowXml(row, first + at)).join(''));
            sheet.rows += part.length;
            from += part.length;
          }
          rows += batch.length;
          await zip.drain(stream);
          onProgress?.(rows);
        }
        sheet.close();
        for (const [part, xml] of Object.entries(workbookParts(sheets)))
          zip.add(part).push(strToU8(xml), true);
        zip.end();
        await zip.drain(stream);
        return { rows };
      }),
  };
}
