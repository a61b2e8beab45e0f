import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LinkWriter } from '../../pipelines/flow/link-writer.ts';
import { createLinker } from '../../pipelines/link/linker.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const reason = 'perkara lain';
const words = {
  gudang: 'gudang logistik kebanjiran kotak suara basah hujan atap',
  honor: 'honor KPPS terlambat cair bendahara rekening tagih',
  undangan: 'undangan memilih dihapus diganti barcode warga bingung',
  debat: 'debat calon panggung mikrofon moderator siaran penonton',
};
const kinds = Object.keys(words) as (keyof typeof words)[];

describe('what people decide, carried out by the writer', () => {
  let api: TestApp;
  let writer: LinkWriter;
  beforeEach(async () => {
    api = await openTestApp();
    writer = newWriter('one');
    const items = kinds.flatMap((kind) =>
      [0, 1, 2].map((n) =>
        buildIndexedItem({
          nativeId: `${kind}${n}`,
          author: `${kind}${n}`,
          text: `KPU Kota Malang: ${words[kind].split(' ').slice(n).join(' ')}`,
          publishedAt: api.clock.now() + n,
          collectedAt: api.clock.now() + n,
          labels: buildLabels({ places: [{ code: '35.73', from: 'text', words: [] }] }),
        }),
      ),
    );
    await api.index.put(items);
    await writer.link(items.map(({ id }) => id));
    // Each matter one issue, whatever the machine thinks of their likeness.
    expect(await living()).toHaveLength(kinds.length);
  });
  afterEach(() => api.close());

  const newWriter = (writerId: string) =>
    new LinkWriter({ ...api, writerId, createLinker: () => createLinker() });
  const living = async (): Promise<Issue[]> =>
    (await api.records.issues.list({ scope: nationalScope, sort: 'newest', limit: 50 })).issues
      .filter(({ state }) => state !== 'merged')
      .toSorted((a, b) => (a.number < b.number ? -1 : 1));
  const told = async () =>
    (await living()).map(({ number, title, titleBy, owner, state, counts, narrativeId }) => ({
      number,
      title,
      titleBy,
      owner,
      state,
      items: counts.items,
      narrativeId,
    }));
  const send = async (method: 'POST' | 'PATCH', url: string, payload: object, issue?: string) => {
    const tag =
      issue && (await api.app.inject({ url: `/v1/issues/${issue}`, headers: api.headers })).headers['etag'];
    const answer = await api.app.inject({
      method,
      url,
      headers: { ...api.headers, ...(tag ? { 'if-match': String(tag) } : {}) },
      payload: { ...payload, reason },
    });
    expect(answer.json(), url).not.toHaveProperty('hint');
    await writer.link([]);
    return answer.json();
  };
  const undo = (act: string) => send('POST', `/v1/acts/${act}/undo`, {});
  const storiesOf = async (issue: string): Promise<string[]> =>
    (await api.app.inject({ url: `/v1/issues/${issue}/stories`, headers: api.headers }))
      .json()
      .stories.map(({ id }: { id: string }) => id)
      .sort();

  /** Merges all into the first; gives the acts. */
  async function mergeAll(): Promise<{ main: Issue; merges: string[] }> {
    const [main, ...others] = (await living()) as [Issue, ...Issue[]];
    const merges: string[] = [];
    for (const { id } of others) {
      const { acts } = await send('POST', `/v1/issues/${id}/merge`, { into: main.id }, id);
      merges.push(acts[0].id);
    }
    expect(await living()).toHaveLength(1);
    return { main, merges };
  }

  it('gives a merged issue back with number, title, owner, state and narrative', async () => {
    const [first, second] = (await living()) as [Issue, Issue];
    const held: Issue = { ...second, state: 'verifying', owner: 'petugas', narrativeId: 'narasi' };
    await api.records.issues.put([{ ...held, version: second.version + 1 }]);
    const before = await told();
    const { acts } = await send('POST', `/v1/issues/${second.id}/merge`, { into: first.id }, second.id);
    expect((await living())[0]).toMatchObject({ id: first.id, narrativeId: 'narasi' });
    await undo(acts[0].id);
    expect(await told()).toEqual(before);
  });

  it('splits stories off as one new issue; the rest keeps number, title and owner', async () => {
    const { main } = await mergeAll();
    const renamed = await send(
      'PATCH',
      `/v1/issues/${main.id}`,
      { title: 'Empat perkara di Malang' },
      main.id,
    );
    await api.records.issues.put([
      { ...(await living())[0]!, owner: 'petugas', version: (await living())[0]!.version + 1 },
    ]);
    const before = await told();
    const stories = await storiesOf(main.id);
    const chosen = stories.slice(0, 2);
    const { acts } = await send('POST', `/v1/issues/${main.id}/split`, { stories: chosen }, main.id);
    const [kept, made, ...more] = await living();
    expect(more).toEqual([]);
    expect(kept).toMatchObject({ number: main.number, title: 'Empat perkara di Malang', owner: 'petugas' });
    expect(kept!.counts.items + made!.counts.items).toBe(before[0]!.items);
    expect(made!.id).toBe(acts[0].right);
    expect(await storiesOf(made!.id)).toEqual(chosen);
    const { decisions } = (
      await api.app.inject({ url: `/v1/issues/${main.id}/acts`, headers: api.headers })
    ).json();
    expect(decisions.find(({ kind }: { kind: string }) => kind === 'split')).toMatchObject({
      made: made!.number,
      from: main.number,
      acts: [acts[0].id],
    });
    writer = newWriter('two');
    await undo(acts[0].id);
    expect(await told()).toEqual(before);
    expect(await storiesOf(main.id)).toEqual(stories);
    await undo(renamed.act);
    expect((await told())[0]).toMatchObject({ titleBy: 'machine' });
  });

  it('takes splits and merges back in the order they were made, each by another writer', async () => {
    const before = await told();
    const { main, merges } = await mergeAll();
    const stories = await storiesOf(main.id);
    const one = await send('POST', `/v1/issues/${main.id}/split`, { stories: stories.slice(0, 3) }, main.id);
    const made = one.acts[0].right;
    const two = await send('POST', `/v1/issues/${made}/split`, { stories: stories.slice(0, 1) }, made);
    expect(await living()).toHaveLength(3);
    for (const [n, act] of [...merges, one.acts[0].id, two.acts[0].id].entries()) {
      writer = newWriter(`after ${n}`);
      await undo(act);
    }
    expect(await told()).toEqual(before);
  });

  it('lets a pinned item return to where it was', async () => {
    const [first, second] = (await living()) as [Issue, Issue];
    const before = await told();
    const { hits } = await api.index.search({
      scope: nationalScope,
      issueIds: [second.id],
      sort: 'time',
      limit: 1,
    });
    const item = hits[0]!.item.id;
    const { acts } = await send('POST', `/v1/items/${item}/pin`, { issue: first.id }, first.id);
    expect((await told())[0]!.items).toBe(before[0]!.items + 1);
    for (const { id } of [first, second]) {
      const list = (await api.app.inject({ url: `/v1/issues/${id}/acts`, headers: api.headers })).json();
      expect(list.decisions).toMatchObject([
        { kind: 'pin', acts: [acts[0].id], from: second.number, into: first.number, isOpen: true },
      ]);
      expect(list.decisions[0].subjects[0]).toContain('KPU Kota Malang');
    }
    await undo(acts[0].id);
    for (const { id } of [first, second]) {
      const list = (await api.app.inject({ url: `/v1/issues/${id}/acts`, headers: api.headers })).json();
      expect(list.decisions).toEqual([]);
    }
    expect((await told()).map(({ number, items }) => [number, items])).toEqual(
      before.map(({ number, items }) => [number, items]),
    );
  });
});
