import { charBuckets, gramBucket, isSeen } from './featurise.ts';
import type { HashedWord } from './hashed-word.ts';
import { IDF_STEPS, type LinearModelParts } from './linear-model-format.ts';
import { outputCount } from './mix-domains.ts';
import { sumRows, type WeightRows, weightRows } from './sum-rows.ts';
import { addVector, toUnit, vectorRow, vectorScore, type WordVectors } from './word-vectors.ts';

/** Words remembered: most of what a day brings repeats. With 27 outputs they take 6 MB; emptied when full. */
const MAX_REMEMBERED = 32_768;
/** Words whose scores are remembered for explanations, a power of two, under 1 MB; most are explained again and again. */
const MAX_SCORED = 4_096;
/** Places in the table of words, twice as many so that a search is short. */
const SLOTS = MAX_REMEMBERED * 2;
/** Numbers of four bytes in a line of the processor's cache: a word's entry begins with a line. */
const LINE = 16;

/** Where in a word's entry a number stands; whole numbers are read from `ints`, the others from `floats`. */
const HASH = 0;
const CHECK = 1;
/** −1 where the word itself does not count. */
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
  readonly #rows: WeightRows;
  readonly #sums: Float32Array;
  readonly #slots = new Int32Array(SLOTS);
  /** What the vectors of rows alone add to each output, and which row stands in each place; made when first asked for. */
  #near: { rows: Int32Array; scores: Float64Array } | null = null;
  /** What words alone add to each class, and which entry stands in each place. */
  #alone: { entries: Int32Array; scores: Float32Array } | null = null;
  #words = 0;

  constructor(parts: LinearModelParts) {
    this.#parts = parts;
    this.#outputs = outputCount(parts.header);
    this.#stride = Math.ceil((SUMS + this.#outputs) / LINE) * LINE;
    this.#rows = weightRows(parts.weights, this.#outputs);
    this.#sums = new Float32Array(this.#outputs);
    this.floats = new Float32Array(MAX_REMEMBERED * this.#stride);
    this.ints = new Int32Array(this.floats.buffer);
  }

  /** Makes room for the words of a text; entries found from now on hold until the next call. */
  makeRoom(words: number): void {
    if (this.#words + words > MAX_REMEMBERED) this.#forget();
  }

  /** Where the entry of a word begins. */
  find(word: HashedWord): number {
    const { hash, check } = word;
    let slot = hash & (SLOTS - 1);
    for (let entry = this.#slots[slot] as number; entry > 0; entry = this.#slots[slot] as number) {
      const at = (entry - 1) * this.#stride;
      if (this.ints[at + HASH] === hash && this.ints[at + CHECK] === check) return at;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return this.#learn(word, slot);
  }

  /** Puts what the word of an entry adds to each class by itself into `scores`; false where it is not known yet. */
  recallAlone(at: number, scores: Float32Array): boolean {
    if (this.#alone === null) return false;
    const place = this.#placeOf(at);
    if (this.#alone.entries[place] !== at) return false;
    const from = place * scores.length;
    for (let c = 0; c < scores.length; c++) scores[c] = this.#alone.scores[from + c] as number;
    return true;
  }

  keepAlone(at: number, scores: Float32Array): void {
    this.#alone ??= {
      entries: new Int32Array(MAX_SCORED).fill(-1),
      scores: new Float32Array(MAX_SCORED * scores.length),
    };
    const place = this.#placeOf(at);
    this.#alone.entries[place] = at;
    this.#alone.scores.set(scores, place * scores.length);
  }

  #placeOf(at: number): number {
    return (at / this.#stride) & (MAX_SCORED - 1);
  }

  /** What the vector of a row alone adds to each output: the array and where the outputs begin in it. */
  vectorScores(row: number): { scores: Float64Array; from: number } {
    this.#near ??= {
      rows: new Int32Array(MAX_SCORED).fill(-1),
      scores: new Float64Array(MAX_SCORED * this.#outputs),
    };
    const { rows, scores } = this.#near;
    const place = row & (MAX_SCORED - 1);
    const from = place * this.#outputs;
    if (rows[place] !== row) {
      const vectors = this.#parts.vectors as WordVectors;
      const vector = new Float32Array(vectors.dims);
      addVector(vector, vectors, row, 1);
      toUnit(vector);
      for (let o = 0; o < this.#outputs; o++) scores[from + o] = vectorScore(vectors, vector, o);
      rows[place] = row;
    }
    return { scores, from };
  }

  #learn(word: HashedWord, slot: number): number {
    if (this.#words >= MAX_REMEMBERED) {
      this.#forget();
      return this.find(word);
    }
    const { header, idf, seen, vectors } = this.#parts;
    const { floats, ints } = this;
    const { text, hash, check } = word;
    const at = this.#words++ * this.#stride;
    const bucket = gramBucket(hash, header.features);
    this.#slots[slot] = this.#words;
    floats.fill(0, at, at + this.#stride);
    ints[at + HASH] = hash;
    ints[at + CHECK] = check;
    ints[at + BUCKET] = isSeen(seen, hash) ? bucket : -1;
    ints[at + VECTOR] = vectors ? vectorRow(vectors.hashes, hash >>> 0) : -1;
    ints[at + SEEN_IN] = -1;
    let charNorm = 0;
    const runs = charBuckets(text, header.features, seen);
    for (let i = 0; i < runs.length; i++) charNorm += SQUARES[idf[runs[i] as number] as number] as number;
    sumRows(this.#sums, this.#rows, runs, runs.length, 0, this.#outputs);
    floats.set(this.#sums, at + SUMS);
    floats[at + CHAR_NORM] = charNorm;
    floats[at + IDF] = (idf[bucket] as number) / IDF_STEPS;
    return at;
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#alone?.entries.fill(-1);
    this.#words = 0;
  }
}
