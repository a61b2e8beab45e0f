import { charBuckets, cueBucket, gramBucket, wordHash } from './featurise.ts';
import { IDF_STEPS, type LinearModelParts } from './linear-model-format.ts';
import { outputCount } from './mix-domains.ts';
import { vectorRow } from './word-vectors.ts';

/** Words remembered: most of what a day brings repeats. With 23 outputs they take 6 MB; emptied when full. */
const MAX_REMEMBERED = 65_536;

/** What is known of a word, whatever text it stands in. */
export interface KnownWord {
  hash: number;
  bucket: number;
  /** Where its character runs' summed weights start in the pool. */
  at: number;
  /** Sum of squared idf of its character runs. */
  charNorm: number;
  /** Its row among the word vectors, −1 for none, and how much it counts there. */
  row: number;
  idf: number;
  /** Number of the text it was last counted in. */
  seenIn: number;
}

/** What a stored weight means before its output's scale: finer steps near zero, where most weights are. */
export const CURVE = Float32Array.from({ length: 256 }, (_, i) => {
  const q = (i - 128) / 127;
  return Math.sign(q) * q * q;
});

/** The square of a stored idf. */
export const SQUARES = Float32Array.from({ length: 256 }, (_, i) => (i / IDF_STEPS) ** 2);

/** Sums over the character runs of words and of cues met before: saves time and never changes a score. */
export class WordMemory {
  readonly pool: Float32Array;
  readonly #parts: LinearModelParts;
  readonly #outputs: number;
  readonly #words = new Map<string, KnownWord>();
  readonly #cues = new Map<string, number>();

  constructor(parts: LinearModelParts) {
    this.#parts = parts;
    this.#outputs = outputCount(parts.header);
    this.pool = new Float32Array(MAX_REMEMBERED * this.#outputs);
  }

  look(word: string): KnownWord {
    return this.#words.get(word) ?? this.#learn(word);
  }

  /** The bucket of a cue. */
  cue(cue: string): number {
    const known = this.#cues.get(cue);
    if (known !== undefined) return known;
    if (this.#cues.size >= MAX_REMEMBERED) this.#cues.clear();
    const bucket = cueBucket(cue, this.#parts.header.features);
    this.#cues.set(cue, bucket);
    return bucket;
  }

  #learn(word: string): KnownWord {
    if (this.#words.size >= MAX_REMEMBERED) this.#words.clear();
    const { header, weights, idf, vectors } = this.#parts;
    const outputs = this.#outputs;
    const hash = wordHash(word);
    const bucket = gramBucket(hash, header.features);
    const at = this.#words.size * outputs;
    let charNorm = 0;
    this.pool.fill(0, at, at + outputs);
    for (const run of charBuckets(word, header.features)) {
      charNorm += SQUARES[idf[run] as number] as number;
      addWeights(this.pool, at, weights, run * outputs, outputs);
    }
    const known: KnownWord = {
      hash,
      bucket,
      at,
      charNorm,
      row: vectors ? vectorRow(vectors.hashes, hash) : -1,
      idf: (idf[bucket] as number) / IDF_STEPS,
      seenIn: -1,
    };
    this.#words.set(word, known);
    return known;
  }
}

/** Adds `count` stored weights from `from` to the sums from `at`. */
export function addWeights(
  sums: Float32Array,
  at: number,
  weights: Int8Array,
  from: number,
  count: number,
): void {
  for (let o = 0; o < count; o++)
    sums[at + o] = (sums[at + o] as number) + (CURVE[(weights[from + o] as number) + 128] as number);
}
