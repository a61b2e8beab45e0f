import { describe, expect, it } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import { detectSpikes } from './detect-spikes.ts';
import { issueSeries, topicSeries } from './series.ts';
import { createSeriesStore } from './series-store.ts';
import { defaultWatchSettings } from './settings.ts';

const start = Date.parse('2024-01-10T00:00:00Z');

/** Rules that fire in the last hour of `counts`; `negative` gives the share of each hour. */
function fired(
  counts: number[],
  options: {
    negative?: (hour: number) => number;
    actors?: number;
    expected?: number;
    crisisWeek?: boolean;
    issue?: boolean;
  } = {},
) {
  const key = options.issue ? issueSeries('i', '35.07') : topicSeries('dpt', '35.07');
  const store = createSeriesStore({ at: start });
  counts.forEach((count, hour) => {
    store.tick(start + hour * hourMs);
    for (let n = 0; n < count; n++) {
      store.observe({
        key,
        at: start + hour * hourMs,
        repost: false,
        tone: n < count * (options.negative?.(hour) ?? 0) ? 'negative' : 'neutral',
        stance: 'none',
        indicated: false,
        actor: `a${n % (options.actors ?? 50)}`,
        outlet: false,
        platform: 'x',
      });
    }
  });
  const view = store.view(key);
  if (!view) return [];
  return detectSpikes({
    view,
    tier: 'regency',
    expected: options.expected ?? 1,
    crisisWeek: options.crisisWeek ?? false,
    settings: defaultWatchSettings.spike,
  });
}
const hours = (count: number, value: (hour: number) => number) =>
  Array.from({ length: count }, (_, i) => value(i));
const quiet = hours(168, (i) => (i % 12 === 0 ? 1 : 0));
const busy = hours(168, (i) => 20 + (i % 7));

describe('detectSpikes', () => {
  it('takes the rule that fits the series', () => {
    expect(fired([5]).map((f) => f.rule)).toEqual(['cold_start']);
    expect(fired([...quiet, 6]).map((f) => f.rule)).toEqual(['quiet_tail']);
    expect(fired([...busy, 120]).map((f) => f.rule)).toEqual(['busy_z']);
  });

  it('tells the first hour in which an issue reaches the minimum, however lively it was', () => {
    const lively = hours(60, (i) => (i % 3) + 2);
    expect(fired([...lively, 5], { issue: true }).map((f) => f.rule)).toEqual(['cold_start']);
    expect(fired([...lively, 5, 2, 5], { issue: true })).toEqual([]);
  });

  it('stays silent below the minimum count, for two accounts and for the usual', () => {
    expect(fired([...quiet, 4])).toEqual([]);
    expect(fired([...quiet, 9], { actors: 2 })).toEqual([]);
    expect(fired([...busy, 27])).toEqual([]);
    expect(fired([...busy, 0])).toEqual([]);
    expect(fired(hours(200, (i) => (i % 12 === 0 ? 1 : 0)))).toEqual([]);
  });

  it('says what it saw', () => {
    const [finding] = fired([...quiet, 6]);
    expect(finding).toMatchObject({ observed: 6, statistic: { name: 'p' } });
    expect(finding!.baseline).toBeCloseTo(1 / 12, 1);
    expect(finding!.factor).toBe(12);
    expect(finding!.statistic!.value).toBeLessThan(1e-6);
  });

  it('sees the next crisis of a crisis week although one lies in the baseline', () => {
    const crisis = busy.map((count, hour) => (hour === 80 ? 400 : count));
    expect(fired([...crisis, 120], { crisisWeek: true }).map((f) => f.rule)).toEqual(['busy_z']);
  });

  it('is silent at what happens every few days', () => {
    const weekly = hours(336, (hour) => (hour % 72 === 20 ? 120 : 20 + (hour % 7)));
    expect(fired([...weekly, 119])).toEqual([]);
    expect(fired([...weekly, 400]).map((f) => f.rule)).toEqual(['busy_z']);
  });

  it('expects more while a stage runs', () => {
    expect(fired([...quiet, 6], { expected: 2 })).toEqual([]);
  });

  it('sees a jump of the negative share without more volume', () => {
    const steady = hours(192, () => 4);
    const jump = fired(steady, { negative: (hour) => (hour >= 168 ? 0.75 : 0.25) });
    expect(jump.map((f) => f.rule)).toEqual(['negative_jump']);
    expect(jump[0]!.observed).toBeCloseTo(0.75, 1);
    expect(fired(steady, { negative: () => 0.25 })).toEqual([]);
  });
});
