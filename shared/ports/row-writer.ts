/** A value of an exported row; an instant is RFC 3339 text already. */
export type RowValue = string | number | boolean | null;

export interface RowColumn {
  /** Stays the same for as long as the export's version does. */
  name: string;
}

/**
 * Writes very many rows to one file without holding them. The file appears whole under `path` or not at all; on an
 * error of the rows or the disk nothing is left.
 * Not in here: which rows and columns (pipelines/report/export).
 */
export interface RowWriter {
  format: 'csv' | 'jsonl' | 'xlsx';
  write(
    path: string,
    columns: readonly RowColumn[],
    batches: AsyncIterable<readonly (readonly RowValue[])[]>,
    onProgress?: (rows: number) => void,
  ): Promise<{ rows: number }>;
}
