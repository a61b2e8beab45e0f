import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createSqliteQueue } from '../../infra/queue/sqlite/create-sqlite-queue.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { createCountingIds, createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { buildApp } from './app.ts';
import { createChangeFeed } from './events.ts';

const token = 'a-token-for-tests-only';
const reason = 'satu pokok';

describe('two people, two acts', () => {
  const sqlite = openSqlite(':memory:');
  const clock = createFixedClock();
  const queue = createSqliteQueue({ sqlite, clock, random: () => 0.5 });
  let app: Awaited<ReturnType<typeof buildApp>>;

  beforeAll(async () => {
    const { records } = await createRecords(createSqliteDialect(sqlite));
    app = await buildApp({
      index: createSqliteIndex(sqlite, searchTerms),
      records,
      queue,
      clock,
      ids: createCountingIds(clock),
      changes: createChangeFeed(),
      scope: nationalScope,
      token,
      logLevel: 'silent',
    });
    await records.issues.put([
      buildIssue(1, { state: 'published' }),
      buildIssue(2, { state: 'monitored' }),
      buildIssue(3),
      buildIssue(4, { state: 'merged', mergedInto: 'issue-003' }),
    ]);
    const story = { issueId: 'issue-003', title: 't', firstAt: 1, lastAt: 2, unique: 1, items: 1 };
    await records.stories.put([
      { id: 's1', ...story },
      { id: 's2', ...story },
    ]);
  });
  afterAll(async () => {
    await app.close();
    await queue.close();
  });

  const act = (url: string, payload: object, version?: string) =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        authorization: `Bearer ${token}`,
        ...(version === undefined ? {} : { 'if-match': version }),
      },
      payload,
    });

  it('merges two published issues only when somebody says that their answers agree', async () => {
    const refused = await act('/v1/issues/issue-001/merge', { into: 'issue-002', reason });
    expect(refused.json()).toMatchObject({
      status: 409,
      title: 'Both issues have a published clarification',
    });
    const sure = { into: 'issue-002', reason, confirmPublished: true };
    expect((await act('/v1/issues/issue-001/merge', sure)).statusCode).toBe(200);
  });

  it('refuses what was decided on an older version, and says what to do', async () => {
    const stale = '"issue-003-0"';
    for (const answer of [
      await act('/v1/issues/issue-003/merge', { into: 'issue-002', reason }, stale),
      await act('/v1/issues/issue-003/split', { stories: ['s1'], reason }, stale),
    ])
      expect(answer.json()).toMatchObject({ status: 409, hint: 'Read it again, then decide again.' });
    expect(
      (await act('/v1/issues/issue-003/split', { stories: ['s1'], reason }, '"issue-003-1"')).statusCode,
    ).toBe(200);
  });

  it('refuses to move an issue that is part of another already, from either side', async () => {
    expect((await act('/v1/issues/issue-004/merge', { into: 'issue-002', reason })).statusCode).toBe(409);
    expect((await act('/v1/issues/issue-003/merge', { into: 'issue-004', reason })).statusCode).toBe(409);
    expect((await act('/v1/issues/issue-004/split', { stories: ['s1'], reason })).statusCode).toBe(409);
  });
});
