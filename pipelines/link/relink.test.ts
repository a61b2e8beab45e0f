import { describe, expect, test } from 'vitest';
import type { Constraint } from '../../shared/domain/constraint.ts';
import type { LabelledItem, Link } from '../../shared/domain/labelled-item.ts';
import { makeStream, seeded } from '../evaluate/stream.ts';
import { createLinker } from './linker.ts';
import type { IssueChange } from './outcome.ts';
import { relink } from './testdata/relink.ts';

const stream = makeStream({
  background: ['Debat semalam seru', 'Harga cabai naik lagi di pasar'],
  backgroundItems: 40,
  nearMissItems: 5,
  start: Date.parse('2024-02-05T00:00:00Z'),
  random: seeded(3),
  missedTargets: 0,
}).map(({ item }) => item);

function live(settings = {}) {
  const linker = createLinker(settings);
  const links = new Map<string, Link>();
  const issues = new Map<string, IssueChange>();
  for (let i = 0; i < stream.length; i += 100) {
    const outcome = linker.linkBatch(stream.slice(i, i + 100));
    for (const { itemId, ...link } of outcome.assignments) links.set(itemId, { ...link, linkedAt: 0 });
    for (const issue of outcome.issues) issues.set(issue.id, issue);
    for (const { from } of outcome.merges) issues.delete(from);
  }
  const items = stream.map((item): LabelledItem & Link => ({ ...item, ...links.get(item.id)! }));
  return { items, issues: [...issues.values()] };
}

describe('relink', () => {
  test('of the same items by the same rules changes nothing', () => {
    const { items, issues } = live();
    const again = relink({ items, issues, acts: [] });
    expect(again.emptied).toEqual([]);
    const places = new Map(again.assignments.map((a) => [a.itemId, a]));
    for (const item of items) expect(places.get(item.id)!.issueId).toBe(item.issueId);
  });

  test('by other rules most issues keep their numbers', () => {
    const { items, issues } = live({ mergeThreshold: 2, kinJoin: 99, kinPair: 99, kinMerge: 99 });
    const again = relink({ items, issues, acts: [] });
    const fresh = again.issues.filter(({ id }) => !issues.some((issue) => issue.id === id));
    expect(again.kept.length).toBeGreaterThan(fresh.length * 3);
    const places = new Map(again.assignments.map((a) => [a.itemId, a.issueId]));
    const same = items.filter((item) => item.issueId !== null && places.get(item.id) === item.issueId).length;
    expect(same / items.filter((item) => item.issueId !== null).length).toBeGreaterThan(0.6);
  });

  test('keeps what people decided', () => {
    const { items, issues } = live();
    const sizeOf = (id: string): number => items.filter((item) => item.issueId === id).length;
    const [a, b] = issues
      .filter((issue) => issue.parentId === null)
      .toSorted((x, y) => sizeOf(y.id) - sizeOf(x.id));
    const act: Constraint = {
      id: 'c',
      kind: 'must_link',
      left: a!.id,
      right: b!.id,
      by: 'petugas',
      at: 0,
      undoneAt: null,
    };
    const again = relink({ items, issues, acts: [act] });
    const places = new Map(again.assignments.map((x) => [x.itemId, x.issueId]));
    const ofB = items.filter((item) => item.issueId === b!.id);
    expect(ofB.length).toBeGreaterThan(0);
    const parentOf = new Map(again.issues.map((issue) => [issue.id, issue.parentId]));
    const top = ofB
      .map((item) => places.get(item.id) ?? null)
      .map((id) => (id === null ? null : (parentOf.get(id) ?? id)));
    expect(top[0]).toBe(a!.id);
    expect(top.filter((id) => id !== null && id !== a!.id)).toEqual([]);
    expect(top.filter((id) => id === a!.id).length / top.length).toBeGreaterThan(0.8);
  });

  test.each(['must_link', 'cannot_link', 'pin'] as const)('twice changes nothing after a %s', (kind) => {
    const { items, issues } = live();
    const sizeOf = (id: string): number => items.filter((item) => item.issueId === id).length;
    const [a, b] = issues
      .filter((issue) => issue.parentId === null)
      .toSorted((x, y) => sizeOf(y.id) - sizeOf(x.id));
    const [left, right] = {
      must_link: [a!.id, b!.id],
      cannot_link: [a!.id, items.find((item) => item.issueId === a!.id)!.id],
      pin: [items.find((item) => item.issueId === b!.id)!.id, a!.id],
    }[kind] as [string, string];
    const acts: Constraint[] = [{ id: 'c', kind, left, right, by: 'petugas', at: 0, undoneAt: null }];
    const first = relink({ items, issues, acts });
    const links = new Map(first.assignments.map(({ itemId, ...link }) => [itemId, link]));
    const moved = items.map((item) => ({ ...item, ...links.get(item.id)! }));
    const second = relink({ items: moved, issues: first.issues, acts });
    for (const { itemId, issueId } of second.assignments)
      expect(issueId, itemId).toBe(links.get(itemId)!.issueId);
    expect(second.emptied).toEqual([]);
  });
});
