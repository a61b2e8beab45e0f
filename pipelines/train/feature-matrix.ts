import type { Cue } from '../enrich/model/cue.ts';
import type { FeatureSettings } from '../enrich/model/feature-settings.ts';
import {
  eachFeature,
  featurise,
  gramBucket,
  type SeenFeatures,
  type TextFeatures,
  wordHash,
} from '../enrich/model/featurise.ts';
import { IDF_STEPS } from '../enrich/model/linear-model-format.ts';
import { addVector, toUnit, vectorRow } from '../enrich/model/word-vectors.ts';
import type { TrainedVectors } from './train-vectors.ts';

/** Rows as sparse vectors, one after the other: row i is `columns[starts[i]..starts[i+1]]`. */
export interface FeatureMatrix {
  rows: number;
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
  /** Squared length of each row. */
  squaredNorms: Float32Array;
}

export interface FeatureInput {
  words: readonly string[];
  cues: readonly Cue[];
}

/** Marks are kept in 2^22 bits, half a megabyte: 200,000 features leave 19 of 20 free, so that few unknown ones pass. */
export const SEEN_BITS = 22;
/** Hashes are counted by their high 26 bits: of a million, one or two in a hundred share a count. */
const COUNTED_BITS = 26;

/** Marks what the rows hold at least twice, in one row or in two. */
export function markSeen(inputs: readonly FeatureInput[], settings: FeatureSettings): SeenFeatures {
  const counts = new Uint8Array(2 ** COUNTED_BITS);
  const seen = new Uint8Array(2 ** (SEEN_BITS - 3));
  const countAt = (hash: number): number => hash >>> (32 - COUNTED_BITS);
  for (const { words } of inputs)
    eachFeature(words, settings, (hash) => {
      if (counts[countAt(hash)]! < 2) counts[countAt(hash)]!++;
    });
  for (const { words } of inputs)
    eachFeature(words, settings, (hash) => {
      if (counts[countAt(hash)] === 2) seen[(hash & (2 ** SEEN_BITS - 1)) >>> 3]! |= 1 << (hash & 7);
    });
  return seen;
}

/** Inverse document frequency per bucket in stored steps: ln((1 + n) / (1 + df)) + 1, as scikit-learn's smooth idf. */
export function countRarity(
  inputs: readonly FeatureInput[],
  settings: FeatureSettings,
  seen?: SeenFeatures,
): Uint8Array {
  const buckets = 2 ** settings.bits;
  const texts = new Uint32Array(buckets);
  const lastSeen = new Int32Array(buckets).fill(-1);
  inputs.forEach(({ words, cues }, row) => {
    const { words: w, chars, cues: c } = featurise(words, cues, settings, seen);
    for (const block of [w, chars, c]) {
      for (const bucket of block) {
        if (lastSeen[bucket] === row) continue;
        lastSeen[bucket] = row;
        texts[bucket] = (texts[bucket] as number) + 1;
      }
    }
  });
  return Uint8Array.from(texts, (df) =>
    Math.min(255, Math.round(IDF_STEPS * (Math.log((1 + inputs.length) / (1 + df)) + 1))),
  );
}

/**
 * The vectors of all inputs: every block tf-idf weighted and scaled to its own length (see LinearModel). With word
 * vectors, the unit mean of a text's words, weighted by idf, follows in columns of its own behind the buckets.
 */
export function buildMatrix(
  inputs: readonly FeatureInput[],
  settings: FeatureSettings,
  idf: Uint8Array,
  vectors?: TrainedVectors,
  seen?: SeenFeatures,
): FeatureMatrix {
  const all = inputs.map(({ words, cues }) => {
    const row = sparseRow(featurise(words, cues, settings, seen), settings, idf);
    return vectors ? withVector(row, meanVector(words, vectors, settings, idf), 2 ** settings.bits) : row;
  });
  const entries = all.reduce((sum, row) => sum + row.columns.length, 0);
  const matrix: FeatureMatrix = {
    rows: inputs.length,
    starts: new Uint32Array(inputs.length + 1),
    columns: new Uint32Array(entries),
    values: new Float32Array(entries),
    squaredNorms: new Float32Array(inputs.length),
  };
  let at = 0;
  all.forEach((row, i) => {
    matrix.columns.set(row.columns, at);
    matrix.values.set(row.values, at);
    at += row.columns.length;
    matrix.starts[i + 1] = at;
    matrix.squaredNorms[i] = row.values.reduce((sum, value) => sum + value * value, 0);
  });
  return matrix;
}

function sparseRow(features: TextFeatures, settings: FeatureSettings, idf: Uint8Array) {
  const sums = new Map<number, number>();
  const addBlock = (buckets: readonly number[], weight: number) => {
    let norm = 0;
    for (const bucket of buckets) norm += ((idf[bucket] as number) / IDF_STEPS) ** 2;
    if (norm === 0 || weight === 0) return;
    const factor = weight / Math.sqrt(norm) / IDF_STEPS;
    for (const bucket of buckets)
      sums.set(bucket, (sums.get(bucket) ?? 0) + (idf[bucket] as number) * factor);
  };
  addBlock(features.words, 1);
  addBlock(features.chars, settings.charWeight);
  addBlock(features.cues, settings.cueWeight);
  return { columns: Uint32Array.from(sums.keys()), values: Float32Array.from(sums.values()) };
}

function withVector(row: ReturnType<typeof sparseRow>, vector: Float32Array, firstColumn: number) {
  return {
    columns: Uint32Array.from([...row.columns, ...vector.map((_, d) => firstColumn + d)]),
    values: Float32Array.from([...row.values, ...vector]),
  };
}

function meanVector(
  words: readonly string[],
  vectors: TrainedVectors,
  settings: FeatureSettings,
  idf: Uint8Array,
): Float32Array {
  const sum = new Float32Array(vectors.dims);
  for (const word of new Set(words)) {
    const hash = wordHash(word);
    const row = vectorRow(vectors.hashes, hash);
    if (row >= 0) addVector(sum, vectors, row, (idf[gramBucket(hash, settings)] as number) / IDF_STEPS);
  }
  toUnit(sum);
  return sum;
}
