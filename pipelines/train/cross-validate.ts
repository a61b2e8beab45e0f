import { createLinearModel } from '../enrich/model/linear-model.ts';
import { createRandom, shuffle } from './random.ts';
import { type TrainingOptions, trainLinearParts } from './train-linear.ts';

export interface CrossValidated {
  /** Per row the class a model trained without the row's part gave, in the order of `rows`. */
  predicted: string[];
  /** Per row its probabilities, in the order of `classes`. */
  probabilities: Float32Array[];
}

/**
 * Predictions for every row by models that have not seen it. Rows with the same `group` (an author, a day, the same
 * text) stay in one part, so that near-copies do not flatter the figure.
 */
export function crossValidate(
  options: TrainingOptions,
  folds = 5,
  group: (row: number) => string = String,
): CrossValidated {
  const { rows, seed = 1 } = options;
  const groups = [...new Set(rows.map((_, i) => group(i)))];
  const order = shuffle(Uint32Array.from(groups.keys()), createRandom(seed));
  const foldOf = new Map<string, number>();
  order.forEach((at, i) => {
    foldOf.set(groups[at] as string, i % folds);
  });
  const predicted: string[] = new Array(rows.length);
  const probabilities: Float32Array[] = new Array(rows.length);
  for (let fold = 0; fold < folds; fold++) {
    const seen = rows.filter((_, i) => foldOf.get(group(i)) !== fold);
    if (seen.length === rows.length) continue;
    const model = createLinearModel(trainLinearParts({ ...options, rows: seen, folds: 0 }));
    rows.forEach(({ text, cues }, i) => {
      if (foldOf.get(group(i)) !== fold) return;
      const given = model.predict(text, cues);
      probabilities[i] = given;
      predicted[i] = model.classes[given.indexOf(Math.max(...given))] as string;
    });
  }
  return { predicted, probabilities };
}
