import { charBuckets, cueBucket, extendGram, gramBucket, wordHash } from './featurise.ts';
import { IDF_STEPS, type LinearModelParts } from './linear-model-format.ts';
import { domainShares, outputCount } from './mix-domains.ts';

/** Words remembered: most of what a day brings repeats. With 23 outputs they take 6 MB; emptied when full. */
const MAX_REMEMBERED = 65_536;
/** A domain below this share is left out and its share given to the others: it could hardly turn a label. */
const LEAST_SHARE = 0.03;

/** The class scores of one text and the shares of the domains that made them. */
export interface TextScores {
  scores: Float32Array;
  shares: Float32Array;
}

export interface TextScorer {
  score(words: readonly string[], cues: readonly string[]): TextScores;
  /** What one word alone adds to each class, read with the given shares. */
  scoreWord(word: string, shares: Float32Array): Float32Array;
}

interface KnownWord {
  hash: number;
  bucket: number;
  /** Where its character runs' summed weights start in the pool. */
  at: number;
  /** Sum of squared idf of its character runs. */
  charNorm: number;
  /** Number of the text it was last counted in. */
  seenIn: number;
}

/** Buckets of a text with the squared length of each block; what featurise gives, without allocating. */
interface Counted {
  /** Entries of `buckets` in use. */
  count: number;
  wordNorm: number;
  charNorm: number;
}

/** What a stored weight means before its output's scale: finer steps near zero, where most weights are. */
const CURVE = Float32Array.from({ length: 256 }, (_, i) => {
  const q = (i - 128) / 127;
  return Math.sign(q) * q * q;
});

/**
 * Scores texts against a model's weights. Gates and general weights are summed first; of the domains' own weights only
 * those of the domains the text belongs to. The memory of words saves time and never changes a score.
 */
