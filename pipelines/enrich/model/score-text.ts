import type { Cue } from './cue.ts';
import { cueBucket, extendGram, gramBucket, isSeen } from './featurise.ts';
import type { HashedWord } from './hashed-word.ts';
import type { LinearModelParts } from './linear-model-format.ts';
import { domainShares, outputCount } from './mix-domains.ts';
import { CURVE, sumRows, type WeightRows, weightRows } from './sum-rows.ts';
import { BUCKET, CHAR_NORM, IDF, SEEN_IN, SQUARES, SUMS, VECTOR, WordMemory } from './word-memory.ts';
import { addVector, toUnit, vectorScore } from './word-vectors.ts';

/** The class scores of one text and the shares of the domains that made them. */
export interface TextScores {
  scores: Float32Array;
  shares: Float32Array;
}

export interface TextScorer {
  /** What is given back holds until the next call. */
  score(words: readonly HashedWord[], cues: readonly Cue[]): TextScores;
  /** What one word alone adds to each class, read with the given shares; it holds until the next call. */
  scoreWord(word: HashedWord, shares: Float32Array): Float32Array;
  /** The shares of the domains in how a text is read. */
  shares(words: readonly HashedWord[]): Float32Array;
}

/**
 * Scores texts against a model's weights, as featurise counts them but without allocating. Gates and general weights
 * are summed first; of the domains' own weights only those of the domains the text belongs to.
 */
export function createTextScorer(parts: LinearModelParts): TextScorer {
  return new Scorer(parts);
}

class Scorer implements TextScorer {
  readonly #parts: LinearModelParts;
  readonly #memory: WordMemory;
  readonly #rows: WeightRows;
  readonly #outputs: number;
  /** First output of the gates. */
  readonly #gatesAt: number;
  /** Per output: weights of words and their runs, of characters, of cues. */
  readonly #words: Float32Array;
  readonly #chars: Float32Array;
  readonly #cues: Float32Array;
  readonly #vector: Float32Array;
  readonly #scores: Float32Array;
  readonly #shares: Float32Array;
  readonly #ofWord: Float32Array;
  /** Rows of the text's words and their runs, and how many. */
  #buckets = new Uint32Array(512);
  #count = 0;
  /** Entries of its words, those of its distinct words, and how many of these. */
  #found = new Uint32Array(256);
  #entries = new Uint32Array(256);
  #distinct = 0;
  /** Rows of its cues, and how many. */
  #cueBuckets = new Uint32Array(512);
  #cueCount = 0;
  #wordFactor = 0;
  #charFactor = 0;
  #cueFactor = 0;
  #textNumber = 0;
  /** The hash of the two words that end with the last one counted. */
  #pairBefore = 0;
  /** What short loops read only so that it is at hand for the long ones; kept, lest the engine leaves the reading out. */
  fetched = 0;
  /** The words whose sums are held. */
  #last: readonly HashedWord[] | null = null;

  constructor(parts: LinearModelParts) {
    this.#parts = parts;
    const { classes, domains } = parts.header;
    this.#memory = new WordMemory(parts);
    this.#outputs = outputCount(parts.header);
    this.#rows = weightRows(parts.weights, this.#outputs);
    this.#gatesAt = classes.length * (1 + domains.length);
    this.#words = new Float32Array(this.#outputs);
    this.#chars = new Float32Array(this.#outputs);
    this.#cues = new Float32Array(this.#outputs);
    this.#vector = new Float32Array(parts.vectors?.dims ?? 0);
    this.#scores = new Float32Array(classes.length);
    this.#shares = new Float32Array(domains.length);
    this.#ofWord = new Float32Array(classes.length);
  }

