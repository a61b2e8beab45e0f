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
  answer(words: readonly string[], cues: readonly string[]): Record<TargetHead, HeadAnswer>;
}

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
  };
}

/** The models by a reader of files below models/; undefined when there are none. Throws ModelFileError for a broken file. */
export async function loadTargetModels(
  readModel: (path: string) => Promise<Uint8Array | null>,
): Promise<TargetModels | undefined> {
  const bytes = await readModel(targetModelPath);
  return bytes ? createTargetModels(decodeModelParts(bytes)) : undefined;
}
