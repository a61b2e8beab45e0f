import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LinkWriter } from '../../pipelines/flow/link-writer.ts';
import { createLinker } from '../../pipelines/link/linker.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { type Entered, enterAs } from './testing/enter-as.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const reason = 'satu perkara atau bukan';
const shortage = [
  'KPU Kota Malang kekurangan surat suara, pemilih di tiga TPS diminta menunggu sejak pagi',
  'Antrean panjang di TPS Kota Malang karena surat suara kurang, petugas meminta kiriman tambahan',
  'Ketua KPU Kota Malang menjelaskan penyebab surat suara kurang dan menjanjikan pengiriman hari ini',
];
const pay = [
  'Honor KPPS Kota Surabaya belum cair, petugas menagih ke bendahara KPU',
  'Sudah tiga bulan petugas KPPS Surabaya menunggu honor yang belum cair dari KPU',
  'Bendahara KPU Kota Surabaya menyebut honor KPPS belum cair karena berkas terlambat',
];
const more = [
  'Petugas KPPS Surabaya mengadu ke dewan soal honor yang belum cair',
  'Dewan Surabaya menanyakan honor KPPS yang belum cair kepada KPU',
  'KPPS Surabaya kembali menagih honor yang belum cair kepada bendahara KPU',
];
/** Whatever shares a word becomes one when it grows: what is asked here is what is said of it. */
const eager = { mergeThreshold: 0.001, mergeThresholdPerDoubling: 0, otherRegencyFactor: 1, kinMerge: 99 };

