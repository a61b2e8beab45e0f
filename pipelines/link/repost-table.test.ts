import { expect, test } from 'vitest';
import { RepostTable } from './repost-table.ts';

const keysFrom = (first: number, count: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, n) => first + n);

test('the two newest items of a key are found', () => {
  const table = new RepostTable(10);
  for (const position of [3, 7, 9]) table.put(Uint32Array.of(42), position);
  expect([...table.candidates(Uint32Array.of(42))].sort()).toEqual([7, 9]);
});

test('a full table gives hardly a stranger for a key that nobody had', () => {
  const table = new RepostTable(10);
  for (const key of keysFrom(0, 8_192)) table.put(Uint32Array.of(key), key);
  const strangers = table.candidates(keysFrom(1_000_000, 2_000)).size;
  // Two slots for each, of which one in 256 has the mark.
  expect(strangers).toBeLessThan(60);
});

test('one changed word leaves a key of a short text', () => {
  const words = 'warga yang tidak memilih itu orang yang tidak memilih siapa pun'.split(' ');
  const table = new RepostTable(10);
  table.put(table.keysOf(words, 1), 5);
  for (const at of words.keys()) {
    const changed = words.with(at, 'lain');
    expect([...table.candidates(table.keysOf(changed, 2))], `word ${at}`).toEqual([5]);
  }
});
