import type { ReportTable } from '../../shared/domain/opinion-map.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import { sayCellOnPaper } from '../../shared/text/say-cell.ts';

/** Letters a text wants side by side: all up to a short line of 40, of longer ones a fifth of the rest too. */
const wantedLetters = (length: number): number => Math.min(length, 40 + Math.max(0, length - 40) / 5);
const longestWord = (text: string): number =>
  Math.max(...text.split(/[\s\u200b]+/).map((word) => word.length));

export interface PageWidth {
  /** What all columns may take together. */
  total: number;
  /** An average letter of the table's font, and what a cell pads left and right together. */
  letter: number;
  padding: number;
}

/**
 * Widths of a table's columns, paddings included, in the unit of `page`: room for each column's longest word first,
 * what is left by how long the texts are. Narrow tables do not fill the page.
 */
export function columnWidths(
  { columns, rows }: ReportTable,
  zone: Unit['zone'],
  page: PageWidth,
  say: (text: string) => string = (text) => text,
): number[] {
  const texts = columns.map(({ type, label }, at) => [
    label,
    ...rows.map((row) => say(sayCellOnPaper(row[at] ?? null, type, zone))),
  ]);
  const least = texts.map((column) => Math.max(4, ...column.map(longestWord)) * page.letter + page.padding);
  const wished = texts.map(
    (column) => wantedLetters(Math.max(...column.map((text) => text.length))) * page.letter + page.padding,
  );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const wants = wished.map((width, at) => Math.max(0, width - least[at]!));
  const spare = Math.max(0, page.total - sum(least));
  const share = sum(wants) === 0 ? 0 : Math.min(1, spare / sum(wants));
  const shrink = Math.min(1, page.total / sum(least));
  return least.map((width, at) => width * shrink + wants[at]! * share);
}

/** A table of so few one-line rows stays on one page: two rows alone overleaf tell nobody anything. */
export const isShortTable = ({ rows }: ReportTable): boolean =>
  rows.length > 0 &&
  rows.length <= 12 &&
  rows.every((row) => row.every((cell) => typeof cell !== 'string' || cell.length <= 60));
