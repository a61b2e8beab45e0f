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

/** Buckets of all character runs inside ` word `, from the shortest to the longest length of the settings. */
export function charBuckets(word: string, settings: FeatureSettings): Uint32Array {
  const { minCharGram, maxCharGram, bits } = settings;
  if (maxCharGram < minCharGram || word.length < 2) return new Uint32Array(0);
  const shift = 32 - bits;
  const padded = ` ${word} `;
  const buckets: number[] = [];
  for (let start = 0; start < padded.length; start++) {
    let h = CHAR_SEED;
    const limit = Math.min(padded.length, start + maxCharGram);
    for (let end = start; end < limit; end++) {
      h = addToHash(h, padded.charCodeAt(end));
      if (end - start + 1 >= minCharGram) buckets.push(mix32(h) >>> shift);
    }
  }
  return Uint32Array.from(buckets);
}

/** The bucket of a word run by the running hash of its words (see {@link extendGram}). */
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

/**
 * What a linear model sees of a text's words: each distinct word once, its character runs, every run of two (and
 * three) words, and the caller's cues. Training and prediction count alike.
 */
export function featurise(
  words: readonly string[],
  cues: readonly Cue[],
  settings: FeatureSettings,
): TextFeatures {
  const features: TextFeatures = { words: [], chars: [], cues: [] };
  const seen = new Set<string>();
  const hashes = words.map(wordHash);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (!seen.has(word)) {
      seen.add(word);
      features.words.push(gramBucket(hashes[i] as number, settings));
      for (const bucket of charBuckets(word, settings)) features.chars.push(bucket);
    }
    let gram = hashes[i] as number;
    for (let length = 2; length <= settings.maxWordGram && i + length <= words.length; length++) {
      gram = extendGram(gram, hashes[i + length - 1] as number);
      features.words.push(gramBucket(gram, settings));
    }
  }
  for (const cue of cues) features.cues.push(cueBucket(cue, settings));
  return features;
}
