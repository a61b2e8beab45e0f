import { describe, expect, it } from 'vitest';
import { hourMs } from '../../shared/domain/instant.ts';
import type { AlertMemory } from './alert-policy.ts';
import { bundledCalendar } from './calendar.ts';
import { createWatchStore, quarterSeries } from './quarter-series.ts';
import { issueSeries, type Observation } from './series.ts';
import { createSeriesStore } from './series-store.ts';
import { defaultWatchSettings } from './settings.ts';
import {
  type AlertDraft,
  closeRaised,
  type WatchContext,
  type WatchOutcome,
  watchSeries,
} from './watch-series.ts';

const start = Date.parse('2025-03-03T00:00:00Z');
const key = issueSeries('i', '35.07');
const risk = { likelihood: 2, impact: 4, score: 8, level: 'sedang', parts: [] } as const;
const context = (now: number): WatchContext => ({
  now,
  calendar: bundledCalendar,
  settings: defaultWatchSettings,
  issueOf: (id) =>
    id === 'i'
      ? { risk: { ...risk, parts: [] }, title: 'Honor petugas belum dibayar', topic: 'anggaran' }
      : null,
  placeOf: () => 'Kabupaten Malang',
});
const item = (minute: number, index: number, some: Partial<Observation> = {}): Observation => ({
  key,
  at: start + minute * 60_000,
  repost: false,
  tone: 'negative',
  stance: 'none',
  indicated: false,
  actor: `akun ${index}`,
  outlet: false,
  platform: 'x',
  ...some,
});

/** Replays items in batches of `size`, the clock following the newest; then `silentHours` without any. */
function replay(items: readonly Observation[], size: number, silentHours = 0): AlertDraft[] {
  const store = createSeriesStore({ at: start });
  const memories = new Map<string, AlertMemory>();
  const alerts: AlertDraft[] = [];
  const take = (outcome: WatchOutcome): void => {
    for (const [name, memory] of outcome.memories) memories.set(name, memory);
    alerts.push(...outcome.alerts);
  };
  let now = start;
  for (let from = 0; from < items.length; from += size) {
    const batch = items.slice(from, from + size);
    now = Math.max(...batch.map((one) => one.at));
    store.tick(now);
    for (const one of batch) store.observe(one);
    take(watchSeries(store, store.takeChanged(), memories, context(now)));
    take(closeRaised(store, memories, context(now)));
  }
  for (let hour = 1; hour <= silentHours; hour++) {
    store.tick(now + hour * hourMs);
    take(closeRaised(store, memories, context(now + hour * hourMs)));
    take(closeRaised(store, memories, context(now + hour * hourMs)));
  }
  return alerts;
}
const crisis = Array.from({ length: 24 }, (_, index) => item(index * 10, index));

describe('watchSeries', () => {
  it('pushes once, within the hour that reached the minimum, whatever the batches', () => {
    for (const size of [1, 5, 24]) {
      const pushes = replay(crisis, size).filter((alert) => alert.push);
      expect(pushes.map(({ rule, unit, level }) => [rule, unit, level])).toEqual([
        ['cold_start', '35.07', 'tinggi'],
      ]);
      // told with the batch that completes the first hour
      expect(pushes[0]!.at).toBeLessThanOrEqual(start + Math.max(60, size * 10) * 60_000);
    }
  });

  it('says why, in one sentence', () => {
    expect(replay(crisis, 1)[0]!.sentence).toBe(
      '"Honor petugas belum dibayar" (Kabupaten Malang): 5 unggahan dalam satu jam, untuk pertama kali mencapai batas ' +
        'kabupaten/kota, yaitu 5 unggahan dari sedikitnya 3 akun atau media.',
    );
  });

  it('pushes later what began as questions', () => {
    const asked = Array.from({ length: 6 }, (_, i) => item(i, i, { tone: 'neutral', stance: 'bertanya' }));
    const blamed = Array.from({ length: 8 }, (_, i) => item(70 + i, i));
    const alerts = replay([...asked, ...blamed], 1);
    expect(alerts.map((alert) => alert.push)).toEqual([false, true]);
    expect(alerts[0]!.held).toContain('pertanyaan');
  });

  it('tells the recovery once the silence has lasted', () => {
    const rules = replay(crisis, 4, 12).map((alert) => alert.rule);
    expect(rules).toEqual(['cold_start', 'recovered']);
  });

  it('says nothing of an issue that was merged away, and of a slow rumour', () => {
    const merged = crisis.map((one) => ({ ...one, key: issueSeries('gone', '35.07') }));
    expect(replay(merged, 4)).toEqual([]);
    const slow = Array.from({ length: 20 }, (_, index) =>
      item(index * 720, index, { stance: 'menyebarkan' }),
    );
    expect(replay(slow, 1)).toEqual([]);
  });

  it('sees a burst within a quarter of an hour on a counting day, where the hour is no louder than usual yet', () => {
    const voting = Date.parse('2024-02-14T08:00:00+07:00');
    const national = issueSeries('i', 'RI');
    const store = createWatchStore(voting - 6 * 24 * hourMs, bundledCalendar);
    const put = (at: number, index: number): void => {
      store.tick(at);
      store.observe({ ...item(0, index), key: national, at });
    };
    // five days of 160 items an hour, evenly, then 120 within the first quarter of an hour
    for (let hour = -120; hour < 0; hour++)
      for (let n = 0; n < 160; n++) put(voting + hour * hourMs + n * 22_000, n);
    for (let n = 0; n < 120; n++) put(voting + n * 7_000, n);
    const watch = (over: Partial<WatchContext>) =>
      watchSeries(store, [{ key: national, at: voting }], new Map(), {
        ...context(voting + 14 * 60_000),
        ...over,
      }).alerts;
    expect(watch({})).toEqual([]);
    const [alert] = watch({ quarterOf: (key) => store.view(quarterSeries(key)) });
    expect(alert).toMatchObject({
      rule: 'busy_z',
      push: true,
      bucketMinutes: 15,
      observed: 120,
      baseline: 40,
    });
    expect(alert!.sentence).toMatch(/120 unggahan dalam 15 menit, biasanya (39,\d|40) \(3 kali lipat\)/);
    expect(alert!.counts.at(-1)).toBe(120);
  });
});
