import { beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import type { Constraint } from '../../../shared/domain/constraint.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { allIssues } from '../../../shared/ports/all-issues.ts';
import type { ItemIndex } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { createFixedClock } from '../../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { makeStream, seeded } from '../../evaluate/stream.ts';
import { createLinker } from '../../link/linker.ts';
import { splitIssueId } from '../../link/take-back.ts';
import { LinkWriter } from '../link-writer.ts';
import { relinkIssues } from './relink-issues.ts';
import type { RelinkWatch } from './relink-plan.ts';

const start = Date.parse('2024-02-05T00:00:00Z');
const stream = makeStream({
  background: ['Debat semalam seru', 'Harga cabai naik lagi di pasar'],
  backgroundItems: 20,
  nearMissItems: 3,
  start,
  random: seeded(11),
  missedTargets: 0,
})
  .map(({ item }) => item)
  .slice(0, 400);
/** Matters that grow alike stay apart, by words and by kinship. */
const asBefore = { mergeThreshold: 2, kinJoin: 99, kinPair: 99, kinMerge: 99 };
const quiet: RelinkWatch = { progress: () => {}, check: () => {} };

describe('relinkIssues', () => {
  const clock = createFixedClock(start + 12 * dayMs);
  let index: ItemIndex;
  let records: Records;
  const relink = (since = 0, watch = quiet, settings = {}) =>
    relinkIssues({ index, records, clock, writerId: `relink ${Math.random()}`, settings }, since, watch);
  const writer = (settings = {}) =>
    new LinkWriter({
      index,
      records,
      clock,
      writerId: `${Math.random()}`,
      createLinker: () => createLinker(settings),
    });
  const items = async (): Promise<Map<string, IndexedItem>> => {
    const found = new Map<string, IndexedItem>();
    for await (const batch of index.scan({ scope: nationalScope }, 500))
      for (const item of batch) found.set(item.id, item);
    return found;
  };
  const places = async () => new Map(Array.from(await items(), ([id, item]) => [id, item.issueId]));
  const living = async (): Promise<Issue[]> =>
    (await allIssues(records.issues, { scope: nationalScope })).filter(
      (issue) => issue.state !== 'merged' && issue.counts.items > 0,
    );

  async function takeIn(settings = {}): Promise<void> {
    const link = writer(settings);
    for (let at = 0; at < stream.length; at += 50) {
      const batch = stream.slice(at, at + 50);
      const unlinked = { storyId: null, issueId: null, duplicateOf: null, linkedAt: null, bandKeys: [] };
      await index.put(batch.map((item) => ({ ...item, ...unlinked })));
      await link.link(batch.map(({ id }) => id));
    }
  }

  /** Every issue counts what the index holds of it. */
  async function expectCounted(): Promise<void> {
    const all = new Map(
      (await allIssues(records.issues, { scope: nationalScope })).map((issue) => [issue.id, issue]),
    );
    const held = new Map<string, number>();
    for (const item of (await items()).values())
      for (const id of [item.issueId, all.get(item.issueId ?? '')?.parentId])
        if (id) held.set(id, (held.get(id) ?? 0) + 1);
    for (const issue of all.values()) expect(issue.counts.items, issue.title).toBe(held.get(issue.id) ?? 0);
  }

  beforeEach(async () => {
    const sqlite = openSqlite(':memory:');
    index = createSqliteIndex(sqlite, searchTerms);
    ({ records } = await createRecords(createSqliteDialect(sqlite)));
  });

  it('by the same rules moves nothing, from the beginning and from the middle', async () => {
    await takeIn();
    const before = await places();
    expect(await relink()).toMatchObject({ items: stream.length, moved: 0, created: 0, emptied: 0 });
    expect((await relink(stream[200]!.publishedAt)).moved / stream.length).toBeLessThan(0.02);
    const after = await places();
    const moved = [...before].filter(([id, issue]) => after.get(id) !== issue);
    expect(moved.length / stream.length).toBeLessThan(0.02);
    await expectCounted();
  });

  it('by other rules keeps numbers, counts what it moves, and changes nothing the second time', async () => {
    await takeIn(asBefore);
    const numbers = new Map((await living()).map(({ id, number }) => [id, number]));
    const report = await relink();
    expect(report.moved).toBeGreaterThan(0);
    const after = await living();
    const kept = after.filter(({ id, number }) => numbers.get(id) === number);
    expect(kept.length).toBeGreaterThanOrEqual(after.length - report.created);
    await expectCounted();
    for (const { id } of (await allIssues(records.issues, { scope: nationalScope })).filter(
      (issue) => issue.state === 'merged',
    ))
      expect([...(await places()).values()]).not.toContain(id);
    expect(await relink()).toMatchObject({ moved: 0, created: 0 });
    expect((await records.audit.of('issues', 10)).length).toBe(1);
    // The service goes on with it.
    const late = { ...stream.at(-1)!, id: 'e'.repeat(32), nativeId: 'late' };
    await index.put([
      { ...late, storyId: null, issueId: null, duplicateOf: null, linkedAt: null, bandKeys: [] },
    ]);
    expect(await writer().link([late.id])).toMatchObject({ linked: 1 });
    await expectCounted();
  });

  it("keeps people's acts", async () => {
    await takeIn();
    const [a, b] = (await living())
      .filter((issue) => issue.parentId === null)
      .toSorted((x, y) => y.counts.items - x.counts.items);
    const act: Constraint = {
      id: 'act',
      kind: 'must_link',
      left: a!.id,
      right: b!.id,
      by: 'petugas',
      at: start,
      undoneAt: null,
    };
    await records.constraints.put(act);
    await writer().link([]);
    await relink();
    const all = new Map(
      (await allIssues(records.issues, { scope: nationalScope })).map((issue) => [issue.id, issue]),
    );
    expect(all.get(b!.id)).toMatchObject({ state: 'merged', mergedInto: a!.id });
    expect(all.get(a!.id)!.counts.items).toBeGreaterThanOrEqual(a!.counts.items + b!.counts.items - 2);
    await expectCounted();
    await records.constraints.put({ ...act, undoneAt: clock.now() });
    await writer().link([]);
    expect((await living()).some(({ id }) => id === b!.id)).toBe(true);
    await expectCounted();
  });

  describe('a split', () => {
    /** Two stories of the issue that has most of them, as the API splits them off. */
    async function splitLargest(): Promise<{ act: Constraint; from: Issue }> {
      const tops = (await living()).filter((issue) => issue.parentId === null);
      const held = await Promise.all(
        tops.map(async (issue) => ({
          issue,
          own: (await records.stories.ofIssue(issue.id, 500)).map(({ id }) => id),
        })),
      );
      const { issue: from, own } = held.toSorted((x, y) => y.own.length - x.own.length)[0]!;
      const stories = own.slice(0, 2);
      expect(own.length).toBeGreaterThan(3);
      const act: Constraint = {
        id: 'split',
        kind: 'split',
        left: from.id,
        right: splitIssueId({ id: 'split' }),
        stories,
        stays: own.slice(2),
        by: 'petugas',
        at: start,
        undoneAt: null,
      };
      await records.constraints.put(act);
      await writer().link([]);
      return { act, from };
    }
    /** Issue of every item, local ones by the one above. */
    const tops = async () => {
      const all = await allIssues(records.issues, { scope: nationalScope });
      const above = new Map(all.map(({ id, parentId }) => [id, parentId ?? id]));
      return new Map([...(await places())].map(([id, issue]) => [id, issue && above.get(issue)]));
    };
    const numbers = async () =>
      new Map(
        (await living()).flatMap(({ id, number, parentId }) => (parentId === null ? [[id, number]] : [])),
      );

    it('is one new issue with a number of its own, and without it all is as before', async () => {
      await takeIn();
      const before = { tops: await tops(), numbers: await numbers() };
      const { act, from } = await splitLargest();
      const [kept, made] = await records.issues
        .many([act.left, act.right].sort())
        .then((two) => [two.find(({ id }) => id === act.left)!, two.find(({ id }) => id === act.right)!]);
      expect(kept).toMatchObject({ number: from.number, title: expect.any(String) });
      expect(made!.counts.items + kept!.counts.items).toBe(from.counts.items);
      const stories = await records.stories.many(act.stories!);
      expect(stories.map(({ issueId }) => issueId)).toEqual(stories.map(() => act.right));
      const above = await tops();
      for (const { id, storyId } of (await items()).values())
        if (act.stories!.includes(storyId ?? '')) expect(above.get(id)).toBe(act.right);
      const fresh = [...(await numbers())].filter(([id]) => !before.numbers.has(id));
      expect(fresh.filter(([id]) => id === act.right)).toHaveLength(1);
      await expectCounted();
      await records.constraints.put({ ...act, undoneAt: clock.now() });
      await writer().link([]);
      expect(await tops()).toEqual(before.tops);
      expect(await numbers()).toMatchObject(before.numbers);
      expect((await records.issues.many([act.right]))[0]).toMatchObject({ mergedInto: act.left });
      await expectCounted();
    });

    it('stands after a relink, under the same numbers, and is taken back after it', async () => {
      await takeIn();
      const before = { tops: await tops(), numbers: await numbers() };
      const { act } = await splitLargest();
      const split = { tops: await tops(), numbers: await numbers() };
      await relink();
      expect(await tops()).toEqual(split.tops);
      expect(await numbers()).toEqual(split.numbers);
      await expectCounted();
      expect(await relink()).toMatchObject({ moved: 0, created: 0, emptied: 0 });
      await records.constraints.put({ ...act, undoneAt: clock.now() });
      await writer().link([]);
      expect(await tops()).toEqual(before.tops);
      await expectCounted();
    });
  });

  it.each(['read', 'link', 'write', 'count'])(
    'stopped while it has to %s, it is brought to its end by the next run',
    async (phase) => {
      await takeIn(asBefore);
      let current = '';
      const stopping: RelinkWatch = {
        progress: (step) => {
          current = step.phase;
        },
        check: () => {
          if (current === phase) throw new Error('stopped');
        },
      };
      if (phase === 'count')
        stopping.progress = ({ phase: now }) => {
          if (now === phase) throw new Error('stopped');
        };
      await relink(0, stopping).catch((error: Error) => expect(error.message).toBe('stopped'));
      await relink();
      await expectCounted();
      expect(await relink()).toMatchObject({ moved: 0, created: 0, resumed: false });
    },
  );

  it('gives way to a service that links meanwhile', async () => {
    await takeIn();
    let isDone = false;
    const meddling: RelinkWatch = {
      check: () => {},
      progress: ({ phase }) => {
        if (phase === 'link' && !isDone) records.state.put('link.writer', 'service').catch(() => {});
        isDone = phase === 'link';
      },
    };
    await expect(relink(0, meddling, asBefore)).rejects.toThrow('took over');
  });
});