export function createTextScorer({ header, weights, idf }: LinearModelParts): TextScorer {
  const { features: settings, scales, biases, classes, domains, domainPrior } = header;
  const k = classes.length;
  const outputs = outputCount(header);
  const gatesAt = k * (1 + domains.length);
  const squares = Float32Array.from({ length: 256 }, (_, i) => (i / IDF_STEPS) ** 2);
  const pool = new Float32Array(MAX_REMEMBERED * outputs);
  const known = new Map<string, KnownWord>();
  const charSums = new Float32Array(outputs);
  let buckets = new Uint32Array(512);
  let textNumber = 0;

  const look = (word: string): KnownWord => {
    const found = known.get(word);
    if (found) return found;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const hash = wordHash(word);
    const entry = {
      hash,
      bucket: gramBucket(hash, settings),
      at: known.size * outputs,
      charNorm: 0,
      seenIn: -1,
    };
    const runs = charBuckets(word, settings);
    pool.fill(0, entry.at, entry.at + outputs);
    for (const bucket of runs) {
      entry.charNorm += squares[idf[bucket] as number] as number;
      for (let o = 0; o < outputs; o++) {
        const at = entry.at + o;
        pool[at] = (pool[at] as number) + (CURVE[(weights[bucket * outputs + o] as number) + 128] as number);
      }
    }
    known.set(word, entry);
    return entry;
  };

  /** Sums the outputs `from` to `to` over the first `count` buckets. */
  const sumOutputs = (sums: Float32Array, count: number, from: number, to: number) => {
    for (let i = 0; i < count; i++) {
      const base = (buckets[i] as number) * outputs;
      for (let o = from; o < to; o++) {
        sums[o] = (sums[o] as number) + (CURVE[(weights[base + o] as number) + 128] as number);
      }
    }
  };

  /** Counts as featurise does: distinct words and their characters once, every run of words. */
  const count = (words: readonly string[]): Counted => {
    textNumber++;
    charSums.fill(0);
    if (buckets.length < words.length * 3) buckets = new Uint32Array(words.length * 3);
    const counted: Counted = { count: 0, wordNorm: 0, charNorm: 0 };
    const add = (bucket: number) => {
      buckets[counted.count++] = bucket;
      counted.wordNorm += squares[idf[bucket] as number] as number;
    };
    let last = 0;
    let pairBefore = 0;
    for (let i = 0; i < words.length; i++) {
      const entry = look(words[i] as string);
      if (entry.seenIn !== textNumber) {
        entry.seenIn = textNumber;
        add(entry.bucket);
        counted.charNorm += entry.charNorm;
        for (let o = 0; o < outputs; o++)
          charSums[o] = (charSums[o] as number) + (pool[entry.at + o] as number);
      }
      if (i > 0 && settings.maxWordGram > 1) {
        const pair = extendGram(last, entry.hash);
        add(gramBucket(pair, settings));
        if (i > 1 && settings.maxWordGram > 2) add(gramBucket(extendGram(pairBefore, entry.hash), settings));
        pairBefore = pair;
      }
      last = entry.hash;
    }
    return counted;
  };

  const cueOutputs = (cues: readonly string[]): Float32Array | null => {
    if (cues.length === 0) return null;
    const sums = new Float32Array(outputs);
    let norm = 0;
    for (const cue of cues) {
      const bucket = cueBucket(cue, settings);
      norm += squares[idf[bucket] as number] as number;
      for (let o = 0; o < outputs; o++) {
        sums[o] = (sums[o] as number) + (CURVE[(weights[bucket * outputs + o] as number) + 128] as number);
      }
    }
    const factor = norm > 0 ? settings.cueWeight / Math.sqrt(norm) : 0;
    return sums.map((sum) => sum * factor);
  };

  const score = (words: readonly string[], cues: readonly string[]): TextScores => {
    const counted = count(words);
    const sums = new Float32Array(outputs);
    const wordFactor = counted.wordNorm > 0 ? 1 / Math.sqrt(counted.wordNorm) : 0;
    const charFactor = counted.charNorm > 0 ? settings.charWeight / Math.sqrt(counted.charNorm) : 0;
    const cueSums = cueOutputs(cues);
    const total = (o: number) =>
      (biases[o] as number) +
      (scales[o] as number) *
        ((sums[o] as number) * wordFactor + (charSums[o] as number) * charFactor + (cueSums?.[o] ?? 0));
    sumOutputs(sums, counted.count, 0, k);
    sumOutputs(sums, counted.count, gatesAt, outputs);
    const gates = Float32Array.from({ length: domains.length }, (_, d) => total(gatesAt + d));
    const shares = withoutFaint(domainShares(gates, domainPrior));
    const scores = Float32Array.from({ length: k }, (_, c) => total(c));
    for (let d = 0; d < shares.length; d++) {
      const share = shares[d] as number;
      if (share === 0) continue;
      const from = k * (1 + d);
      sumOutputs(sums, counted.count, from, from + k);
      for (let c = 0; c < k; c++) scores[c] = (scores[c] as number) + share * total(from + c);
    }
    return { scores, shares };
  };

  const scoreWord = (word: string, shares: Float32Array): Float32Array => {
    const { bucket, at, charNorm } = look(word);
    const charFactor = charNorm > 0 ? settings.charWeight / Math.sqrt(charNorm) : 0;
    const own = (o: number) =>
      (scales[o] as number) *
      ((CURVE[(weights[bucket * outputs + o] as number) + 128] as number) +
        (pool[at + o] as number) * charFactor);
    return Float32Array.from({ length: k }, (_, c) => {
      let sum = own(c);
      for (let d = 0; d < shares.length; d++) sum += (shares[d] as number) * own(k * (1 + d) + c);
      return sum;
    });
  };

  return { score, scoreWord };
}

function withoutFaint(shares: Float32Array): Float32Array {
  const kept = shares.map((share) => (share < LEAST_SHARE ? 0 : share));
  const total = kept.reduce((sum, share) => sum + share, 0);
  return kept.map((share) => share / total);
}
