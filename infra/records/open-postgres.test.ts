import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeAnswerRecordsContract } from '../../shared/ports/answer-records.contract.ts';
import { describeAuditContract } from '../../shared/ports/audit-records.contract.ts';
import { describeClaimRecordsContract } from '../../shared/ports/claim-records.contract.ts';
import { describeDeliveryRecordsContract } from '../../shared/ports/delivery-records.contract.ts';
import { describeEvidenceRecordsContract } from '../../shared/ports/evidence-records.contract.ts';
import { describeIssueRecordsContract } from '../../shared/ports/issue-records.contract.ts';
import { describeNarrativeRecordsContract } from '../../shared/ports/narrative-records.contract.ts';
import { describePeopleContract } from '../../shared/ports/people-records.contract.ts';
import { describeRecordTablesContract } from '../../shared/ports/record-tables.contract.ts';
import { describeRecordsContract } from '../../shared/ports/records.contract.ts';
import { describeReportRecordsContract } from '../../shared/ports/report-records.contract.ts';
import { describeDisseminationContract } from '../../shared/ports/stakeholder-records.contract.ts';
import { describeWorkflowRecordsContract } from '../../shared/ports/workflow-records.contract.ts';
import { buildDelivery, deliveryDueAt } from '../../shared/testing/build-delivery.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { missingServer } from '../stack/missing-server.ts';
import type { RunningServer } from '../stack/server-process.ts';
import { startPostgres } from '../stack/start-postgres.ts';
import { startProxy } from '../stack/start-proxy.ts';
import { openPostgres } from './open-postgres.ts';

const missing = missingServer('postgres');

const both = [() => 'done' as const, () => 'failed' as const] as const;

