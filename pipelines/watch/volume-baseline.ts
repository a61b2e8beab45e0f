import type { SeriesView } from './series.ts';
import { type Moments, momentsOf, winsorised } from './statistics.ts';

/** A fortnight: on public data its baseline gives F1 0.73 where a trailing week gives 0.61. */
export const baselineBuckets = 336;
/** The running bucket and the one before stay out of the baseline, so that a steep start does not hide itself. */
const guard = 2;
const day = 24;
const week = 168;

/** A series' own past, against which its running bucket is judged. */
export interface VolumeBaseline {
  plain: Moments;
  /** Of 2√(x + 3/8), whose spread does not grow with the level (Anscombe 1948). */
  stable: Moments;
  /** The second-highest daily peak of the fortnight; 0 with less than two days. */
  record: number;
}

export const stabilised = (count: number): number => 2 * Math.sqrt(count + 0.375);

function secondPeak(history: Float64Array): number {
  let first = 0;
  let second = 0;
  for (let end = history.length; end > 0; end -= day) {
    let peak = 0;
    for (let index = Math.max(0, end - day); index < end; index++) peak = Math.max(peak, history[index]!);
    second = Math.max(second, Math.min(first, peak));
    first = Math.max(first, peak);
  }
  return history.length > day ? second : 0;
}

/** The highest count at this hour, or one beside it, yesterday and a week ago. */
export function sameHourPeak(view: SeriesView): number {
  let peak = 0;
  for (const around of [day, week]) {
    for (const shift of [-1, 0, 1]) peak = Math.max(peak, view.get('voices', around + shift));
  }
  return peak;
}

/** The fortnight before, its top pulled down to `winsorQuantile` (1 leaves it); a young series counts the hours it has. */
export function volumeBaseline(view: SeriesView, winsorQuantile: number): VolumeBaseline {
  const buckets = Math.min(baselineBuckets, Math.max(0, view.age - guard + 1));
  const raw = view.history('voices', guard, buckets);
  const history = winsorQuantile < 1 ? winsorised(raw, winsorQuantile) : raw;
  return {
    plain: momentsOf(history),
    stable: momentsOf(history.map(stabilised)),
    record: secondPeak(history),
  };
}

/** The level alone, for choosing a rule. */
export const meanVolume = (view: SeriesView): number => {
  const buckets = Math.min(baselineBuckets, Math.max(1, view.age - guard + 1));
  return view.sum('voices', guard, buckets) / buckets;
};
