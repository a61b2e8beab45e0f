import type { Cue } from './cue.ts';
import type { HashedWord } from './hashed-word.ts';
import { decodeModelParts, type LinearModelParts } from './linear-model-format.ts';
import type { LinearModelHeader } from './model-header.ts';
import { type ModelWords, modelWords } from './model-words.ts';
import { createTextScorer } from './score-text.ts';

/** Words looked at for an explanation: those of a post or of the opening of an article; what people read lies among them. */
const MAX_EXPLAINED_WORDS = 200;

export interface LinearModel {
  readonly header: LinearModelHeader;
  readonly classes: readonly string[];
  /** Calibrated probability of each class, in the order of `classes`; they sum to 1. Any text is safe. */
  predict(text: string, cues?: readonly Cue[]): Float32Array;
  /** The same from words already read by modelWords. */
  predictWords(words: readonly HashedWord[], cues?: readonly Cue[]): Float32Array;
  /**
   * Up to `limit` pieces of the text, as written, that spoke most for `classIndex`, strongest first; only the first
   * words of a long text are looked at. A text already read by modelWords is not read again.
   */
  explain(text: string | ModelWords, classIndex: number, limit: number): string[];
}

/** Reads a model file; nothing is copied, so a model is ready in about a millisecond. Throws ModelFileError. */
export function decodeLinearModel(bytes: Uint8Array): LinearModel {
  return createLinearModel(decodeModelParts(bytes));
}

/** A model from its parts. */
export function createLinearModel(parts: LinearModelParts): LinearModel {
  const scorer = createTextScorer(parts);
  const { header } = parts;
  const predictWords = (words: readonly HashedWord[], cues: readonly Cue[] = []) =>
    softmax(scorer.score(words, cues).scores, header.sharpness);
  return {
    header,
    classes: header.classes,
    predict: (text, cues) => predictWords(modelWords(text).known, cues),
    predictWords,
    explain: (text, classIndex, limit) => {
      const read = typeof text === 'string' ? modelWords(text) : text;
      const shares = scorer.shares(read.known);
      return strongest(read, (word) => lead(scorer.scoreWord(word, shares), classIndex), limit);
    },
  };
}

/** Probabilities from scores: exp(sharpness × score), scaled to sum to 1. */
export function softmax(scores: Float32Array, sharpness: number): Float32Array {
  const result = scores.slice();
  softmaxInPlace(result, sharpness);
  return result;
}

/** {@link softmax} in place of the scores. */
export function softmaxInPlace(scores: Float32Array, sharpness: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) if ((scores[c] as number) > top) top = scores[c] as number;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const value = Math.exp(sharpness * ((scores[c] as number) - top));
    scores[c] = value;
    sum += value;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum;
}

/** How far a class's score lies above the mean of the others. */
function lead(scores: Float32Array, classIndex: number): number {
  let total = 0;
  for (let c = 0; c < scores.length; c++) total += scores[c] as number;
  const own = scores[classIndex] as number;
  return own - (total - own) / (scores.length - 1);
}

function strongest(
  { known, starts, ends, plain }: ModelWords,
  weightOf: (word: HashedWord) => number,
  limit: number,
): string[] {
  const best = new Map<string, number>();
  const weighed = new Set<string>();
  for (let i = 0; i < Math.min(known.length, MAX_EXPLAINED_WORDS); i++) {
    const word = known[i] as HashedWord;
    if (word.text.length < 2 || weighed.has(word.text)) continue;
    weighed.add(word.text);
    const weight = weightOf(word);
    if (!(weight > 0)) continue;
    const written = plain.slice(starts[i], ends[i]);
    if (written.length > 1) best.set(written, Math.max(weight, best.get(written) ?? 0));
  }
  return [...best]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([written]) => written);
}
