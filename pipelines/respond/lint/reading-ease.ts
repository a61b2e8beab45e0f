import { withoutAddresses } from './numbers-said.ts';

/** Vowels that are said as one at the end of a word: `pantai`, `pulau`, `amboi`. */
const diphthongEnd = /(?:ai|au|oi)$/;
const vowels = /[aiueo]/g;

/** Syllables of an Indonesian word: one to each vowel, a diphthong at the end counts once. */
export function syllablesOf(word: string): number {
  const lower = word.toLowerCase();
  const count = (lower.match(vowels) ?? []).length;
  return Math.max(1, diphthongEnd.test(lower) && count > 1 ? count - 1 : count);
}

/**
 * Indonesian words have about ten syllables where English ones have six: Harjasujana and Mulyati (Membaca 2, 1996)
 * multiply by 0.6 before they read Fry's graph.
 */
const syllableFactor = 0.6;

export interface ReadingEase {
  /** 0 hard to 100 easy; above 60 everybody follows. Null below ten words. */
  score: number | null;
  wordsPerSentence: number;
  words: number;
}

/** Fewer words make a score that says nothing. */
const leastWords = 10;

/**
 * Flesch's reading ease (1948), 206.835 − 1.015 × words per sentence − 84.6 × syllables per word, with the syllables
 * counted in Indonesian and taken by 0.6. Links, numbers and acronyms are no words of it.
 */
export function readingEase(sentences: readonly string[]): ReadingEase {
  let words = 0;
  let syllables = 0;
  let counted = 0;
  for (const sentence of sentences) {
    const said = withoutAddresses(sentence)
      .split(/[^\p{L}-]+/u)
      .filter((word) => /\p{Ll}/u.test(word));
    if (said.length === 0) continue;
    counted++;
    words += said.length;
    for (const word of said) syllables += syllablesOf(word);
  }
  const wordsPerSentence = counted === 0 ? 0 : words / counted;
  if (words < leastWords) return { score: null, wordsPerSentence, words };
  const score = 206.835 - 1.015 * wordsPerSentence - 84.6 * ((syllables / words) * syllableFactor);
  return { score: Math.round(Math.min(100, Math.max(0, score)) * 10) / 10, wordsPerSentence, words };
}
