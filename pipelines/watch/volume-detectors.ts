import { type Detector, type DetectorInput, factorOf } from './detector.ts';
import { type Moments, momentsOf, negativeBinomialTail, winsorised } from './statistics.ts';

/** A trailing week: the same hours and days in the baseline as in what is judged. */
export const weekBuckets = 168;
/** The running hour and the one before are left out of the baseline, so that a steep start does not hide itself. */
const guard = 2;

/** The trailing week's level, its top pulled down; a young series counts only the hours it has. */
export function baselineOf({ view, settings }: DetectorInput): Moments {
  const buckets = Math.min(weekBuckets, Math.max(0, view.age - guard + 1));
  return momentsOf(winsorised(view.history('voices', guard, buckets), settings.winsorQuantile));
}

const isNew = ({ view, settings }: DetectorInput): boolean => view.age < settings.coldStartHours;
const isBusy = (input: DetectorInput): boolean => baselineOf(input).mean >= input.settings.busyMean;

/** Enough voices of enough publishers for the tier, raised while more talk is planned. */
export function meetsMinimum({ view, tier, expected, settings }: DetectorInput): boolean {
  const enough = view.get('voices', 0) >= settings.minimumCount[tier] * expected;
  return enough && view.actors(2) >= settings.minimumActors;
}

/** Busy series: trailing 7-day z on a winsorised baseline, with the spread at least that of a Poisson count. */
export const busyDetector: Detector = {
  rule: 'busy_z',
  applies: (input) => !isNew(input) && isBusy(input),
  detect(input) {
    const { view, settings, expected } = input;
    const observed = view.get('voices', 0);
    const { mean, variance } = baselineOf(input);
    const z = (observed - mean) / Math.sqrt(Math.max(variance, mean));
    if (z < settings.busyZ * expected || !meetsMinimum(input)) return null;
    const statistic = { name: 'z', value: z } as const;
    return { rule: 'busy_z', observed, baseline: mean, factor: factorOf(observed, mean), statistic };
  },
};

/** Quiet series: the chance of so many in an hour under a negative binomial, and the tier's minimum count. */
export const quietDetector: Detector = {
  rule: 'quiet_tail',
  applies: (input) => !isNew(input) && !isBusy(input),
  detect(input) {
    const { view, settings, expected } = input;
    if (!meetsMinimum(input)) return null;
    const observed = view.get('voices', 0);
    const { mean, variance } = baselineOf(input);
    // with no item in a week the rate is taken as one a week, so that the tail stays a chance and not a certainty
    const level = Math.max(mean, 1 / weekBuckets);
    const p = negativeBinomialTail(Math.floor(observed / expected), { mean: level, variance });
    if (p > settings.quietP) return null;
    const statistic = { name: 'p', value: p } as const;
    return { rule: 'quiet_tail', observed, baseline: mean, factor: factorOf(observed, mean), statistic };
  },
};

/** A series without a day of history has no baseline: only the minimum count and the publishers speak. */
export const coldStartDetector: Detector = {
  rule: 'cold_start',
  applies: isNew,
  detect(input) {
    if (!meetsMinimum(input)) return null;
    const observed = input.view.get('voices', 0);
    const hours = Math.max(1, input.view.age);
    const baseline = input.view.sum('voices', 1, hours) / hours;
    return { rule: 'cold_start', observed, baseline, factor: factorOf(observed, baseline), statistic: null };
  },
};
