export type Cell = string | number | null;
export type TableRow = Readonly<Record<string, Cell>>;

/**
 * The records as rows, for moving all of them to another engine; both engines have the same tables.
 * Not in here: what rows mean, items, evidence, jobs.
 */
export interface RecordTables {
  /** Every table of the records, by name, ascending. */
  names(): Promise<string[]>;
  count(table: string): Promise<number>;
  /**
   * Rows by key, ascending as the engine orders them, after `after` (null: from the first). `next` is the key to go on
   * from, null after the last row. A table without a key comes whole, whatever the limit.
   */
  read(
    table: string,
    after: readonly Cell[] | null,
    limit: number,
  ): Promise<{ rows: TableRow[]; next: Cell[] | null }>;
  /** Writes rows, those with a key that is there in place of the old ones; a table without a key is replaced whole. */
  write(table: string, rows: readonly TableRow[]): Promise<void>;
  clear(table: string): Promise<void>;
}
