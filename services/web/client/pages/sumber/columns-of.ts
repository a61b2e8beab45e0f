/** Enough for the first line of any export. */
const headBytes = 64 * 1024;

/** One line of CSV or TSV as cells; quotes may hold the separator and be doubled. */
export function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let n = 0; n < line.length; n += 1) {
    const letter = line[n]!;
    if (letter === '"' && isQuoted && line[n + 1] === '"') {
      cell += '"';
      n += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()].filter(Boolean);
}

/** Names of a file's columns, read here so that they can be chosen from; none for workbooks, which the server reads. */
export async function columnsOf(file: File): Promise<readonly string[]> {
  if (!/\.(csv|tsv)$/i.test(file.name)) return [];
  const text = await file.slice(0, headBytes).text();
  const line = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
  const separator = ['\t', ';', ','].reduce((best, one) =>
    line.split(one).length > line.split(best).length ? one : best,
  );
  return cellsOf(line, separator).slice(0, 200);
}
