import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import type { LabelledItem, Link } from '../../shared/domain/labelled-item.ts';
import { makeStream, seeded } from '../evaluate/stream.ts';
import { createLinker } from './linker.ts';
import type { KnownIssue } from './stored-links.ts';

const stream = makeStream({
  background: [
    'Debat semalam seru',
    'Harga cabai naik lagi di pasar',
    'Jalan kampung rusak parah sudah lama',
  ],
  backgroundItems: 60,
  nearMissItems: 10,
  start: Date.parse('2024-02-05T00:00:00Z'),
  random: seeded(7),
  missedTargets: 0,
}).map(({ item }) => item);

/** Links a stream and keeps what a store would keep. */
function store(items: readonly LabelledItem[]) {
  const linker = createLinker();
  const links = new Map<string, Link>();
  const issues = new Map<string, KnownIssue>();
  for (let i = 0; i < items.length; i += 50) {
    const outcome = linker.linkBatch(items.slice(i, i + 50));
    for (const { itemId, ...link } of outcome.assignments) links.set(itemId, { ...link, linkedAt: 0 });
    for (const change of outcome.issues) issues.set(change.id, change);
  }
  return { linker, links, issues };
}

describe('a rebuilt writer', () => {
  const cut = Math.floor(stream.length / 2);
  const before = stream.slice(0, cut);
  const after = stream.slice(cut);
  const { linker, links, issues } = store(before);
  const stored = before.map((item) => ({ ...item, ...links.get(item.id)! }));
  const rebuilt = createLinker();
  rebuilt.restore(stored.slice(0, 70), [...issues.values()]);
  rebuilt.restore(stored.slice(70));

  test('knows every issue it was given, under the same ids', () => {
    for (const item of stored) expect(rebuilt.issueOf(item.id)).toBe(linker.issueOf(item.id));
  });

  test('reports nothing for what is stored already', () => {
    const again = rebuilt.linkBatch(stored.slice(-20));
    expect(again.issues).toEqual([]);
    expect(again.merges).toEqual([]);
  });

  test('goes on nearly as if it had never stopped', () => {
    const there = new Map(linker.linkBatch(after).assignments.map((a) => [a.itemId, a.issueId]));
    const here = new Map(rebuilt.linkBatch(after).assignments.map((a) => [a.itemId, a.issueId]));
    const same = after.filter((item) => linker.issueOf(item.id) === rebuilt.issueOf(item.id)).length;
    expect(there.size).toBeGreaterThan(0);
    expect(here.size).toBeGreaterThan(0);
    expect(same / after.length).toBeGreaterThan(0.95);
  });

  test('a late item finds the story of its time', () => {
    const fresh = createLinker();
    const [first] = before;
    fresh.linkBatch([first!]);
    const late = {
      ...first!,
      id: 'f'.repeat(32),
      publishedAt: first!.publishedAt - 7 * dayMs,
      collectedAt: first!.publishedAt + hourMs,
    };
    const [place] = fresh.linkBatch([late]).assignments;
    expect(place!.duplicateOf).toBe(first!.id);
  });
});
