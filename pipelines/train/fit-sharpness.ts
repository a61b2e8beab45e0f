import { softmax } from '../enrich/model/linear-model.ts';

/** Range searched; margins of an SVM are around 1, so the best factor lies well inside. */
const LOWEST = 0.05;
const HIGHEST = 20;

/**
 * Temperature scaling (Guo et al. 2017): the one factor on the scores that makes the softmax's mean log-loss least.
 * `scores` is row-major, from weights that have not seen the rows. Golden-section search on the factor's logarithm.
 */
export function fitSharpness(scores: Float32Array, labels: Uint8Array, classes: number): number {
  const loss = (log: number) => meanLogLoss(scores, labels, classes, Math.exp(log));
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(LOWEST);
  let high = Math.log(HIGHEST);
  for (let i = 0; i < 40; i++) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (loss(a) < loss(b)) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}

function meanLogLoss(scores: Float32Array, labels: Uint8Array, classes: number, sharpness: number): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) {
    const own = softmax(scores.subarray(row * classes, (row + 1) * classes), sharpness)[
      labels[row] as number
    ];
    sum -= Math.log(Math.max(own as number, 1e-9));
  }
  return sum / Math.max(1, labels.length);
}