describe('two issues that seem to be one, and that people work on', () => {
  let api: TestApp;
  let jatim: Entered;
  let malang: Entered;
  let writer: LinkWriter;
  let older: Issue;
  let younger: Issue;
  let made = 0;

  beforeEach(async () => {
    api = await openTestApp();
    jatim = await enterAs(api, 'jatim', 'analyst', '35');
    malang = await enterAs(api, 'malang', 'analyst', '35.73');
    made = 0;
    writer = newWriter('one', {});
    await link(shortage, '35.73');
    await link(pay, '35.78');
    [older, younger] = (await living()) as [Issue, Issue];
    writer = newWriter('two', eager);
    for (const { id, title } of [older, younger])
      expect((await act('PATCH', `/v1/issues/${id}`, { title: `${title} dua` }, id)).status).toBe(200);
  });
  afterEach(() => api.close());

  const newWriter = (writerId: string, settings: object) =>
    new LinkWriter({ ...api, writerId, createLinker: () => createLinker(settings) });
  const link = async (texts: readonly string[], code: string): Promise<void> => {
    const items = texts.map((text) => {
      made += 1;
      return buildIndexedItem({
        nativeId: `n-${made}`,
        author: `n-${made}`,
        text,
        publishedAt: api.clock.now() + made,
        collectedAt: api.clock.now() + made,
        labels: buildLabels({ places: [{ code, from: 'text', words: [] }] }),
      });
    });
    await api.index.put(items);
    await writer.link(items.map(({ id }) => id));
  };
  const grow = () => link([more[made % more.length]!], '35.78');
  const living = async (): Promise<Issue[]> =>
    (await api.records.issues.list({ scope: nationalScope, sort: 'newest', limit: 50 })).issues
      .filter(({ state, parentId }) => state !== 'merged' && parentId === null)
      .toSorted((a, b) => (a.number < b.number ? -1 : 1));
  const tagOf = async (id: string) => (await jatim.call('GET', `/v1/issues/${id}`)).etag;
  const act = async (method: 'POST' | 'PATCH', url: string, body: object, issue: string) => {
    const answer = await jatim.call(method, url, { ...body, reason }, { 'if-match': await tagOf(issue) });
    api.clock.advance?.(1_000);
    await writer.link([]);
    return answer;
  };
  const alike = async (who: Entered, { id }: Issue) =>
    (await who.call('GET', `/v1/issues/${id}/alike`)).body.issues?.map(
      ({ number }: { number: string }) => number,
    );
  const bothAlike = async () => [await alike(jatim, older), await alike(jatim, younger)];

  it('are pointed out at both, also after another writer took over', async () => {
    expect(await bothAlike()).toEqual([[], []]);
    await grow();
    expect(await living()).toHaveLength(2);
    writer = newWriter('three', eager);
    await writer.link([]);
    const there = [[younger.number], [older.number]];
    expect(await bothAlike()).toEqual(there);
    const [one] = (await jatim.call('GET', `/v1/issues/${younger.number}/alike`)).body.issues;
    expect(one).toMatchObject({
      id: older.id,
      title: `${older.title} dua`,
      stateName: 'baru',
      owner: null,
      items: 3,
    });
  });

  it('are not named to a unit that sees only one of them', async () => {
    await grow();
    expect(await alike(malang, older)).toEqual([]);
    expect((await malang.call('GET', `/v1/issues/${younger.id}/alike`)).status).toBe(404);
  });

  it('are not pointed out any more once somebody says that they are two, until that is taken back', async () => {
    await grow();
    const said = await act('POST', `/v1/issues/${older.id}/apart`, { from: younger.number }, older.id);
    expect(said.status).toBe(200);
    expect(await bothAlike()).toEqual([[], []]);
    await grow();
    expect(await bothAlike()).toEqual([[], []]);
    for (const issue of [older, younger]) {
      const other = issue === older ? younger : older;
      const { decisions } = (await jatim.call('GET', `/v1/issues/${issue.id}/acts`)).body;
      const [first] = decisions.filter(({ kind }: { kind: string }) => kind === 'apart');
      expect(first).toMatchObject({ subjects: [other.number], by: 'Petugas jatim', isOpen: true });
      const { acts } = (await jatim.call('GET', `/v1/issues/${issue.id}/workflow`)).body;
      expect(acts[0]).toMatchObject({
        what: `menyatakan bukan perkara yang sama dengan ${other.number}`,
        why: reason,
      });
    }
    const id = said.body.acts[0].id;
    expect((await jatim.call('POST', `/v1/acts/${id}/undo`, { reason })).status).toBe(200);
    await writer.link([]);
    expect(await bothAlike()).toEqual([[younger.number], [older.number]]);
  });

  it('are one once somebody merges them, and no suggestion any more', async () => {
    await grow();
    expect((await act('POST', `/v1/issues/${younger.id}/merge`, { into: older.id }, younger.id)).status).toBe(
      200,
    );
    expect(await living()).toHaveLength(1);
    expect(await bothAlike()).toEqual([[], []]);
  });

  it('are kept apart once, by whoever read both as they are', async () => {
    const url = `/v1/issues/${older.id}/apart`;
    const body = { from: younger.id, reason };
    expect((await jatim.call('POST', url, body)).status).toBe(428);
    expect((await jatim.call('POST', url, body, { 'if-match': `"${older.id}-1"` })).status).toBe(412);
    const stale = `${await tagOf(older.id)}, "${younger.id}-1"`;
    expect((await jatim.call('POST', url, body, { 'if-match': stale })).status).toBe(412);
    const self = { 'if-match': await tagOf(older.id) };
    expect((await jatim.call('POST', url, { from: older.number, reason }, self)).status).toBe(400);
    expect((await malang.call('POST', url, body, self)).status).toBe(404);
    expect((await jatim.call('POST', url, { from: younger.id }, self)).status).toBe(400);
    expect((await act('POST', url, { from: younger.id }, older.id)).status).toBe(200);
    const again = await act('POST', `/v1/issues/${younger.id}/apart`, { from: older.id }, younger.id);
    expect([again.status, again.body.type]).toEqual([409, 'urn:saring:apart-already']);
    // Of the very two a merge takes it back.
    expect((await act('POST', `/v1/issues/${younger.id}/merge`, { into: older.id }, younger.id)).status).toBe(
      200,
    );
    expect(await living()).toHaveLength(1);
  });

  it('are told of while they are open and whole: a settled one asks for nothing, a part of another follows it', async () => {
    await api.records.issues.put([
      buildIssue(901, { unit: '35' }),
      buildIssue(902, { unit: '35', state: 'closed' }),
      buildIssue(903, { unit: '35', parentId: older.id }),
    ]);
    const [open, closed, part] = await api.records.issues.many(['issue-901', 'issue-902', 'issue-903']);
    await api.records.alike.put(
      [
        [open!.id, closed!.id],
        [open!.id, part!.id],
      ],
      5,
    );
    expect(await alike(jatim, open!)).toEqual([closed!.number]);
    expect(await alike(jatim, closed!)).toEqual([]);
    expect(await alike(jatim, part!)).toEqual([]);
  });

  it('kept apart and merged at one moment by one person are two decisions', async () => {
    const act = { by: 'jatim', at: 5, undoneAt: null };
    await api.records.constraints.put({
      id: 'a',
      kind: 'cannot_link',
      left: older.id,
      right: younger.id,
      ...act,
    });
    await api.records.issues.put([buildIssue(901, { unit: '35' })]);
    await api.records.constraints.put({
      id: 'b',
      kind: 'must_link',
      left: older.id,
      right: 'issue-901',
      ...act,
    });
    const undone = await jatim.call('POST', '/v1/acts/b/undo', { reason });
    expect(undone.body.acts.map(({ id }: { id: string }) => id)).toEqual(['b']);
    const kept = (await api.records.constraints.active()).filter(({ kind }) => kind !== 'rename');
    expect(kept.map(({ id }) => id)).toEqual(['a']);
  });
});
