import type { Cue } from '../enrich/model/cue.ts';
import { DEFAULT_FEATURES, type FeatureSettings } from '../enrich/model/feature-settings.ts';
import { encodeModelParts, type LinearModelParts } from '../enrich/model/linear-model-format.ts';
import { modelWordTexts } from '../enrich/model/model-words.ts';
import {
  buildMatrix,
  countRarity,
  type FeatureInput,
  type FeatureMatrix,
  markSeen,
  SEEN_BITS,
} from './feature-matrix.ts';
import { fitSharpness } from './fit-sharpness.ts';
import { type OutputWeights, quantiseWeights } from './quantise-weights.ts';
import { createRandom, shuffle } from './random.ts';
import { type LinearWeights, rowScore, type SvmOptions, solveSvm } from './solve-svm.ts';
import { type TrainedVectors, trainVectors } from './train-vectors.ts';

/** Cost of an error when telling domains apart; they differ so much that any value near this will do. */
const GATE_COST = 0.3;

export interface TrainingRow {
  text: string;
  label: string;
  /** The words, where the caller reads them in a way of its own; those of `text` when absent. */
  words?: readonly string[];
  /** Signs the caller saw in the text; hashed like words. The same must be given when predicting. */
  cues?: readonly Cue[];
  /** How much the row counts; 1 when absent. */
  weight?: number;
  /** The kind of text it is, when the options name domains. */
  domain?: string;
}

export interface TrainingOptions {
  name: string;
  rows: readonly TrainingRow[];
  /** In the order the model will give probabilities. */
  classes: readonly string[];
  features?: Partial<FeatureSettings>;
  /** Cost of an error (C of the SVM). */
  cost?: number;
  /** Kinds of text that get weights of their own on top of the general ones, each with its prior share. */
  domains?: Readonly<Record<string, number>>;
  /** How freely a domain may differ from the general weights; 1 is Daumé's own choice. */
  domainScale?: number;
  /** True gives every class the same total weight (within its domain). */
  balance?: boolean;
  /** Word vectors of this many dimensions, trained on all rows and on `unlabelled` texts; 0 (the default) for none. */
  vectorDims?: number;
  /** Only features that the rows hold at least twice count, in training and in use. */
  seenTwice?: boolean;
  unlabelled?: readonly string[];
  /** Word vectors trained before, in place of new ones. */
  vectors?: TrainedVectors | undefined;
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
  /** Buckets, and the dimensions of the word vectors behind them. */
  columns: number;
  classes: number;
  seed: number;
  domains?: NonNullable<SvmOptions['domains']>;
}

/** Trains one-against-the-rest SVMs on hashed features and returns the model file's parts. Deterministic. */
export function trainLinearParts(options: TrainingOptions): LinearModelParts {
  const { name, rows, classes, folds = 5, seed = 1 } = options;
  const features: FeatureSettings = { ...DEFAULT_FEATURES, ...options.features };
  const labels = labelIndexes(rows, classes);
  const domains = domainIndexes(options);
  const inputs = rows.map(({ text, words = modelWordTexts(text), cues = [] }) => ({ words, cues }));
  const seen = options.seenTwice ? markSeen(inputs, features) : undefined;
  const idf = countRarity(inputs, features, seen);
  const vectors = vectorsOf(options, inputs);
  const problem: Problem = {
    matrix: buildMatrix(inputs, features, idf, vectors, seen),
    labels,
    costs: rowCosts(options, labels),
    columns: 2 ** features.bits + (vectors?.dims ?? 0),
    classes: classes.length,
    seed,
    ...(domains && { domains }),
  };
  const sharpness = folds > 1 ? fitSharpness(heldOutScores(problem, folds), labels, classes.length) : 1;
  const outputs = solveAll(problem, problem.costs).flatMap((solved) => splitHeads(solved, problem.columns));
  const all = [...headMajor(outputs, classes.length), ...solveGates(problem)];
  const quantised = quantiseWeights(all, idf, {
    name,
    classes: [...classes],
    features,
    domains: Object.keys(options.domains ?? {}),
    domainPrior: Object.values(options.domains ?? {}),
    scales: [],
    biases: [],
    sharpness,
    trainedOn: Object.fromEntries(classes.map((label, c) => [label, labels.filter((l) => l === c).length])),
  });
  const parts = seen
    ? { ...quantised, header: { ...quantised.header, seenBits: SEEN_BITS }, seen }
    : quantised;
  return vectors ? withVectors(parts, vectors, all) : parts;
}

