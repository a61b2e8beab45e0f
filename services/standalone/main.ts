import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createIds, createSystemClock } from '../../infra/clock/system-clock.ts';
import { createUndiciFetcher } from '../../infra/http/undici/undici-fetcher.ts';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { readModel } from '../../infra/models/read-model.ts';
import { createSqliteQueue } from '../../infra/queue/sqlite/create-sqlite-queue.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import type { Settings } from '../../shared/config/settings.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { Records } from '../../shared/ports/records.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';

/** Pause between two requests to one host, in ms; none where every host is the sample's own server. */
export interface OpenOptions {
  clock?: Clock;
  pauseMs?: number;
}

/** The embedded installation: one SQLite file in the data folder, made when it is not there. */
export async function openEmbedded(settings: Settings, options: OpenOptions = {}): Promise<Installation> {
  const clock = options.clock ?? createSystemClock();
  const folder = resolve(settings.dataDir);
  mkdirSync(folder, { recursive: true });
  const sqlite = openSqlite(join(folder, 'saring.sqlite'));
  const queue = createSqliteQueue({ sqlite, clock, random: Math.random });
  const index = createSqliteIndex(sqlite, searchTerms);
  const { records, close } = await createRecords(createSqliteDialect(sqlite));
  const key = settings.pseudonymKey ?? (await keptKey(records));
  const fetcher = createUndiciFetcher({
    clock: createSystemClock(),
    contact: settings.contact,
    allowAddresses: settings.allowAddresses,
    ...(options.pauseMs === undefined ? {} : { pauseMs: options.pauseMs }),
  });
  return {
    queue,
    index,
    records,
    fetcher,
    clock,
    ids: createIds(clock),
    readModel,
    pseudonymise: (name) => `akun-${createHmac('sha256', key).update(name).digest('hex').slice(0, 12)}`,
    async close() {
      await queue.close();
      await fetcher.close();
      await index.close();
      await close();
      sqlite.close();
    },
  };
}

/** The key that makes private authors pseudonymous, made once for an installation. */
async function keptKey(records: Records): Promise<string> {
  const kept = await records.state.get('pseudonym.key');
  if (typeof kept === 'string') return kept;
  const fresh = randomBytes(32).toString('hex');
  await records.state.put('pseudonym.key', fresh);
  return fresh;
}
