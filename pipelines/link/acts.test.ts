import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Constraint } from '../../shared/domain/constraint.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import { storyIdOf } from './issue-record.ts';
import { createLinker, type Linker } from './linker.ts';
import { act, eager, itemArbitrary, makeItem, start } from './testdata/four-matters.ts';

function holds(linker: Linker, { kind, left, right }: Constraint): boolean {
  const [a, b] = [linker.issueOf(left), linker.issueOf(right)];
  if (a === null || b === null) return true;
  return kind === 'cannot_link' ? a !== b : a === b;
}

interface Wish {
  kind: Constraint['kind'];
  left: number;
  right: number;
  whole: boolean;
}

/** One act per matter and per item, so that the acts themselves do not contradict each other. */
function actsOf(wishes: readonly Wish[], items: readonly LabelledItem[], linker: Linker): Constraint[] {
  const used = new Set<string>();
  return wishes.flatMap((wish, n) => {
    const left = items[wish.left]!.id;
    const right = linker.issueOf(items[wish.right]!.id);
    const mine = linker.issueOf(left);
    if (right === null) return [];
    const touched = [left, right, ...(mine === null ? [] : [mine])];
    if (touched.some((id) => used.has(id))) return [];
    for (const id of touched) used.add(id);
    const isWhole = wish.whole && wish.kind !== 'pin' && mine !== null && mine !== right;
    return [act(`c${n}`, wish.kind, isWhole ? mine : left, right)];
  });
}

describe('what people decide', () => {
  test('survives any later stream', () => {
    const kinds = fc.constantFrom<Constraint['kind']>('must_link', 'cannot_link', 'pin');
    fc.assert(
      fc.property(
        fc.array(itemArbitrary, { minLength: 20, maxLength: 60 }),
        fc.array(fc.record({ kind: kinds, left: fc.nat(9), right: fc.nat(9), whole: fc.boolean() }), {
          maxLength: 3,
        }),
        fc.boolean(),
        (specs, wishes, isEager) => {
          const items = specs.map(makeItem);
          const linker = createLinker(isEager ? eager : {});
          linker.linkBatch(items.slice(0, 10));
          const acts = actsOf(wishes, items, linker);
          linker.constrain(acts);
          const named = acts.flatMap(({ left, right }) => [left, right, linker.issueOf(left)]);
          const held = items
            .slice(0, 10)
            .flatMap(({ id }) => linker.issueOf(id) ?? [])
            .filter((id) => !named.includes(id));
          linker.hold(new Set(held));
          for (const item of items.slice(10)) {
            linker.linkBatch([item]);
            for (const one of acts) expect(holds(linker, one), JSON.stringify(one)).toBe(true);
            for (const id of held) expect(linker.issueOf(id)).toBe(id);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  const flood = [0, 1, 2, 3].map((i) => makeItem({ matter: 0, words: [i, 1, 2, 3, 4] }, i));
  const honor = [4, 5, 6, 7].map((i) => makeItem({ matter: 1, words: [i, 1, 2, 3, 4] }, i));

  test('a merge moves all items, and taking it back returns them', () => {
    const linker = createLinker();
    linker.linkBatch([...flood, ...honor]);
    const [a, b] = [linker.issueOf(flood[0]!.id)!, linker.issueOf(honor[0]!.id)!];
    expect(a).not.toBe(b);
    const merged = linker.constrain([act('c', 'must_link', a, b)]);
    expect(merged.merges).toEqual([{ from: b, into: a, by: 'person' }]);
    expect(new Set(merged.assignments.map((x) => x.issueId))).toEqual(new Set([a]));
    expect(merged.issues.find((x) => x.id === a)!.counts.items).toBe(4);
    expect(linker.issueOf(b)).toBe(a);
    const undone = linker.constrain([]);
    expect(undone.assignments.filter((x) => x.issueId === b)).toHaveLength(4);
    expect(linker.issueOf(honor[3]!.id)).toBe(b);
  });

  test('a split and a pin that are taken back return what they moved', () => {
    const linker = createLinker();
    linker.linkBatch([...flood, ...honor]);
    const [a, b] = [linker.issueOf(flood[0]!.id)!, linker.issueOf(honor[0]!.id)!];
    linker.constrain([act('s', 'cannot_link', flood[0]!.id, flood[1]!.id), act('p', 'pin', honor[1]!.id, a)]);
    expect(linker.issueOf(flood[1]!.id)).not.toBe(a);
    expect(linker.issueOf(honor[1]!.id)).toBe(a);
    linker.constrain([]);
    expect(linker.issueOf(flood[1]!.id)).toBe(a);
    expect(linker.issueOf(honor[1]!.id)).toBe(b);
  });

  test('a merge is taken back with what the engine had joined before it', () => {
    const linker = createLinker();
    linker.linkBatch([...flood, ...honor]);
    const more = [0, 1, 2].map((i) => makeItem({ matter: 2, words: [i, 1, 2, 3, 4] }, 20 + i));
    linker.linkBatch(more);
    const [a, b, c] = [flood, honor, more].map((list) => linker.issueOf(list[0]!.id)!);
    const first = act('c1', 'must_link', b!, c!);
    linker.constrain([first]);
    linker.constrain([first, { ...act('c2', 'must_link', a!, b!), at: start + 1 }]);
    expect(linker.issueOf(more[0]!.id)).toBe(a);
    linker.constrain([first]);
    expect([honor, more].map((list) => linker.issueOf(list[0]!.id))).toEqual([b, b]);
    linker.constrain([]);
    expect([flood, honor, more].map((list) => linker.issueOf(list[0]!.id))).toEqual([a, b, c]);
  });

  test('a split that leaves nothing keeps the empty issue and its number', () => {
    const linker = createLinker();
    linker.linkBatch(flood);
    const issue = linker.issueOf(flood[0]!.id)!;
    const outcome = linker.constrain(flood.map((item, i) => act(`c${i}`, 'cannot_link', issue, item.id)));
    const last = outcome.issues.find((x) => x.id === issue)!;
    expect(last.counts.items).toBe(-4);
    expect(flood.every((item) => linker.issueOf(item.id) !== issue)).toBe(true);
    expect(linker.issueOf(issue)).toBe(issue);
  });

  test('an act waits for items that come later', () => {
    const linker = createLinker();
    linker.linkBatch(flood);
    const issue = linker.issueOf(flood[0]!.id)!;
    linker.constrain([
      act('c', 'pin', honor[2]!.id, issue),
      act('d', 'cannot_link', storyIdOf(honor[3]!.id), issue),
    ]);
    linker.linkBatch(honor);
    expect(linker.issueOf(honor[2]!.id)).toBe(issue);
    expect(linker.issueOf(honor[0]!.id)).not.toBe(issue);
  });

  test('of two acts on one pair the later one holds', () => {
    const linker = createLinker();
    linker.linkBatch([...flood, ...honor]);
    const [a, b] = [linker.issueOf(flood[0]!.id)!, linker.issueOf(honor[0]!.id)!];
    linker.constrain([act('c', 'must_link', a, b), { ...act('d', 'cannot_link', b, a), at: start + 1 }]);
    expect(linker.issueOf(honor[0]!.id)).toBe(b);
  });
});
