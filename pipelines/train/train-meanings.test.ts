import { expect, test } from 'vitest';
import { TermSpace } from '../link/term-space.ts';
import { decodeMeanings } from '../link/word-meanings.ts';
import { trainMeanings } from './train-meanings.ts';

const texts = Array.from({ length: 60 }, (_, i) => {
  const office = i % 2 === 0 ? 'saksi' : 'petugas';
  return i % 3 === 0
    ? `${office} membaca formulir pleno Garut`
    : `${i % 2 === 0 ? 'nelayan' : 'perahu'} menjaring ikan laut Garut`;
});

test('stems in like company lie close, rare ones have no vector, and the same texts give the same bytes', () => {
  const encoded = trainMeanings(texts);
  const { dims, rows, vectors } = decodeMeanings(encoded);
  const space = new TermSpace();
  const vector = (word: string) => {
    const row = rows[space.term(word)]!;
    return row < 0 ? null : vectors.subarray(row * dims, (row + 1) * dims);
  };
  const likeness = (a: string, b: string): number => {
    const [x, y] = [vector(a)!, vector(b)!];
    const dot = (p: Int8Array, q: Int8Array) => p.reduce((sum, value, d) => sum + value * q[d]!, 0);
    return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
  };
  expect(likeness('saksi', 'petugas')).toBeGreaterThan(likeness('saksi', 'nelayan'));
  expect(vector('bendahara')).toBeNull();
  expect(trainMeanings(texts)).toEqual(encoded);
});
