import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { parseRows, RowsError } from '../../pipelines/evaluate/parse-rows.ts';

/** The checked rows of a JSONL file. @throws RowsError naming the file and the first bad line */
export function readRows<T>(file: string, schema: z.ZodType<T>): T[] {
  try {
    return parseRows(readFileSync(file, 'utf8'), schema);
  } catch (error) {
    if (error instanceof RowsError) throw new RowsError(`${file}: ${error.message}`);
    throw error;
  }
}
