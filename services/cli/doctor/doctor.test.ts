import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from '@elastic/elasticsearch';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { missingServer } from '../../../infra/stack/missing-server.ts';
import { type RunningStack, startStack } from '../../../infra/stack/start-stack.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';
import type { Finding } from '../../../shared/ports/finding.ts';
import { clockFinding } from '../../../shared/ports/finding.ts';
import { buildIndexedItem } from '../../../shared/testing/build-item.ts';
import { openDistributed } from '../../distributed/main.ts';
import { probeInstallation } from '../../installation/main.ts';
import { openEmbedded } from '../../standalone/main.ts';
import type { CliContext } from '../cli-context.ts';
import { examine, formatFindings } from './doctor.ts';
import { startRewritingProxy } from './testdata/rewriting-proxy.ts';

const context = {
  probe: probeInstallation,
  open: async (settings) => (settings.redisUrl ? openDistributed(settings) : openEmbedded(settings)),
} satisfies Partial<CliContext> as unknown as CliContext;

const bad = (findings: readonly Finding[]): string[] =>
  findings.filter((finding) => !finding.ok).map((finding) => finding.name);

describe('saring doctor for one file', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'saring-doctor-'));
    return () => rmSync(dataDir, { recursive: true });
  });
  const look = (more = {}) => examine(context, loadConfig({}, { dataDir, logLevel: 'silent', ...more }));

  it('finds all well, and opens nothing that was never started', async () => {
    const before = await look();
    expect(bad(before.findings)).toEqual([]);
    expect(before.findings.map((finding) => finding.name)).not.toContain('jejak audit');
    await (await openEmbedded(loadConfig({}, { dataDir }))).close();
    const after = await look();
    expect(bad(after.findings)).toEqual([]);
    expect(after.findings.find((finding) => finding.name === 'jejak audit')?.detail).toBe('0 entri utuh');
    expect(after.findings.find((finding) => finding.name === 'model')?.detail).toBe('lengkap');
  });

  it('says what to do about another key, an altered audit entry and a newer program', async () => {
    const installation = await openEmbedded(loadConfig({}, { dataDir }));
    const entry = { at: 1, actor: 'a', action: 'b', subject: 'c', before: null, after: null, reason: null };
    await installation.records.audit.append(entry);
    await installation.close();
    const db = new DatabaseSync(join(dataDir, 'saring.sqlite'));
    db.exec(`UPDATE audit_entry SET document = replace(document, '"a"', '"z"')`);
    const found = await look({ pseudonymKey: 'another-key-than-the-kept-one' });
    expect(bad(found.findings)).toEqual(['jejak audit', 'kunci samaran']);
    expect(formatFindings(found)).toMatch(/BURUK {2}jejak audit +putus pada entri 1\n {7}→ /);
    db.exec("INSERT INTO kysely_migration VALUES ('2099-later', '2099-01-01')");
    expect(bad((await look()).findings)).toEqual(['SQLite: migrasi']);
    db.exec("DELETE FROM kysely_migration WHERE name = '2099-later'; DROP TABLE alert");
    db.close();
    const half = (await look()).findings.find(({ ok }) => !ok);
    expect(half).toMatchObject({
      name: 'SQLite: migrasi',
      detail: expect.stringMatching(/tidak ada alert$/),
    });
  });
});

describe('a clock', () => {
  it.each([
    [0, true],
    [4_000, true],
    [-3_600_000, false],
    [9_000, false],
  ])('that is %i ms off is well: %s', (offset, ok) => {
    expect(clockFinding('Redis', 1_000_000 + offset, 999_990, 1_000_010).ok).toBe(ok);
  });
});

const missing = missingServer('redis', 'postgres', 'elasticsearch');

