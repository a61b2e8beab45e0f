import { stringify } from 'csv-stringify/sync';
import { strToU8, zipSync } from 'fflate';
import type { OpinionMap, ReportCell, ReportTable } from '../../../shared/domain/opinion-map.ts';
import type { ReportRenderer } from '../../../shared/ports/report-renderer.ts';
import { escapeFormula } from '../../../shared/text/say-cell.ts';

/**
 * One CSV per table in a ZIP, for Excel in Indonesian: UTF-8 with BOM, semicolons, decimal commas. Numbers are plain
 * (shares 0 to 1), instants RFC 3339, and text that looks like a formula is escaped.
 */
export function createCsvRenderer(): ReportRenderer {
  return { format: 'csv', extension: 'zip', render: async (map) => zipTables(map) };
}

const bom = '\ufeff';

function writeCell(cell: ReportCell, type: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return escapeFormula(cell);
  return type === 'instant' ? new Date(cell).toISOString() : String(cell).replace('.', ',');
}

const write = (rows: readonly (readonly string[])[]): Uint8Array =>
  strToU8(bom + stringify(rows as string[][], { delimiter: ';', record_delimiter: 'windows' }));

const writeTable = ({ columns, rows, queries }: ReportTable): Uint8Array =>
  write([
    [...columns.map(({ label }) => label), ...(queries.some(Boolean) ? ['Kueri'] : [])],
    ...rows.map((row, at) => [
      ...row.map((cell, column) => writeCell(cell, columns[column]!.type)),
      ...(queries.some(Boolean) ? [queries[at] ?? ''] : []),
    ]),
  ]);

function zipTables(map: OpinionMap): Uint8Array {
  const tables = map.sections.flatMap((section) => section.tables);
  const head = map.figures.map(({ label, value, text, definition, query }) => [
    label,
    writeCell(value, 'decimal'),
    escapeFormula(text),
    definition,
    query ?? '',
  ]);
  const words = map.sections.flatMap(({ title, paragraphs }) =>
    paragraphs.map((text) => [title, escapeFormula(text)]),
  );
  const definitions = tables.flatMap(({ title, columns }) =>
    columns.flatMap(({ label, definition }) => (definition === null ? [] : [[title, label, definition]])),
  );
  const files: Record<string, Uint8Array> = {
    '00-ringkasan.csv': write([
      ['Bagian', 'Isi'],
      ...map.summary.map((text) => ['Ringkasan', escapeFormula(text)]),
      ...words,
    ]),
    '01-angka-utama.csv': write([['Angka', 'Nilai', 'Tertulis', 'Definisi', 'Kueri'], ...head]),
    '99-definisi.csv': write([['Tabel', 'Kolom', 'Definisi'], ...definitions]),
  };
  tables.forEach((table, at) => {
    files[`${String(at + 2).padStart(2, '0')}-${table.id}.csv`] = writeTable(table);
  });
  // ZIP knows no time before 1980, and the same report must give the same bytes.
  return zipSync(files, { level: 6, mtime: new Date(Math.max(map.generatedAt, Date.UTC(1980, 0, 2))) });
}
