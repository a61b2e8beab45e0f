import { describe, expect, it } from 'vitest';
import { createRecords } from '../../infra/records/create-records.ts';
import { openPostgres } from '../../infra/records/open-postgres.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { missingServer } from '../../infra/stack/missing-server.ts';
import { startPostgres } from '../../infra/stack/start-postgres.ts';
import { describeAllowanceContract } from '../../shared/ports/allowance.contract.ts';
import { createAllowance } from './allowance.ts';

describeAllowanceContract({
  name: 'sqlite',
  async create() {
    const sqlite = openSqlite(':memory:');
    const { records } = await createRecords(createSqliteDialect(sqlite));
    return { open: async () => createAllowance(records), destroy: async () => sqlite.close() };
  },
});

const missing = missingServer('postgres');
describe.skipIf(missing !== null)(`on a real PostgreSQL ${missing ?? ''}`, () => {
  describeAllowanceContract({
    name: 'postgres, each with connections of its own',
    async create() {
      const server = await startPostgres();
      const opened: Awaited<ReturnType<typeof openPostgres>>[] = [];
      return {
        async open() {
          opened.push(await openPostgres({ url: server.url, maxConnections: 3 }));
          return createAllowance(opened.at(-1)!.records);
        },
        async destroy() {
          for (const { close } of opened) await close();
          await server.stop();
        },
      };
    },
  });
});

describe('what is kept of an allowance', () => {
  it('is a few periods, however many days go by', async () => {
    const sqlite = openSqlite(':memory:');
    const { records } = await createRecords(createSqliteDialect(sqlite));
    const allowance = createAllowance(records);
    for (let day = 10; day < 30; day += 1) await allowance.take('youtube', `2024-02-${day}`, day, 100);
    expect(await records.state.get('allowance youtube')).toEqual({
      '2024-02-27': 27,
      '2024-02-28': 28,
      '2024-02-29': 29,
    });
    sqlite.close();
  });
});
