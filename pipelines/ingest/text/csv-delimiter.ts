/** What tables are written with. Excel takes semicolons where numbers have decimal commas, as in Indonesia. */
const delimiters = [',', ';', '\t', '|'] as const;

/** Most characters of a header line. */
export const longestHeader = 65_536;

/** The sign that parts most columns in the first line of a table, what stands in quotes apart; a comma when none does. */
export function csvDelimiter(text: string): string {
  const [head = ''] = text
    .slice(0, longestHeader)
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]/, 1);
  return delimiters.toSorted((a, b) => head.split(b).length - head.split(a).length)[0]!;
}
