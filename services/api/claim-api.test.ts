import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createSqliteQueue } from '../../infra/queue/sqlite/create-sqlite-queue.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { createKnowledgeBase } from '../../pipelines/claims/knowledge-base.ts';
import { matchClaims } from '../../pipelines/flow/match-claims.ts';
import { matchEntries } from '../../pipelines/flow/match-entries.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import type { Scope } from '../../shared/domain/unit.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { payloadOf } from '../../shared/jobs/job-definition.ts';
import { matchJob } from '../../shared/jobs/jobs.ts';
import type { NewJob, Queue } from '../../shared/ports/queue.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildFactCheck } from '../../shared/testing/build-claim.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { createCountingIds, createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { buildApp } from './app.ts';
import { createChangeFeed } from './events.ts';

const token = 'a-token-for-tests-only';
const text = 'Tujuh kontainer surat suara tercoblos ditemukan di pelabuhan Tanjung Priok semalam';
const primary = { title: 'Keputusan', url: 'https://jdih.kpu.example/1', tier: 'primary' };
const reason = 'sudah dicek ke pelabuhan';

/** What comes back is read by name; the routes' schemas check its shape. */
// biome-ignore lint/suspicious/noExplicitAny: answers of many routes
type Answer = any;

describe('the knowledge base over the API', () => {
  let clock = createFixedClock();
  let records: Records;
  let index: ReturnType<typeof createSqliteIndex>;
  let queue: Queue;
  let queued: NewJob[];
  let build: (scope?: Scope) => ReturnType<typeof buildApp>;
  let app: Awaited<ReturnType<typeof buildApp>>;
  beforeEach(async () => {
    const sqlite = openSqlite(':memory:');
    clock = createFixedClock();
    index = createSqliteIndex(sqlite, searchTerms);
    const real = createSqliteQueue({ sqlite, clock, random: () => 0.5 });
    queued = [];
    queue = {
      ...real,
      async add(jobs) {
        queued.push(...jobs);
        return real.add(jobs);
      },
    };
    records = (await createRecords(createSqliteDialect(sqlite))).records;
    const ids = createCountingIds(clock);
    build = (scope = nationalScope) =>
      buildApp({
        index,
        records,
        queue,
        clock,
        ids,
        changes: createChangeFeed(),
        scope,
        token,
        logLevel: 'silent',
        checkResponses: true,
      });
    app = await build();
  });
  afterEach(async () => {
    await app.close();
    await queue.close();
  });

  const headers = { authorization: `Bearer ${token}` };
  const get = async (url: string): Promise<Answer> => (await app.inject({ url, headers })).json();
  const send = async (url: string, payload: object, method: 'POST' | 'PATCH' = 'POST') => {
    const response = await app.inject({ method, url, payload, headers });
    return { status: response.statusCode, body: response.json() as Answer };
  };
  /** What the workers would do. */
  const work = async (): Promise<void> => {
    const deps = { index, records, clock, knowledge: createKnowledgeBase(records) };
    for (const job of queued.splice(0)) {
      if (job.name !== 'match') continue;
      const { entryIds, ...what } = payloadOf(matchJob, job.payload);
      await (entryIds.length > 0 ? matchEntries(deps, entryIds) : matchClaims(deps, what));
    }
  };
  const approve = async (): Promise<Answer> => {
    const { body: claim } = await send('/v1/claims', { text, unit: '31', by: 'ani' });
    const verdict = { version: 1, verdict: 'salah', evidence: [primary], by: 'ani', reason };
    await send(`/v1/claims/${claim.id}/verdict`, verdict);
    return (await send(`/v1/claims/${claim.id}/approve`, { version: 2, by: 'budi' })).body;
  };
  const put = async (nativeId: string, over: Parameters<typeof buildIndexedItem>[0] = {}) => {
    const at = clock.now();
    const item = buildIndexedItem({ nativeId, text, publishedAt: at, collectedAt: at, ...over });
    await index.put([item]);
    return item.id;
  };

  it('leads a claim through two people, and says plainly what a verdict lacks', async () => {
    const { status, body: claim } = await send('/v1/claims', { text, by: 'ani' });
    expect([status, claim.state, claim.createdBy]).toEqual([201, 'unchecked', 'ani']);
    const weak = { version: 1, verdict: 'salah', by: 'ani', reason };
    const refused = await send(`/v1/claims/${claim.id}/verdict`, weak);
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([
      {
        path: 'evidence',
        message: 'Vonis "salah" memerlukan satu sumber primer atau dua sumber sekunder yang independen.',
      },
    ]);
    const judged = await send(`/v1/claims/${claim.id}/verdict`, { ...weak, evidence: [primary] });
    expect(judged.body).toMatchObject({ state: 'checked', version: 2, checker: 'ani' });
    const own = await send(`/v1/claims/${claim.id}/approve`, { version: 2, by: 'Ani' });
    expect([own.status, own.body.errors[0].path]).toEqual([422, 'approver']);
    const done = await send(`/v1/claims/${claim.id}/approve`, { version: 2, by: 'budi' });
    expect(done.body).toMatchObject({ state: 'approved', reviewAt: '2024-12-04T01:00:00.000Z' });
    clock.advance(8 * dayMs);
    expect((await get(`/v1/claims/${claim.id}`)).claim.state).toBe('stale');
    expect((await get('/v1/claims?review=due')).total).toBe(1);
    expect((await send('/v1/claims/match', { text })).body.matches).toEqual([]);
    expect((await get(`/v1/claims/${claim.id}/versions`)).versions).toHaveLength(3);
    const actions = (await records.audit.of(claim.id, 9)).map(({ action }) => action);
    expect(actions).toEqual(['claim.approve', 'claim.verdict', 'claim.create']);
    expect(queued.map(({ name }) => name)).toEqual(['match', 'match', 'match']);
  });

  it('answers the second of two people with 409 and what to do', async () => {
    const { body: claim } = await send('/v1/claims', { text });
    await send(`/v1/claims/${claim.id}`, { version: 1, areas: ['31'], by: 'ani', reason }, 'PATCH');
    const late = await send(
      `/v1/claims/${claim.id}`,
      { version: 1, kind: 'fabricated', by: 'budi', reason },
      'PATCH',
    );
    expect(late.status).toBe(409);
    expect(late.body.hint).toContain('ani changed areas');
    expect(late.body.hint).toContain('send it with version 2');
    const both = await Promise.all(
      ['x', 'y'].map((explanation) =>
        send(`/v1/claims/${claim.id}`, { version: 2, explanation, reason }, 'PATCH'),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('refuses what is no claim', async () => {
    for (const payload of [
      {},
      { text: 'x' },
      { text, kind: 'hoax' },
      { text, evidence: [{ ...primary, url: 'javascript:1' }] },
    ])
      expect((await send('/v1/claims', payload)).status, JSON.stringify(payload)).toBe(400);
    expect((await send('/v1/claims', { fromFactCheck: 'none' })).status).toBe(404);
    expect((await send('/v1/claims/none/approve', { version: 1 })).status).toBe(404);
    expect((await app.inject({ url: '/v1/claims/none', headers })).statusCode).toBe(404);
    expect((await get('/v1/claims')).claims).toEqual([]);
    expect((await send('/v1/claims/match', { text })).body.matches).toEqual([]);
  });

  it('shows suggestions with reasons, decides many at once and never asks again', async () => {
    await approve();
    await records.factChecks.put([buildFactCheck(1, { text, verdict: 'benar' })]);
    await records.issues.put([buildIssue(1, { title: text })]);
    const copy = await put('a', { issueId: 'issue-001', storyId: 's', linkedAt: 1 });
    const retold = await put('b', {
      text: 'kata grup sebelah 8 kontainer surat suara tercoblos ada di Tanjung Priok',
    });
    queued.push({ name: 'match', payload: { itemIds: [copy, retold] }, attempts: 1, backoffMs: 1 });
    await work();
    const auto = (await get(`/v1/items/${copy}/claims`)).links;
    expect(auto[0]).toMatchObject({ automatic: true, state: 'linked', entry: { verdict: 'salah' } });
    expect(auto[0].contradicts[0]).toMatchObject({ kind: 'verdicts' });
    const asked = (await get(`/v1/items/${retold}/claims`)).links;
    expect(asked[0].differs.join()).toContain('hanya ada pada klaim');
    expect(asked[0].agrees).toContain('kontainer');
    const issue = (await get('/v1/issues/ISU-2024-000001/claims')).links;
    expect(issue.length).toBeGreaterThan(0);
    const ids = asked.map(({ id }: Answer) => id);
    const decided = await send('/v1/claim-links/decide', { ids, decision: 'reject', by: 'ani', reason });
    expect(decided.body.changed).toBe(ids.length);
    expect((await send('/v1/claim-links/decide', { ids, decision: 'reject', by: 'ani' })).body.changed).toBe(
      0,
    );
    queued.push({ name: 'match', payload: { itemIds: [retold] }, attempts: 1, backoffMs: 1 });
    await work();
    const after = (await get(`/v1/items/${retold}/claims`)).links;
    expect(after.every(({ state, person }: Answer) => state === 'rejected' && person === 'ani')).toBe(true);
    expect((await get('/v1/claim-links?state=rejected')).links).toHaveLength(ids.length);
    expect((await send('/v1/claim-links/decide', { ids: ['none'], decision: 'accept' })).status).toBe(404);
  });

  it('counts no denial as spread, and follows a label that a person gives', async () => {
    const claim = await approve();
    const item = await put('a');
    const repost = await put('b', { duplicateOf: item, storyId: 's', text: `Lihat ini! ${text}` });
    await index.assign([
      { id: item, storyId: 's', issueId: null, duplicateOf: null, linkedAt: 1 },
      { id: repost, storyId: 's', issueId: null, duplicateOf: item, linkedAt: 1 },
    ]);
    await send(`/v1/items/${item}/claims`, { entry: claim.id, by: 'ani' });
    await work();
    expect((await get(`/v1/claims/${claim.id}`)).spread).toMatchObject({
      spreading: 2,
      unique: 1,
      denying: 0,
    });
    await send(`/v1/items/${item}/labels`, { values: { stance: 'membantah' }, reason });
    await work();
    expect((await get(`/v1/claims/${claim.id}`)).spread).toMatchObject({ spreading: 1, denying: 1 });
    expect((await send(`/v1/items/${item}/claims`, { entry: 'none' })).status).toBe(404);
  });

  it('shows nobody what lies outside their scope', async () => {
    await approve();
    const places = [{ code: '35.73', from: 'text' as const, words: [] }];
    const malang = await put('a', { labels: buildLabels({ places }) });
    const elsewhere = await put('b');
    queued.push({ name: 'match', payload: { itemIds: [malang, elsewhere] }, attempts: 1, backoffMs: 1 });
    await work();
    expect((await get('/v1/claim-links?by=machine')).links).toHaveLength(2);
    await app.close();
    app = await build({ unit: '35.73' });
    const { links } = await get('/v1/claim-links?by=machine');
    expect(links.map(({ subjectId }: Answer) => subjectId)).toEqual([malang]);
    expect((await app.inject({ url: `/v1/items/${elsewhere}/claims`, headers })).statusCode).toBe(404);
  });

  it.each([
    ['json', 'application/json'],
    ['csv', 'text/csv'],
    ['jsonld', 'application/ld+json'],
  ])('gives everything out as %s and takes it back the same', async (format, type) => {
    const claim = await approve();
    await records.factChecks.put([buildFactCheck(1)]);
    const file = await app.inject({ url: `/v1/claims/export?format=${format}`, headers });
    expect(file.headers['content-type']).toContain(type);
    const bring = async (query: string) => {
      const response = await app.inject({
        method: 'POST',
        url: `/v1/claims/import${query}`,
        headers: { ...headers, 'content-type': type },
        payload: file.body,
      });
      return response.json() as Answer;
    };
    expect(await bring('?approvals=keep')).toMatchObject({ added: 0, unchanged: 1, kept: [], refusals: [] });
    await app.close();
    const other = openSqlite(':memory:');
    records = (await createRecords(createSqliteDialect(other))).records;
    app = await build();
    expect(await bring('?approvals=keep')).toMatchObject({ added: 1, factChecks: { added: 1 } });
    expect((await get(`/v1/claims/${claim.id}`)).claim).toEqual(claim);
    expect((await app.inject({ url: `/v1/claims/export?format=${format}`, headers })).body).toBe(file.body);
  });

  it('takes a fact-check over as a source, and refuses a file that is none', async () => {
    await records.factChecks.put([buildFactCheck(1)]);
    const { factChecks } = await get('/v1/fact-checks?q=percetakan');
    const { body } = await send('/v1/claims', { fromFactCheck: factChecks[0].id });
    expect(body).toMatchObject({ state: 'unchecked', evidence: [{ tier: 'secondary' }] });
    const wrong = await app.inject({
      method: 'POST',
      url: '/v1/claims/import',
      headers: { ...headers, 'content-type': 'application/json' },
      payload: '[1]',
    });
    expect(wrong.statusCode).toBe(400);
    expect((wrong.json() as Answer).hint).toContain('format');
  });
});
