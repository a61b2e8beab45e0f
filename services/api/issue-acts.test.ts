import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { type Entered, enterAs } from './testing/enter-as.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const reason = 'satu pokok';

describe('what people decided about an issue', () => {
  let api: TestApp;
  let malang: Entered;
  let surabaya: Entered;
  beforeEach(async () => {
    api = await openTestApp();
    await api.records.issues.put([
      buildIssue(1, { unit: '35.73' }),
      buildIssue(2, { unit: '35.73' }),
      buildIssue(3, { unit: '35.78' }),
    ]);
    const story = { title: 'Cerita', firstAt: 1, lastAt: 2, unique: 1, items: 1, issueId: 'issue-001' };
    await api.records.stories.put(['s1', 's2', 's3'].map((id) => ({ ...story, id, title: `Cerita ${id}` })));
    malang = await enterAs(api, 'malang', 'analyst', '35.73');
    surabaya = await enterAs(api, 'surabaya', 'analyst', '35.78');
  });
  afterEach(() => api.close());

  it('is listed decision by decision with who and what, and taken back whole', async () => {
    await malang.call('POST', '/v1/issues/issue-002/merge', { into: 'issue-001', reason });
    api.clock.advance?.(1_000);
    await malang.call('POST', '/v1/issues/issue-001/split', { stories: ['s1', 's2'], reason });
    const { body } = await malang.call('GET', '/v1/issues/issue-001/acts');
    const [, merged] = [...body.decisions].sort((a, b) => b.kind.localeCompare(a.kind));
    expect(merged).toMatchObject({ kind: 'merge', by: 'Petugas malang', subjects: ['ISU-2024-000002'] });
    const split = body.decisions.find(({ kind }: { kind: string }) => kind === 'split');
    expect(split.subjects.toSorted()).toEqual(['Cerita s1', 'Cerita s2']);
    expect(split.acts).toHaveLength(3);
    for (const act of split.acts)
      expect((await malang.call('POST', `/v1/acts/${act}/undo`, { reason })).status).toBe(200);
    const after = await malang.call('GET', '/v1/issues/issue-001/acts');
    expect(after.body.decisions.map(({ kind }: { kind: string }) => kind)).toEqual(['merge']);
  });

  it('cannot be read or taken back by a unit beside', async () => {
    await malang.call('POST', '/v1/issues/issue-002/merge', { into: 'issue-001', reason });
    const [act] = (await malang.call('GET', '/v1/issues/issue-001/acts')).body.decisions[0].acts;
    expect((await surabaya.call('GET', '/v1/issues/issue-001/acts')).status).toBe(404);
    expect((await surabaya.call('POST', `/v1/acts/${act}/undo`, { reason })).status).toBe(404);
    expect(await api.records.constraints.active()).toHaveLength(1);
    expect((await malang.call('POST', `/v1/acts/${act}/undo`, { reason })).status).toBe(200);
  });
});
