import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import { covers, tierOf } from '../../shared/domain/unit.ts';
import { plainItem, plainLabels } from '../evaluate/plain-item.ts';
import { createLinker } from './linker.ts';
import type { IssueChange } from './outcome.ts';
import { ownerOf } from './scope.ts';
import { act, makeItem } from './testdata/four-matters.ts';

const start = Date.parse('2024-02-05T00:00:00Z');
const words = (
  'bendahara rekening tagih janji petugas lelah sabar pekan kantor surat warga sakit malam hujan sawah telat kabar ' +
  'rapat berkas kas antre pulang sedih anggaran tunai'
).split(' ');
/** Whatever is told is one matter. */
const eager = { kinJoin: 0, kinPair: 0, kinMerge: 0, kinMergePerDoubling: 0, otherRegencyFactor: 1.3 };

const saidOf = (n: number): string =>
  [0, 1, 2, 3, 4, 5].map((at) => words[(n * 7 + at * ((n % 5) + 3)) % words.length]).join(' ');

function told(n: number, code: string, from: 'text' | 'outlet' = 'text'): LabelledItem {
  return plainItem(
    {
      id: `i${n}`,
      text: `KPU honor KPPS belum cair ${saidOf(n)}`,
      at: start + n * hourMs,
      author: `a${n}`,
    },
    {
      target: { ...plainLabels.target, value: true, confidence: 0.99 },
      places: [{ code, from, words: [] }],
    },
  );
}

function issuesOf(items: readonly LabelledItem[]): { top: IssueChange[]; local: IssueChange[] } {
  const last = new Map<string, IssueChange>();
  const linker = createLinker(eager);
  for (const item of items) {
    const { issues, merges } = linker.linkBatch([item]);
    for (const issue of issues) last.set(issue.id, issue);
    for (const { from } of merges) last.delete(from);
  }
  const all = [...last.values()];
  return {
    top: all.filter((one) => one.parentId === null),
    local: all.filter((one) => one.parentId !== null),
  };
}

const spread = (codes: readonly string[]): LabelledItem[] => codes.map((code, n) => told(n, code));
const times = (code: string, n: number): string[] => Array.from({ length: n }, () => code);

describe('whose matter it is', () => {
  test('one regency has nearly all of it, two others enough of their own: KPU RI, and each has its own issue', () => {
    const { top, local } = issuesOf(
      spread([...times('35.73', 42), ...times('73.06', 4), ...times('73.71', 4)]),
    );
    expect(top.map(({ unit }) => unit)).toEqual(['RI']);
    expect(local.map(({ unit }) => unit).sort()).toEqual(['35.73', '73.06', '73.71']);
  });

  test('of one province, that province', () => {
    const { top, local } = issuesOf(spread([...times('35.73', 42), ...times('35.78', 3)]));
    expect(top.map(({ unit }) => unit)).toEqual(['35']);
    expect(local.map(({ unit }) => unit).sort()).toEqual(['35.73', '35.78']);
  });

  test('stray posts that name another regency leave it with the one that has it', () => {
    const { top, local } = issuesOf(spread([...times('35.73', 40), '73.06', '73.06', '73.71', '73.71']));
    expect(top.map(({ unit }) => unit)).toEqual(['35.73']);
    expect(local).toEqual([]);
  });

  test('outlets at home elsewhere make it nobody else’s', () => {
    const items = [...spread(times('35.73', 20)), ...[20, 21, 22, 23].map((n) => told(n, '73.71', 'outlet'))];
    const { top, local } = issuesOf(items);
    expect(top.map(({ unit }) => unit)).toEqual(['35.73']);
    expect(local).toEqual([]);
  });

  test('is never the unit of an issue under it, whatever comes', () => {
    let opened = 0;
    const code = fc.constantFrom('35.73', '35.73', '35.73', '35.78', '73.06', '73.71', '35', '11');
    fc.assert(
      fc.property(fc.array(code, { minLength: 6, maxLength: 40 }), (codes) => {
        const { top, local } = issuesOf(spread(codes));
        const units = new Map(top.map(({ id, unit }) => [id, unit]));
        opened += local.length;
        for (const { parentId, unit } of local) {
          expect(units.get(parentId!)).not.toBe(unit);
          expect(covers(units.get(parentId!)!, unit)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
    // Of something at all; drawn anew each time it is 42 to 62.
    expect(opened).toBeGreaterThan(20);
  });

  test.each([false, true])(
    'a merge across regencies that is taken back; people work on a local one: %s',
    (isHeld) => {
      const linker = createLinker({ kinJoin: 0, kinPair: 0, kinMerge: 0, kinMergePerDoubling: 0 });
      const items = [0, 1, 2, 3, 4, 5].flatMap((n) =>
        ['73.71', '73.06'].map((place, matter) =>
          makeItem({ matter, words: [0, 1, 2, 3, 4].map((at) => (n + at) % 8), place }, 2 * n + matter),
        ),
      );
      linker.linkBatch(items);
      const [pay, server] = items.slice(0, 2).map(({ id }) => linker.issueOf(id)!);
      const merged = linker.constrain([act('m', 'must_link', pay!, server!)]).issues;
      const local = merged.find(({ unit }) => unit === '73.71')!;
      expect(merged.find(({ id }) => id === pay)?.unit).toBe('73');
      if (isHeld) linker.hold(new Set([local.id]));
      const { issues, merges, assignments } = linker.constrain([]);
      expect(issues.find(({ id }) => id === pay)?.unit).toBe(isHeld ? '73' : '73.71');
      expect(merges.some(({ from, into }) => from === local.id && into === pay)).toBe(!isHeld);
      const back = assignments.filter(({ issueId }) => issueId === pay).length;
      expect(back).toBe(isHeld ? 0 : 6);
    },
  );

  test('is its who has four fifths, unless a local issue lies elsewhere or is its own: then wider', () => {
    const areas = new Map([
      ['35.73', 9],
      ['73.06', 1],
    ]);
    expect(ownerOf(areas, [])).toBe('35.73');
    expect(ownerOf(areas, ['35.73'])).toBe('35');
    expect(ownerOf(areas, ['73.06'])).toBe('RI');
    expect(tierOf(ownerOf(new Map([['35.73', 1]]), ['35.73', '35.78']))).toBe('province');
  });
});
