import { createRandom } from '../train/random.ts';

export interface Interval {
  low: number;
  high: number;
}

/**
 * Percentile bootstrap (Efron 1979) of a figure over `n` rows: `figure` is called with row numbers drawn with
 * replacement. 95 % by default; the same seed gives the same interval.
 */
export function bootstrapInterval(
  n: number,
  figure: (rows: readonly number[]) => number,
  { rounds = 300, level = 0.95, seed = 1 } = {},
): Interval {
  const random = createRandom(seed);
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) {
    values.push(figure(Array.from({ length: n }, () => Math.floor(random() * n))));
  }
  values.sort((a, b) => a - b);
  const at = (quantile: number) => values[Math.min(rounds - 1, Math.floor(quantile * rounds))] ?? 0;
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}
