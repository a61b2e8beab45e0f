import { describe, expect, test } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import { bcubed } from './bcubed.ts';
import { evaluateDuplicates } from './duplicates.ts';
import { evaluateMatching } from './matching.ts';
import { replayStream, shareMoved } from './replay-stream.ts';
import { evaluateStories } from './stories.ts';
import { storiesBaseline } from './stories-baseline.ts';
import { fill, makeStream, seeded } from './stream.ts';
import { scoreStream } from './stream-score.ts';

describe('bcubed', () => {
  test('is 1 for the truth, and weighs both errors', () => {
    expect(bcubed(['a', 'a', 'b'], ['x', 'x', 'y'])).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(bcubed(['a', 'a'], ['x', 'y'])).toMatchObject({ precision: 0.5, recall: 1 });
    expect(bcubed(['a', 'b'], ['x', 'x'])).toMatchObject({ precision: 1, recall: 0.5 });
  });
});

const rows = [
  { text: 'Gudang beras di pelabuhan terbakar hebat', at: '2024-01-01', cluster: 'a' },
  { text: 'Kebakaran hebat melanda gudang beras pelabuhan', at: '2024-01-01', cluster: 'a' },
  { text: 'Harga tiket kereta naik menjelang libur', at: '2024-01-01', cluster: 'b' },
];

describe('evaluations', () => {
  test('stories, and the plain yardstick beside them', () => {
    expect(evaluateStories(rows)).toEqual({ n: 3, clusters: 2, bcubed: { precision: 1, recall: 1, f1: 1 } });
    expect(storiesBaseline(rows).bcubed.f1).toBeGreaterThan(0.7);
  });

  test('matching counts ranks among all matches', () => {
    let at = 0;
    const figures = evaluateMatching(
      [
        { query: 'katanya gudang beras pelabuhan terbakar', match: 'Gudang beras pelabuhan terbakar' },
        { query: 'tiket kereta naik dua kali lipat', match: 'Harga tiket kereta naik' },
      ],
      () => (at += 500),
    );
    expect(figures).toEqual({ n: 2, hit1: 1, hit5: 1, mrr: 1, queriesPerSecond: 4 });
  });

  test('duplicates of every kind', () => {
    const texts = Array.from({ length: 14 }, (_, i) =>
      Array.from({ length: 20 }, (_, j) =>
        `kata${i}x${j}`.replaceAll(/\d/g, (d) => 'abcdefghij'[Number(d)]!),
      ).join(' '),
    );
    const figures = evaluateDuplicates(texts, seeded(1));
    expect(figures.originals).toBe(14);
    expect(figures.precision).toBe(1);
    expect(figures.recall.changed2).toBe(1);
    expect(figures.recall.emoji).toBe(1);
  });
});

describe('the planted stream', () => {
  const options = {
    background: ['Debat semalam seru'],
    backgroundItems: 5,
    nearMissItems: 3,
    start: 0,
    missedTargets: 0.1,
  };

  test('is in time order and the same for the same seed', () => {
    const stream = makeStream({ ...options, random: seeded(5) });
    const times = stream.map(({ item }) => item.publishedAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(makeStream({ ...options, random: seeded(5) })).toEqual(stream);
    expect(stream.filter(({ matter }) => matter === null)).toHaveLength(8);
    expect(stream.every(({ item }) => !/[{}]/.test(item.text))).toBe(true);
  });

  test('choices are filled', () => {
    expect(['a b', 'a c']).toContain(fill('a {b|c}', seeded(1)));
  });

  test('batch sizes move nothing, another order within the hour little', () => {
    const stream = makeStream({ ...options, nearMissItems: 10, random: seeded(5) }).map(({ item }) => item);
    const issues = replayStream(stream);
    expect(issues.filter((issue) => issue !== null).length).toBeGreaterThan(stream.length / 2);
    expect(replayStream(stream, 7)).toEqual(issues);
    const random = seeded(9);
    const arrivals = stream
      .map((item, i) => ({ item, issue: issues[i]!, at: item.publishedAt + random() * hourMs }))
      .sort((a, b) => a.at - b.at);
    const again = replayStream(arrivals.map(({ item }) => item));
    expect(
      shareMoved(
        arrivals.map(({ issue }) => issue),
        again,
      ),
    ).toBeLessThanOrEqual(0.02);
  });

  test('an outcome moved by a third says so, whatever its issues are called', () => {
    expect(shareMoved(['a', 'a', 'b', 'b', null, null], ['x', 'x', 'y', 'x', null, 'y'])).toBeCloseTo(1 / 3);
    expect(shareMoved(['a', 'b'], ['y', 'x'])).toBe(0);
    expect(shareMoved([], [])).toBe(0);
  });

  test('score names the issue that holds most of a matter', () => {
    const [score] = scoreStream(['i', 'i', 'j', null, 'i'], ['m', 'm', 'm', 'm', null]);
    expect(score).toEqual({ matter: 'm', items: 4, recall: 0.5, precision: 2 / 3, issues: 2 });
  });
});
