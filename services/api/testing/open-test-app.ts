import { createSqliteIndex } from '../../../infra/index/sqlite/create-sqlite-index.ts';
import { createSqliteQueue } from '../../../infra/queue/sqlite/create-sqlite-queue.ts';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { createCountingIds, createFixedClock } from '../../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import type { ApiDeps } from '../api-deps.ts';
import { buildApp } from '../app.ts';
import { createChangeFeed } from '../events.ts';

const token = 'a-token-for-tests-only';

/** The whole API over an SQLite file in memory, at a clock that stands at `now` until it is moved. */
export async function openTestApp({ now, ...over }: Partial<ApiDeps> & { now?: number } = {}) {
  const sqlite = openSqlite(':memory:');
  const clock = createFixedClock(now);
  const deps = {
    index: createSqliteIndex(sqlite, searchTerms),
    records: (await createRecords(createSqliteDialect(sqlite))).records,
    queue: createSqliteQueue({ sqlite, clock, random: () => 0.5 }),
    clock,
    ids: createCountingIds(clock),
    changes: createChangeFeed(),
    scope: nationalScope,
    token,
    logLevel: 'silent',
    checkResponses: true,
    ...over,
  };
  const app = await buildApp(deps);
  return {
    ...deps,
    clock,
    app,
    sqlite,
    headers: { authorization: `Bearer ${token}` },
    async close(): Promise<void> {
      await app.close();
      await deps.queue.close();
    },
  };
}
export type TestApp = Awaited<ReturnType<typeof openTestApp>>;
