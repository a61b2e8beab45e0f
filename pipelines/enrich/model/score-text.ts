import type { Cue } from './cue.ts';
import { cueBucket, extendGram, gramBucket } from './featurise.ts';
import type { LinearModelParts } from './linear-model-format.ts';
import { domainShares, outputCount } from './mix-domains.ts';
import {
  addWeights,
  BUCKET,
  CHAR_NORM,
  CURVE,
  HASH,
  IDF,
  SEEN_IN,
  SQUARES,
  SUMS,
  VECTOR,
  WordMemory,
} from './word-memory.ts';
import { addVector, toUnit, vectorScore } from './word-vectors.ts';

/** The class scores of one text and the shares of the domains that made them. */
export interface TextScores {
  scores: Float32Array;
  shares: Float32Array;
}

export interface TextScorer {
  score(words: readonly string[], cues: readonly Cue[]): TextScores;
  /** What one word alone adds to each class, read with the given shares. Not to be changed. */
  scoreWord(word: string, shares: Float32Array): Float32Array;
  /** The shares of the domains in how a text is read. */
  shares(words: readonly string[]): Float32Array;
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
  readonly #outputs: number;
  /** Per output: weights of words and their runs, of characters, of cues. */
  readonly #words: Float32Array;
  readonly #chars: Float32Array;
  readonly #cues: Float32Array;
  readonly #vector: Float32Array;
  readonly #scores: Float32Array;
  readonly #shares: Float32Array;
  #buckets = new Uint32Array(512);
  #count = 0;
  #wordFactor = 0;
  #charFactor = 0;
  #cueFactor = 0;
  #textNumber = 0;
  /** The words whose sums are held. */
  #last: readonly string[] | null = null;

  constructor(parts: LinearModelParts) {
    this.#parts = parts;
    this.#memory = new WordMemory(parts);
    this.#outputs = outputCount(parts.header);
    this.#words = new Float32Array(this.#outputs);
    this.#chars = new Float32Array(this.#outputs);
    this.#cues = new Float32Array(this.#outputs);
    this.#vector = new Float32Array(parts.vectors?.dims ?? 0);
    this.#scores = new Float32Array(parts.header.classes.length);
    this.#shares = new Float32Array(parts.header.domains.length);
  }

