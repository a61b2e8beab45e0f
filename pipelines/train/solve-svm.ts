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
}

export interface LinearWeights {
  weights: Float32Array;
  bias: number;
}

/** The bias is the weight of a constant feature of this value. */
const BIAS_FEATURE = 1;

/**
 * L2-regularised SVM with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, algorithm 1).
 * `signs[i]` is +1 or −1; rows with cost 0 are left out. Deterministic for a seed.
 */
export function solveSvm(
  matrix: FeatureMatrix,
  signs: Int8Array,
  columns: number,
  { costs, maxPasses = 40, tolerance = 0.05, seed = 1 }: SvmOptions,
): LinearWeights {
  const { starts, columns: index, values, squaredNorms } = matrix;
  const weights = new Float32Array(columns);
  const alphas = new Float64Array(matrix.rows);
  const order = Uint32Array.from({ length: matrix.rows }, (_, i) => i).filter(
    (i) => (costs[i] as number) > 0,
  );
  const random = createRandom(seed);
  let bias = 0;
  for (let pass = 0; pass < maxPasses; pass++) {
    shuffle(order, random);
    let largest = 0;
    for (const row of order) {
      const from = starts[row] as number;
      const to = starts[row + 1] as number;
      const sign = signs[row] as number;
      let product = bias * BIAS_FEATURE;
      for (let i = from; i < to; i++)
        product += (weights[index[i] as number] as number) * (values[i] as number);
      const alpha = alphas[row] as number;
      const slack = 1 / (2 * (costs[row] as number));
      const gradient = sign * product - 1 + slack * alpha;
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      largest = Math.max(largest, Math.abs(projected));
      if (Math.abs(projected) < 1e-9) continue;
      const curvature = (squaredNorms[row] as number) + BIAS_FEATURE ** 2 + slack;
      const next = Math.max(alpha - gradient / curvature, 0);
      const step = (next - alpha) * sign;
      alphas[row] = next;
      bias += step * BIAS_FEATURE;
      for (let i = from; i < to; i++) {
        const column = index[i] as number;
        weights[column] = (weights[column] as number) + step * (values[i] as number);
      }
    }
    if (largest < tolerance) break;
  }
  return { weights, bias };
}
