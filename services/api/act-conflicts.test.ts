import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { openTestApp } from './testing/open-test-app.ts';

const reason = 'satu pokok';

describe('two people, two acts', async () => {
  const { app, records, token, close } = await openTestApp();

  beforeAll(async () => {
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
  afterAll(close);

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