function vectorsOf(
  { vectorDims = 0, unlabelled = [], vectors: given, seed = 1 }: TrainingOptions,
  inputs: readonly FeatureInput[],
): TrainedVectors | undefined {
  if (given) return given;
  if (vectorDims === 0) return undefined;
  const texts = [...inputs.map(({ words }) => words), ...unlabelled.map((text) => modelWordTexts(text))];
  const vectors = trainVectors(texts, vectorDims, seed);
  return vectors.hashes.length > 0 ? vectors : undefined;
}

function withVectors(
  parts: LinearModelParts,
  vectors: TrainedVectors,
  outputs: readonly OutputWeights[],
): LinearModelParts {
  const { dims, hashes, vectors: stored } = vectors;
  const weights = Float32Array.from(outputs.flatMap((one) => [...one.weights.subarray(-dims)]));
  return {
    ...parts,
    header: { ...parts.header, vectors: { words: hashes.length, dims } },
    vectors: { dims, hashes, vectors: stored, weights },
  };
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

function domainIndexes({ rows, domains, domainScale = 1 }: TrainingOptions): Problem['domains'] {
  if (!domains) return undefined;
  const names = Object.keys(domains);
  const of = Uint8Array.from(rows, ({ domain }, i) => {
    const index = names.indexOf(domain ?? '');
    if (index < 0)
      throw new TrainingDataError(`row ${i + 1}: domain "${domain}" is none of ${names.join(', ')}`);
    return index;
  });
  return { of, count: names.length, scale: domainScale };
}

function rowCosts(
  { rows, cost = 1, balance = false, classes }: TrainingOptions,
  labels: Uint8Array,
): Float64Array {
  if (!balance) return Float64Array.from(rows, ({ weight = 1 }) => cost * weight);
  const totals = new Map<string, number>();
  const add = (key: string, weight: number) => totals.set(key, (totals.get(key) ?? 0) + weight);
  rows.forEach(({ weight = 1, domain = '' }, i) => {
    add(domain, weight);
    add(`${domain} ${labels[i]}`, weight);
  });
  return Float64Array.from(rows, ({ weight = 1, domain = '' }, i) => {
    const present = classes.filter((_, c) => totals.has(`${domain} ${c}`)).length;
    const own = totals.get(`${domain} ${labels[i]}`) ?? weight;
    return (cost * weight * (totals.get(domain) ?? own)) / (present * own);
  });
}

function solveAll(
  { matrix, labels, columns, classes, seed, domains }: Problem,
  costs: Float64Array,
): LinearWeights[] {
  return Array.from({ length: classes }, (_, c) => {
    const signs = Int8Array.from(labels, (label) => (label === c ? 1 : -1));
    return solveSvm(matrix, signs, columns, { costs, seed: seed + c, ...(domains && { domains }) });
  });
}

/** What tells the domains apart; nothing for a plain problem. */
function solveGates({ matrix, columns, seed, domains }: Problem): OutputWeights[] {
  if (!domains) return [];
  const costs = new Float64Array(matrix.rows).fill(GATE_COST);
  return Array.from({ length: domains.count }, (_, d) => {
    const signs = Int8Array.from(domains.of, (domain) => (domain === d ? 1 : -1));
    return splitHeads(solveSvm(matrix, signs, columns, { costs, seed }), columns);
  }).flat();
}

function splitHeads({ weights, biases }: LinearWeights, columns: number): OutputWeights[] {
  return Array.from(biases, (bias, h) => ({
    weights: weights.subarray(h * columns, (h + 1) * columns),
    bias,
  }));
}

/** From class-major (all heads of the first class, …) to head-major, as the file has it. */
function headMajor<T>(outputs: readonly T[], classes: number): T[] {
  const heads = outputs.length / classes;
  return outputs.map((_, i) => outputs[(i % classes) * heads + Math.floor(i / classes)] as T);
}

/** Scores of every row by weights trained without its fold, row-major. */
function heldOutScores(problem: Problem, folds: number): Float32Array {
  const { matrix, classes, costs, seed, columns, domains } = problem;
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
      const head = domains ? 1 + (domains.of[row] as number) : 0;
      solved.forEach((one, c) => {
        scores[row * classes + c] = rowScore(matrix, row, one, columns, head, 1);
      });
    }
  }
  return scores;
}
