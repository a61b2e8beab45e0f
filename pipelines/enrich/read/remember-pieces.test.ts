import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rememberPieces } from './remember-pieces.ts';

describe('rememberPieces', () => {
  it('reads a piece once and gives the same value wherever it stands', () => {
    let read = 0;
    const pieces = rememberPieces(8, (piece) => ({ piece, read: ++read }));
    const first = pieces('satu dua satu', 0, 4);
    expect(pieces('satu dua satu', 9, 13)).toBe(first);
    expect(pieces('kesatuan', 2, 6)).toBe(first);
    expect(first).toEqual({ piece: 'satu', read: 1 });
    expect(pieces('Satu', 0, 4).piece).toBe('Satu');
  });

  it('gives what is made of the piece for any texts, also when it forgets', () => {
    const pieces = rememberPieces(4, (piece) => ({ piece }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(9), fc.nat(9), (text, from, length) => {
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        expect(pieces(text, start, end)).toEqual({ piece: text.slice(start, end) });
      }),
    );
  });
});
