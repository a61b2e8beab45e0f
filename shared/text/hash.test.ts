import fc from 'fast-check';
import { expect, it } from 'vitest';
import { combineHashes, hashRange, hashString, mix32 } from './hash.ts';

it('hashes a range like the substring', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(20), fc.nat(20), fc.integer(), (text, a, b, seed) => {
      const start = Math.min(a, b, text.length);
      const end = Math.min(Math.max(a, b), text.length);
      expect(hashRange(text, start, end, seed)).toBe(hashString(text.slice(start, end), seed));
    }),
  );
});

it('gives unsigned 32-bit integers that stay the same on every machine', () => {
  expect(hashString('saring')).toBe(hashString('saring'));
  expect([hashString(''), hashString('kpu'), hashString('kpu', 1), mix32(1)]).toEqual([
    0, 132022205, 3484240011, 1364076727,
  ]);
});

it('spreads: 50,000 words collide about as rarely as chance says', () => {
  const seen = new Set<number>();
  for (let i = 0; i < 50_000; i++) seen.add(hashString(`kata${i}`));
  expect(seen.size).toBeGreaterThan(49_990);
});

it('combines in order', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (a, b) => {
      fc.pre(a !== b);
      expect(combineHashes(a, b)).not.toBe(combineHashes(b, a));
    }),
  );
});
