import { type IkmAnswers, ikmElements } from './satisfaction-index.ts';

export interface IkmReading {
  answers: IkmAnswers[];
  /** The row of each answer; counts from 1, the head left out. */
  rowOf: number[];
  /** What respondents wrote besides; feeds the item stream as aspirations. `row` counts from 1, the head left out. */
  suggestions: { row: number; text: string }[];
  refused: { row: number; reason: string }[];
}

const words: Readonly<Record<string, number>> = {
  'tidak baik': 1,
  'kurang baik': 2,
  baik: 3,
  'sangat baik': 4,
  'tidak puas': 1,
  'kurang puas': 2,
  puas: 3,
  'sangat puas': 4,
};

/** "3", "3 - Baik", "Sangat baik": 1 to 4; null for anything else. */
function readAnswer(cell: string): number | null {
  const text = cell.trim().toLowerCase();
  const digit = /^([1-4])(?:[.,]0+)?(?:\s*[-–.=:)]\s*\D.*)?$/u.exec(text)?.[1];
  return digit === undefined ? (words[text] ?? null) : Number(digit);
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The column of each element: by "U1" to "U9", else by the element's name or its opening word. */
function findColumns(head: readonly string[]): (number | null)[] {
  const folded = head.map(fold);
  return ikmElements.map((name, index) => {
    const opening = fold(name).split(' ')[0]!;
    const tests: ((label: string) => boolean)[] = [
      (label) => new RegExp(`^(?:u|unsur|p|q)\\s?0?${index + 1}(?:\\s|$)`, 'u').test(label),
      (label) => label.includes(fold(name)),
      (label) => label.split(' ').includes(opening),
    ];
    for (const test of tests) {
      const at = folded.findIndex(test);
      if (at >= 0) return at;
    }
    return null;
  });
}

/** The sheet has no column for an element: nothing can be counted. */
export class MissingElement extends Error {
  override name = 'MissingElement';
}

/**
 * Reads a sheet of answers, first row the head. A row with an answer that is not 1 to 4 is refused with its reason and
 * the others are taken; empty rows are passed over. @throws MissingElement when a column is not there
 */
export function readIkmRows(rows: readonly (readonly string[])[]): IkmReading {
  const [head = [], ...body] = rows;
  const columns = findColumns(head);
  const missing = ikmElements.filter((_, index) => columns[index] === null);
  if (missing.length > 0) throw new MissingElement(`Kolom tidak ditemukan: ${missing.join('; ')}.`);
  const suggestionAt = head.findIndex(
    (label) => /saran|masukan|kritik|komentar/iu.test(label) && !columns.includes(head.indexOf(label)),
  );
  const reading: IkmReading = { answers: [], rowOf: [], suggestions: [], refused: [] };
  body.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return;
    const answers = columns.map((at) => readAnswer(row[at!] ?? ''));
    const bad = answers.indexOf(null);
    if (bad >= 0) {
      const written = row[columns[bad]!]?.trim() ?? '';
      const said = written === '' ? 'kosong' : `"${written.slice(0, 40)}"`;
      reading.refused.push({ row: index + 1, reason: `${ikmElements[bad]}: ${said}, seharusnya 1 sampai 4` });
    } else {
      reading.answers.push(answers as number[]);
      reading.rowOf.push(index + 1);
    }
    const suggestion = suggestionAt < 0 ? '' : (row[suggestionAt] ?? '').trim();
    if (suggestion.length > 1) reading.suggestions.push({ row: index + 1, text: suggestion });
  });
  return reading;
}
