import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshCase } from '../../shared/domain/workflow.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const reason = 'satu pokok';

describe('two people, two acts', () => {
  let api: TestApp;
  beforeEach(async () => {
    api = await openTestApp();
    await api.records.issues.put([
      buildIssue(1, { state: 'published' }),
      buildIssue(2, { state: 'monitored' }),
      buildIssue(3),
      buildIssue(4, { state: 'merged', mergedInto: 'issue-003' }),
      buildIssue(5),
      buildIssue(6, { parentId: 'issue-005', unit: '35.73' }),
      buildIssue(7, { parentId: 'issue-005', unit: '35.78' }),
      buildIssue(8, { state: 'closed' }),
    ]);
    const story = { issueId: 'issue-003', title: 't', firstAt: 1, lastAt: 2, unique: 1, items: 1 };
    await api.records.stories.put(Array.from({ length: 30 }, (_, n) => ({ id: `s${n}`, ...story })));
  });
  afterEach(() => api.close());

  const send = (url: string, payload: object, tag?: string) =>
    api.app.inject({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${api.token}`, ...(tag === undefined ? {} : { 'if-match': tag }) },
      payload: { ...payload, reason },
    });
  const read = (url: string) => api.app.inject({ url, headers: { authorization: `Bearer ${api.token}` } });
  const tagOf = async (issue: string) => String((await read(`/v1/issues/${issue}`)).headers['etag']);
  /** With the versions that are there. */
  const act = async (url: string, payload: object, issue: string) => send(url, payload, await tagOf(issue));

  it('merges two published issues only when somebody says that their answers agree', async () => {
    const refused = await act('/v1/issues/issue-001/merge', { into: 'issue-002' }, 'issue-001');
    expect(refused.json()).toMatchObject({
      status: 409,
      type: 'urn:saring:both-published',
      title: 'Both issues have a published clarification',
    });
    const sure = { into: 'issue-002', confirmPublished: true };
    expect((await act('/v1/issues/issue-001/merge', sure, 'issue-001')).statusCode).toBe(200);
  });

  it('asks the same of one that was published and closed since, and not of one that never was', async () => {
    const into = { into: 'issue-001' };
    expect((await act('/v1/issues/issue-008/merge', into, 'issue-008')).statusCode).toBe(200);
    const change = {
      version: 1,
      at: 1,
      by: 'p',
      what: 'terbit',
      why: null,
      from: 'approval',
      to: 'published',
    } as const;
    await api.records.issues.put([buildIssue(9, { state: 'closed' })]);
    await api.records.workflow.cases.put({ ...freshCase('issue-009'), version: 1, changes: [change] });
    expect((await act('/v1/issues/issue-009/merge', into, 'issue-009')).json().type).toBe(
      'urn:saring:both-published',
    );
  });

  it('wants to know what was read, and refuses what was decided on an older version', async () => {
    const stale = '"issue-003-0"';
    const item = buildIndexedItem();
    await api.index.put([item]);
    for (const [url, body] of [
      ['/v1/issues/issue-003/merge', { into: 'issue-002' }],
      ['/v1/issues/issue-003/split', { stories: ['s1'] }],
      [`/v1/items/${item.id}/pin`, { issue: 'issue-003' }],
    ] as const) {
      expect((await send(url, body)).statusCode).toBe(428);
      expect((await send(url, body, stale)).json()).toMatchObject({
        status: 412,
        hint: 'Read it again, then decide again.',
      });
      expect((await send(url, body, await tagOf('issue-002'))).statusCode).toBe(412);
    }
    expect(await api.records.constraints.active()).toEqual([]);
  });

  it('lets the first of two decisions on one version stand, before any writer came round', async () => {
    const tag = await tagOf('issue-003');
    const answers = await Promise.all([
      send('/v1/issues/issue-003/merge', { into: 'issue-005' }, tag),
      send('/v1/issues/issue-003/merge', { into: 'issue-002' }, tag),
      send('/v1/issues/issue-003/split', { stories: ['s1'] }, tag),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412, 412]);
    expect(await api.records.constraints.active()).toHaveLength(1);
  });

  it('holds for the issue that is merged into, too', async () => {
    const [three, five] = [await tagOf('issue-003'), await tagOf('issue-005')];
    expect(
      (await send('/v1/issues/issue-003/merge', { into: 'issue-005' }, `${three}, ${five}`)).statusCode,
    ).toBe(200);
    expect((await send('/v1/issues/issue-005/merge', { into: 'issue-002' }, five)).statusCode).toBe(412);
    const other = `${await tagOf('issue-008')}, ${five}`;
    expect((await send('/v1/issues/issue-008/merge', { into: 'issue-005' }, other)).statusCode).toBe(412);
  });

  it('holds for an item that two people pin to different issues', async () => {
    const item = { ...buildIndexedItem(), issueId: 'issue-003', storyId: 's1', linkedAt: 1 };
    await api.index.put([item]);
    const here = await tagOf('issue-003');
    const pin = async (issue: string) =>
      (await send(`/v1/items/${item.id}/pin`, { issue }, `${await tagOf(issue)}, ${here}`)).statusCode;
    expect([await pin('issue-005'), await pin('issue-002')]).toEqual([200, 412]);
  });

  it('takes a decision back once; who comes second is told', async () => {
    const { acts } = (await act('/v1/issues/issue-003/split', { stories: ['s1', 's2'] }, 'issue-003')).json();
    const tag = await tagOf('issue-003');
    expect((await send(`/v1/acts/${acts[0].id}/undo`, {}, '"issue-003-1"')).statusCode).toBe(412);
    expect((await send(`/v1/acts/${acts[0].id}/undo`, {}, tag)).statusCode).toBe(200);
    expect((await send(`/v1/acts/${acts[0].id}/undo`, {})).json()).toMatchObject({
      status: 409,
      type: 'urn:saring:act-undone',
    });
    expect((await send('/v1/issues/issue-003/merge', { into: 'issue-005' }, tag)).statusCode).toBe(412);
  });

  it('refuses to move an issue that is part of another already, from either side', async () => {
    expect((await act('/v1/issues/issue-004/merge', { into: 'issue-002' }, 'issue-004')).statusCode).toBe(
      409,
    );
    expect((await act('/v1/issues/issue-003/merge', { into: 'issue-004' }, 'issue-003')).statusCode).toBe(
      409,
    );
    expect((await act('/v1/issues/issue-004/split', { stories: ['s1'] }, 'issue-004')).statusCode).toBe(409);
  });

  it('refuses acts on local issues and says on which one to decide', async () => {
    const item = buildIndexedItem();
    await api.index.put([item]);
    for (const answer of [
      await act('/v1/issues/issue-006/merge', { into: 'issue-005' }, 'issue-006'),
      await act('/v1/issues/issue-006/merge', { into: 'issue-007' }, 'issue-006'),
      await act('/v1/issues/issue-003/merge', { into: 'issue-006' }, 'issue-003'),
      await act('/v1/issues/issue-006/split', { stories: ['s1'] }, 'issue-006'),
      await act(`/v1/items/${item.id}/pin`, { issue: 'issue-006' }, 'issue-006'),
    ])
      expect(answer.json()).toMatchObject({
        status: 409,
        type: 'urn:saring:issue-local',
        hint: 'Decide on ISU-2024-000005 instead: its local parts follow.',
      });
    expect(await api.records.constraints.active()).toEqual([]);
  });

  it('refuses a merge of what a split keeps apart by way of a third, but takes the split back by a merge of the two', async () => {
    await act('/v1/issues/issue-003/split', { stories: ['s1'] }, 'issue-003');
    const { right, id } = (await api.records.constraints.active())[0]!;
    await api.records.issues.put([{ ...buildIssue(10), id: right }]);
    const three = (await api.records.issues.many(['issue-003']))[0]!;
    await api.records.issues.put([
      { ...three, state: 'merged', mergedInto: 'issue-005', version: three.version + 1 },
    ]);
    const refused = await act(`/v1/issues/${right}/merge`, { into: 'issue-005' }, right);
    expect(refused.json()).toMatchObject({ status: 409, type: 'urn:saring:kept-apart' });
    expect(refused.json().hint).toContain(id);
    await api.records.issues.put([{ ...three, version: three.version + 2 }]);
    expect((await act(`/v1/issues/${right}/merge`, { into: 'issue-003' }, right)).statusCode).toBe(200);
  });

  it('tells open pages of a decision at once, and of its undo; of a refused one it tells nobody', async () => {
    const told: string[] = [];
    api.changes.listen(({ kind, id }) => told.push(`${kind} ${id}`));
    await act('/v1/issues/issue-006/merge', { into: 'issue-003' }, 'issue-006');
    expect(told).toEqual([]);
    const [made] = (await act('/v1/issues/issue-003/split', { stories: ['s1'] }, 'issue-003')).json().acts;
    expect(told).toEqual(['issue.changed issue-003']);
    await send(`/v1/acts/${made.id}/undo`, {});
    expect(told).toEqual(['issue.changed issue-003', 'issue.changed issue-003']);
  });

  it('lists all stories that can be split off', async () => {
    expect((await read('/v1/issues/issue-003')).json().stories).toHaveLength(20);
    const { stories, more } = (await read('/v1/issues/issue-003/stories')).json();
    expect([stories.length, more]).toEqual([30, false]);
    expect((await read('/v1/issues/issue-003/stories?limit=7')).json().more).toBe(true);
    const all = stories.map(({ id }: { id: string }) => id);
    const whole = await act('/v1/issues/issue-003/split', { stories: all }, 'issue-003');
    expect(whole.json()).toMatchObject({ status: 409, type: 'urn:saring:whole-issue' });
    expect((await act('/v1/issues/issue-003/split', { stories: all.slice(1) }, 'issue-003')).statusCode).toBe(
      200,
    );
  });
});
