import { DEFAULT_FEATURES, type FeatureSettings } from '../enrich/model/feature-settings.ts';
import {
  encodeModelParts,
  IDF_STEPS,
  type LinearModelHeader,
  type LinearModelParts,
} from '../enrich/model/linear-model-format.ts';
import { modelWords } from '../enrich/model/model-words.ts';
import { buildMatrix, countRarity, type FeatureMatrix } from './feature-matrix.ts';
import { fitSharpness } from './fit-sharpness.ts';
import { createRandom, shuffle } from './random.ts';
import { type LinearWeights, solveSvm } from './solve-svm.ts';

export interface TrainingRow {
  text: string;
  label: string;
  /** Signs the caller saw in the text; hashed like words. The same must be given when predicting. */
  cues?: readonly string[];
  /** How much the row counts; 1 when absent. */
  weight?: number;
}

export interface TrainingOptions {
  name: string;
  rows: readonly TrainingRow[];
  /** In the order the model will give probabilities. */
  classes: readonly string[];
  features?: Partial<FeatureSettings>;
  /** Cost of an error (C of the SVM). */
  cost?: number;
  /** True gives every class the same total weight. */
  balance?: boolean;
  /** Parts for fitting the confidence on rows the weights have not seen; 0 leaves confidence uncalibrated. */
  folds?: number;
  seed?: number;
}

/** Rows that cannot be learned from: unknown label, one class only, nothing at all. */
export class TrainingDataError extends Error {
  override readonly name = 'TrainingDataError';
}

interface Problem {
  matrix: FeatureMatrix;
  labels: Uint8Array;
  costs: Float64Array;
  buckets: number;
  classes: number;
  seed: number;
}

/** Trains one-against-the-rest SVMs on hashed features and returns the model file's parts. Deterministic. */
export function trainLinearParts(options: TrainingOptions): LinearModelParts {
  const { name, rows, classes, folds = 5, seed = 1 } = options;
  const features: FeatureSettings = { ...DEFAULT_FEATURES, ...options.features };
  const labels = labelIndexes(rows, classes);
  const inputs = rows.map(({ text, cues = [] }) => ({ words: modelWords(text).words, cues }));
  const idf = countRarity(inputs, features);
  const problem: Problem = {
    matrix: buildMatrix(inputs, features, idf),
    labels,
    costs: rowCosts(options, labels),
    buckets: 2 ** features.bits,
    classes: classes.length,
    seed,
  };
  const sharpness = folds > 1 ? fitSharpness(heldOutScores(problem, folds), labels, classes.length) : 1;
  return quantise(solveAll(problem, problem.costs), idf, {
    name,
    classes: [...classes],
    features,
    scales: [],
    biases: [],
    sharpness,
    trainedOn: Object.fromEntries(classes.map((label, c) => [label, labels.filter((l) => l === c).length])),
  });
}

/** {@link trainLinearParts} as the bytes of a model file. */
export function trainLinear(options: TrainingOptions): Uint8Array {
  return encodeModelParts(trainLinearParts(options));
}

function labelIndexes(rows: readonly TrainingRow[], classes: readonly string[]): Uint8Array {
  if (rows.length === 0) throw new TrainingDataError('there are no rows to train on');
  const labels = Uint8Array.from(rows, ({ label }, i) => {
    const index = classes.indexOf(label);
    if (index < 0)
      throw new TrainingDataError(`row ${i + 1}: label "${label}" is none of ${classes.join(', ')}`);
    return index;
  });
  if (labels.every((label) => label === labels[0])) {
    throw new TrainingDataError(`all rows are "${rows[0]?.label}": at least two classes are needed`);
  }
  return labels;
}

function rowCosts(
  { rows, cost = 1, balance = false, classes }: TrainingOptions,
  labels: Uint8Array,
): Float64Array {
  const totals = new Float64Array(classes.length);
  let total = 0;
  rows.forEach(({ weight = 1 }, i) => {
    totals[labels[i] as number] = (totals[labels[i] as number] as number) + weight;
    total += weight;
  });
  const present = totals.filter((sum) => sum > 0).length;
  return Float64Array.from(rows, ({ weight = 1 }, i) => {
    const factor = balance ? total / (present * (totals[labels[i] as number] as number)) : 1;
    return cost * weight * factor;
  });
}

function solveAll({ matrix, labels, buckets, classes, seed }: Problem, costs: Float64Array): LinearWeights[] {
  return Array.from({ length: classes }, (_, c) => {
    const signs = Int8Array.from(labels, (label) => (label === c ? 1 : -1));
    return solveSvm(matrix, signs, buckets, { costs, seed: seed + c });
  });
}

/** Scores of every row by weights trained without its fold, row-major. */
function heldOutScores(problem: Problem, folds: number): Float32Array {
  const { matrix, classes, costs, seed } = problem;
  const order = shuffle(
    Uint32Array.from({ length: matrix.rows }, (_, i) => i),
    createRandom(seed),
  );
  const foldOf = new Uint8Array(matrix.rows);
  order.forEach((row, i) => {
    foldOf[row] = i % folds;
  });
  const scores = new Float32Array(matrix.rows * classes);
  for (let fold = 0; fold < folds; fold++) {
    const solved = solveAll(
      problem,
      costs.map((cost, row) => (foldOf[row] === fold ? 0 : cost)),
    );
    for (let row = 0; row < matrix.rows; row++) {
      if (foldOf[row] !== fold) continue;
      solved.forEach((one, c) => {
        scores[row * classes + c] = dot(matrix, row, one);
      });
    }
  }
  return scores;
}

function dot(
  { starts, columns, values }: FeatureMatrix,
  row: number,
  { weights, bias }: LinearWeights,
): number {
  let product = bias;
  for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
    product += (weights[columns[i] as number] as number) * (values[i] as number);
  }
  return product;
}

/** Weights times idf as 8-bit numbers with finer steps near zero (see weightTable). */
function quantise(
  solved: readonly LinearWeights[],
  idf: Uint8Array,
  header: LinearModelHeader,
): LinearModelParts {
  const k = solved.length;
  const weights = new Int8Array(idf.length * k);
  const scales = solved.map(({ weights: w }) => {
    let largest = 1e-12;
    for (let i = 0; i < w.length; i++) {
      largest = Math.max(largest, Math.abs((w[i] as number) * (idf[i] as number)) / IDF_STEPS);
    }
    return largest;
  });
  solved.forEach(({ weights: w }, c) => {
    const scale = scales[c] as number;
    for (let i = 0; i < w.length; i++) {
      const value = ((w[i] as number) * (idf[i] as number)) / IDF_STEPS;
      weights[i * k + c] = Math.round(127 * Math.sign(value) * Math.sqrt(Math.abs(value) / scale));
    }
  });
  return { header: { ...header, scales, biases: solved.map(({ bias }) => bias) }, weights, idf };
}
