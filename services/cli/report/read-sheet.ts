import { readFile } from 'node:fs/promises';
import { CliError } from '../cli-context.ts';

/** Rows a sheet may have: more are not answers of one office. */
const mostRows = 200_000;

async function readCsv(path: string): Promise<string[][]> {
  const { parse } = await import('csv-parse/sync');
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  const head = text.slice(0, text.indexOf('\n') + 1 || undefined);
  // Excel in Indonesian writes semicolons.
  const count = (mark: string): number => head.split(mark).length;
  const delimiter = [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0]!;
  return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, to: mostRows });
}

async function readXlsx(path: string): Promise<string[][]> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow({ includeEmpty: true }, (row, number) => {
    if (number > mostRows) return;
    rows.push(Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).text));
  });
  return rows;
}

/** The rows of a CSV or of a workbook's first sheet, as text. @throws CliError when the file cannot be read */
export async function readSheet(path: string): Promise<string[][]> {
  const isXlsx = /\.xlsx$/i.test(path);
  if (!isXlsx && !/\.(?:csv|tsv|txt)$/i.test(path))
    throw new CliError(`${path} is no sheet: .csv or .xlsx is read.`, 2);
  try {
    return isXlsx ? await readXlsx(path) : await readCsv(path);
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
