import type { FeatureSettings } from './feature-settings.ts';
import { charBuckets, cueBucket, extendGram, gramBucket, wordHash } from './featurise.ts';
import {
  decodeModelParts,
  IDF_STEPS,
  type LinearModelHeader,
  type LinearModelParts,
} from './linear-model-format.ts';
import { domainShares, mixScores, outputCount } from './mix-domains.ts';
import { type ModelWords, modelWords } from './model-words.ts';

/** Words whose summed weights are remembered: most of what a day brings repeats. Emptied when full (about 20 MB). */
const MAX_REMEMBERED = 50_000;

export interface LinearModel {
  readonly header: LinearModelHeader;
  readonly classes: readonly string[];
  /** Calibrated probability of each class, in the order of `classes`; they sum to 1. Any text is safe. */
  predict(text: string, cues?: readonly string[]): Float32Array;
  /** The same from words already read by modelWords. */
  predictWords(words: readonly string[], cues?: readonly string[]): Float32Array;
  /** Up to `limit` pieces of the text, as written, that spoke most for `classIndex`, strongest first. */
  explain(text: string, classIndex: number, limit: number): string[];
}

interface KnownWord {
  hash: number;
  bucket: number;
  /** Summed weights of its character runs, per class. */
  chars: Float32Array;
  /** Sum of squared idf of its character runs. */
  charNorm: number;
  /** Number of the text it was last counted in. */
  seenIn: number;
}

/** Reads a model file; nothing is copied, so a model is ready in about a millisecond. Throws ModelFileError. */
export function decodeLinearModel(bytes: Uint8Array): LinearModel {
  return createLinearModel(decodeModelParts(bytes));
}

/** A model from its parts. The memory of words makes it fast, never different. */
export function createLinearModel(parts: LinearModelParts): LinearModel {
  const scorer = createScorer(parts);
  const { header } = parts;
  const k = header.classes.length;
  const sharesOf = (outputs: Float32Array) =>
    domainShares(outputs.subarray(k * (1 + header.domains.length)), header.domainPrior);
  const predictWords = (words: readonly string[], cues: readonly string[] = []) => {
    const outputs = scorer.score(words, cues);
    return softmax(mixScores(outputs, k, sharesOf(outputs)), header.sharpness);
  };
  return {
    header,
    classes: header.classes,
    predict: (text, cues) => predictWords(modelWords(text).words, cues),
    predictWords,
    explain: (text, classIndex, limit) => {
      const read = modelWords(text);
      const shares = sharesOf(scorer.score(read.words, []));
      return strongest(read, (word) => lead(mixScores(scorer.scoreWord(word), k, shares), classIndex), limit);
    },
  };
}

interface Scorer {
  /** All outputs for a text (see outputCount). */
  score(words: readonly string[], cues: readonly string[]): Float32Array;
  /** What one word alone adds to the outputs. */
  scoreWord(word: string): Float32Array;
}

function createScorer({ header, weights, idf }: LinearModelParts): Scorer {
  const { features: settings, scales, biases } = header;
  const k = outputCount(header);
  const tables = scales.map(weightTable);
  const rarity = Float32Array.from({ length: 256 }, (_, i) => i / IDF_STEPS);
  const known = new Map<string, KnownWord>();
  let textNumber = 0;

  const addBucket = (sums: Float32Array, bucket: number): number => {
    const base = bucket * k;
    for (let c = 0; c < k; c++) {
      sums[c] =
        (sums[c] as number) + ((tables[c] as Float32Array)[(weights[base + c] as number) + 128] as number);
    }
    const weight = rarity[idf[bucket] as number] as number;
    return weight * weight;
  };

  const look = (word: string): KnownWord => {
    const found = known.get(word);
    if (found) return found;
    const hash = wordHash(word);
    const entry: KnownWord = {
      hash,
      bucket: gramBucket(hash, settings),
      chars: new Float32Array(k),
      charNorm: 0,
      seenIn: -1,
    };
    for (const bucket of charBuckets(word, settings)) entry.charNorm += addBucket(entry.chars, bucket);
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(word, entry);
    return entry;
  };

  const wordSums = new Float32Array(k);
  const charSums = new Float32Array(k);

  const score = (words: readonly string[], cues: readonly string[]): Float32Array => {
    textNumber++;
    wordSums.fill(0);
    charSums.fill(0);
    const norms = addWords(words, { look, addBucket, settings, textNumber, wordSums, charSums });
    const scores = Float32Array.from(biases);
    addBlock(scores, wordSums, norms.words, 1);
    addBlock(scores, charSums, norms.chars, settings.charWeight);
    if (cues.length > 0) {
      const cueSums = new Float32Array(k);
      let norm = 0;
      for (const cue of cues) norm += addBucket(cueSums, cueBucket(cue, settings));
      addBlock(scores, cueSums, norm, settings.cueWeight);
    }
    return scores;
  };

  const scoreWord = (word: string): Float32Array => {
    const entry = look(word);
    const sums = new Float32Array(k);
    addBucket(sums, entry.bucket);
    addBlock(sums, entry.chars, entry.charNorm, settings.charWeight);
    return sums;
  };

  return { score, scoreWord };
}