describe.skipIf(missing !== null)(`saring doctor for several servers ${missing ?? ''}`, () => {
  let stack: RunningStack;
  beforeAll(async () => {
    stack = await startStack();
  }, 180_000);
  afterAll(() => stack?.stop());
  const settingsOf = (more: Record<string, string> = {}) => loadConfig({ ...stack.environment, ...more });

  it('looks at each server, and at what is stored once it was started', async () => {
    const fresh = await examine(context, settingsOf());
    expect(bad(fresh.findings)).toEqual([]);
    for (const name of [
      'Redis: versi',
      'Redis: jam',
      'PostgreSQL: versi',
      'PostgreSQL: jam',
      'Elasticsearch: jam',
      'Elasticsearch: versi',
    ])
      expect(fresh.findings.map((finding) => finding.name)).toContain(name);
    expect(fresh.findings.find(({ name }) => name === 'PostgreSQL: migrasi')?.detail).toMatch(
      /^masih kosong/,
    );
    const installation = await openDistributed(settingsOf());
    await installation.index.put([buildIndexedItem()]);
    await installation.close();
    const used = await examine(context, settingsOf());
    expect(bad(used.findings)).toEqual([]);
    expect(used.findings.find(({ name }) => name === 'Elasticsearch: pemetaan')?.detail).toBe(
      '1 indeks berversi 1',
    );
    expect(used.findings.map((finding) => finding.name)).toContain('jejak audit');
  });

  it('names what is wrong with each, all in one run', async () => {
    const redis = new Redis(stack.redis.url);
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    await redis.config('SET', 'appendonly', 'no');
    const admin = new pg.Client({ connectionString: stack.postgres.url });
    admin.on('error', () => {});
    await admin.connect();
    await admin.query("insert into kysely_migration values ('2099-later', '2099-01-01')");
    const elastic = new Client({ node: stack.elasticsearch.url });
    await elastic.indices.create({ index: 'by-hand', aliases: { 'saring-items': {} } });
    await redis.config('SET', 'maxmemory', '1mb');
    const found = await examine(context, settingsOf());
    expect(bad(found.findings)).toEqual([
      'Redis: kebijakan memori',
      'Redis: catatan di cakram',
      'Redis: memori',
      'Redis: hak',
      'PostgreSQL: migrasi',
      'Elasticsearch: pemetaan',
    ]);
    for (const finding of found.findings.filter((one) => !one.ok)) {
      expect(finding.todo).not.toBeNull();
      expect(`${finding.detail}${finding.todo}`).not.toContain('\n');
    }
    expect(found.findings.find(({ name }) => name === 'Redis: hak')?.todo).toContain('maxmemory');
    await redis.config('SET', 'maxmemory', '0');
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    await redis.config('SET', 'appendonly', 'yes');
    await admin.query("delete from kysely_migration where name = '2099-later'");
    await elastic.indices.delete({ index: 'by-hand' });
    expect(bad((await examine(context, settingsOf())).findings)).toEqual([]);
    redis.disconnect();
    await admin.end();
    await elastic.close();
  });

  it.each([
    ['behind', -3_600_000, 'lebih cepat'],
    ['ahead', 3_600_000, 'lebih lambat'],
  ])(
    'sees an hour by each server when the clock of this machine is %s, and the program refuses',
    async (_, byMs, said) => {
      // Only what this process takes for the time is moved: the servers go on answering with the real one.
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + byMs });
      const { findings } = await examine(context, settingsOf());
      const refusal = await openDistributed(settingsOf()).catch((error: Error) => error.message);
      vi.useRealTimers();
      const clocks = findings.filter(({ name }) => name.endsWith(': jam'));
      expect(clocks.map(({ name }) => name)).toEqual(['Redis: jam', 'PostgreSQL: jam', 'Elasticsearch: jam']);
      for (const { ok, detail, todo } of clocks) {
        expect(ok).toBe(false);
        expect(detail).toMatch(new RegExp(`^3(599|60[0-5]) detik ${said} daripada mesin ini$`));
        expect(todo).toContain('NTP');
      }
      expect(refusal).toMatch(/^the clock of this machine is 3(599|60[0-5]) s .* that of Redis/);
      expect(bad((await examine(context, settingsOf())).findings)).toEqual([]);
    },
  );

  it('says within seconds which server is away or refuses the password', async () => {
    const from = Date.now();
    const found = await examine(
      context,
      settingsOf({
        SARING_REDIS_URL: 'redis://127.0.0.1:1',
        SARING_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
        SARING_ELASTICSEARCH_URL: 'http://127.0.0.1:1',
      }),
    );
    expect(bad(found.findings)).toEqual([
      'Redis: sambungan',
      'PostgreSQL: sambungan',
      'Elasticsearch: sambungan',
    ]);
    // A server that refuses at once is not asked again and again; nothing of the question is left to wait for.
    expect(Date.now() - from).toBeLessThan(8_000);
    const redis = new Redis(stack.redis.url);
    await redis.config('SET', 'requirepass', 'rahasia');
    const locked = await examine(context, settingsOf());
    const refusal = await openDistributed(settingsOf()).catch((error: Error) => error.message);
    await redis.config('SET', 'requirepass', '');
    redis.disconnect();
    expect(locked.findings.find((one) => !one.ok)).toMatchObject({
      name: 'Redis: sambungan',
      detail: 'NOAUTH Authentication required',
      todo: expect.stringContaining('kata sandi'),
    });
    expect(refusal).toBe(
      'Redis does not let this program in: NOAUTH Authentication required; check user and password in SARING_REDIS_URL',
    );
    const partly = await examine(context, loadConfig({ SARING_REDIS_URL: stack.redis.url }));
    expect(bad(partly.findings)).toEqual(['PostgreSQL: sambungan', 'Elasticsearch: sambungan']);
    expect(partly.findings.find((one) => !one.ok)?.detail).toBe('SARING_DATABASE_URL belum disetel');
  });

  it('shows versions that are too old, and the program refuses each in one line', async () => {
    const admin = new pg.Client({ connectionString: stack.postgres.url });
    admin.on('error', () => {});
    await admin.connect();
    const { rows } = await admin.query<{ n: string }>("select current_setting('server_version_num') as n");
    await admin.end();
    const number = rows[0]!.n;
    const old = {
      SARING_REDIS_URL: await startRewritingProxy(stack.redis.url, 'redis_version:7', 'redis_version:5'),
      SARING_DATABASE_URL: await startRewritingProxy(stack.postgres.url, number, `14${number.slice(2)}`),
      SARING_ELASTICSEARCH_URL: await startRewritingProxy(
        stack.elasticsearch.url,
        '"version":"9.',
        '"version":"8.',
      ),
    };
    const all = Object.fromEntries(Object.entries(old).map(([name, { url }]) => [name, url]));
    const { findings } = await examine(context, settingsOf(all));
    expect(bad(findings)).toEqual(['Redis: versi', 'PostgreSQL: versi', 'Elasticsearch: versi']);
    for (const [name, refusal] of [
      ['SARING_REDIS_URL', /^Redis 5\.\S+ is too old: this program needs 7/],
      ['SARING_DATABASE_URL', /^PostgreSQL 14 is too old: this program needs 15/],
      ['SARING_ELASTICSEARCH_URL', /^Elasticsearch 8\.\S+ .*is too old: this program needs 9/],
    ] as const) {
      const refused = await openDistributed(settingsOf({ [name]: all[name]! })).catch(
        (error: Error) => error,
      );
      expect(refused).toBeInstanceOf(Error);
      expect((refused as Error).message).toMatch(refusal);
      expect((refused as Error).message).not.toContain('\n');
    }
    for (const proxy of Object.values(old)) proxy.close();
  });
});
