import { STOP_WORDS } from '../../shared/text/stop-words.ts';
import type { Cue } from './model/cue.ts';
import { softmax } from './model/linear-model.ts';
import { decodeModelParts, type LinearModelParts } from './model/linear-model-format.ts';
import { createTextScorer } from './model/score-text.ts';

/** What the one model file answers; `judgement` is tone and criticism together. */
export const targetHeads = ['judgement', 'stance', 'topic', 'language'] as const;
export type TargetHead = (typeof targetHeads)[number];

/**
 * The classes of the judgement head. Criticism is nearly always negative and never without a target, so one head for
 * both reads each better than two apart (criticism F1 0.03 higher, cross-validated).
 */
export const judgementClasses = [
  'positive',
  'positive, criticism',
  'neutral',
  'neutral, criticism',
  'negative',
  'negative, criticism',
  'unrelated',
] as const;

/** One head's answer: calibrated probabilities in the order of its classes. */
export interface HeadAnswer {
  classes: readonly string[];
  probabilities: Float32Array;
}

/** The trained models of an item's labels, read in one pass over the words. */
export interface TargetModels {
  answer(words: readonly string[], cues: readonly Cue[]): Record<TargetHead, HeadAnswer>;
  /** What single words of a text speak for; nothing is reckoned before it is asked. */
  weigh(words: readonly string[]): WordWeights;
}

export interface WordWeights {
  /** Positions among the words of those that speak most for `chosen` classes of a head against its others, strongest first. */
  strongest(head: TargetHead, chosen: (className: string) => boolean, limit: number): number[];
}

/** Words looked at for a reason: those of a post or of an article's opening. */
const maxWeighed = 120;
const noShares = new Float32Array(0);
const isWord = /^\p{L}[\p{L}\p{N}_-]{2,}$/u;

/** Path below models/ as `readModel` takes it. */
export const targetModelPath = 'target/model.bin';

/** A model file without one of the heads. */
export class TargetModelError extends Error {
  override readonly name = 'TargetModelError';
}

/** A class in the file is `head: class`; the sharpness of each head is in its weights already. */
export function createTargetModels(parts: LinearModelParts): TargetModels {
  const scorer = createTextScorer(parts);
  const places = targetHeads.map((head) => {
    const at: number[] = [];
    parts.header.classes.forEach((name, i) => {
      if (name.startsWith(`${head}: `)) at.push(i);
    });
    if (at.length === 0) throw new TargetModelError(`the target model has no head "${head}"`);
    return { head, at, classes: at.map((i) => parts.header.classes[i]!.slice(head.length + 2)) };
  });
  return {
    answer(words, cues) {
      const { scores } = scorer.score(words, cues);
      const answers = {} as Record<TargetHead, HeadAnswer>;
      for (const { head, at, classes } of places)
        answers[head] = {
          classes,
          probabilities: softmax(
            Float32Array.from(at, (i) => scores[i]!),
            1,
          ),
        };
      return answers;
    },
    weigh(words) {
      let positions: readonly number[] | undefined;
      const scores = new Map<TargetHead, readonly Float32Array[]>();
      return {
        strongest(head, chosen, limit) {
          positions ??= tellingWords(words);
          const { at, classes } = places.find((place) => place.head === head)!;
          let own = scores.get(head);
          if (!own) {
            own = positions.map((position) => scorer.scoreWord(words[position]!, noShares));
            scores.set(head, own);
          }
          return leading(own, at, classes.map(chosen), limit).map((i) => positions![i]!);
        },
      };
    },
  };
}

/** Positions of the words that may be a reason: each once, no marks, none that tell nothing. */
function tellingWords(words: readonly string[]): number[] {
  const seen = new Set<string>();
  const positions: number[] = [];
  for (let i = 0; i < Math.min(words.length, maxWeighed); i++) {
    const word = words[i]!;
    if (seen.has(word) || STOP_WORDS.has(word) || !isWord.test(word)) continue;
    seen.add(word);
    positions.push(i);
  }
  return positions;
}

/** Which scores have the greatest lead of the best chosen class over the best other one; only true leads. */
function leading(
  scores: readonly Float32Array[],
  at: readonly number[],
  isChosen: readonly boolean[],
  limit: number,
): number[] {
  const leads: { position: number; lead: number }[] = [];
  scores.forEach((own, position) => {
    let best = Number.NEGATIVE_INFINITY;
    let other = Number.NEGATIVE_INFINITY;
    at.forEach((column, c) => {
      if (isChosen[c]) best = Math.max(best, own[column]!);
      else other = Math.max(other, own[column]!);
    });
    if (best > other) leads.push({ position, lead: best - other });
  });
  leads.sort((a, b) => b.lead - a.lead || a.position - b.position);
  return leads.slice(0, limit).map(({ position }) => position);
}

/** The models by a reader of files below models/; undefined when there are none. Throws ModelFileError for a broken file. */
export async function loadTargetModels(
  readModel: (path: string) => Promise<Uint8Array | null>,
): Promise<TargetModels | undefined> {
  const bytes = await readModel(targetModelPath);
  return bytes ? createTargetModels(decodeModelParts(bytes)) : undefined;
}
