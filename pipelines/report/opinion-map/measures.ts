/** Items by tone towards KPU or the unit. */
export interface ToneCounts {
  positive: number;
  neutral: number;
  negative: number;
}

/** Below this many items no tone figure is shown: one item would move it by three points and more [DOMAIN]. */
export const fewestForTone = 30;
/** Two-sided 95 % of the normal distribution. */
const z95 = 1.959964;

export const toneTotal = ({ positive, neutral, negative }: ToneCounts): number =>
  positive + neutral + negative;

/**
 * Net tone 100 × (P − N) / n with its 95 % interval: each item scores +1, 0 or −1, and the mean's standard error is
 * √((P + N − (P − N)²/n) / n) / √n; the ends are cut at ±100. Null below n = 30.
 */
export function netTone(counts: ToneCounts): { value: number; low: number; high: number } | null {
  const n = toneTotal(counts);
  if (n < fewestForTone) return null;
  const mean = (counts.positive - counts.negative) / n;
  const error = z95 * Math.sqrt(Math.max(0, (counts.positive + counts.negative) / n - mean * mean) / n);
  return {
    value: 100 * mean,
    low: Math.max(-100, 100 * (mean - error)),
    high: Math.min(100, 100 * (mean + error)),
  };
}

/** Negative items of all with a tone, 0 to 1; null below n = 30. */
export function negativeShare(counts: ToneCounts): number | null {
  const n = toneTotal(counts);
  return n < fewestForTone ? null : counts.negative / n;
}

/** Relative change, 0.25 for a quarter more; null when there was nothing before. */
export const changeOf = (now: number, before: number): number | null =>
  before === 0 ? null : (now - before) / before;

/** The value a share `p` of the sorted values lies at or below (nearest rank); null for none. */
export function quantile(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0 ? null : sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)]!;
}
