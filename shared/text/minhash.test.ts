import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandKeyStrings, bandKeys, estimateJaccard, minhash, SIGNATURE_SIZE } from './minhash.ts';
import { containment, jaccard, wordShingles } from './shingles.ts';

const words = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `kata${from + i}`);

describe('wordShingles', () => {
  it('gives one shingle per run of five words, distinct and sorted', () => {
    const shingles = wordShingles(words(0, 12));
    expect(shingles).toHaveLength(8);
    expect([...shingles]).toEqual([...new Set(shingles)].sort((a, b) => a - b));
  });
  it('gives one for a short text and none for an empty one', () => {
    expect(wordShingles(['satu', 'dua'])).toHaveLength(1);
    expect(wordShingles([])).toHaveLength(0);
  });
  it('keeps word order', () => {
    expect(wordShingles(['a', 'b'], 2)).not.toEqual(wordShingles(['b', 'a'], 2));
  });
  it('bounds what it looks at', () => {
    expect(wordShingles(words(0, 9000)).length).toBeLessThanOrEqual(2000);
  });
});

describe('similarity', () => {
  it('is exact for jaccard and containment', () => {
    const a = wordShingles(words(0, 10), 1);
    const b = wordShingles(words(5, 15), 1);
    expect(jaccard(a, b)).toBeCloseTo(5 / 15, 10);
    expect(containment(a, wordShingles(words(0, 4), 1))).toBeCloseTo(1, 10);
    expect(jaccard(a, new Uint32Array(0))).toBe(0);
  });

  it('is estimated by signatures within four standard errors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (shift) => {
        const a = wordShingles(words(0, 200), 1);
        const b = wordShingles(words(shift, shift + 200), 1);
        const exact = jaccard(a, b);
        const error = Math.sqrt((exact * (1 - exact)) / SIGNATURE_SIZE);
        expect(Math.abs(estimateJaccard(minhash(a), minhash(b)) - exact)).toBeLessThanOrEqual(
          4 * error + 0.01,
        );
      }),
      { seed: 7 },
    );
  });

  it('has nothing to say about empty sets', () => {
    const none = minhash(new Uint32Array(0));
    expect(estimateJaccard(none, none)).toBe(0);
    expect(bandKeys(none)).toHaveLength(0);
    expect(bandKeyStrings(none)).toEqual([]);
  });
});

describe('bandKeys', () => {
  const sharesKey = (a: string[], b: string[]) => {
    const keys = new Set(bandKeys(minhash(wordShingles(a))));
    return bandKeys(minhash(wordShingles(b))).some((key) => keys.has(key));
  };

  it('finds copies with a changed word and misses strangers', () => {
    let strangers = 0;
    for (let i = 0; i < 50; i++) {
      const text = words(i * 100, i * 100 + 30);
      const copy = text.with(i % 30, 'lain');
      expect(sharesKey(text, copy)).toBe(true);
      if (sharesKey(text, words(50_000 + i * 100, 50_030 + i * 100))) strangers++;
    }
    expect(strangers).toBe(0);
  });
});
