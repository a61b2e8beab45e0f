import { beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
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
import { addErased } from '../privacy/retention.ts';
import { BatchRefused } from './link-redo.ts';
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
  const itemsOf = (prefix: string, texts: readonly string[], area = '35.73'): IndexedItem[] =>
    texts.map((text, n) =>
      buildIndexedItem({
        nativeId: `${prefix}-${n}`,
        text,
        author: `${prefix}-${n}`,
        publishedAt: clock.now() + n,
        collectedAt: clock.now() + n,
        labels: place(area),
      }),
    );
  const idsOf = (items: readonly IndexedItem[]): string[] => items.map((item) => item.id);
  const put = async (prefix: string, texts: readonly string[], area?: string): Promise<string[]> => {
    const items = itemsOf(prefix, texts, area);
    await index.put(items);
    return idsOf(items);
  };
  const counted = async (): Promise<number> =>
    (await issues()).reduce((sum, issue) => sum + issue.counts.items, 0);
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
    expect(await link.link(ids)).toEqual({ linked: 0, known: 3, issuesChanged: 0, drops: [] });
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

  describe('with items that the index does not hold yet', () => {
    const stored = (ids: readonly string[]) => index.get(ids, nationalScope);

    it('writes them once, with their places, and counts them once however often they come', async () => {
      const items = itemsOf('s', shortage);
      const link = writer('a');
      let writes = 0;
      const counting: ItemIndex = {
        ...index,
        put: (batch) => {
          writes += batch.length;
          return index.put(batch);
        },
        assign: () => Promise.reject(new Error('written a second time')),
      };
      const first = new LinkWriter({
        ...{ index: counting, records, clock, writerId: 'a' },
        createLinker: () => createLinker(),
      });
      expect(await first.link(idsOf(items), items)).toMatchObject({ linked: 3, known: 0 });
      expect(writes).toBe(3);
      expect(await first.link(idsOf(items), items)).toMatchObject({ linked: 0, known: 3 });
      expect(await link.link(idsOf(items), items)).toMatchObject({ linked: 0, known: 3 });
      expect((await stored(idsOf(items))).map((item) => item.issueId !== null)).toEqual([true, true, true]);
      expect(await counted()).toBe(3);
      expect(await records.state.get('link.unwritten')).toEqual([]);
    });

    it('writes again what a writer before counted and did not get to the index', async () => {
      const items = itemsOf('s', shortage);
      const killed = new LinkWriter({
        ...{ index: { ...index, put: () => Promise.reject(new Error('killed')) }, records, clock },
        ...{ writerId: 'a', createLinker: () => createLinker() },
      });
      await expect(killed.link(idsOf(items), items)).rejects.toThrow('killed');
      expect(await stored(idsOf(items))).toEqual([]);
      // Another batch comes before the one that was in hand is handed out again.
      const more = itemsOf('t', pay, '73.71');
      const next = writer('b');
      expect(await next.link(idsOf(more), more)).toMatchObject({ linked: 3 });
      expect((await stored(idsOf(items))).every((item) => item.linkedAt !== null)).toBe(true);
      expect(await next.link(idsOf(items), items)).toMatchObject({ linked: 0, known: 3 });
      expect(await counted()).toBe(6);
    });

    it('takes an edited version that overtook the first, or came behind it', async () => {
      const [one, two] = itemsOf('s', shortage);
      const link = writer('a');
      const edited = [{ ...one!, version: 2, text: `${one!.text} (ralat)` }];
      await link.link([one!.id], [one!]);
      expect(await link.link([one!.id], edited)).toMatchObject({ linked: 0, known: 1 });
      const later = { ...two!, version: 2, text: 'ralat' };
      await link.link([two!.id], [later]);
      await link.link([two!.id], [two!]);
      const found = await stored([one!.id, two!.id]);
      expect(found.map(({ version, text }) => [version, text])).toEqual([
        [2, edited[0]!.text],
        [2, 'ralat'],
      ]);
      expect(found.every((item) => item.linkedAt !== null)).toBe(true);
    });

    it('decides a batch while the one before is written, and takes both back when that fails', async () => {
      const [first, second] = [itemsOf('s', shortage), itemsOf('t', pay, '73.71')];
      const looked = Promise.withResolvers<void>();
      const asked: number[] = [];
      let isBack = false;
      const slow: ItemIndex = {
        ...index,
        known: (ids) => {
          asked.push(ids.length);
          if (asked.length === 2) looked.resolve();
          return index.known(ids);
        },
        // Waits until the second batch is looked at: would it wait for the first one, this would hang.
        put: async (items) => {
          await looked.promise;
          if (!isBack) throw new Error('away');
          return index.put(items);
        },
      };
      const link = new LinkWriter({
        ...{ index: slow, records, clock, writerId: 'a' },
        createLinker: () => createLinker(),
      });
      const both = () =>
        Promise.allSettled([link.link(idsOf(first), first), link.link(idsOf(second), second)]);
      expect((await both()).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      isBack = true;
      expect((await both()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      expect(
        (await stored([...idsOf(first), ...idsOf(second)])).every((item) => item.linkedAt !== null),
      ).toBe(true);
      expect(await counted()).toBe(6);
      expect(await misfits({ index, records })).toEqual([]);
    });

    it('drops those whose author was erased while they waited, also from what a dead writer left', async () => {
      const [one, ...rest] = itemsOf('s', shortage);
      const theirs = { ...one!, authorKind: 'private' as const };
      await addErased(records, [theirs.author!]);
      const items = [theirs, ...rest];
      const result = await writer('a').link(idsOf(items), items);
      expect(result).toMatchObject({ linked: 2, drops: [{ code: 'erased' }] });
      await records.state.put('link.unwritten', [theirs]);
      await writer('b').link([]);
      expect(await stored([theirs.id])).toEqual([]);
    });

    it('stops, and loses nothing, while the index refuses everything', async () => {
      const items = itemsOf('s', shortage);
      const refused = items.map(({ id }) => ({ id, reason: 'strict' }));
      const link = new LinkWriter({
        ...{ index: { ...index, put: async () => ({ written: 0, unchanged: 0, refused }) }, records, clock },
        ...{ writerId: 'a', createLinker: () => createLinker() },
      });
      await expect(link.link(idsOf(items), items)).rejects.toBeInstanceOf(BatchRefused);
      await writer('b').link(idsOf(items), items);
      expect((await stored(idsOf(items))).every((item) => item.linkedAt !== null)).toBe(true);
      expect(await counted()).toBe(3);
    });
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
