import { tones as toneValues } from '../../shared/domain/label-values.ts';
import type { Tone } from '../../shared/domain/labels.ts';
import type { KnownWord } from './model/known-word.ts';
import type { LinearModel } from './model/linear-model.ts';
import { modelWords } from './model/model-words.ts';
import { moodCues } from './mood-cues.ts';

export interface TextTone {
  value: Tone;
  /** Calibrated probability of `value`. */
  confidence: number;
  /** The words, as written, that spoke most for it; at most five, strongest first. */
  words: string[];
}

export interface ReadTextTone {
  (text: string): TextTone;
  /** The same without the words, for many texts. */
  judge(text: string): Pick<TextTone, 'value' | 'confidence'>;
  /** The same with the words only when they are asked for. */
  open(text: string): Pick<TextTone, 'value' | 'confidence'> & { words(): string[] };
}

/** A model whose classes are not the three tones. */
export class ToneModelError extends Error {
  override readonly name = 'ToneModelError';
}

const MAX_WORDS = 5;

/**
 * Reads the mood of a whole text, whatever it is about (LABELS: text_tone). Made from a model trained on the three
 * tones; throws {@link ToneModelError} for another. Texts of any kind and length are safe; an empty one gets the
 * model's prior.
 */
export function createTextTone(model: LinearModel): ReadTextTone {
  const tones = model.classes.map((name) => {
    const tone = toneValues.find((value) => value === name);
    if (!tone) throw new ToneModelError(`the tone model has a class "${name}"`);
    return tone;
  });
  const best = (probabilities: Float32Array) => {
    let top = 0;
    for (let c = 1; c < probabilities.length; c++) {
      if ((probabilities[c] as number) > (probabilities[top] as number)) top = c;
    }
    return top;
  };
  const judgeWords = (words: readonly KnownWord[]) => {
    const probabilities = model.predictWords(words, moodCues(words));
    const top = best(probabilities);
    return { value: tones[top] as Tone, confidence: probabilities[top] as number };
  };
  const judge = (text: string) => judgeWords(modelWords(text).known);
  const open = (text: string) => {
    const written = modelWords(text);
    const judged = judgeWords(written.known);
    return { ...judged, words: () => model.explain(written, tones.indexOf(judged.value), MAX_WORDS) };
  };
  const read = (text: string): TextTone => {
    const { words, ...judged } = open(text);
    return { ...judged, words: words() };
  };
  return Object.assign(read, { judge, open });
}
