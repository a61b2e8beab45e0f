import type { FeatureMatrix } from './feature-matrix.ts';
import { createRandom, shuffle } from './random.ts';

export interface SvmOptions {
  /** Cost of a row's error, per row: larger fits that row closer. */
  costs: Float64Array;
  /** Passes over all rows at most; the dual is close enough to its optimum long before. */
  maxPasses?: number;
  /** Stop when the largest violation of the optimality conditions is below this. */
  tolerance?: number;
  seed?: number;
  /** Domain of each row, for weights of its own per domain; absent for a plain problem. */
  domains?: { of: Uint8Array; count: number; scale: number };
}

/** One head per domain after the general one; a domain's scores are general plus its own. */
export interface LinearWeights {
  /** Head-major: `weights[head * columns + column]`. */
  weights: Float32Array;
  biases: Float64Array;
}

/** The bias is the weight of a constant feature of this value. */
const BIAS_FEATURE = 1;

/**
 * L2-regularised SVM with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, algorithm 1).
 * `signs[i]` is +1 or −1; rows with cost 0 are left out. With domains every feature exists once in general and once,
 * times `scale`, for its domain (Daumé 2007), without being stored twice. Deterministic for a seed.
 */
export function solveSvm(
  matrix: FeatureMatrix,
  signs: Int8Array,
  columns: number,
  { costs, maxPasses = 40, tolerance = 0.05, seed = 1, domains }: SvmOptions,
): LinearWeights {
  const heads = 1 + (domains?.count ?? 0);
  const scale = domains?.scale ?? 0;
  const solved: LinearWeights = {
    weights: new Float32Array(columns * heads),
    biases: new Float64Array(heads),
  };
  const alphas = new Float64Array(matrix.rows);
  const order = Uint32Array.from({ length: matrix.rows }, (_, i) => i).filter(
    (i) => (costs[i] as number) > 0,
  );
  const random = createRandom(seed);
  for (let pass = 0; pass < maxPasses; pass++) {
    shuffle(order, random);
    let largest = 0;
    for (const row of order) {
      const head = domains ? 1 + (domains.of[row] as number) : 0;
      const sign = signs[row] as number;
      const alpha = alphas[row] as number;
      const slack = 1 / (2 * (costs[row] as number));
      const product = rowScore(matrix, row, solved, columns, head, scale);
      const gradient = sign * product - 1 + slack * alpha;
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      largest = Math.max(largest, Math.abs(projected));
      if (Math.abs(projected) < 1e-9) continue;
      const squared = (matrix.squaredNorms[row] as number) + BIAS_FEATURE ** 2;
      const next = Math.max(alpha - gradient / (squared * (1 + scale ** 2) + slack), 0);
      alphas[row] = next;
      addRow(matrix, row, solved, columns, 0, (next - alpha) * sign);
      if (head > 0) addRow(matrix, row, solved, columns, head, (next - alpha) * sign * scale);
    }
    if (largest < tolerance) break;
  }
  for (let i = columns; i < solved.weights.length; i++)
    solved.weights[i] = (solved.weights[i] as number) * scale;
  for (let h = 1; h < heads; h++) solved.biases[h] = (solved.biases[h] as number) * scale;
  return solved;
}

/** Score of a row by the general head plus `scale` times its own. */
export function rowScore(
  { starts, columns: index, values }: FeatureMatrix,
  row: number,
  { weights, biases }: LinearWeights,
  columns: number,
  head: number,
  scale: number,
): number {
  const offset = head * columns;
  const to = starts[row + 1] as number;
  let product = biases[0] as number;
  let own = head > 0 ? (biases[head] as number) : 0;
  for (let i = starts[row] as number; i < to; i++) {
    const column = index[i] as number;
    const value = values[i] as number;
    product += (weights[column] as number) * value;
    if (head > 0) own += (weights[offset + column] as number) * value;
  }
  return product + scale * own;
}

function addRow(
  { starts, columns: index, values }: FeatureMatrix,
  row: number,
  { weights, biases }: LinearWeights,
  columns: number,
  head: number,
  step: number,
): void {
  const offset = head * columns;
  const to = starts[row + 1] as number;
  biases[head] = (biases[head] as number) + step * BIAS_FEATURE;
  for (let i = starts[row] as number; i < to; i++) {
    const at = offset + (index[i] as number);
    weights[at] = (weights[at] as number) + step * (values[i] as number);
  }
}
