import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createSqliteQueue } from '../../infra/queue/sqlite/create-sqlite-queue.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { hourMs } from '../../shared/domain/instant.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { createCountingIds, createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { buildApp } from './app.ts';
import { createChangeFeed } from './events.ts';
import { makeSampleLink } from './people/session-link.ts';

const token = 'a-token-for-tests-only';
const now = Date.UTC(2028, 3, 5, 3, 20);

describe('what the desk needs of the API', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saring-dist-'));
  const sqlite = openSqlite(':memory:');
  const clock = createFixedClock(now);
  const queue = createSqliteQueue({ sqlite, clock, random: () => 0.5 });
  const index = createSqliteIndex(sqlite, searchTerms);
  let records: Records;
  let app: Awaited<ReturnType<typeof buildApp>>;

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Saring</title>');
    writeFileSync(join(folder, 'assets', 'desk-12345678.js'), 'export {};');
    writeFileSync(join(folder, 'assets', 'desk-12345678.js.br'), brotliCompressSync('export {};'));
    ({ records } = await createRecords(createSqliteDialect(sqlite)));
    app = await buildApp({
      index,
      records,
      queue,
      clock,
      ids: createCountingIds(clock),
      changes: createChangeFeed(),
      scope: nationalScope,
      token,
      deskFolder: folder,
      logLevel: 'silent',
      checkResponses: true,
    });
    await records.issues.put([buildIssue(1, { firstAt: now - 5 * hourMs, lastAt: now })]);
    const items = [1, 2, 3].map((n) =>
      buildIndexedItem({
        nativeId: `n${n}`,
        publishedAt: now - (n === 3 ? 20 : 0.2) * hourMs,
        issueId: 'issue-001',
      }),
    );
    await index.put(items);
  });
  afterAll(async () => {
    await app.close();
    await queue.close();
    rmSync(folder, { recursive: true });
  });
  const get = (url: string) => app.inject({ url, headers: { authorization: `Bearer ${token}` } });

  it('opens the page for every address of one, without an account', async () => {
    for (const url of ['/', '/isu/ISU-2028-000001', '/cari?q=a.b']) {
      const response = await app.inject({ url });
      expect([url, response.statusCode, response.headers['cache-control']]).toEqual([url, 200, 'no-cache']);
      expect(response.body).toContain('<title>Saring');
      const policy = String(response.headers['content-security-policy']);
      expect(policy).toContain("style-src 'self'");
      expect(policy).not.toMatch(/unsafe|upgrade-insecure/);
    }
  });

  it('gives hashed files for ever and compressed', async () => {
    const response = await app.inject({
      url: '/assets/desk-12345678.js',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(response.headers['content-encoding']).toBe('br');
    expect(response.headers['cache-control']).toContain('immutable');
    expect(response.headers['content-type']).toContain('javascript');
  });

  it.each([
    '/assets/gone.js',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/v1/nothing',
    '/%zz',
  ])('answers %s with no page', async (url) => {
    const response = await app.inject({ url });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.body).not.toContain('<title>');
  });

  it('gives a spark line and the next target of each issue asked for', async () => {
    const { glances, bucketMs } = (await get('/v1/issue-glances?issue=issue-001,unknown')).json();
    expect(bucketMs).toBe(3 * hourMs);
    expect(glances).toHaveLength(1);
    expect(glances[0].spark).toHaveLength(24);
    expect(glances[0].spark.at(-1)).toBe(2);
    expect(glances[0].spark.reduce((sum: number, n: number) => sum + n, 0)).toBe(3);
    expect(glances[0].clock).toMatchObject({ step: 'triage', name: 'pemilahan', state: 'running' });
    expect((await app.inject({ url: '/v1/issue-glances?issue=issue-001' })).statusCode).toBe(401);
  });

  it('names every unit', async () => {
    const { units } = (await get('/v1/units')).json();
    expect(units).toHaveLength(553);
    expect(units[0]).toMatchObject({ code: 'RI', name: 'KPU RI', tier: 'national', parent: null });
  });

  it('signs in by the sample’s link, once, and only where nobody else has an account', async () => {
    const link = await makeSampleLink(records, now);
    const open = () => app.inject({ method: 'POST', url: '/v1/session/link', payload: { token: link } });
    const first = await open();
    expect(first.json()).toMatchObject({ user: { name: 'Petugas contoh' }, unit: 'RI' });
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Strict/i);
    expect((await open()).statusCode).toBe(403);
    const other = await createRecords(createSqliteDialect(openSqlite(':memory:')));
    const officer = (await records.people.users.list({ limit: 1 })).at(0)!;
    await other.records.people.users.put({ ...officer, version: 1, email: 'ketua@contoh.example' });
    expect(await makeSampleLink(other.records, now)).toBeNull();
    await other.close();
  });
});
