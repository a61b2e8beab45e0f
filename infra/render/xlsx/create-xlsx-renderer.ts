import ExcelJS from 'exceljs';
import {
  type OpinionMap,
  queryLink,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
} from '../../../shared/domain/opinion-map.ts';
import type { ReportRenderer } from '../../../shared/ports/report-renderer.ts';
import { escapeFormula } from '../../../shared/text/say-cell.ts';
import { drawPicture } from '../draw-picture.ts';

const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E8C' } } as const;
/** Excel's own; a font that is only said to be bold would be drawn in another by some programs. */
const baseFont = { name: 'Calibri', size: 11 } as const;
const headFont = { ...baseFont, bold: true, color: { argb: 'FFFFFFFF' } };
const formats: Record<ReportColumn['type'], string> = {
  text: '@',
  integer: '#,##0',
  decimal: '#,##0.0',
  number: 'General',
  share: '0.0%',
  instant: 'yyyy-mm-dd hh:mm',
};
/** A4 lying, one page wide, as long as it takes. */
const printed = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;
/** Excel's rule for sheet names: at most 31 characters, none of these. */
const sheetName = (title: string): string =>
  title
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/ +/g, ' ')
    .slice(0, 31)
    .trim();
const offsetHours = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const;

/** A workbook: summary with charts, one sheet per table (frozen head, filter, types), definitions last. */
export function createXlsxRenderer(): ReportRenderer {
  return { format: 'xlsx', extension: 'xlsx', render: writeWorkbook };
}

async function writeWorkbook(map: OpinionMap): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Saring';
  book.title = map.title;
  book.created = new Date(map.generatedAt);
  book.modified = new Date(map.generatedAt);
  addSummary(book, map);
  for (const section of map.sections) for (const table of section.tables) addTable(book, table, map);
  addCharts(book, map);
  addDefinitions(book, map);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** @param numbers columns, from 1, whose heads stand on the right as their figures do */
function headRow(row: ExcelJS.Row, numbers: ReadonlySet<number> = new Set()): void {
  row.eachCell((cell, at) => {
    cell.fill = headFill;
    cell.font = headFont;
    cell.alignment = {
      vertical: 'middle',
      wrapText: true,
      ...(numbers.has(at) ? { horizontal: 'right' } : { indent: 1 }),
    };
  });
}

function addSummary(book: ExcelJS.Workbook, map: OpinionMap): void {
  const sheet = book.addWorksheet('Ringkasan', { pageSetup: printed });
  sheet.columns = [{ width: 30 }, { width: 14 }, { width: 52 }, { width: 60 }];
  const wide = (text: string, font: Partial<ExcelJS.Font> = {}) => {
    const row = sheet.addRow([escapeFormula(text)]);
    sheet.mergeCells(row.number, 1, row.number, 4);
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
    row.getCell(1).font = { ...baseFont, ...font };
    // A merged cell does not grow with its text: about 150 characters fit a line of these four columns.
    row.height = 16 * Math.max(1, Math.ceil(text.length / 150)) * ((font.size ?? 11) / 11);
  };
  wide(map.title, { bold: true, size: 16 });
  wide(map.span.label, { color: { argb: 'FF5B6472' } });
  for (const sentence of map.summary) wide(sentence);
  sheet.addRow([]);
  headRow(sheet.addRow(['Angka', 'Nilai', 'Tertulis', 'Definisi']), new Set([2]));
  for (const { label, value, text, definition, key, query } of map.figures) {
    const link = queryLink(map, query);
    const row = sheet.addRow([
      link === null ? label : { text: label, hyperlink: link },
      value,
      text,
      definition,
    ]);
    row.alignment = { wrapText: true, vertical: 'top' };
    for (const at of [1, 3, 4]) row.getCell(at).alignment = { wrapText: true, vertical: 'top', indent: 1 };
    row.height = heightOf([label, null, text, definition], sheet);
    row.getCell(2).numFmt =
      key === 'change' || key === 'negativeShare'
        ? formats.share
        : key === 'netTone'
          ? formats.decimal
          : value !== null && !Number.isInteger(value)
            ? formats.decimal
            : formats.integer;
  }
  for (const { title, paragraphs } of map.sections.filter(({ paragraphs: texts }) => texts.length > 0)) {
    sheet.addRow([]);
    wide(title, { bold: true });
    for (const text of paragraphs) wide(text);
  }
}

