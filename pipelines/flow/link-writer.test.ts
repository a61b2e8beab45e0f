import { beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildClaimLink } from '../../shared/testing/build-claim.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { linkIdOf } from '../claims/decide-links.ts';
import { misfits } from '../evaluate/misfits.ts';
import { createLinker } from '../link/linker.ts';
import { LinkWriter, WriterReplaced } from './link-writer.ts';

const place = (code: string) => buildLabels({ places: [{ code, from: 'text', words: [] }] });
const shortage = [
  'Surat suara di Kota Malang kurang, warga KPU menunggu',
  'Kekurangan surat suara di Kota Malang, KPU diminta menjelaskan',
  'Warga Kota Malang mengeluh surat suara kurang di TPS',
];
const pay = [
  'Honor KPPS di Kota Makassar belum dibayar KPU sejak September',
  'KPPS Kota Makassar menagih honor yang belum dibayar KPU sejak September',
  'Belum dibayar sejak September, honor KPPS Kota Makassar ditanyakan ke KPU',
];

describe('LinkWriter', () => {
  const clock = createFixedClock();
  let index: ItemIndex;
  let records: Records;
  const writer = (writerId: string) =>
    new LinkWriter({ index, records, clock, writerId, createLinker: () => createLinker() });
  const put = async (prefix: string, texts: readonly string[], area = '35.73'): Promise<string[]> => {
    const items = texts.map((text, n) =>
      buildIndexedItem({
        nativeId: `${prefix}-${n}`,
        text,
        author: `${prefix}-${n}`,
        publishedAt: clock.now() + n,
        collectedAt: clock.now() + n,
        labels: place(area),
      }),
    );
    await index.put(items);
    return items.map((item) => item.id);
  };
  const issues = async (): Promise<Issue[]> =>
    (await records.issues.list({ scope: nationalScope, sort: 'newest', limit: 50 })).issues.filter(
      (issue) => issue.state !== 'merged',
    );
  /** A person's act that makes two issues one. */
  const merge = (left: Issue, right: Issue) => ({
    id: 'act',
    kind: 'must_link' as const,
    left: left.id,
    right: right.id,
    by: 'petugas',
    at: clock.now(),
    undoneAt: null,
  });

  beforeEach(async () => {
    const sqlite = openSqlite(':memory:');
    index = createSqliteIndex(sqlite, searchTerms);
    ({ records } = await createRecords(createSqliteDialect(sqlite)));
  });

  it('counts a batch once however often it is delivered', async () => {
    const link = writer('a');
    const ids = await put('s', shortage);
    expect(await link.link(ids)).toMatchObject({ linked: 3, known: 0 });
    expect(await link.link(ids)).toEqual({ linked: 0, known: 3, issuesChanged: 0 });
    const total = (await issues()).reduce((sum, issue) => sum + issue.counts.items, 0);
    expect(total).toBe(3);
  });

  it('goes on where another writer left off, with the same issue', async () => {
    await writer('a').link(await put('s', shortage));
    const [before] = await issues();
    await writer('b').link(await put('t', [`${shortage[0]} lama`]));
    const after = await issues();
    expect(after).toHaveLength(1);
    expect(after[0]!.number).toBe(before!.number);
    expect(after[0]!.counts.items).toBe(4);
  });

  it('stops when another writer took over in the middle, and recovers', async () => {
    const first = writer('a');
    await first.link(await put('s', shortage));
    const slow: Records = {
      ...records,
      transaction: async (work) => {
        await records.state.put('link.writer', 'b');
        return records.transaction(work);
      },
    };
    const replaced = new LinkWriter({
      index,
      records: slow,
      clock,
      writerId: 'c',
      createLinker: () => createLinker(),
    });
    const ids = await put('t', pay, '73.71');
    await expect(replaced.link(ids)).rejects.toBeInstanceOf(WriterReplaced);
    expect(await first.link(ids)).toMatchObject({ linked: 3 });
    const total = (await issues()).reduce((sum, issue) => sum + issue.counts.items, 0);
    expect(total).toBe(6);
  });

  it('sets again what did not reach the index before a kill', async () => {
    const ids = await put('s', shortage);
    const broken: ItemIndex = { ...index, assign: () => Promise.reject(new Error('killed')) };
    const killed = new LinkWriter({
      index: broken,
      records,
      clock,
      writerId: 'a',
      createLinker: () => createLinker(),
    });
    await expect(killed.link(ids)).rejects.toThrow('killed');
    expect(await writer('b').link(ids)).toMatchObject({ linked: 0, known: 3 });
    expect((await index.get(ids, nationalScope)).every((item) => item.linkedAt !== null)).toBe(true);
    expect((await issues()).reduce((sum, issue) => sum + issue.counts.items, 0)).toBe(3);
  });

  it('carries out a merge at once and takes it back', async () => {
    const link = writer('a');
    await link.link(await put('s', shortage));
    await link.link(await put('p', pay, '73.71'));
    const two = await issues();
    expect(two).toHaveLength(2);
    const act = {
      id: 'act',
      kind: 'must_link' as const,
      left: two[0]!.id,
      right: two[1]!.id,
      by: 'petugas',
      at: clock.now(),
      undoneAt: null,
    };
    await records.constraints.put(act);
    await link.link([]);
    expect(await issues()).toHaveLength(1);
    expect((await issues())[0]!.counts.items).toBe(6);
    await records.constraints.put({ ...act, undoneAt: clock.now() });
    await link.link([]);
    const again = await issues();
    expect(again.map((issue) => issue.counts.items)).toEqual([3, 3]);
  });

  it('takes what people decided on claims along, and back', async () => {
    const link = writer('a');
    await link.link(await put('s', shortage));
    await link.link(await put('p', pay, '73.71'));
    const [one, two] = await issues();
    const decided = (subjectId: string, n: number, state: 'linked' | 'rejected') =>
      buildClaimLink(n, {
        id: linkIdOf(subjectId, `claim-${n}`),
        subjectKind: 'issue',
        subjectId,
        entryId: `claim-${n}`,
        state,
        by: 'person',
        person: 'petugas',
        decidedAt: clock.now(),
      });
    for (const id of [one!.id, two!.id]) await records.claimLinks.put(decided(id, 1, 'linked'));
    for (const id of [one!.id, two!.id])
      await records.claimLinks.put(decided(id, id === one!.id ? 2 : 3, 'rejected'));
    const act = merge(one!, two!);
    await records.constraints.put(act);
    await link.link([]);
    const [whole] = await issues();
    const ofPeople = async (subjectId: string) =>
      (await records.claimLinks.list({ subjectIds: [subjectId], by: 'person', limit: 10 })).links
        .map(({ entryId, state }) => `${entryId} ${state}`)
        .sort();
    expect(await ofPeople(whole!.id)).toEqual(['claim-1 linked', 'claim-2 rejected', 'claim-3 rejected']);
    expect((await records.claimLinks.spread(['claim-1'])).get('claim-1')!.issues).toBe(1);
    expect((await records.audit.verify()).entries).toBeGreaterThan(0);

    await records.constraints.put({ ...act, undoneAt: clock.now() });
    await writer('b').link([]);
    expect(await ofPeople(one!.id)).toEqual(['claim-1 linked', 'claim-2 rejected']);
    expect(await ofPeople(two!.id)).toEqual(['claim-1 linked', 'claim-3 rejected']);
    expect((await records.claimLinks.spread(['claim-1'])).get('claim-1')!.issues).toBe(2);
  });

  it.each([
    ['after a restart', true],
    ['while nobody was at work', false],
  ])('takes a merge back %s', async (_, sees) => {
    const first = writer('a');
    await first.link(await put('s', shortage));
    await first.link(await put('p', pay, '73.71'));
    const [one, two] = await issues();
    const act = merge(one!, two!);
    await records.constraints.put(act);
    await first.link([]);
    const second = writer('b');
    if (sees) await second.link([]);
    await records.constraints.put({ ...act, undoneAt: clock.now() });
    await second.link([]);
    const again = (await issues()).filter(({ parentId }) => parentId === null);
    expect(await misfits({ index, records })).toEqual([]);
    expect(again.map((issue) => issue.counts.items)).toEqual([3, 3]);
    expect(again.map((issue) => issue.number).sort()).toEqual([one!.number, two!.number].sort());
  });
});
