import { defaultWatchSettings, type SpikeSettings } from '../watch/settings.ts';
import { judgeSeries, type LabelledSeries, poolOutcomes, type SpikeFigures } from './spikes.ts';

/** From "nearly every day" to "once a year" of a normal series, in steps below which the figures hardly move. */
const busyZs = [3, 3.5, 4, 4.5, 5, 5.5, 6, 7];
const stableZs = [2.5, 3, 3.5, 4, 4.5];
/** A choice with more false alerts a week is none: the best simple rule has so many. */
const mostFalse = 0.45;

export interface LeaveOneOut {
  /** Every series under thresholds chosen without it, pooled. */
  figures: SpikeFigures;
  /** What was chosen for each, and the F1 of the shipped thresholds without it. */
  chosen: { leftOut: string; busyZ: number; busyStableZ: number; f1WithoutIt: number }[];
  /** Over all choices of the grid: how much the figures hang on the thresholds. */
  f1Quartiles: [number, number, number];
}

/**
 * Chooses the two thresholds of busy series on all series but one and judges the one left out by them, for each in turn:
 * what the rules promise for series nobody has seen. Ties go to fewer false alerts, then to the stricter choice.
 */
export function leaveOneOut(
  all: readonly LabelledSeries[],
  base: SpikeSettings = defaultWatchSettings.spike,
): LeaveOneOut {
  const grid = busyZs.flatMap((busyZ) => stableZs.map((busyStableZ) => ({ ...base, busyZ, busyStableZ })));
  const judged = grid.map((settings) => all.map((series) => judgeSeries(series, settings)));
  const shipped = all.map((series) => judgeSeries(series, base));
  const chosen = all.map(({ name }, left) => {
    const best = grid
      .map((settings, n) => ({ n, settings, ...poolOutcomes(judged[n]!.filter((_, at) => at !== left)) }))
      .filter(({ falsePerWeek }) => falsePerWeek <= mostFalse)
      .toSorted((a, b) => b.f1 - a.f1 || a.falsePerWeek - b.falsePerWeek || b.n - a.n)[0];
    const f1WithoutIt = poolOutcomes(shipped.filter((_, at) => at !== left)).f1;
    return { name, n: best?.n ?? 0, settings: best?.settings ?? base, f1WithoutIt };
  });
  const f1s = judged.map((outcomes) => poolOutcomes(outcomes).f1).toSorted((a, b) => a - b);
  const quartile = (share: number): number => f1s[Math.floor(share * (f1s.length - 1))]!;
  return {
    figures: poolOutcomes(chosen.map(({ n }, at) => judged[n]![at]!)),
    chosen: chosen.map(({ name, settings, f1WithoutIt }) => ({
      leftOut: name,
      busyZ: settings.busyZ,
      busyStableZ: settings.busyStableZ,
      f1WithoutIt,
    })),
    f1Quartiles: [quartile(0.25), quartile(0.5), quartile(0.75)],
  };
}
