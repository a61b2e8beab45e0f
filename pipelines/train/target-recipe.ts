import { languageSchema, stanceSchema, targetToneSchema, topicSchema } from '../../shared/domain/labels.ts';
import type { TargetModelName } from '../enrich/target-models.ts';
import type { TargetRow } from '../evaluate/target.ts';
import type { TrainingOptions, TrainingRow } from './train-linear.ts';

/** The classes of each model, in the order it gives probabilities. */
const classesOf: Record<TargetModelName, readonly string[]> = {
  tone: targetToneSchema.options,
  criticism: ['yes', 'no'],
  stance: stanceSchema.options,
  topic: topicSchema.options,
  language: languageSchema.options.filter((language) => language !== 'unsure'),
};

/** Buckets of a model: fewer for many classes, so that all five stay below 3 MB; no figure fell by more than 0.003. */
const bitsOf: Record<TargetModelName, number> = {
  tone: 16,
  criticism: 16,
  stance: 16,
  topic: 15,
  language: 15,
};

/** The label of a row for one model; undefined leaves the row out. */
function labelOf(row: TargetRow, name: TargetModelName): string | undefined {
  if (name === 'criticism') return row.criticism === undefined ? undefined : row.criticism ? 'yes' : 'no';
  const label = row[name];
  return label !== undefined && classesOf[name].includes(label) ? label : undefined;
}

/**
 * How the models of models/target are made; the numbers were chosen by cross-validation between writers (train on
 * one's rows, read another's): character runs of three and four, all classes weighing the same. `cuesOf` must be
 * what reads the text in use.
 */
export function targetRecipe(
  name: TargetModelName,
  rows: readonly TargetRow[],
  cuesOf: (text: string) => readonly string[],
): TrainingOptions {
  const labelled: TrainingRow[] = [];
  for (const row of rows) {
    const label = labelOf(row, name);
    if (label !== undefined) labelled.push({ text: row.text, label, cues: cuesOf(row.text) });
  }
  return {
    name,
    rows: labelled,
    classes: classesOf[name],
    features: { bits: bitsOf[name], minCharGram: 3, maxCharGram: 4, maxWordGram: 2 },
    cost: 0.5,
    balance: true,
    folds: 5,
  };
}
