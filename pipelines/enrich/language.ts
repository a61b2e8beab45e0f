import type { Language } from '../../shared/domain/labels.ts';
import lists from './language/marker-words.json' with { type: 'json' };
import { type Cue, cue, numberedCues } from './model/cue.ts';
import type { Scan } from './read/scan-words.ts';
import type { WordNote } from './read/word-notes.ts';

const families = ['id', 'jv', 'su', 'ms', 'en', 'regional'] as const;
type Family = (typeof families)[number];

/** Which of the word lists hold a word, as bits in the order of `families`. */
const membership = new Map<string, number>();
families.forEach((family, bit) => {
  for (const word of lists[family].join(' ').split(' '))
    membership.set(word, (membership.get(word) ?? 0) | (1 << bit));
});

/** Bits of the languages whose list holds a word, a clitic at its end left out. */
export const languageBits = (word: string, bare: string | null): number =>
  membership.get(word) ?? membership.get(bare ?? '') ?? 0;

const familiesByBits = Array.from({ length: 1 << families.length }, (_, bits): readonly string[] =>
  families.filter((_, bit) => bits & (1 << bit)),
);

/** The languages whose list holds a word, by its bits. */
export const familiesOf = (bits: number): readonly string[] => familiesByBits[bits]!;

/** How much a word of `bits` speaks for one of its lists: all of it when it is in that list alone. */
const weights = Float32Array.from({ length: 64 }, (_, bits) => {
  let n = 0;
  for (let rest = bits; rest > 0; rest >>= 1) n += rest & 1;
  return n === 0 ? 0 : 1 / (n * n);
});

/** From here on a sign is no letter of the languages told apart here. */
const firstPictograph = 0x2000;

export interface LanguageMarks {
  /** Weight of the words that speak for each family, in the order id, jv, su, ms, en, regional. */
  score: readonly number[];
  words: number;
}

/** Counts marker words; a word of several lists counts for each, less. */
export function countLanguageMarks({ words: scanned }: Scan, notes: readonly WordNote[]): LanguageMarks {
  const score = [0, 0, 0, 0, 0, 0];
  let words = 0;
  for (let i = 0; i < scanned.length; i++) {
    const c = scanned[i]!.charCodeAt(0);
    if (c < 97 || (c > 122 && c < 192) || c >= firstPictograph) continue;
    words++;
    const bits = notes[i]!.languages;
    if (bits === 0) continue;
    const weight = weights[bits]!;
    for (let bit = 0; bit < families.length; bit++) if (bits & (1 << bit)) score[bit]! += weight;
  }
  return { score, words };
}

const [fewWords, someWords, manyWords] = ['few', 'some', 'many'].map((many) => cue(`words ${many}`)) as [
  Cue,
  Cue,
  Cue,
];
const shareCues = families.map((family) => numberedCues(`${family} `, 0, 5));

const stepOf = (share: number): number =>
  share === 0 ? 0 : share < 0.04 ? 1 : share < 0.1 ? 2 : share < 0.2 ? 3 : share < 0.35 ? 4 : 5;

/** Adds signs of the language for a linear model: share of marker words by family, in steps. */
export function addLanguageCues(cues: Cue[], { score, words }: LanguageMarks): void {
  cues.push(words < 3 ? fewWords : words < 8 ? someWords : manyWords);
  for (let i = 0; i < shareCues.length; i++)
    cues.push(shareCues[i]!(stepOf(words === 0 ? 0 : score[i]! / words)));
}

/** Below this many words with letters a language must be very sure to be told (else `unsure`). */
export const fewestWords = 3;

/** A second language counts from about a quarter of the words (LABELS 10); markers are about half of all words. */
const mixedShare = 0.3;

/** The language by marker words alone: what stands when no model is given. */
export function languageByMarks({ score, words }: LanguageMarks): { value: Language; confidence: number } {
  if (words === 0) return { value: 'unsure', confidence: 1 };
  const total = score.reduce((sum, one) => sum + one, 0);
  if (total === 0) return words < 4 ? { value: 'unsure', confidence: 0.5 } : { value: 'id', confidence: 0.5 };
  const order = families.map((_, i) => i).sort((a, b) => score[b]! - score[a]!);
  const [first, second] = [order[0]!, order[1]!];
  const family: Family = families[first]!;
  const confidence = Math.min(0.99, 0.4 + (0.6 * (score[first]! - score[second]!)) / total);
  if (family === 'regional') return { value: 'mixed', confidence };
  if (family === 'ms' && score[0]! > 0.5 * score[3]!) return { value: 'id', confidence: 0.5 };
  if (score[second]! / total > mixedShare && families[second] !== 'ms' && score[second]! > 1)
    return { value: 'mixed', confidence: 0.5 };
  return { value: family, confidence };
}
