/** One number of a report's tables; `key` names row and column in the same words in every report of a template. */
export interface Figure {
  key: string;
  /** The row's label, as written. */
  label: string;
  value: number;
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:tri ?wulan|tw)(?: (?:ke ?)?(?:iv|i{1,3}|[1-4]))?\b|\b(?:19|20)\d\d\b/gu, '')
    .trim();

/** "1.234", "1,234", "12,5 %", "7 kali": the number that opens a cell; null for words, dashes and dates. */
export function readNumber(cell: string): number | null {
  const match = /^(?:rp\.?\s?)?(-?\d[\d.,]*)(?:\s?%|\s\p{L}{1,20}){0,2}$/iu.exec(cell.trim());
  if (match === null) return null;
  const digits = match[1]!;
  const grouped = /^-?\d{1,3}(?:[.,]\d{3})+$/u.test(digits);
  const value = Number(grouped ? digits.replace(/[.,]/gu, '') : digits.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** The numbers of all tables; a running number in the first column is left out. */
export function readFigures(tables: readonly { heading: string; rows: string[][] }[]): Figure[] {
  const figures: Figure[] = [];
  for (const { rows } of tables) {
    const header = rows.length > 1 && rows[0]!.every((cell) => readNumber(cell) === null) ? rows[0]! : [];
    const body = header.length > 0 ? rows.slice(1) : rows;
    const numbered = /^(?:no|nomor|#)\.?$/iu.test(header[0] ?? '');
    for (const row of body) {
      const labelAt = row.findIndex(
        (cell, at) => !(numbered && at === 0) && readNumber(cell) === null && cell !== '',
      );
      if (labelAt < 0) continue;
      row.forEach((cell, at) => {
        const value = at === labelAt || (numbered && at === 0) ? null : readNumber(cell);
        if (value !== null)
          figures.push({
            key: `${fold(row[labelAt]!)}|${fold(header[at] ?? '')}`,
            label: row[labelAt]!,
            value,
          });
      });
    }
  }
  return figures;
}
