import { addToHash, mix32 } from '../../../shared/text/hash.ts';
import { charBuckets, gramBucket } from './featurise.ts';
import { IDF_STEPS, type LinearModelParts } from './linear-model-format.ts';
import { outputCount } from './mix-domains.ts';
import { addVector, toUnit, vectorRow, vectorScore, type WordVectors } from './word-vectors.ts';

/** Words remembered: most of what a day brings repeats. With 23 outputs they take 2 MB; emptied when full. */
const MAX_REMEMBERED = 32_768;
/** Words whose scores are remembered for explanations, under 1 MB; most are explained again and again. */
const MAX_SCORED = 2_048;
/** Places in the table of words, twice as many so that a search is short. */
const SLOTS = MAX_REMEMBERED * 2;
/** Numbers of four bytes in a line of the processor's cache: a word's entry begins with a line. */
const LINE = 16;

/** Where in a word's entry a number stands; whole numbers are read from `ints`, the others from `floats`. */
export const HASH = 0;
const CHECK = 1;
export const BUCKET = 2;
/** Row among the word vectors, −1 for none. */
export const VECTOR = 3;
/** Number of the text the word was last counted in; the scorer's own. */
export const SEEN_IN = 4;
/** Sum of the squared idf of its character runs, and its own idf. */
export const CHAR_NORM = 5;
export const IDF = 6;
/** The weights of its character runs, summed per output, from here on. */
export const SUMS = 8;

/** What a stored weight means before its output's scale: finer steps near zero, where most weights are. */
export const CURVE = Float32Array.from({ length: 256 }, (_, i) => {
  const q = (i - 128) / 127;
  return Math.sign(q) * q * q;
});

/** The square of a stored idf. */
export const SQUARES = Float32Array.from({ length: 256 }, (_, i) => (i / IDF_STEPS) ** 2);

/**
 * What is known of words met before: saves time and never changes a score. A word is told by 64 bits of hash
 * and lies in one piece of memory, since fetching memory is most of the work of reading a text.
 */
export class WordMemory {
  readonly floats: Float32Array;
  readonly ints: Int32Array;
  readonly #parts: LinearModelParts;
  readonly #outputs: number;
  readonly #stride: number;
  readonly #slots = new Int32Array(SLOTS);
  readonly #vectorScores = new Map<number, Float64Array>();
  readonly #alone = new Map<number, Float32Array>();
  #words = 0;

  constructor(parts: LinearModelParts) {
    this.#parts = parts;
    this.#outputs = outputCount(parts.header);
    this.#stride = Math.ceil((SUMS + this.#outputs) / LINE) * LINE;
    this.floats = new Float32Array(MAX_REMEMBERED * this.#stride);
    this.ints = new Int32Array(this.floats.buffer);
  }

  /** Makes room for the words of a text; entries found from now on hold until the next call. */
  makeRoom(words: number): void {
    if (this.#words + words > MAX_REMEMBERED) this.#forget();
  }

  /** Where the entry of a word begins. */
  find(word: string): number {
    let running = 0;
    let check = 0;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      running = addToHash(running, code);
      check = (Math.imul(check, 31) + code) | 0;
    }
    const hash = mix32(running ^ word.length);
    let slot = hash & (SLOTS - 1);
    for (let entry = this.#slots[slot] as number; entry > 0; entry = this.#slots[slot] as number) {
      const at = (entry - 1) * this.#stride;
      if (this.ints[at] === (hash | 0) && this.ints[at + CHECK] === check) return at;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return this.#learn(word, hash, check, slot);
  }

  /** What the word of an entry adds to each class by itself, where that is kept. */
  aloneAt(at: number): Float32Array | undefined {
    return this.#alone.get(at);
  }

  keepAlone(at: number, scores: Float32Array): Float32Array {
    if (this.#alone.size >= MAX_SCORED) this.#alone.clear();
    this.#alone.set(at, scores);
    return scores;
  }

  /** What the vector of a row alone adds to each output; kept, unless the caller keeps what he makes of it. */
  vectorScores(row: number, isKept: boolean): Float64Array {
    const known = this.#vectorScores.get(row);
    if (known) return known;
    const vectors = this.#parts.vectors as WordVectors;
    const vector = new Float32Array(vectors.dims);
    addVector(vector, vectors, row, 1);
    toUnit(vector);
    const scores = Float64Array.from({ length: this.#outputs }, (_, o) => vectorScore(vectors, vector, o));
    if (!isKept) return scores;
    if (this.#vectorScores.size >= MAX_SCORED) this.#vectorScores.clear();
    this.#vectorScores.set(row, scores);
    return scores;
  }

  #learn(word: string, hash: number, check: number, slot: number): number {
    if (this.#words >= MAX_REMEMBERED) {
      this.#forget();
      return this.find(word);
    }
    const { header, weights, idf, vectors } = this.#parts;
    const { floats, ints } = this;
    const at = this.#words++ * this.#stride;
    const bucket = gramBucket(hash, header.features);
    this.#slots[slot] = this.#words;
    floats.fill(0, at, at + this.#stride);
    ints[at + HASH] = hash;
    ints[at + CHECK] = check;
    ints[at + BUCKET] = bucket;
    ints[at + VECTOR] = vectors ? vectorRow(vectors.hashes, hash) : -1;
    ints[at + SEEN_IN] = -1;
    let charNorm = 0;
    for (const run of charBuckets(word, header.features)) {
      charNorm += SQUARES[idf[run] as number] as number;
      addWeights(floats, at + SUMS, weights, run * this.#outputs, this.#outputs);
    }
    floats[at + CHAR_NORM] = charNorm;
    floats[at + IDF] = (idf[bucket] as number) / IDF_STEPS;
    return at;
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#alone.clear();
    this.#words = 0;
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