describe.skipIf(missing !== null)(`Records on a real PostgreSQL ${missing ?? ''}`, () => {
  let server: RunningServer;
  let admin: pg.Pool;
  beforeAll(async () => {
    server = await startPostgres();
    admin = new pg.Pool({ connectionString: server.url, max: 1 });
  });
  afterAll(async () => {
    await admin?.end();
    await server?.stop();
  });

  const freshDatabase = async (): Promise<string> => {
    const name = `t${randomUUID().replaceAll('-', '')}`;
    await admin.query(`create database ${name}`);
    return server.url.replace(/postgres$/, name);
  };

  const plainBackend = {
    name: 'postgres',
    async create() {
      const { records, tables, close } = await openPostgres({ url: await freshDatabase() });
      return { records, tables, people: records.people, destroy: close };
    },
  };
  describeAnswerRecordsContract(plainBackend);
  describeWorkflowRecordsContract(plainBackend);
  describeDeliveryRecordsContract(plainBackend);
  describeEvidenceRecordsContract(plainBackend);
  describeDisseminationContract(plainBackend);
  describeIssueRecordsContract(plainBackend);
  describeNarrativeRecordsContract(plainBackend);
  describeReportRecordsContract(plainBackend);
  describeRecordTablesContract(plainBackend);
  describeClaimRecordsContract(plainBackend);
  describePeopleContract(plainBackend);
  describeRecordsContract(plainBackend);

  describeAuditContract({
    name: 'postgres',
    async create() {
      const url = await freshDatabase();
      const { records, close } = await openPostgres({ url });
      const raw = new pg.Pool({ connectionString: url, max: 1 });
      const tamper = async (sql: string): Promise<void> => void (await raw.query(sql));
      return { records, tamper, destroy: async () => void (await Promise.all([close(), raw.end()])) };
    },
  });

  describe('with several processes', () => {
    it('migrates once when many open a new database at once', async () => {
      const url = await freshDatabase();
      const opened = await Promise.all([1, 2, 3, 4].map(() => openPostgres({ url, maxConnections: 2 })));
      expect(await opened[3]!.records.state.get('k')).toBeNull();
      await Promise.all(opened.map(({ close }) => close()));
    });

    it('keeps numbers single, the audit chain whole and what is read and written over complete', async () => {
      const url = await freshDatabase();
      const opened = await Promise.all([1, 2, 3].map(() => openPostgres({ url, maxConnections: 4 })));
      const entry = { at: 1, actor: 'a', action: 'x', subject: 's', before: null, after: null, reason: null };
      const one = ({ records }: (typeof opened)[number], n: number): Promise<number> =>
        records.transaction(async (inner) => {
          const [number] = await inner.issues.nextNumbers(2024, 1);
          await inner.issues.put([buildIssue(n)]);
          await inner.audit.append(entry);
          const list = ((await inner.state.get('list')) as number[] | null) ?? [];
          await inner.state.put('list', [...list, n]);
          return number!;
        });
      const jobs = opened.flatMap((each, at) => Array.from({ length: 20 }, (_, n) => one(each, at * 20 + n)));
      const outside = opened.map(({ records }) => records.audit.append(entry));
      const numbers = await Promise.all(jobs);
      await Promise.all(outside);
      expect(new Set(numbers).size).toBe(60);
      const { records } = opened[0]!;
      expect(await records.audit.verify()).toEqual({ entries: 63, brokenAt: null });
      expect(((await records.state.get('list')) as number[]).length).toBe(60);
      await Promise.all(opened.map(({ close }) => close()));
    });

    it('gives each message of the outbox to one of many senders, within the connections that each may have', async () => {
      const url = await freshDatabase();
      const mostOfEach = 3;
      const opened = await Promise.all(
        [1, 2, 3].map(() => openPostgres({ url, maxConnections: mostOfEach })),
      );
      const { records } = opened[0]!;
      await records.deliveries.enqueue(Array.from({ length: 60 }, (_, n) => buildDelivery(n + 1)));
      const take = { channel: 'email' as const, now: deliveryDueAt, leaseMs: 60_000, limit: 5 };
      const senders = opened.flatMap((each) => Array.from({ length: 8 }, () => each.records.deliveries));
      const claimed = (await Promise.all(senders.map((deliveries) => deliveries.claim(take)))).flat();
      const used = await admin.query<{ n: number }>(
        "select count(*)::int as n from pg_stat_activity where application_name = 'saring' and datname = $1",
        [new URL(url).pathname.slice(1)],
      );
      expect(used.rows[0]!.n).toBeGreaterThan(opened.length);
      expect(used.rows[0]!.n).toBeLessThanOrEqual(opened.length * mostOfEach);
      const rest = await records.deliveries.claim({ ...take, limit: 100 });
      const ids = [...claimed, ...rest].map(({ id }) => id);
      expect(claimed.length).toBeGreaterThan(5);
      expect(ids).toHaveLength(60);
      expect(new Set(ids).size).toBe(60);
      await Promise.all(opened.map(({ close }) => close()));
    });

    it('waits once for a process whose network is dead in the middle of a transaction', async () => {
      const url = await freshDatabase();
      const proxy = await startProxy(url);
      const near = await openPostgres({ url });
      const far = await openPostgres({ url: proxy.url, silentMs: 300 });
      const entry = { at: 1, actor: 'a', action: 'x', subject: 's', before: null, after: null, reason: null };
      const cutOff = Promise.withResolvers<void>();
      const first = far.records
        .transaction(async (inner) => {
          await inner.state.get('k');
          proxy.swallow();
          cutOff.resolve();
          await inner.state.put('k', 1);
        })
        .then(...both);
      const waiting = [1, 2, 3].map(() => far.records.audit.append(entry).then(...both));
      await cutOff.promise;
      const open = `select count(*)::int as open from pg_stat_activity
        where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`;
      expect(await near.run<{ open: number }>(open)).toEqual([{ open: 1 }]);
      await near.records.audit.append(entry);
      expect(await near.records.state.get('k')).toBeNull();
      proxy.pass();
      expect(await first).toBe('failed');
      expect(await Promise.all(waiting)).toEqual(['done', 'done', 'done']);
      expect(await near.records.audit.verify()).toEqual({ entries: 4, brokenAt: null });
      await Promise.all([near.close(), far.close()]);
      await proxy.stop();
    });

    it('refuses one that was restored in part, naming what it lacks', async () => {
      const url = await freshDatabase();
      await (await openPostgres({ url })).close();
      const inside = new pg.Client({ connectionString: url });
      await inside.connect();
      await inside.query('drop table alert; alter table issue drop column document');
      await inside.end();
      await expect(openPostgres({ url })).rejects.toThrow(
        /^The database is half migrated.*: it lacks alert, issue\.document; restore its backup$/,
      );
    });

    it('says in one line why a database cannot be used', async () => {
      const url = await freshDatabase();
      await expect(openPostgres({ url: `${url}x` })).rejects.toThrow('PostgreSQL cannot be used');
      const latin = `t${randomUUID().replaceAll('-', '')}`;
      await admin.query(`create database ${latin} encoding 'LATIN1' locale 'C' template template0`);
      await expect(openPostgres({ url: server.url.replace(/postgres$/, latin) })).rejects.toThrow(
        'encoding UTF8',
      );
    });
  });
});
