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
      const issue = row.error.issues[0];
      throw new RowsError(`line ${i + 1}: ${issue?.path.join('.') || 'row'}: ${issue?.message}`);
    }
    rows.push(row.data);
  });
  if (rows.length === 0) throw new RowsError('the file holds no rows');
  return rows;
}
