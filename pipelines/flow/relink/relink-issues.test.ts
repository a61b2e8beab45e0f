import { beforeEach, describe, expect, it } from 'vitest';
import type { Constraint } from '../../../shared/domain/constraint.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { splitIssueId } from '../../link/take-back.ts';
import type { RelinkWatch } from './relink-plan.ts';
import { apart, openRelink, plantedItems, type RelinkStore, start } from './testdata/open-relink.ts';

const stream = plantedItems(400, { seed: 11, backgroundItems: 20, nearMissItems: 3 });

describe('relinkIssues', () => {
  let store: RelinkStore;
  beforeEach(async () => {
    store = await openRelink(stream);
  });
  const places = async () => new Map(Array.from(await store.items(), ([id, item]) => [id, item.issueId]));
  const living = async (): Promise<Issue[]> =>
    [...(await store.issues()).values()].filter(
      (issue) => issue.state !== 'merged' && issue.counts.items > 0,
    );

  /** Every issue counts what the index holds of it. */
  async function expectCounted(): Promise<void> {
    const all = await store.issues();
    const held = new Map<string, number>();
    for (const item of (await store.items()).values())
      for (const id of [item.issueId, all.get(item.issueId ?? '')?.parentId])
        if (id) held.set(id, (held.get(id) ?? 0) + 1);
    for (const issue of all.values()) expect(issue.counts.items, issue.title).toBe(held.get(issue.id) ?? 0);
  }

  it('by the same rules moves nothing, from the beginning and from the middle', async () => {
    await store.takeIn();
    const before = await places();
    expect(await store.relink()).toMatchObject({ items: stream.length, moved: 0, created: 0, emptied: 0 });
    expect((await store.relink({}, stream[200]!.publishedAt)).moved / stream.length).toBeLessThan(0.02);
    const after = await places();
    const moved = [...before].filter(([id, issue]) => after.get(id) !== issue);
    expect(moved.length / stream.length).toBeLessThan(0.02);
    await expectCounted();
  });

  it('by other rules keeps numbers, counts what it moves, and changes nothing the second time', async () => {
    await store.takeIn(apart);
    const numbers = new Map((await living()).map(({ id, number }) => [id, number]));
    const report = await store.relink();
    expect(report.moved).toBeGreaterThan(0);
    const after = await living();
    const kept = after.filter(({ id, number }) => numbers.get(id) === number);
    expect(kept.length).toBeGreaterThanOrEqual(after.length - report.created);
    await expectCounted();
    for (const { id } of [...(await store.issues()).values()].filter((issue) => issue.state === 'merged'))
      expect([...(await places()).values()]).not.toContain(id);
    expect(await store.relink()).toMatchObject({ moved: 0, created: 0 });
    expect((await store.records.audit.of('issues', 10)).length).toBe(1);
    // The service goes on with it.
    const late = { ...stream.at(-1)!, id: 'e'.repeat(32), nativeId: 'late' };
    await store.index.put([
      { ...late, storyId: null, issueId: null, duplicateOf: null, linkedAt: null, bandKeys: [] },
    ]);
    expect(await store.writer().link([late.id])).toMatchObject({ linked: 1 });
    await expectCounted();
  });

  it("keeps people's acts", async () => {
    await store.takeIn();
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
    await store.records.constraints.put(act);
    await store.writer().link([]);
    await store.relink();
    const all = await store.issues();
    expect(all.get(b!.id)).toMatchObject({ state: 'merged', mergedInto: a!.id });
    expect(all.get(a!.id)!.counts.items).toBeGreaterThanOrEqual(a!.counts.items + b!.counts.items - 2);
    await expectCounted();
    await store.records.constraints.put({ ...act, undoneAt: store.clock.now() });
    await store.writer().link([]);
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
          own: (await store.records.stories.ofIssue(issue.id, 500)).map(({ id }) => id),
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
      await store.records.constraints.put(act);
      await store.writer().link([]);
      return { act, from };
    }
    const issueOf = async (id: string): Promise<Issue> => (await store.records.issues.many([id]))[0]!;
    /** Of whole matters, by id. */
    const numbers = async () =>
      new Map(
        (await living()).flatMap(({ id, number, parentId }) => (parentId === null ? [[id, number]] : [])),
      );

    it('is one new issue with a number of its own, and without it all is as before', async () => {
      await store.takeIn();
      const before = { tops: await store.tops(), numbers: await numbers() };
      const { act, from } = await splitLargest();
      const [kept, made] = [await issueOf(act.left), await issueOf(act.right)];
      expect(kept.number).toBe(from.number);
      expect(made.counts.items + kept.counts.items).toBe(from.counts.items);
      const stories = await store.records.stories.many(act.stories!);
      expect(stories.map(({ issueId }) => issueId)).toEqual(stories.map(() => act.right));
      const above = await store.tops();
      for (const { id, storyId } of (await store.items()).values())
        if (act.stories!.includes(storyId ?? '')) expect(above.get(id)).toBe(act.right);
      const fresh = [...(await numbers())].filter(([id]) => !before.numbers.has(id));
      expect(fresh).toEqual([[act.right, made.number]]);
      await expectCounted();
      await store.records.constraints.put({ ...act, undoneAt: store.clock.now() });
      await store.writer().link([]);
      expect(await store.tops()).toEqual(before.tops);
      expect(await numbers()).toMatchObject(before.numbers);
      expect(await issueOf(act.right)).toMatchObject({ mergedInto: act.left });
      await expectCounted();
    });

    it('stands after a relink, under the same numbers, and is taken back after it', async () => {
      await store.takeIn();
      const before = { tops: await store.tops(), numbers: await numbers() };
      const { act } = await splitLargest();
      const split = { tops: await store.tops(), numbers: await numbers() };
      await store.relink();
      expect(await store.tops()).toEqual(split.tops);
      expect(await numbers()).toEqual(split.numbers);
      await expectCounted();
      expect(await store.relink()).toMatchObject({ moved: 0, created: 0, emptied: 0 });
      await store.records.constraints.put({ ...act, undoneAt: store.clock.now() });
      await store.writer().link([]);
      expect(await store.tops()).toEqual(before.tops);
      await expectCounted();
    });
  });

  it.each(['read', 'link', 'write', 'count'])(
    'stopped while it has to %s, it is brought to its end by the next run',
    async (phase) => {
      await store.takeIn(apart);
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
      await store.relink({}, 0, stopping).catch((error: Error) => expect(error.message).toBe('stopped'));
      await store.relink();
      await expectCounted();
      expect(await store.relink()).toMatchObject({ moved: 0, created: 0, resumed: false });
    },
  );

  it('gives way to a service that links meanwhile', async () => {
    await store.takeIn();
    let isDone = false;
    const meddling: RelinkWatch = {
      check: () => {},
      progress: ({ phase }) => {
        if (phase === 'link' && !isDone) store.records.state.put('link.writer', 'service').catch(() => {});
        isDone = phase === 'link';
      },
    };
    await expect(store.relink(apart, 0, meddling)).rejects.toThrow('took over');
  });
});
