import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stem } from './stem.ts';

it.each([
  ['mencoblos', 'coblos'],
  ['kecurangan', 'curang'],
  ['penghitungan', 'hitung'],
  ['suara-suara', 'suara'],
  ['tps', 'tps'],
  ['2.325', '2.325'],
  ['', ''],
])('stems %s to %s', (word, root) => {
  expect(stem(word)).toBe(root);
  expect(stem(word)).toBe(root);
});

it('takes any string and never gives an empty root for a word', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), (word) => {
      expect(stem(word).length).toBeGreaterThan(0);
    }),
  );
});

it('leaves a word of 1 MB alone', () => {
  const long = 'a'.repeat(1_000_000);
  expect(stem(long)).toBe(long);
});
