/**
 * Upper tail of the standard normal, P(Z ≥ z). Abramowitz and Stegun 26.2.17 on the absolute value: error below
 * 7.5e-8; beyond |z| = 5 the asymptotic series keeps the relative error below 1 %.
 */
export function normalTail(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const t = 1 / (1 + 0.2316419 * x);
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = x > 5 ? (density / x) * (1 - 1 / (x * x) + 3 / x ** 4) : density * poly;
  return z >= 0 ? tail : 1 - tail;
}

export interface Moments {
  mean: number;
  /** Population variance. */
  variance: number;
}

/** Mean and variance; both 0 for no values. */
export function momentsOf(values: ArrayLike<number>): Moments {
  const n = values.length;
  if (n === 0) return { mean: 0, variance: 0 };
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2;
  return { mean, variance: squares / n };
}

/** The values with everything above their `quantile` pulled down to it. */
export function winsorised(values: Float64Array, quantile: number): Float64Array {
  if (values.length === 0) return values;
  const sorted = values.toSorted();
  const cap = sorted[Math.floor(quantile * (sorted.length - 1))]!;
  return values.map((value) => Math.min(value, cap));
}

/**
 * P(X ≥ k) of a negative binomial with this mean and variance, by summing its mass from 0; Poisson where the variance
 * is not above the mean. Exact to about 1e-12, so a smaller tail is returned as 1e-12.
 */
export function negativeBinomialTail(k: number, { mean, variance }: Moments): number {
  if (k <= 0) return 1;
  if (mean <= 0) return 1e-12;
  const spread = Math.max(variance, mean * (1 + 1e-9));
  const size = (mean * mean) / (spread - mean);
  const ratio = mean / (mean + size);
  let mass = Math.exp(size * Math.log1p(-ratio));
  let below = mass;
  for (let i = 1; i < k; i++) {
    mass *= ((size + i - 1) / i) * ratio;
    below += mass;
  }
  return Math.max(1 - below, 1e-12);
}

/** One-sided two-proportion z with pooled variance: is `a` of `n` above `b` of `m`? Returns 0 where it cannot say. */
export function twoProportionZ(a: number, n: number, b: number, m: number): number {
  if (n <= 0 || m <= 0) return 0;
  const pooled = (a + b) / (n + m);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return error === 0 ? 0 : (a / n - b / m) / error;
}