interface Counting {
  look(word: string): KnownWord;
  addBucket(sums: Float32Array, bucket: number): number;
  settings: FeatureSettings;
  textNumber: number;
  wordSums: Float32Array;
  charSums: Float32Array;
}

/** Adds up all words and word runs of a text; returns the squared length of both blocks. Counts as featurise does. */
function addWords(words: readonly string[], counting: Counting): { words: number; chars: number } {
  const { look, addBucket, settings, textNumber, wordSums, charSums } = counting;
  let wordNorm = 0;
  let charNorm = 0;
  let last = 0;
  let beforeLast = 0;
  for (let i = 0; i < words.length; i++) {
    const entry = look(words[i] as string);
    if (entry.seenIn !== textNumber) {
      entry.seenIn = textNumber;
      wordNorm += addBucket(wordSums, entry.bucket);
      charNorm += entry.charNorm;
      for (let c = 0; c < charSums.length; c++)
        charSums[c] = (charSums[c] as number) + (entry.chars[c] as number);
    }
    if (i > 0 && settings.maxWordGram > 1) {
      const pair = extendGram(last, entry.hash);
      wordNorm += addBucket(wordSums, gramBucket(pair, settings));
      if (i > 1 && settings.maxWordGram > 2) {
        wordNorm += addBucket(wordSums, gramBucket(extendGram(beforeLast, entry.hash), settings));
      }
      beforeLast = pair;
    }
    last = entry.hash;
  }
  return { words: wordNorm, chars: charNorm };
}

function addBlock(scores: Float32Array, sums: Float32Array, squaredNorm: number, weight: number): void {
  if (squaredNorm === 0) return;
  const factor = weight / Math.sqrt(squaredNorm);
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) + (sums[c] as number) * factor;
}

/** The 256 values a stored weight can mean: small weights are many, so steps are finer near zero. */
export function weightTable(scale: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, i) => {
    const q = (i - 128) / 127;
    return Math.sign(q) * q * q * scale;
  });
}

export function softmax(scores: Float32Array, sharpness: number): Float32Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  const result = new Float32Array(scores.length);
  for (let c = 0; c < scores.length; c++) {
    const value = Math.exp(sharpness * ((scores[c] as number) - top));
    result[c] = value;
    sum += value;
  }
  for (let c = 0; c < result.length; c++) result[c] = (result[c] as number) / sum;
  return result;
}

/** How far a class's score lies above the mean of the others. */
function lead(scores: Float32Array, classIndex: number): number {
  const total = scores.reduce((sum, value) => sum + value, 0);
  const own = scores[classIndex] as number;
  return own - (total - own) / (scores.length - 1);
}

function strongest(
  { words, starts, ends, plain }: ModelWords,
  weightOf: (word: string) => number,
  limit: number,
): string[] {
  const best = new Map<string, number>();
  words.forEach((word, i) => {
    const weight = weightOf(word);
    const written = plain.slice(starts[i], ends[i]);
    if (weight > 0 && written.length > 1) best.set(written, Math.max(weight, best.get(written) ?? 0));
  });
  return [...best]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([written]) => written);
}
