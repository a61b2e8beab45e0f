import { describe, expect, it } from 'vitest';
import { createPhraseTrie, withoutClitic } from './phrase-trie.ts';

const trie = createPhraseTrie(
  [
    ['surat suara', 1],
    ['surat suara rusak', 2],
    ['petugas', 3],
    ['petugas', 4],
    ['', 5],
  ],
  (earlier, later) => earlier * 10 + later,
);

describe('createPhraseTrie', () => {
  it('finds the longest phrase at a place', () => {
    expect(trie.longestAt(['ada', 'surat', 'suara', 'rusak'], 1)).toEqual({ value: 2, length: 3 });
    expect(trie.longestAt(['surat', 'suara', 'baik'], 0)).toEqual({ value: 1, length: 2 });
    expect(trie.longestAt(['surat'], 0)).toBeNull();
  });

  it('merges the values of one phrase and leaves out empty ones', () => {
    expect(trie.longestAt(['petugas'], 0)).toEqual({ value: 34, length: 1 });
    expect(trie.size).toBe(3);
  });

  it('looks for a word without its clitic only when told what that is', () => {
    const words = ['petugasnya'];
    expect(trie.longestAt(words, 0)).toBeNull();
    expect(
      trie.longestAt(
        words,
        0,
        words.map((word) => ({ bare: withoutClitic(word) })),
      ),
    ).toEqual({ value: 34, length: 1 });
  });
});

describe('withoutClitic', () => {
  it.each([
    ['petugasnya', 'petugas'],
    ['bukanlah', 'bukan'],
    ['kpu', null],
    ['nya', null],
  ])('%s → %s', (word, bare) => {
    expect(withoutClitic(word)).toBe(bare);
  });
});
