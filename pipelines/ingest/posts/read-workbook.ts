import { Readable } from 'node:stream';
import exceljs from 'exceljs';
import { unzipSync } from 'fflate';
import type { RawRow } from './row.ts';

/** A workbook's first sheet that has rows, or why it cannot be read, in Indonesian. */
export type Workbook = { columns: string[]; rows: RawRow[] } | { refused: string };

/** `readWorkbook`, wherever it runs. */
export type ReadWorkbook = (bytes: Uint8Array) => Promise<Workbook>;

/** Chosen: a vendor's export of a busy month; beyond it CSV is read line by line in any size. */
export const workbookLimits = { rows: 100_000, columns: 200, unpackedBytes: 400_000_000 };

/**
 * Reads an XLSX file whole. Meant for a thread of its own: a workbook made to fill the memory costs that thread.
 * Dates become `YYYY-MM-DDTHH:MM:SS` without a zone, as Excel has none.
 */
export async function readWorkbook(bytes: Uint8Array, limits = workbookLimits): Promise<Workbook> {
  const refused = whyRefused(bytes, limits.unpackedBytes);
  if (refused !== null) return { refused };
  try {
    const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
      entries: 'ignore',
    });
    for await (const sheet of reader) {
      const found = await readSheet(sheet, limits);
      if ('refused' in found || found.rows.length > 0) return found;
    }
    return { refused: 'Berkas Excel ini tidak memuat satu baris pun di bawah judul kolom.' };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { refused: `Berkas Excel tidak terbaca: ${detail.slice(0, 200)}` };
  }
}

/** Looks at the list of files inside before anything is unpacked. */
function whyRefused(bytes: Uint8Array, unpackedBytes: number): string | null {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return 'Berkas .xls lama tidak dibaca. Simpan sebagai .xlsx atau .csv lalu ulangi.';
  let total = 0;
  let isWorkbook = false;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        isWorkbook ||= name === 'xl/workbook.xml';
        return false;
      },
    });
  } catch {
    return 'Berkas ini bukan berkas Excel (.xlsx) yang utuh.';
  }
  if (!isWorkbook) return 'Berkas ini bukan berkas Excel (.xlsx).';
  return total > unpackedBytes ? 'Berkas Excel ini terlalu besar; simpan sebagai CSV lalu ulangi.' : null;
}

async function readSheet(
  sheet: AsyncIterable<exceljs.Row>,
  limits: typeof workbookLimits,
): Promise<Workbook> {
  let columns: string[] | null = null;
  const rows: RawRow[] = [];
  for await (const row of sheet) {
    // Cells that are not there are holes of the array.
    const values = Array.from((row.values as unknown[]).slice(1, limits.columns + 1), cellText);
    if (values.every((value) => value === '')) continue;
    if (columns === null) {
      columns = values.map((value, at) => value.trim() || `kolom_${at + 1}`);
      continue;
    }
    if (rows.length >= limits.rows)
      return {
        refused: `Berkas Excel memuat lebih dari ${limits.rows} baris; simpan sebagai CSV lalu ulangi.`,
      };
    rows.push(Object.fromEntries(columns.map((name, at) => [name, values[at] ?? ''])));
  }
  return { columns: columns ?? [], rows };
}

/** What a person sees in the cell. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 19);
  if (typeof value !== 'object') return String(value);
  const cell = value as {
    text?: unknown;
    richText?: { text: string }[];
    result?: unknown;
    hyperlink?: unknown;
  };
  if (Array.isArray(cell.richText)) return cell.richText.map(({ text }) => text).join('');
  if (cell.text !== undefined) return cellText(cell.text);
  if (cell.result !== undefined) return cellText(cell.result);
  return typeof cell.hyperlink === 'string' ? cell.hyperlink : '';
}
