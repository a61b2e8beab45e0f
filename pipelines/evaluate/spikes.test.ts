import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLabelledSeries } from '../../services/cli/evaluate/spikes.ts';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { evaluateSpikes, type LabelledSeries, mergeAlerts } from './spikes.ts';

const start = Date.parse('2024-01-01T00:00:00Z');
/** Twenty days of twelve five-minute points an hour; `extra` adds to the point at minute 0 of an hour. */
const series = (extra: Record<number, number>, windows: [number, number][]): LabelledSeries => ({
  name: 'made',
  points: Array.from({ length: 20 * 24 * 12 }, (_, index) => {
    const hour = Math.floor(index / 12);
    return {
      at: start + index * 300_000,
      value: (index % 12 === 0 ? (extra[hour] ?? 0) : 0) + ((hour + index) % 3),
    };
  }),
  windows: windows.map(([from, to]) => ({ from: start + from * hourMs, to: start + to * hourMs })),
});

describe('leaveOneOut', () => {
  it('judges each series by thresholds that were chosen without it', () => {
    const windows: [number, number][] = [[290, 310]];
    const { figures, chosen } = leaveOneOut([
      { ...series({ 300: 500 }, windows), name: 'a' },
      { ...series({ 300: 40, 400: 40 }, windows), name: 'b' },
    ]);
    expect(chosen.map(({ leftOut }) => leftOut)).toEqual(['a', 'b']);
    // without b nothing speaks against low thresholds; the strictest of the best on a alone is chosen for b
    expect(chosen[1]).toMatchObject({ busyZ: 7, busyStableZ: 4.5, f1WithoutIt: 1 });
    expect(figures).toMatchObject({ series: 2, windows: 2 });
  });
});

describe('evaluateSpikes', () => {
  it('counts caught, missed and false, and the delay from the labelled middle', () => {
    const figures = evaluateSpikes([
      series({ 300: 500, 400: 500 }, [
        [290, 310],
        [340, 360],
      ]),
    ]);
    expect(figures).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5, alerts: 2, windows: 2 });
    expect(figures.falsePerWeek).toBeCloseTo(1 / ((480 - 168) / 168), 2);
    expect([figures.medianDelayMinutes, figures.medianDelayFromWindowStartMinutes]).toEqual([0, 600]);
  });

  it('judges nothing in the first week, and leaves out windows that lie in it', () => {
    const figures = evaluateSpikes([series({ 100: 500 }, [[90, 110]])]);
    expect(figures).toMatchObject({ alerts: 0, windows: 0, recall: 0, medianDelayMinutes: null });
  });

  it('merges what comes within a day of the last', () => {
    expect(mergeAlerts([0, hourMs, dayMs + hourMs - 1, 3 * dayMs])).toEqual([0, 3 * dayMs]);
  });
});

const dir = '../shared/data/spikes';
describe.skipIf(!existsSync(dir))(
  'on the public tuning series (skipped where ../shared/data is absent)',
  () => {
    it('stays above the floors', async () => {
      const figures = evaluateSpikes(await readLabelledSeries(dir));
      expect(figures.f1).toBeGreaterThanOrEqual(0.65);
      expect(figures.falsePerWeek).toBeLessThanOrEqual(0.25);
      expect(figures.medianDelayMinutes).toBeLessThanOrEqual(60);
    });
  },
);
