import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostPostings, TermPostings } from './term-postings.ts';

const newest = (postings: TermPostings, term: number, most: number, low: number): number[] => {
  const into = new Int32Array(mostPostings);
  return [...into.subarray(0, postings.newest(term, most, low, into))];
};

describe('postings of terms', () => {
  test('are the newest open documents of each term, as a plain list would have them', () => {
    const step = fc.record({ terms: fc.uniqueArray(fc.nat(6), { maxLength: 5 }), leaves: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 700 }), (steps) => {
        const postings = new TermPostings();
        const plain = new Map<number, number[]>();
        let low = 0;
        steps.forEach(({ terms, leaves }, document) => {
          low = Math.min(document, low + (leaves === 2 ? 3 : leaves));
          for (const term of terms) {
            postings.add(term, document, low);
            plain.set(term, [document, ...(plain.get(term) ?? [])]);
          }
          for (const term of terms) {
            const open = plain.get(term)!.filter((one) => one >= low);
            expect(newest(postings, term, 40, low)).toEqual(open.slice(0, 40));
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  test('keep the newest of a common term and no more', () => {
    const postings = new TermPostings();
    for (let document = 0; document < 5 * mostPostings; document++) postings.add(7, document, 0);
    expect(newest(postings, 7, mostPostings, 0)).toEqual(
      Array.from({ length: mostPostings }, (_, i) => 5 * mostPostings - 1 - i),
    );
    expect(newest(postings, 7, mostPostings, 5 * mostPostings - 2)).toHaveLength(2);
    expect(newest(postings, 8, mostPostings, 0)).toEqual([]);
  });

  test('use the room of terms again that no open document holds', () => {
    const postings = new TermPostings();
    for (let document = 0; document < 200_000; document++) postings.add(document, document, document - 100);
    expect(newest(postings, 199_999, 5, 199_900)).toEqual([199_999]);
    expect(newest(postings, 12, 5, 199_900)).toEqual([]);
    expect(postings.bytes).toBeLessThan(20 * 2 ** 20);
  });
});
