import type { RowColumn, RowWriter } from '../../../shared/ports/row-writer.ts';
import { rowXml, sheetEnd, sheetStart, workbookParts } from './sheet-xml.ts';
import { writeStreamWhole } from './write-stream-whole.ts';
import { createZipStream, type ZipFile, type ZipStream } from './zip-stream.ts';

/** Excel's limit is 1,048,576 rows a sheet, the head among them; what is beyond goes to a next one. */
const mostRows = 1_000_000;

interface Sheet {
  file: ZipFile;
  rows: number;
}

async function openSheet(zip: ZipStream, number: number, columns: readonly RowColumn[]): Promise<Sheet> {
  const file = zip.open(`xl/worksheets/sheet${number}.xml`);
  const head = columns.map(({ name }) => name);
  await file.write(sheetStart + rowXml(head, 1));
  return { file, rows: 0 };
}

async function closeSheet({ file, rows }: Sheet, columns: readonly RowColumn[]): Promise<void> {
  await file.write(sheetEnd(columns.length, rows + 1));
  await file.close();
}

/** A workbook written as it goes, texts in their cells: memory stays flat however many rows. */
export function createXlsxRowWriter(): RowWriter {
  return {
    format: 'xlsx',
    write: (path, columns, batches, onProgress) =>
      writeStreamWhole(path, async (stream) => {
        const zip = createZipStream(stream);
        let [sheet, sheets, rows] = [await openSheet(zip, 1, columns), 1, 0];
        for await (const batch of batches) {
          for (let from = 0; from < batch.length; ) {
            if (sheet.rows === mostRows) {
              await closeSheet(sheet, columns);
              sheets++;
              sheet = await openSheet(zip, sheets, columns);
            }
            const part = batch.slice(from, from + mostRows - sheet.rows);
            const first = sheet.rows + 2;
            await sheet.file.write(part.map((row, at) => rowXml(row, first + at)).join(''));
            sheet.rows += part.length;
            from += part.length;
          }
          rows += batch.length;
          onProgress?.(rows);
        }
        await closeSheet(sheet, columns);
        for (const [part, xml] of Object.entries(workbookParts(sheets))) {
          const file = zip.open(part);
          await file.write(xml);
          await file.close();
        }
        await zip.end();
        return { rows };
      }),
  };
}
