import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Constraint } from '../../../shared/domain/constraint.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { ItemIndex } from '../../../shared/ports/item-index.ts';
import { misfits } from '../../evaluate/misfits.ts';
import { splitIssueId } from '../../link/take-back.ts';
import { changeCase } from '../../workflow/change-case.ts';
import { relinkIssues } from './relink-issues.ts';
import { apart, leadOf, openRelink, plantedItems, quiet, type RelinkStore } from './testdata/open-relink.ts';

const stream = plantedItems(240, { seed: 5, backgroundItems: 10, nearMissItems: 4 });
/** Nearly everything unites: beside `apart`, rules under which a relink stands whole days on their heads. */
const eager = {
  mergeThreshold: 0.05,
  mergeThresholdPerDoubling: 0,
  otherRegencyFactor: 1,
  kinMerge: 0,
  kinJoin: 0,
};
const rules = { apart, usual: {}, eager };

/** What somebody does to the issue that is `at` in the list of living ones, with the one at `other`. */
const deed = fc.record({
  what: fc.constantFrom('name', 'own', 'note', 'merge', 'split', 'pin'),
  at: fc.nat(),
  other: fc.nat(),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

describe('what people did, through a relink', () => {
  let store: RelinkStore;
  let acts: Constraint[] = [];
  const open = async (): Promise<void> => {
    store = await openRelink(stream);
    acts = [];
  };
  beforeEach(open);
  const living = async (): Promise<Issue[]> =>
    [...(await store.issues()).values()]
      .filter((issue) => issue.state !== 'merged' && issue.parentId === null && issue.counts.items > 1)
      .toSorted((a, b) => (a.number < b.number ? -1 : 1));
  async function patch(id: string, change: Partial<Issue>): Promise<void> {
    const [issue] = await store.records.issues.many([id]);
    await store.records.issues.put([{ ...issue!, ...change, version: issue!.version + 1 }]);
  }
  async function act(
    kind: Constraint['kind'],
    left: string,
    right: string,
    parts: Pick<Constraint, 'stories' | 'stays'> = {},
  ): Promise<void> {
    const one = {
      id: `act-${acts.length}`,
      kind,
      left,
      right,
      by: 'petugas',
      at: store.clock.now(),
      undoneAt: null,
      ...parts,
    };
    acts.push(one);
    await store.records.constraints.put(one);
  }

  /** A decided pair is not decided again: acts that contradict each other are another test's matter. */
  async function perform({ what, at, other }: Deed, touched: Set<string>): Promise<void> {
    const there = (await living()).filter(({ id }) => !touched.has(id));
    if (there.length < 2) return;
    const one = there[at % there.length]!;
    const two = there.filter(({ id }) => id !== one.id)[other % (there.length - 1)]!;
    const topOf = await store.tops();
    const ofOne = [...(await store.items()).values()].filter(({ id }) => topOf.get(id) === one.id);
    if (what === 'name') return patch(one.id, { title: `Dinamai ${one.number}`, titleBy: 'person' });
    if (what === 'own') return patch(one.id, { owner: 'petugas' });
    if (what === 'note') await note(one.id);
    if (what === 'merge') {
      touched.add(one.id).add(two.id);
      await act('must_link', one.id, two.id);
    }
    if (what === 'pin') {
      touched.add(one.id).add(two.id);
      await act('pin', ofOne[other % ofOne.length]!.id, two.id);
    }
    const stories = [...new Set(ofOne.map(({ storyId }) => storyId!))];
    if (what === 'split' && stories.length > 1) {
      touched.add(one.id);
      const chosen = 1 + (other % (stories.length - 1));
      const fresh = splitIssueId({ id: `act-${acts.length}` });
      touched.add(fresh);
      await act('split', one.id, fresh, {
        stories: stories.slice(0, chosen),
        stays: stories.slice(chosen),
      });
    }
    await store.writer().link([]);
  }
  const note = (id: string) =>
    changeCase(store, { issue: id, by: 'petugas' }, async () => ({
      ...{ what: 'menulis catatan', why: null, action: 'issue.note', before: null, after: null },
    }));

  /** What must be there after any relink. */
  async function promises() {
    const known = await store.issues();
    const topOf = await store.tops();
    const hands = new Set(await inHand([...known.values()].filter(({ state }) => state !== 'merged')));
    const storyOf = new Map(Array.from(await store.items(), ([id, { storyId }]) => [id, storyId]));
    return { known, topOf, hands, storyOf };
  }
  async function inHand(all: Issue[]): Promise<string[]> {
    const cases = await store.records.workflow.cases.many(all.map(({ id }) => id));
    const worked = new Set(cases.map(({ issueId }) => issueId));
    return all
      .filter((one) => one.owner || one.titleBy === 'person' || worked.has(one.id))
      .map(({ id }) => id);
  }

  async function expectKept(before: Awaited<ReturnType<typeof promises>>): Promise<void> {
    const [known, topOf] = [await store.issues(), await store.tops()];
    for (const id of before.hands) {
      const { number, title, owner, titleBy, state, parentId } = before.known.get(id)!;
      expect(known.get(id)).toMatchObject({ number, owner, titleBy, state, parentId, mergedInto: null });
      if (titleBy === 'person') expect(known.get(id)!.title).toBe(title);
      for (const [item, top] of before.topOf) if (top === id) expect(topOf.get(item), number).toBe(id);
    }
    for (const { number, id } of before.known.values()) expect(known.get(id)?.number).toBe(number);
    for (const one of acts) expectObeyed(one, before, known, topOf);
    // An issue of two items of which one was moved away is none any more: it is closed under its number.
    const wrong = await misfits(store);
    expect(wrong.filter((one) => !/\(closed\).* is empty$/.test(one))).toEqual([]);
  }

  function expectObeyed(
    { kind, left, right, stories = [], stays = [] }: Constraint,
    { storyOf }: Awaited<ReturnType<typeof promises>>,
    known: ReadonlyMap<string, Issue>,
    topOf: ReadonlyMap<string, string>,
  ): void {
    if (kind === 'must_link') expect(leadOf(known, right)).toBe(leadOf(known, left));
    if (kind === 'pin') expect(topOf.get(left)).toBe(leadOf(known, right));
    if (kind !== 'split') return;
    const topsOf = (ids: readonly string[]) =>
      new Set([...storyOf].flatMap(([item, id]) => (ids.includes(id ?? '') ? [topOf.get(item)] : [])));
    expect([...topsOf(stories)]).toEqual([leadOf(known, right)]);
    expect([...topsOf(stays)]).toEqual([leadOf(known, left)]);
    expect(leadOf(known, right)).not.toBe(leadOf(known, left));
  }

  const rule = fc.constantFrom<keyof typeof rules>('apart', 'usual', 'eager');
  it('holds under other rules than those it was done under', async () => {
    await fc.assert(
      fc.asyncProperty(rule, rule, fc.array(deed, { minLength: 3, maxLength: 8 }), async (was, is, deeds) => {
        await open();
        const touched = new Set<string>();
        await store.takeIn(rules[was], 0, 120);
        for (const one of deeds) await perform(one, touched);
        await store.takeIn(rules[was], 120, 240);
        const before = await promises();
        // Another process linked the rest of the stream: what was decided held there, too.
        for (const one of acts) expectObeyed(one, before, before.known, before.topOf);
        await store.relink(rules[is]);
        await expectKept(before);
        // What joined an issue in somebody's hands stays there now, and may draw a like one in.
        expect((await store.relink(rules[is])).moved / stream.length).toBeLessThan(0.05);
        await expectKept(before);
      }),
      { numRuns: 12, seed: 44, endOnFailure: true, interruptAfterTimeLimit: 30_000 },
    );
  }, 60_000);

  it('carries out first what was taken back while no service ran', async () => {
    await store.takeIn(apart);
    const [one, two] = await living();
    const counted = [one!.counts.items, two!.counts.items];
    await act('must_link', one!.id, two!.id);
    await store.writer(apart).link([]);
    await patch(one!.id, { owner: 'petugas' });
    await store.records.constraints.put({ ...acts[0]!, undoneAt: store.clock.now() });
    await store.relink(apart);
    const known = await store.issues();
    expect([one!, two!].map(({ id }) => known.get(id)!.counts.items)).toEqual(counted);
    expect(known.get(two!.id)).toMatchObject({ number: two!.number, mergedInto: null });
    expect(await misfits(store)).toEqual([]);
  });

  it('spares what is taken in hand while it is planned', async () => {
    await store.takeIn(apart);
    const before = await store.tops();
    const late = (await living()).at(-1)!;
    const { index } = store;
    let scans = 0;
    // The second reading links: what is held was asked for before the first.
    const scan: ItemIndex['scan'] = async function* (filter, size) {
      scans += 1;
      if (scans === 2) await patch(late.id, { owner: 'petugas' });
      yield* index.scan(filter, size);
    };
    const slow = new Proxy(index, {
      get: (target, key: keyof ItemIndex) => (key === 'scan' ? scan : target[key]),
    });
    await relinkIssues({ ...store, index: slow, writerId: 'relink', settings: eager }, 0, quiet);
    expect(scans).toBeGreaterThan(3);
    const [known, after] = [await store.issues(), await store.tops()];
    expect(known.get(late.id)).toMatchObject({
      number: late.number,
      owner: 'petugas',
      mergedInto: null,
    });
    for (const [item, top] of before) if (top === late.id) expect(after.get(item)).toBe(top);
    expect(await misfits(store)).toEqual([]);
  });

  it('moves the others: the rules of the relink are those of what nobody has in hand', async () => {
    await store.takeIn(apart);
    await patch((await living())[0]!.id, { owner: 'petugas' });
    expect((await store.relink(eager)).moved).toBeGreaterThan(0);
  });
});
