import { CLAIM_CLASS, ORDINARY_CLASS } from '../enrich/indication.ts';
import { styleCues } from '../enrich/indication-style.ts';
import { modelWords } from '../enrich/model/model-words.ts';
import { CIRCULATING_EXAMPLES, ORDINARY_EXAMPLES } from './indication-examples.ts';
import type { TrainingOptions, TrainingRow } from './train-linear.ts';

/** Our own texts are few: each counts as this many collected ones. */
const OWN_WEIGHT = 8;
/** Parts of a claim shorter than this many characters are no message. */
const MIN_PART_CHARS = 25;

/**
 * A claim as it may be met: whole, its title alone, its body alone. Collections print both after one another ("title.
 * body"), which no real message does; learning only that form would be learning the collection.
 */
export function claimForms(text: string): string[] {
  const end = text.indexOf('. ');
  if (end < 0) return [text];
  return [text, text.slice(0, end), text.slice(end + 2)].filter((part) => part.length >= MIN_PART_CHARS);
}

/**
 * How the indication model is made: claims in all their forms against ordinary posts and headlines. Manner counts three times
 * as much as the words of the day, since those of 2015–2020 (an epidemic, an election past) are not those of tomorrow.
 */
export function indicationRecipe(claims: readonly string[], ordinary: readonly string[]): TrainingOptions {
  const row = (text: string, label: string, weight: number): TrainingRow => ({
    text,
    label,
    weight,
    cues: styleCues(modelWords(text)),
  });
  const forms = claims.map(claimForms);
  return {
    name: 'indication',
    classes: [CLAIM_CLASS, ORDINARY_CLASS],
    rows: [
      ...forms.flatMap((parts) => parts.map((part) => row(part, CLAIM_CLASS, 1 / parts.length))),
      ...ordinary.map((text) => row(text, ORDINARY_CLASS, 1)),
      ...CIRCULATING_EXAMPLES.map((text) => row(text, CLAIM_CLASS, OWN_WEIGHT)),
      ...ORDINARY_EXAMPLES.map((text) => row(text, ORDINARY_CLASS, OWN_WEIGHT)),
    ],
    features: { bits: 17, maxWordGram: 2, minCharGram: 3, maxCharGram: 5, charWeight: 0.5, cueWeight: 1.5 },
    balance: true,
    cost: 0.5,
    folds: 3,
  };
}