  shares(words: readonly HashedWord[]): Float32Array {
    if (this.#shares.length === 0) return new Float32Array(0);
    if (words !== this.#last) this.#readWords(words);
    this.#weighDomains([]);
    return this.#shares.slice();
  }

  /** Reads a text's words and sums their weights for the gates; whoever reads the same words next need not. */
  #readWords(words: readonly HashedWord[]): void {
    this.#read(words);
    this.#sumWords(this.#gatesAt, this.#outputs);
    this.#last = words;
  }

  #weighDomains(cues: readonly Cue[]): void {
    this.#readCues(cues);
    this.#sumCues(this.#gatesAt, this.#outputs);
    for (let d = 0; d < this.#shares.length; d++) this.#shares[d] = this.#total(this.#gatesAt + d);
    domainShares(this.#shares, this.#parts.header.domainPrior);
  }

  score(words: readonly HashedWord[], cues: readonly Cue[]): TextScores {
    const k = this.#scores.length;
    this.#readWords(words);
    this.#weighDomains(cues);
    this.#sumWords(0, k);
    this.#sumCues(0, k);
    for (let c = 0; c < k; c++) this.#scores[c] = this.#total(c);
    for (let d = 0; d < this.#shares.length; d++) {
      const share = this.#shares[d] as number;
      if (share === 0) continue;
      const from = k * (1 + d);
      this.#sumWords(from, from + k);
      this.#sumCues(from, from + k);
      for (let c = 0; c < k; c++)
        this.#scores[c] = (this.#scores[c] as number) + share * this.#total(from + c);
    }
    return { scores: this.#scores, shares: this.#shares };
  }

  scoreWord(word: HashedWord, shares: Float32Array): Float32Array {
    const at = this.#memory.find(word);
    // Without domains a word says the same in every text.
    if (shares.length > 0) this.#scoreWordAt(at, shares);
    else if (!this.#memory.recallAlone(at, this.#ofWord)) {
      this.#scoreWordAt(at, shares);
      this.#memory.keepAlone(at, this.#ofWord);
    }
    return this.#ofWord;
  }

  #scoreWordAt(at: number, shares: Float32Array): void {
    const { header, weights } = this.#parts;
    const { floats, ints } = this.#memory;
    const sums = this.#ofWord;
    const k = sums.length;
    const bucket = ints[at + BUCKET] as number;
    const row = ints[at + VECTOR] as number;
    const charNorm = floats[at + CHAR_NORM] as number;
    const charFactor = charNorm > 0 ? header.features.charWeight / Math.sqrt(charNorm) : 0;
    const near = row >= 0 ? this.#memory.vectorScores(row) : null;
    sums.fill(0);
    for (let head = 0; head <= shares.length; head++) {
      const share = head === 0 ? 1 : (shares[head - 1] as number);
      if (share === 0) continue;
      for (let c = 0; c < k; c++) {
        const o = head * k + c;
        const stored = bucket < 0 ? 0 : (weights[bucket * this.#outputs + o] as number);
        const weight = CURVE[stored + 128] as number;
        const own = (header.scales[o] as number) * (weight + (floats[at + SUMS + o] as number) * charFactor);
        sums[c] = (sums[c] as number) + share * (own + (near ? (near.scores[near.from + o] as number) : 0));
      }
    }
  }

  /**
   * Counts as featurise does: distinct words, their characters and vectors once, every run of words. In several short
   * loops: most of the work is fetching memory, and what a short loop fetches comes at the same time.
   */
  #read(words: readonly HashedWord[]): void {
    const { floats, ints } = this.#memory;
    this.#begin(words.length, this.#parts.header.features.maxWordGram);
    for (let i = 0; i < words.length; i++) this.#found[i] = this.#memory.find(words[i] as HashedWord);
    let charNorm = 0;
    for (let i = 0; i < words.length; i++) {
      const at = this.#found[i] as number;
      if (ints[at + SEEN_IN] !== this.#textNumber) {
        ints[at + SEEN_IN] = this.#textNumber;
        const bucket = ints[at + BUCKET] as number;
        if (bucket >= 0) this.#buckets[this.#count++] = bucket;
        this.#entries[this.#distinct++] = at;
        charNorm += floats[at + CHAR_NORM] as number;
      }
      this.#countRuns(words, i);
    }
    const wordNorm = this.#normOf(this.#buckets, this.#count);
    this.#wordFactor = wordNorm > 0 ? 1 / Math.sqrt(wordNorm) : 0;
    this.#charFactor = charNorm > 0 ? this.#parts.header.features.charWeight / Math.sqrt(charNorm) : 0;
    this.#addVectors();
  }

  /** Counts the runs of words that end with a word, of those that count. */
  #countRuns(words: readonly HashedWord[], end: number): void {
    const { header, seen } = this.#parts;
    const { maxWordGram } = header.features;
    const { hash } = words[end] as HashedWord;
    let pair = 0;
    if (end > 0 && maxWordGram > 1) {
      pair = extendGram((words[end - 1] as HashedWord).hash, hash);
      if (isSeen(seen, pair)) this.#buckets[this.#count++] = gramBucket(pair, header.features);
    }
    if (end > 1 && maxWordGram > 2) {
      const three = extendGram(this.#pairBefore, hash);
      if (isSeen(seen, three)) this.#buckets[this.#count++] = gramBucket(three, header.features);
    }
    this.#pairBefore = pair;
  }

  /** The mean direction of the distinct words' vectors. */
  #addVectors(): void {
    const { vectors } = this.#parts;
    if (!vectors) return;
    const { floats, ints } = this.#memory;
    let fetched = 0;
    for (let i = 0; i < this.#distinct; i++) {
      const row = ints[(this.#entries[i] as number) + VECTOR] as number;
      if (row >= 0) fetched ^= vectors.vectors[row * vectors.dims] as number;
    }
    this.fetched = fetched;
    for (let i = 0; i < this.#distinct; i++) {
      const at = this.#entries[i] as number;
      const row = ints[at + VECTOR] as number;
      if (row >= 0) addVector(this.#vector, vectors, row, floats[at + IDF] as number);
    }
    toUnit(this.#vector);
  }

  #begin(words: number, maxWordGram: number): void {
    this.#memory.makeRoom(words);
    this.#textNumber = (this.#textNumber + 1) & 0x7fffffff;
    this.#count = 0;
    this.#distinct = 0;
    this.#vector.fill(0);
    const most = words * maxWordGram;
    if (this.#buckets.length < most) this.#buckets = new Uint32Array(most * 2);
    if (this.#found.length >= words) return;
    this.#found = new Uint32Array(words * 2);
    this.#entries = new Uint32Array(words * 2);
  }

  /** The sum of the squared idf of rows, whose weights are fetched on the way. */
  #normOf(buckets: Uint32Array, count: number): number {
    const { idf } = this.#parts;
    const { bytes, outputs } = this.#rows;
    let norm = 0;
    let fetched = 0;
    for (let i = 0; i < count; i++) {
      const bucket = buckets[i] as number;
      norm += SQUARES[idf[bucket] as number] as number;
      fetched ^= bytes[bucket * outputs] as number;
    }
    this.fetched = fetched;
    return norm;
  }

  #readCues(cues: readonly Cue[]): void {
    const { features } = this.#parts.header;
    if (this.#cueBuckets.length < cues.length) this.#cueBuckets = new Uint32Array(cues.length * 2);
    for (let i = 0; i < cues.length; i++) this.#cueBuckets[i] = cueBucket(cues[i] as Cue, features);
    this.#cueCount = cues.length;
    const norm = this.#normOf(this.#cueBuckets, this.#cueCount);
    this.#cueFactor = norm > 0 ? features.cueWeight / Math.sqrt(norm) : 0;
  }

  /** Sums the weights of the outputs `from` to `to` over the words and their runs, and over the words' characters. */
  #sumWords(from: number, to: number): void {
    sumRows(this.#words, this.#rows, this.#buckets, this.#count, from, to);
    addUp(this.#chars, this.#memory.floats, this.#entries, this.#distinct, from, to);
  }

  #sumCues(from: number, to: number): void {
    sumRows(this.#cues, this.#rows, this.#cueBuckets, this.#cueCount, from, to);
  }

  #total(o: number): number {
    const { header, vectors } = this.#parts;
    return (
      (header.biases[o] as number) +
      (header.scales[o] as number) *
        ((this.#words[o] as number) * this.#wordFactor +
          (this.#chars[o] as number) * this.#charFactor +
          (this.#cues[o] as number) * this.#cueFactor) +
      (vectors ? vectorScore(vectors, this.#vector, o) : 0)
    );
  }
}

/** Sums what the entries of words hold for the outputs `from` to `to`, in the order of the entries. */
function addUp(
  sums: Float32Array,
  floats: Float32Array,
  entries: Uint32Array,
  count: number,
  from: number,
  to: number,
): void {
  sums.fill(0, from, to);
  for (let i = 0; i < count; i++) {
    const at = (entries[i] as number) + SUMS;
    for (let o = from; o < to; o++) sums[o] = (sums[o] as number) + (floats[at + o] as number);
  }
}
