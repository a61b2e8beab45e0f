import type { Cue } from './model/cue.ts';
import type { HashedWord } from './model/hashed-word.ts';
import type { KnownWord } from './model/known-word.ts';
import { softmaxInPlace } from './model/linear-model.ts';
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
  answer(words: readonly HashedWord[], cues: readonly Cue[]): Record<TargetHead, HeadAnswer>;
  /** What single words of a text speak for; nothing is reckoned before it is asked. */
  weigh(words: readonly KnownWord[]): WordWeights;
}

export interface WordWeights {
  /** Positions among the words of those that speak most for `chosen` classes of a head against its others, strongest first. */
  strongest(head: TargetHead, chosen: (className: string) => boolean, limit: number): number[];
}

/** Words looked at for a reason: those of a post or of an article's opening. */
const maxWeighed = 120;
const noShares = new Float32Array(0);

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
      for (const { head, at, classes } of places) {
        const own = new Float32Array(at.length);
        for (let c = 0; c < at.length; c++) own[c] = scores[at[c]!]!;
        softmaxInPlace(own, 1);
        answers[head] = { classes, probabilities: own };
      }
      return answers;
    },
    weigh(words) {
      let positions: readonly number[] | undefined;
      return {
        strongest(head, chosen, limit) {
          positions ??= tellingWords(words);
          const { at, classes } = places.find((place) => place.head === head)!;
          const isChosen = classes.map(chosen);
          const leads: { position: number; lead: number }[] = [];
          for (const position of positions) {
            const lead = leadOf(scorer.scoreWord(words[position]!, noShares), at, isChosen);
            if (lead > 0) leads.push({ position, lead });
          }
          leads.sort((a, b) => b.lead - a.lead || a.position - b.position);
          return leads.slice(0, limit).map(({ position }) => position);
        },
      };
    },
  };
}

/** Positions of the words that may be a reason, each word once. */
function tellingWords(words: readonly KnownWord[]): number[] {
  const seen = new Set<string>();
  const positions: number[] = [];
  for (let i = 0; i < Math.min(words.length, maxWeighed); i++) {
    const word = words[i]!;
    if (!word.tells || seen.has(word.text)) continue;
    seen.add(word.text);
    positions.push(i);
  }
  return positions;
}

/** How far the best chosen class of the outputs `at` lies above the best other one. */
function leadOf(scores: Float32Array, at: readonly number[], isChosen: readonly boolean[]): number {
  let best = Number.NEGATIVE_INFINITY;
  let other = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < at.length; c++) {
    const score = scores[at[c]!]!;
    if (isChosen[c]) best = Math.max(best, score);
    else other = Math.max(other, score);
  }
  return best - other;
}

/** The models by a reader of files below models/; undefined when there are none. Throws ModelFileError for a broken file. */
export async function loadTargetModels(
  readModel: (path: string) => Promise<Uint8Array | null>,
): Promise<TargetModels | undefined> {
  const bytes = await readModel(targetModelPath);
  return bytes ? createTargetModels(decodeModelParts(bytes)) : undefined;
}
