import { IDF_STEPS, type LinearModelParts } from '../enrich/model/linear-model-format.ts';
import type { LinearModelHeader } from '../enrich/model/model-header.ts';

/** Weights of one output, one per bucket; any behind them are not of buckets and are left alone. */
export interface OutputWeights {
  weights: Float32Array;
  bias: number;
}

/** Weights times idf as 8-bit numbers with finer steps near zero (see score-text); fills in scales and biases. */
export function quantiseWeights(
  outputs: readonly OutputWeights[],
  idf: Uint8Array,
  header: LinearModelHeader,
): LinearModelParts {
  const k = outputs.length;
  const weights = new Int8Array(idf.length * k);
  const scales = outputs.map(({ weights: own }, c) => {
    const values = own
      .subarray(0, idf.length)
      .map((weight, bucket) => (weight * (idf[bucket] as number)) / IDF_STEPS);
    const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-12);
    values.forEach((value, bucket) => {
      weights[bucket * k + c] = Math.round(127 * Math.sign(value) * Math.sqrt(Math.abs(value) / scale));
    });
    return scale;
  });
  return { header: { ...header, scales, biases: outputs.map(({ bias }) => bias) }, weights, idf };
}
