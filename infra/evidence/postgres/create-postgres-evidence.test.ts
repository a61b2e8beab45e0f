import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { describeEvidenceStoreContract } from '../../../shared/ports/evidence-store.contract.ts';
import { missingServer } from '../../stack/missing-server.ts';
import type { RunningServer } from '../../stack/server-process.ts';
import { startPostgres } from '../../stack/start-postgres.ts';
import { createPostgresEvidence, type RunSql } from './create-postgres-evidence.ts';

const missing = missingServer('postgres');

describe.skipIf(missing !== null)(`evidence in a real PostgreSQL ${missing ?? ''}`, () => {
  let server: RunningServer;
  let pool: pg.Pool;
  beforeAll(async () => {
    server = await startPostgres();
    pool = new pg.Pool({ connectionString: server.url, max: 2 });
  });
  afterAll(async () => {
    await pool?.end();
    await server?.stop();
  });

  describeEvidenceStoreContract({
    name: 'postgres',
    async create() {
      const run: RunSql = async <Row>(sql: string, values?: unknown[]) =>
        (await pool.query(sql, values)).rows as Row[];
      return {
        store: await createPostgresEvidence(run),
        tamper: async (hash) =>
          void (await run('update evidence set body = $2 where hash = $1', [hash, Buffer.from([9])])),
        destroy: async () => void (await run('drop table evidence')),
      };
    },
  });
});
