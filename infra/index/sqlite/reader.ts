import type { StatementSync } from 'node:sqlite';

/** A connection that reads. */
export interface Reader {
  /** A prepared statement, kept. */
  read(sql: string): StatementSync;
}
