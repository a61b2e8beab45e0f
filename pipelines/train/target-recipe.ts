import { languageSchema, stanceSchema, topicSchema } from '../../shared/domain/labels.ts';
import { judgementClasses, type TargetHead } from '../enrich/target-models.ts';
import type { TargetRow } from '../evaluate/target.ts';
import type { TrainingOptions, TrainingRow } from './train-linear.ts';
import type { TrainedVectors } from './train-vectors.ts';

/** The classes of each model, in the order it gives probabilities. */
const classesOf: Record<TargetHead, readonly string[]> = {
  judgement: judgementClasses,
  stance: stanceSchema.options,
  topic: topicSchema.options,
  language: languageSchema.options.filter((language) => language !== 'unsure'),
};

/** The label of a row for one model; undefined leaves the row out. */
function labelOf(row: TargetRow, name: TargetHead): string | undefined {
  if (name === 'judgement') {
    if (row.tone === undefined) return undefined;
    return row.criticism === true && row.tone !== 'unrelated' ? `${row.tone}, criticism` : row.tone;
  }
  const label = row[name];
  return label !== undefined && classesOf[name].includes(label) ? label : undefined;
}

/**
 * How the heads of models/target/model.bin are made; the numbers were chosen by cross-validation between writers (train on
 * one's rows, read another's): character runs of three and four, all classes weighing the same, and the word vectors of
 * the tone model (tone macro-F1 0.776 to 0.788; the mood that it reads added nothing to them). `signsOf` must be
 * what reads the text in use.
 */
export function targetRecipe(
  name: TargetHead,
  rows: readonly TargetRow[],
  signsOf: (text: string) => Pick<TrainingRow, 'words' | 'cues'>,
  vectors?: TrainedVectors,
): TrainingOptions {
  const labelled: TrainingRow[] = [];
  for (const row of rows) {
    const label = labelOf(row, name);
    if (label !== undefined) labelled.push({ text: row.text, label, ...signsOf(row.text) });
  }
  return {
    name,
    rows: labelled,
    classes: classesOf[name],
    features: { bits: 16, minCharGram: 3, maxCharGram: 4, maxWordGram: 2 },
    cost: 1,
    balance: true,
    folds: 5,
    vectors,
  };
}
