import { addToHash, combineHashes, hashString, mix32 } from '../../../shared/text/hash.ts';
import type { Cue } from './cue.ts';
import type { FeatureSettings } from './feature-settings.ts';

/** Keeps character runs apart from words and cues in the one hash space. */
const CHAR_SEED = 0x5bd1e995;

/** Buckets of what one text holds, block by block; each entry counts once. */
export interface TextFeatures {
  words: number[];
  chars: number[];
  cues: number[];
}

/**
 * Marks of the features that training met twice or more: a bit for each, by the low bits of its hash. What was met once
 * or never says nothing and would only share buckets with what does.
 */
export type SeenFeatures = Uint8Array;

/** Whether a feature counts; without marks all do. */
export function isSeen(seen: SeenFeatures | undefined, hash: number): boolean {
  if (seen === undefined) return true;
  const byte = (hash & (seen.length * 8 - 1)) >>> 3;
  return (((seen[byte] as number) >>> (hash & 7)) & 1) === 1;
}

/** Visits the hash of every character run inside ` word `, from the shortest to the longest length of the settings. */
function eachCharRun(
  word: string,
  { minCharGram, maxCharGram }: FeatureSettings,
  visit: (hash: number) => void,
): void {
  if (maxCharGram < minCharGram || word.length < 2) return;
  const padded = ` ${word} `;
  for (let start = 0; start < padded.length; start++) {
    let h = CHAR_SEED;
    const limit = Math.min(padded.length, start + maxCharGram);
    for (let end = start; end < limit; end++) {
      h = addToHash(h, padded.charCodeAt(end));
      if (end - start + 1 >= minCharGram) visit(mix32(h));
    }
  }
}

/** Buckets of the character runs inside ` word ` that count. */
export function charBuckets(word: string, settings: FeatureSettings, seen?: SeenFeatures): Uint32Array {
  const buckets: number[] = [];
  eachCharRun(word, settings, (hash) => {
    if (isSeen(seen, hash)) buckets.push(gramBucket(hash, settings));
  });
  return new Uint32Array(buckets);
}

/** The bucket of a feature by its hash; a word run's is the running hash of its words (see {@link extendGram}). */
export function gramBucket(gram: number, settings: FeatureSettings): number {
  return gram >>> (32 - settings.bits);
}

/** The hash of a word run one word longer. */
export function extendGram(gram: number, wordHash: number): number {
  return combineHashes(gram, wordHash);
}

export function wordHash(word: string): number {
  return hashString(word);
}

export function cueBucket(cue: Cue, settings: FeatureSettings): number {
  return cue >>> (32 - settings.bits);
}

/** Every feature of a text's words by its hash: each distinct word once, its character runs, every run of words. */
export function eachFeature(
  words: readonly string[],
  settings: FeatureSettings,
  visit: (hash: number, block: 'words' | 'chars') => void,
): void {
  const seen = new Set<string>();
  const hashes = words.map(wordHash);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (!seen.has(word)) {
      seen.add(word);
      visit(hashes[i] as number, 'words');
      eachCharRun(word, settings, (hash) => visit(hash, 'chars'));
    }
    let gram = hashes[i] as number;
    for (let length = 2; length <= settings.maxWordGram && i + length <= words.length; length++) {
      gram = extendGram(gram, hashes[i + length - 1] as number);
      visit(gram, 'words');
    }
  }
}

/**
 * What a linear model sees of a text's words: each distinct word once, its character runs, every run of two (and
 * three) words, and the caller's cues. Training and prediction count alike.
 */
export function featurise(
  words: readonly string[],
  cues: readonly Cue[],
  settings: FeatureSettings,
  seen?: SeenFeatures,
): TextFeatures {
  const features: TextFeatures = { words: [], chars: [], cues: [] };
  eachFeature(words, settings, (hash, block) => {
    if (isSeen(seen, hash)) features[block].push(gramBucket(hash, settings));
  });
  for (const cue of cues) features.cues.push(cueBucket(cue, settings));
  return features;
}
