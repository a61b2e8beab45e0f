import { dayMs, hourMs, type Instant } from '../../shared/domain/instant.ts';
import { detectSpikes } from '../watch/detect-spikes.ts';
import type { SeriesView } from '../watch/series.ts';
import { defaultWatchSettings, type SpikeSettings } from '../watch/settings.ts';

/** A counted series with the spans in which people saw something unusual. */
export interface LabelledSeries {
  name: string;
  points: readonly { at: Instant; value: number }[];
  windows: readonly { from: Instant; to: Instant }[];
}

export interface SpikeFigures {
  /** Merged alerts that fall in a window, of all merged alerts. */
  precision: number;
  /** Windows with an alert, of all windows that end after the warm-up. */
  recall: number;
  f1: number;
  /** Merged alerts outside every window, per series and week after the warm-up. */
  falsePerWeek: number;
  /**
   * Median over caught windows of the first alert's time less the labelled instant, in minutes, at least 0. NAB makes a
   * window by growing the labelled instant evenly to both sides, so the instant is its middle.
   */
  medianDelayMinutes: number | null;
  /** The same from the window's start: about half a window more, by construction. */
  medianDelayFromWindowStartMinutes: number | null;
  series: number;
  windows: number;
  alerts: number;
}

export const warmUpHours = 168;

interface Hourly {
  firstHour: number;
  counts: Float64Array;
  /** Within an hour: running sums after each point, to alert before the hour has ended. */
  points: readonly { at: Instant; value: number }[];
}

function hourlySums(points: LabelledSeries['points']): Hourly {
  const hours = points.map(({ at }) => Math.floor(at / hourMs));
  const firstHour = Math.min(...hours);
  const counts = new Float64Array(Math.max(...hours) - firstHour + 1);
  points.forEach(({ value }, index) => {
    counts[hours[index]! - firstHour]! += value;
  });
  return { firstHour, counts, points };
}

/** Publishers are not known in these series: many. */
const manyActors = 16;

/** Hourly counts as a topic's series whose running hour is `hour`, with `running` in it. */
function viewOf({ counts, firstHour }: Hourly, hour: number, running: number): SeriesView {
  const voices = (ago: number) => (ago === 0 ? running : (counts[hour - ago] ?? 0));
  return {
    key: 'topic:lainnya|RI',
    at: (firstHour + hour) * hourMs,
    age: hour,
    get: (channel, ago) => (channel === 'voices' ? voices(ago) : channel === 'actors' ? manyActors : 0),
    sum: (channel, ago, buckets) => {
      if (channel !== 'voices') return 0;
      let total = ago === 0 ? running : 0;
      const oldest = Math.max(0, hour - ago - buckets + 1);
      for (let index = hour - Math.max(1, ago); index >= oldest; index--) total += counts[index]!;
      return total;
    },
    history: (_, ago, buckets) =>
      Float64Array.from({ length: buckets }, (__, index) => voices(ago + buckets - 1 - index)),
    actors: () => manyActors,
    outlets: () => 0,
    platforms: () => 1,
  };
}

/**
 * Instants at which the watch would have spoken. Every point is a look at the running hour, as a batch of items is in
 * the live path, so an alert may come before its hour has ended; the sum it looks at is an hourly one all the same.
 */
export function spikeAlerts(series: LabelledSeries, settings: SpikeSettings): Instant[] {
  const hourly = hourlySums(series.points);
  const alerts: Instant[] = [];
  let hour = -1;
  let running = 0;
  for (const { at, value } of hourly.points) {
    const now = Math.floor(at / hourMs) - hourly.firstHour;
    if (now !== hour) running = 0;
    hour = now;
    running += value;
    if (hour < warmUpHours) continue;
    const view = viewOf(hourly, hour, running);
    const input = { view, tier: 'regency', expected: 1, crisisWeek: false, settings } as const;
    if (detectSpikes(input).length > 0) alerts.push(at);
  }
  return alerts;
}

/** Alerts less than 24 h after the last one are the same matter still: the first speaks for all. */
export function mergeAlerts(alerts: readonly Instant[]): Instant[] {
  const merged: Instant[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const at of alerts) {
    if (at - last >= dayMs) merged.push(at);
    last = at;
  }
  return merged;
}

const medianOf = (values: number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0 ? null : sorted[Math.floor(sorted.length / 2)]!;
};

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

export interface SeriesOutcome {
  alerts: Instant[];
  inside: number;
  /** One per window: the first alert in it. */
  caught: (Instant | undefined)[];
  windows: LabelledSeries['windows'];
  weeks: number;
}

/** One series under one choice of thresholds. */
export function judgeSeries(series: LabelledSeries, settings: SpikeSettings): SeriesOutcome {
  const { firstHour, counts } = hourlySums(series.points);
  const warmUntil = (firstHour + warmUpHours) * hourMs;
  const windows = series.windows.filter((window) => window.to > warmUntil);
  const alerts = mergeAlerts(spikeAlerts(series, settings));
  const within = (at: Instant, { from, to }: { from: Instant; to: Instant }) => at >= from && at <= to;
  return {
    alerts,
    inside: alerts.filter((at) => windows.some((window) => within(at, window))).length,
    caught: windows.map((window) => alerts.find((at) => within(at, window))),
    windows,
    weeks: (counts.length - warmUpHours) / 168,
  };
}

/**
 * The volume rules on labelled public series: hourly sums, a week of warm-up in which nothing is judged, alerts merged
 * within 24 h, pooled over all series. Windows that lie wholly in the warm-up are left out.
 */
export function evaluateSpikes(
  all: readonly LabelledSeries[],
  settings: SpikeSettings = defaultWatchSettings.spike,
): SpikeFigures {
  return poolOutcomes(all.map((series) => judgeSeries(series, settings)));
}

/** The figures over all of them together. */
export function poolOutcomes(outcomes: readonly SeriesOutcome[]): SpikeFigures {
  const sum = (value: (outcome: SeriesOutcome) => number) =>
    outcomes.reduce((total, one) => total + value(one), 0);
  const alerts = sum((one) => one.alerts.length);
  const inside = sum((one) => one.inside);
  const windows = sum((one) => one.windows.length);
  const caught = sum((one) => one.caught.filter((at) => at !== undefined).length);
  const delays = (from: (window: { from: Instant; to: Instant }) => Instant) =>
    outcomes.flatMap((one) =>
      one.caught.flatMap((at, index) =>
        at === undefined ? [] : [Math.max(0, Math.round((at - from(one.windows[index]!)) / 60_000))],
      ),
    );
  const precision = alerts === 0 ? 0 : inside / alerts;
  const recall = windows === 0 ? 0 : caught / windows;
  return {
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded(precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)),
    falsePerWeek: rounded(
      (alerts - inside) /
        Math.max(
          1e-9,
          sum((one) => one.weeks),
        ),
    ),
    medianDelayMinutes: medianOf(delays((window) => (window.from + window.to) / 2)),
    medianDelayFromWindowStartMinutes: medianOf(delays((window) => window.from)),
    series: outcomes.length,
    windows,
    alerts,
  };
}
