import type { Detector } from './detector.ts';
import { normalTail, twoProportionZ } from './statistics.ts';

/** A day against the week before it: shorter windows rarely reach the thirty items that a share needs. */
const day = 24;
const week = 168;

/**
 * The negative share of the last day's unique items against the week before: a two-proportion test, enough items on
 * both sides, and a jump that people would call one.
 */
export const negativeJumpDetector: Detector = {
  rule: 'negative_jump',
  applies: () => true,
  detect({ view, settings }) {
    const n = view.sum('unique', 0, day);
    const m = view.sum('unique', day, week);
    if (n < settings.negativeMinimum || m < settings.negativeMinimum) return null;
    const [now, before] = [view.sum('negative', 0, day) / n, view.sum('negative', day, week) / m];
    if (now - before < settings.negativeJump) return null;
    const p = normalTail(twoProportionZ(now * n, n, before * m, m));
    if (p > settings.negativeP || view.actors(day) < settings.minimumActors) return null;
    const statistic = { name: 'p', value: p } as const;
    return {
      rule: 'negative_jump',
      observed: now,
      baseline: before,
      // a share of none counts as one item, so that the factor stays finite
      factor: now / Math.max(before, 1 / m),
      statistic,
    };
  },
};
