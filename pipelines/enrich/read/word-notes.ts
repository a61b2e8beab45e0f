import { keptAtWord } from './kept-at-word.ts';
import { withoutClitic } from './phrase-trie.ts';
import type { Scan, ScanWord } from './scan-words.ts';

/** What all lists say of one word, whatever the text. */
export interface WordNote {
  /** The word without its clitic; null where it bears none. */
  readonly bare: string | null;
  /** Bits of the lists that have a phrase beginning with the word, see {@link startBits}. */
  readonly starts: number;
  /** Bits of the languages whose marker words it is among. */
  readonly languages: number;
}

/** Which lists' phrases a word may begin; below them stand the lexicon's own, a bit for each of its lists. */
export const startBits = { entities: 1 << 8, abuse: 1 << 9, places: 1 << 10, tags: 1 << 11 } as const;

/** The notes of a scan where no lists are at hand: any word may begin a phrase. */
export const plainNotes = ({ words }: Scan): WordNote[] =>
  words.map((word) => ({ bare: withoutClitic(word), starts: -1, languages: 0 }));

/** Makes the note of a word that was not met before. */
export type TakeNote = (word: string, bare: string | null) => Omit<WordNote, 'bare'>;

/**
 * Makes the note-taker of scans: each word is looked up once, instead of once in every list. Most words begin no
 * phrase of any list, which is then known without asking.
 */
export function createNoteTaker(take: TakeNote): (scan: Scan) => WordNote[] {
  const noteOf = keptAtWord(({ word }: ScanWord): WordNote => {
    const bare = withoutClitic(word);
    return { bare, ...take(word, bare) };
  });
  return ({ lasting }) => {
    const notes = new Array<WordNote>(lasting.length);
    for (let i = 0; i < lasting.length; i++) notes[i] = noteOf(lasting[i]!);
    return notes;
  };
}