  shares(words: readonly string[]): Float32Array {
    if (this.#shares.length === 0) return new Float32Array(0);
    if (words !== this.#last) this.#readWords(words);
    this.#weighDomains([]);
    return this.#shares.slice();
  }

  /** Reads a text's words and sums their weights for the gates; whoever reads the same words next need not. */
  #readWords(words: readonly string[]): void {
    const { classes, domains } = this.#parts.header;
    this.#read(words);
    this.#sumWords(classes.length * (1 + domains.length), this.#outputs);
    this.#last = words;
  }

  #weighDomains(cues: readonly Cue[]): void {
    const { classes, domains, domainPrior } = this.#parts.header;
    const gatesAt = classes.length * (1 + domains.length);
    this.#readCues(cues);
    for (let d = 0; d < domains.length; d++) this.#shares[d] = this.#total(gatesAt + d);
    domainShares(this.#shares, domainPrior);
  }

  score(words: readonly string[], cues: readonly Cue[]): TextScores {
    const { classes, domains } = this.#parts.header;
    const k = classes.length;
    this.#readWords(words);
    this.#weighDomains(cues);
    this.#sumWords(0, k);
    for (let c = 0; c < k; c++) this.#scores[c] = this.#total(c);
    for (let d = 0; d < domains.length; d++) {
      const share = this.#shares[d] as number;
      if (share === 0) continue;
      const from = k * (1 + d);
      this.#sumWords(from, from + k);
      for (let c = 0; c < k; c++)
        this.#scores[c] = (this.#scores[c] as number) + share * this.#total(from + c);
    }
    return { scores: this.#scores.slice(), shares: this.#shares.slice() };
  }

  scoreWord(word: string, shares: Float32Array): Float32Array {
    const at = this.#memory.find(word);
    // Without domains a word says the same in every text.
    if (shares.length > 0) return this.#scoreWordAt(at, shares);
    const known = this.#memory.aloneAt(at);
    if (known) return known;
    return this.#memory.keepAlone(at, this.#scoreWordAt(at, shares));
  }

  #scoreWordAt(at: number, shares: Float32Array): Float32Array {
    const { header } = this.#parts;
    const k = header.classes.length;
    const { floats, ints } = this.#memory;
    const bucket = ints[at + BUCKET] as number;
    const row = ints[at + VECTOR] as number;
    const charNorm = floats[at + CHAR_NORM] as number;
    const charFactor = charNorm > 0 ? header.features.charWeight / Math.sqrt(charNorm) : 0;
    const near = row >= 0 ? this.#memory.vectorScores(row, shares.length > 0) : null;
    const sums = new Float32Array(k);
    for (let head = 0; head <= shares.length; head++) {
      const share = head === 0 ? 1 : (shares[head - 1] as number);
      if (share === 0) continue;
      for (let c = 0; c < k; c++) {
        const o = head * k + c;
        const weight = CURVE[(this.#parts.weights[bucket * this.#outputs + o] as number) + 128] as number;
        const own = (header.scales[o] as number) * (weight + (floats[at + SUMS + o] as number) * charFactor);
        sums[c] = (sums[c] as number) + share * (own + (near ? (near[o] as number) : 0));
      }
    }
    return sums;
  }

  /** Counts as featurise does: distinct words, their characters and vectors once, every run of words. */
  #read(words: readonly string[]): void {
    const { header, idf } = this.#parts;
    const { maxWordGram, charWeight } = header.features;
    const { floats, ints } = this.#memory;
    this.#begin(words.length, maxWordGram);
    let charNorm = 0;
    let last = 0;
    let pairBefore = 0;
    for (let i = 0; i < words.length; i++) {
      const at = this.#memory.find(words[i] as string);
      const hash = (ints[at + HASH] as number) >>> 0;
      if (ints[at + SEEN_IN] !== this.#textNumber) {
        ints[at + SEEN_IN] = this.#textNumber;
        this.#buckets[this.#count++] = ints[at + BUCKET] as number;
        charNorm += floats[at + CHAR_NORM] as number;
        this.#addWord(at);
      }
      if (i > 0 && maxWordGram > 1) {
        const pair = extendGram(last, hash);
        this.#buckets[this.#count++] = gramBucket(pair, header.features);
        if (i > 1 && maxWordGram > 2)
          this.#buckets[this.#count++] = gramBucket(extendGram(pairBefore, hash), header.features);
        pairBefore = pair;
      }
      last = hash;
    }
    let wordNorm = 0;
    for (let i = 0; i < this.#count; i++)
      wordNorm += SQUARES[idf[this.#buckets[i] as number] as number] as number;
    this.#wordFactor = wordNorm > 0 ? 1 / Math.sqrt(wordNorm) : 0;
    this.#charFactor = charNorm > 0 ? charWeight / Math.sqrt(charNorm) : 0;
    toUnit(this.#vector);
  }

  #begin(words: number, maxWordGram: number): void {
    this.#memory.makeRoom(words);
    this.#textNumber = (this.#textNumber + 1) & 0x7fffffff;
    this.#count = 0;
    this.#words.fill(0);
    this.#chars.fill(0);
    this.#vector.fill(0);
    const most = words * maxWordGram;
    if (this.#buckets.length < most) this.#buckets = new Uint32Array(most * 2);
  }

  #addWord(at: number): void {
    const { floats, ints } = this.#memory;
    const chars = this.#chars;
    const from = at + SUMS;
    for (let o = 0; o < chars.length; o++) chars[o] = (chars[o] as number) + (floats[from + o] as number);
    const { vectors } = this.#parts;
    const row = ints[at + VECTOR] as number;
    if (vectors && row >= 0) addVector(this.#vector, vectors, row, floats[at + IDF] as number);
  }

  #readCues(cues: readonly Cue[]): void {
    const { header, weights, idf } = this.#parts;
    this.#cues.fill(0);
    let norm = 0;
    for (const cue of cues) {
      const bucket = cueBucket(cue, header.features);
      norm += SQUARES[idf[bucket] as number] as number;
      addWeights(this.#cues, 0, weights, bucket * this.#outputs, this.#outputs);
    }
    this.#cueFactor = norm > 0 ? header.features.cueWeight / Math.sqrt(norm) : 0;
  }

  /** Sums the weights of the outputs `from` to `to` over the words and their runs. */
  #sumWords(from: number, to: number): void {
    const { weights } = this.#parts;
    const sums = this.#words;
    for (let i = 0; i < this.#count; i++)
      addWeights(sums, from, weights, (this.#buckets[i] as number) * this.#outputs + from, to - from);
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
