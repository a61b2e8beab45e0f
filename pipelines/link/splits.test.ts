import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Constraint } from '../../shared/domain/constraint.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import { storyIdOf } from './issue-record.ts';
import { createLinker, type Linker } from './linker.ts';
import { act, eager, itemArbitrary, makeItem, splitOff, start } from './testdata/four-matters.ts';

describe('a split', () => {
  const groups = [0, 1, 2, 3].map((matter) =>
    [0, 1, 2, 3].map((i) => makeItem({ matter, words: [i, 1, 2, 3, 4] }, matter * 4 + i)),
  );
  /** Four stories that a person made one issue of. */
  function fourStories() {
    const linker = createLinker();
    const { assignments } = linker.linkBatch(groups.flat());
    const issues = groups.map(([item]) => linker.issueOf(item!.id)!);
    const stories = groups.map(([item]) => assignments.find((a) => a.itemId === item!.id)!.storyId);
    const merges = issues.slice(1).map((id, n) => act(`m${n}`, 'must_link', issues[0]!, id));
    linker.constrain(merges);
    const where = () => groups.map(([item]) => linker.issueOf(item!.id));
    return { linker, issues, stories, merges, where };
  }

  test('makes one new issue of all chosen stories, the rest keeps the old one', () => {
    const { linker, issues, stories, merges, where } = fourStories();
    const [main] = issues as [string];
    const split = splitOff('s', main, [stories[1]!, stories[3]!], [stories[0]!, stories[2]!]);
    const outcome = linker.constrain([...merges, split]);
    expect(where()).toEqual([main, split.right, main, split.right]);
    expect(outcome.issues.filter(({ isNew }) => isNew).map(({ id }) => id)).toEqual([split.right]);
    expect(linker.constrain([...merges, split]).assignments).toEqual([]);
  });

  test('of the first story, too, leaves the number with the rest', () => {
    const { linker, issues, stories, merges, where } = fourStories();
    const split = splitOff('s', issues[0]!, [stories[0]!]);
    linker.constrain([...merges, split]);
    expect(where()).toEqual([split.right, issues[0], issues[0], issues[0]]);
    const undone = linker.constrain(merges);
    expect(where()).toEqual(groups.map(() => issues[0]));
    expect(undone.merges).toContainEqual({ from: split.right, into: issues[0], by: 'person' });
  });

  test('and the merges before it are taken back in any order', () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    fc.assert(
      fc.property(orders, (order) => {
        const { linker, issues, stories, merges, where } = fourStories();
        const one = splitOff('s', issues[0]!, [stories[1]!, stories[3]!], [], start + 1);
        const two = splitOff('t', one.right, [stories[3]!], [], start + 2);
        const all = [...merges, one, two];
        for (let n = 0; n < all.length; n++) linker.constrain(all.slice(0, n + 1));
        expect(where()).toEqual([issues[0], one.right, issues[0], two.right]);
        for (let n = 0; n < order.length; n++)
          linker.constrain(all.filter((_, i) => !order.slice(0, n + 1).includes(i)));
        expect(where()).toEqual(issues);
      }),
    );
  });

  test('is taken back by a linker that has taken the stored items over', () => {
    const { linker, issues, stories, merges } = fourStories();
    const split = splitOff('s', issues[0]!, [stories[1]!, stories[3]!], [], start + 1);
    const kept = linker.constrain([...merges, split]);
    const again = createLinker();
    const places = new Map(kept.assignments.map((a) => [a.itemId, a]));
    const first = createLinker().linkBatch(groups.flat());
    for (const a of first.assignments)
      if (!places.has(a.itemId)) places.set(a.itemId, { ...a, issueId: issues[0]! });
    const known = new Map([...first.stories, ...kept.stories].map((story) => [story.id, story]));
    again.restore(
      groups.flat().map((item) => ({ ...item, ...places.get(item.id)!, linkedAt: 0 })),
      [],
      [...known.values()],
    );
    const where = () => groups.map(([item]) => again.issueOf(item!.id));
    again.constrain([...merges, split], [...merges, split]);
    expect(where()).toEqual([issues[0], split.right, issues[0], split.right]);
    again.constrain(merges);
    expect(where()).toEqual(groups.map(() => issues[0]));
    again.constrain([]);
    expect(where()).toEqual(issues);
  });

  test('survives any later stream, and leaves no trace once it is taken back', () => {
    const wish = fc.record({ of: fc.nat(9), chosen: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }) });
    let made = 0;
    fc.assert(
      fc.property(
        fc.array(itemArbitrary, { minLength: 30, maxLength: 60 }),
        fc.array(wish, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }),
        (specs, wishes, isEager, order) => {
          const items = specs.map(makeItem);
          const linker = createLinker(isEager ? eager : {});
          const merges = mergeAll(linker, items.slice(0, 20));
          const { acts, stories } = splitAsWished(linker, items.slice(0, 20), wishes, merges);
          made += acts.length;
          const stand = new Map(stories.map((id) => [id, linker.issueOf(id)]));
          for (const item of items.slice(20, -3)) {
            linker.linkBatch([item]);
            for (const one of acts) expect(linker.issueOf(one.left)).not.toBe(linker.issueOf(one.right));
            expectTogether(linker, stand);
          }
          const left = [...acts];
          for (const [n, item] of items.slice(-3).entries()) {
            left.splice(order[n]! % Math.max(1, left.length), 1);
            linker.constrain([...merges, ...left]);
            linker.linkBatch([item]);
          }
          for (const one of acts)
            for (const id of [one.right, ...one.stories!])
              expect(linker.issueOf(id)).toBe(linker.issueOf(one.left));
        },
      ),
      { numRuns: 100 },
    );
    expect(made).toBeGreaterThan(100);
  });

  test('that is taken back before anything else comes leaves all as it was', () => {
    const wish = fc.record({ of: fc.nat(9), chosen: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }) });
    fc.assert(
      fc.property(
        fc.array(itemArbitrary, { minLength: 20, maxLength: 30 }),
        fc.array(wish, { minLength: 1, maxLength: 3 }),
        (specs, wishes) => {
          const items = specs.map(makeItem);
          const linker = createLinker();
          const merges = mergeAll(linker, items);
          const before = items.map(({ id }) => linker.issueOf(id));
          splitAsWished(linker, items, wishes, merges);
          linker.constrain(merges);
          expect(items.map(({ id }) => linker.issueOf(id))).toEqual(before);
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** Links items and makes the first four issues of them one, so that it has stories to split. */
function mergeAll(linker: Linker, items: readonly LabelledItem[]): Constraint[] {
  linker.linkBatch(items);
  const issues = [...new Set(items.flatMap(({ id }) => linker.issueOf(id) ?? []))].slice(0, 4);
  const merges = issues.slice(1).map((id, n) => act(`m${n}`, 'must_link', issues[0]!, id));
  linker.constrain(merges);
  return merges;
}

/** Splits what the wishes name, one after the other, as people would who see the issues. */
function splitAsWished(
  linker: Linker,
  items: readonly LabelledItem[],
  wishes: readonly { of: number; chosen: readonly boolean[] }[],
  merges: readonly Constraint[],
): { acts: Constraint[]; stories: string[] } {
  const { stories } = linker.linkBatch(items);
  const ids = [...new Set([...stories.map(({ id }) => id), ...items.map(({ id }) => storyIdOf(id))])];
  const acts: Constraint[] = [];
  for (const [n, wish] of wishes.entries()) {
    const from = linker.issueOf(items[wish.of]!.id);
    const own = ids.filter((id) => from !== null && linker.issueOf(id) === from);
    const chosen = own.filter((_, i) => wish.chosen[i]);
    if (from === null || chosen.length === 0 || chosen.length === own.length) continue;
    const rest = own.filter((id) => !chosen.includes(id));
    const split = splitOff(`s${n}`, from, chosen, rest, start + n);
    acts.push(split);
    linker.constrain([...merges, ...acts]);
    expect(new Set(chosen.map((id) => linker.issueOf(id)))).toEqual(new Set([split.right]));
    expect(new Set(rest.map((id) => linker.issueOf(id)))).toEqual(new Set([from]));
  }
  return { acts, stories: ids };
}

/** What stood in one issue does so still. */
function expectTogether(linker: Linker, stand: ReadonlyMap<string, string | null>): void {
  const now = new Map<string, string | null>();
  for (const [id, issue] of stand) {
    if (issue === null) continue;
    const here = linker.issueOf(id);
    expect(now.get(issue) ?? here, id).toBe(here);
    now.set(issue, here);
  }
}
