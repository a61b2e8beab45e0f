import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Entered, enterAs } from './testing/enter-as.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { putNeighbours } from './testing/put-neighbours.ts';

const reason = 'satu pokok';

describe('what people decided about an issue', () => {
  let api: TestApp;
  let malang: Entered;
  let surabaya: Entered;
  beforeEach(async () => {
    api = await openTestApp();
    await putNeighbours(api.records);
    malang = await enterAs(api, 'malang', 'analyst', '35.73');
    surabaya = await enterAs(api, 'surabaya', 'analyst', '35.78');
  });
  afterEach(() => api.close());

  const tagOf = async (id: string) => ({ 'if-match': (await malang.call('GET', `/v1/issues/${id}`)).etag });
  const act = async (url: string, body: object, issue: string) =>
    malang.call('POST', url, { ...body, reason }, await tagOf(issue));

  it('is listed decision by decision with who and what, and taken back whole', async () => {
    await act('/v1/issues/issue-002/merge', { into: 'issue-001' }, 'issue-002');
    api.clock.advance?.(1_000);
    await act('/v1/issues/issue-001/split', { stories: ['s1', 's2'] }, 'issue-001');
    const { body } = await malang.call('GET', '/v1/issues/issue-001/acts');
    const [split, merged, ...others] = body.decisions;
    expect(others).toEqual([]);
    expect(merged).toMatchObject({ kind: 'merge', by: 'Petugas malang', subjects: ['ISU-2024-000002'] });
    expect(split.subjects.toSorted()).toEqual(['Cerita s1', 'Cerita s2']);
    expect(split.acts).toHaveLength(1);
    expect((await malang.call('POST', `/v1/acts/${split.acts[0]}/undo`, { reason })).status).toBe(200);
    const after = await malang.call('GET', '/v1/issues/issue-001/acts');
    expect(after.body.decisions.map(({ kind }: { kind: string }) => kind)).toEqual(['merge']);
  });

  it('cannot be read or taken back by a unit beside', async () => {
    await act('/v1/issues/issue-002/merge', { into: 'issue-001' }, 'issue-002');
    const [merge] = (await malang.call('GET', '/v1/issues/issue-001/acts')).body.decisions[0].acts;
    expect((await surabaya.call('GET', '/v1/issues/issue-001/acts')).status).toBe(404);
    expect((await surabaya.call('POST', `/v1/acts/${merge}/undo`, { reason })).status).toBe(404);
    expect(await api.records.constraints.active()).toHaveLength(1);
    expect((await malang.call('POST', `/v1/acts/${merge}/undo`, { reason })).status).toBe(200);
  });

  it('of another unit is not told by the list of all', async () => {
    await act('/v1/issues/issue-002/merge', { into: 'issue-001' }, 'issue-002');
    await act('/v1/issues/issue-001/split', { stories: ['s1'] }, 'issue-001');
    expect((await malang.call('GET', '/v1/acts')).body.acts).toHaveLength(2);
    expect((await surabaya.call('GET', '/v1/acts')).body.acts).toEqual([]);
  });

  it('stored as pairs of stories, as it once was, is one decision that is taken back at once', async () => {
    const pair = { by: 'malang', at: 5, undoneAt: null };
    await api.records.constraints.put({ id: 'a', kind: 'must_link', left: 's1', right: 's2', ...pair });
    await api.records.constraints.put({ id: 'b', kind: 'cannot_link', left: 's1', right: 's3', ...pair });
    await api.records.constraints.put({ id: 'c', kind: 'cannot_link', left: 's2', right: 's3', ...pair });
    const [split] = (await malang.call('GET', '/v1/issues/issue-001/acts')).body.decisions;
    expect(split).toMatchObject({ kind: 'split', acts: ['a', 'b', 'c'] });
    const undone = await malang.call('POST', '/v1/acts/b/undo', { reason });
    expect(undone.body.acts).toHaveLength(3);
    expect(await api.records.constraints.active()).toEqual([]);
  });

  describe('its name', () => {
    const rename = async (title: string) =>
      (await malang.call('PATCH', '/v1/issues/issue-001', { title, reason }, await tagOf('issue-001'))).body
        .act;
    const titleNow = async () => {
      const { title, titleBy } = (await malang.call('GET', '/v1/issues/issue-001')).body.issue;
      return [title, titleBy];
    };

    it('is a decision: taken back, the title before it stands again, in the end the machine’s', async () => {
      const before = await titleNow();
      const first = await rename('Judul pertama');
      api.clock.advance?.(1_000);
      const second = await rename('Judul kedua');
      const { decisions } = (await malang.call('GET', '/v1/issues/issue-001/acts')).body;
      expect(
        decisions.map(({ kind, subjects }: { kind: string; subjects: string[] }) => [kind, ...subjects]),
      ).toEqual([
        ['rename', 'Judul kedua'],
        ['rename', 'Judul pertama'],
      ]);
      await malang.call('POST', `/v1/acts/${second}/undo`, { reason });
      expect(await titleNow()).toEqual(['Judul pertama', 'person']);
      await malang.call('POST', `/v1/acts/${first}/undo`, { reason });
      expect(await titleNow()).toEqual(before);
    });

    it('stands in one line, turns no direction and can be seen', async () => {
      await rename('\u202eJudul\n terbalik\u0000\tini\ud800');
      expect((await titleNow())[0]).toBe('Judul terbalik ini\ufffd');
      for (const title of [
        '\u202e\u202e\u202e\u202e\u202e',
        'a\u200b\u200b\u200b\u200b\u200bb',
        ' \n \n \n ',
      ])
        expect(
          (await malang.call('PATCH', '/v1/issues/issue-001', { title, reason }, await tagOf('issue-001')))
            .status,
        ).toBe(400);
    });

    it('that was taken back before a later one leaves no trace', async () => {
      const before = await titleNow();
      const first = await rename('Judul pertama');
      api.clock.advance?.(1_000);
      const second = await rename('Judul kedua');
      await malang.call('POST', `/v1/acts/${first}/undo`, { reason });
      expect(await titleNow()).toEqual(['Judul kedua', 'person']);
      await malang.call('POST', `/v1/acts/${second}/undo`, { reason });
      expect(await titleNow()).toEqual(before);
    });
  });
});
