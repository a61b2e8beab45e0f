import type { Records } from '../../../shared/ports/records.ts';
import { openSqlite } from '../../sqlite/open-sqlite.ts';
import { createRecords } from '../create-records.ts';
import { createSqliteDialect } from '../sqlite-dialect.ts';

/** Fresh records in memory; `close` is what a `beforeEach` gives back, so that they end with the test. */
export async function openMemoryRecords(): Promise<{ records: Records; close(): Promise<void> }> {
  const file = openSqlite(':memory:');
  const { records, close } = await createRecords(createSqliteDialect(file));
  return {
    records,
    async close() {
      await close();
      file.close();
    },
  };
}
