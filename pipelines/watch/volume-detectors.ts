import { type Detector, type DetectorInput, factorOf } from './detector.ts';
import { seriesParts } from './series.ts';
import { negativeBinomialTail } from './statistics.ts';
import { baselineBuckets, meanVolume, sameHourPeak, stabilised, volumeBaseline } from './volume-baseline.ts';

const isBusy = ({ view, settings }: DetectorInput): boolean => meanVolume(view) >= settings.busyMean;

const minimumOf = ({ tier, expected, settings }: DetectorInput): number =>
  settings.minimumCount[tier] * expected;

/** Enough voices of enough publishers in the hour for the tier, raised while more talk is planned. */
export function meetsMinimum(input: DetectorInput): boolean {
  const { view, settings } = input;
  return view.get('voices', 0) >= minimumOf(input) && view.get('actors', 0) >= settings.minimumActors;
}

/** No day of history, or an issue that reaches its tier's minimum for the first time. */
function isNew(input: DetectorInput): boolean {
  const { view, settings } = input;
  if (view.age < settings.coldStartHours) return true;
  if (seriesParts(view.key).kind !== 'issue') return false;
  return Math.max(...view.history('voices', 1, baselineBuckets)) < minimumOf(input);
}

/**
 * Busy series. Four things must agree: z over the trailing fortnight; z of the variance-stabilised counts, so that one
 * old burst neither hides nor makes a spike; at least the second-highest daily peak of the fortnight, so that what
 * happens every week alerts nobody; and no less than the same hour yesterday and a week ago. In a crisis week the
 * baseline is winsorised and the record does not count, since a second crisis must be seen beside the first.
 */
export const busyDetector: Detector = {
  rule: 'busy_z',
  applies: (input) => !isNew(input) && isBusy(input),
  detect(input) {
    const { view, settings, expected, crisisWeek } = input;
    const observed = view.get('voices', 0);
    // the cheapest test first: most busy hours are no higher than yesterday's
    if (observed < sameHourPeak(view)) return null;
    const { plain, stable, record } = volumeBaseline(view, crisisWeek ? settings.winsorQuantile : 1);
    const z = (observed - plain.mean) / Math.max(Math.sqrt(plain.variance), Math.sqrt(plain.mean), 1);
    const stableZ = (stabilised(observed) - stable.mean) / Math.max(Math.sqrt(stable.variance), 1);
    if (z < settings.busyZ * expected || stableZ < settings.busyStableZ) return null;
    if (!crisisWeek && observed < record) return null;
    const factor = factorOf(observed, plain.mean);
    return { rule: 'busy_z', observed, baseline: plain.mean, factor, statistic: { name: 'z', value: z } };
  },
};

/** Quiet series: the chance of so many in an hour under a negative binomial, and the tier's minimum count. */
export const quietDetector: Detector = {
  rule: 'quiet_tail',
  applies: (input) => !isNew(input) && !isBusy(input),
  detect(input) {
    const { view, settings, expected } = input;
    const observed = view.get('voices', 0);
    const { plain } = volumeBaseline(view, settings.winsorQuantile);
    // without an item in a fortnight the rate is taken as one a fortnight, so that the tail stays a chance
    const mean = Math.max(plain.mean, 1 / baselineBuckets);
    const p = negativeBinomialTail(Math.floor(observed / expected), { mean, variance: plain.variance });
    const isIssue = seriesParts(view.key).kind === 'issue';
    if (p > (isIssue ? settings.quietIssueP : settings.quietP)) return null;
    const factor = factorOf(observed, plain.mean);
    return { rule: 'quiet_tail', observed, baseline: plain.mean, factor, statistic: { name: 'p', value: p } };
  },
};

/** Without a past to compare with, only the minimum count and the publishers speak. */
export const coldStartDetector: Detector = {
  rule: 'cold_start',
  applies: isNew,
  detect(input) {
    const observed = input.view.get('voices', 0);
    const hours = Math.min(baselineBuckets, Math.max(1, input.view.age));
    const baseline = input.view.sum('voices', 1, hours) / hours;
    return { rule: 'cold_start', observed, baseline, factor: factorOf(observed, baseline), statistic: null };
  },
};