function cellOf(
  cell: ReportCell,
  type: ReportColumn['type'],
  map: OpinionMap,
): string | number | Date | null {
  if (typeof cell === 'string') return escapeFormula(cell);
  // Excel knows no zones: the wall clock of the unit is written.
  if (cell !== null && type === 'instant') return new Date(cell + offsetHours[map.unit.zone] * 3_600_000);
  return cell;
}

const textWidth = (rows: readonly (readonly ReportCell[])[], at: number, label: string): number =>
  Math.min(
    42,
    Math.max(label.length + 4, ...rows.slice(0, 200).map((row) => String(row[at] ?? '').length + 3)),
  );

/** Lines a row needs at the columns' widths: not every program measures wrapped text when it opens a file. */
function heightOf(cells: readonly unknown[], sheet: ExcelJS.Worksheet): number {
  const lines = cells.map((cell, at) =>
    typeof cell === 'string' ? Math.ceil((cell.length + 1) / (sheet.getColumn(at + 1).width ?? 10)) : 1,
  );
  // 409 points is the most a row may have.
  return Math.min(409, 15 * Math.max(1, ...lines) + 1);
}

function addTable(book: ExcelJS.Workbook, table: ReportTable, map: OpinionMap): void {
  const sheet = book.addWorksheet(sheetName(table.title), {
    pageSetup: printed,
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  const linked = table.queries.some(Boolean);
  sheet.columns = [
    ...table.columns.map(({ label, type }, at) => ({
      header: label,
      width: type === 'text' ? textWidth(table.rows, at, label) : Math.max(12, label.length + 3),
      style: {
        numFmt: formats[type],
        font: baseFont,
        // A text beside a right-aligned figure must not touch it.
        alignment: { vertical: 'top' as const, ...(type === 'text' ? { wrapText: true, indent: 1 } : {}) },
      },
    })),
    ...(linked
      ? [{ header: 'Kueri', width: 30, style: { alignment: { horizontal: 'fill' as const } } }]
      : []),
  ];
  table.rows.forEach((row, at) => {
    const cells = row.map((cell, column) => cellOf(cell, table.columns[column]!.type, map));
    const query = table.queries[at] ?? null;
    const link = queryLink(map, query);
    const shown = link === null ? query : { text: query!, hyperlink: link };
    const added = sheet.addRow(linked ? [...cells, shown] : cells);
    added.height = heightOf(cells, sheet);
  });
  if (table.rows.length === 0) sheet.addRow([table.empty]).getCell(1).alignment = { wrapText: false };
  const numbers = table.columns.flatMap(({ type }, at) => (type === 'text' ? [] : [at + 1]));
  headRow(sheet.getRow(1), new Set(numbers));
  const last = sheet.getColumn(table.columns.length).letter;
  // exceljs puts a dollar before the letters only: without one before the numbers Excel would move the area about.
  sheet.pageSetup.printArea = `A$1:${last}$${Math.max(2, table.rows.length + 1)}`;
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(2, table.rows.length + 1), column: table.columns.length + (linked ? 1 : 0) },
  };
}

function addCharts(book: ExcelJS.Workbook, map: OpinionMap): void {
  const charts = map.sections.flatMap((section) => section.charts);
  if (charts.length === 0) return;
  const sheet = book.addWorksheet('Grafik', { pageSetup: printed });
  sheet.getColumn(1).width = 110;
  let row = 1;
  for (const chart of charts) {
    sheet.getCell(row, 1).value = chart.title;
    sheet.getCell(row, 1).font = { bold: true };
    sheet.getCell(row + 1, 1).value = chart.alt;
    const buffer = drawPicture(chart) as unknown as ExcelJS.Buffer;
    const image = book.addImage({ buffer, extension: 'png' });
    sheet.addImage(image, {
      tl: { col: 0, row: row + 1 },
      ext: { width: chart.width, height: chart.height },
    });
    // A row is 20 pixels high.
    row += Math.ceil(chart.height / 20) + 4;
  }
}

function addDefinitions(book: ExcelJS.Workbook, map: OpinionMap): void {
  const sheet = book.addWorksheet('Definisi', {
    pageSetup: printed,
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = [
    { header: 'Tabel', width: 30 },
    { header: 'Kolom', width: 28 },
    { header: 'Definisi', width: 100, style: { alignment: { wrapText: true, vertical: 'top' } } },
  ];
  for (const { label, definition } of map.figures) sheet.addRow(['Ringkasan', label, definition]);
  for (const { title, columns } of map.sections.flatMap((section) => section.tables))
    for (const { label, definition } of columns)
      if (definition !== null) sheet.addRow([title, label, definition]);
  headRow(sheet.getRow(1));
  sheet.autoFilter = 'A1:C1';
}
