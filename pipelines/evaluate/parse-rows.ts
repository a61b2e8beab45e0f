import type { z } from 'zod';

/** A file of rows that cannot be used, with the line to look at. */
export class RowsError extends Error {
  override readonly name = 'RowsError';
}

/** The rows of a JSONL text, each checked; blank lines are skipped. Throws {@link RowsError} naming the first bad line. */
export function parseRows<T>(jsonl: string, schema: z.ZodType<T>): T[] {
  const rows: T[] = [];
  jsonl.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new RowsError(`line ${i + 1} is not JSON`);
    }
    const row = schema.safeParse(value);
    if (!row.success) {
      throw new RowsError(`line ${i + 1}: ${whatIsWrong(value, row.error.issues[0])}`);
    }
    rows.push(row.data);
  });
  if (rows.length === 0) throw new RowsError('the file holds no rows');
  return rows;
}

function whatIsWrong(row: unknown, issue: z.core.$ZodIssue | undefined): string {
  const path = issue?.path ?? [];
  if (path.length === 0) return `row: ${issue?.message}`;
  const given = path.reduce<unknown>((value, key) => Object(value)[key], row);
  const name = path.join('.');
  return given === undefined
    ? `${name} is missing`
    : `${name}: ${issue?.message}, not ${JSON.stringify(given).slice(0, longestQuote)}`;
}
/** Enough to find the place by. */
const longestQuote = 60;
