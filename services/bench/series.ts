import { createRandom } from '../../pipelines/train/random.ts';
import type { AlertMemory } from '../../pipelines/watch/alert-policy.ts';
import { bundledCalendar } from '../../pipelines/watch/calendar.ts';
import { type HourRow, issueSeries, type Observation } from '../../pipelines/watch/series.ts';
import { createSeriesStore, type SeriesStore } from '../../pipelines/watch/series-store.ts';
import { defaultWatchSettings } from '../../pipelines/watch/settings.ts';
import { closeRaised, type WatchContext, watchSeries } from '../../pipelines/watch/watch-series.ts';
import { hourMs } from '../../shared/domain/instant.ts';
import type { Risk } from '../../shared/domain/risk.ts';
import type { Bench } from './bench.ts';

interface SeriesFlags {
  series?: string;
  hours?: string;
  items?: string;
}

/** A Monday far from any vote. */
const start = Date.UTC(2025, 4, 5);
const historyDays = 14;
const risk: Risk = { likelihood: 2, impact: 3, score: 6, level: 'sedang', parts: [] };

/** A fortnight of thin talk: three hours a day with an item or two. */
function* historyOf(keys: readonly string[], random: () => number): Generator<HourRow> {
  const empty = {
    negative: 0,
    positive: 0,
    reposts: 0,
    syndicated: 0,
    questions: 0,
    favourable: 0,
    indicated: 0,
  };
  for (const key of keys)
    for (let day = 0; day < historyDays; day++)
      for (let turn = 0; turn < 3; turn++) {
        const count = 1 + Math.floor(random() * 3);
        const at = start + (day * 24 + Math.floor(random() * 24)) * hourMs;
        const counts = { voices: count, unique: count, adverse: 0, actors: count, platforms: 1 };
        yield { ...empty, ...counts, key, at, actorHashes: [] };
      }
}

/** The items of one hour: most series get one or two, one in a thousand bursts. */
function itemsOf(
  keys: readonly string[],
  hour: number,
  perSeries: number,
  random: () => number,
): Observation[] {
  return keys.flatMap((key) => {
    const count = random() < 0.001 ? 12 : Math.floor(random() * 2 * perSeries + 0.5);
    return Array.from(
      { length: count },
      (_, n): Observation => ({
        key,
        at: hour + Math.floor(random() * hourMs),
        repost: random() < 0.3,
        tone: random() < 0.3 ? 'negative' : 'neutral',
        stance: 'none',
        indicated: false,
        actor: `akun ${n} ${Math.floor(random() * 50)}`,
        outlet: false,
        platform: 'x',
      }),
    );
  });
}

const contextAt = (now: number): WatchContext => ({
  now,
  calendar: bundledCalendar,
  settings: defaultWatchSettings,
  issueOf: (id) => ({ risk, title: id, topic: 'lainnya' }),
  placeOf: (unit) => unit,
});

/** Time of this process's own cores: another one that runs beside it does not count. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** One hour: the clock moves, items are counted, what changed is looked at, ended buckets are closed. */
function liveHour(
  store: SeriesStore,
  hour: number,
  items: readonly Observation[],
  memories: Map<string, AlertMemory>,
): { ms: number; touched: number; alerts: number } {
  const began = cpuMs();
  store.tick(hour);
  for (const item of items) store.observe(item);
  const touched = store.takeChanged();
  const context = contextAt(hour + hourMs - 1);
  let alerts = 0;
  for (const outcome of [
    watchSeries(store, touched, memories, context),
    closeRaised(store, memories, context),
  ]) {
    for (const [key, memory] of outcome.memories) memories.set(key, memory);
    alerts += outcome.alerts.length;
  }
  return { ms: cpuMs() - began, touched: touched.length, alerts };
}

/** A plain map of the same increments: what counting costs without baselines, publishers, rules and alerts. */
function yardstickOf(items: readonly Observation[]): number {
  const began = cpuMs();
  const counts = new Map<string, number>();
  for (const { key, at } of items) {
    const name = `${key} ${Math.floor(at / hourMs)}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return items.length / ((cpuMs() - began) / 1_000);
}

/** Hour ticks over many series on one core. */
export const seriesBench: Bench<SeriesFlags> = {
  name: 'series',
  summary: 'hour ticks over many series: count, look, raise and close; processor seconds of each tick',
  options: [
    ['--series <n>', 'series kept (100000)'],
    ['--hours <n>', 'ticks that are measured (5)'],
    ['--items <n>', 'mean items of each series an hour (1)'],
  ],
  async run({ series = '100000', hours = '5', items = '1' }) {
    const random = createRandom(1);
    const keys = Array.from({ length: Number(series) }, (_, n) =>
      issueSeries(`i${n}`, n % 3 === 0 ? 'RI' : n % 3 === 1 ? '35' : '35.07'),
    );
    const from = start + historyDays * 24 * hourMs;
    const store = createSeriesStore({ at: from });
    store.load(historyOf(keys, random));
    const memories = new Map<string, AlertMemory>();
    const ticks: ReturnType<typeof liveHour>[] = [];
    let counted = 0;
    let yardstick = 0;
    for (let n = 0; n < Number(hours); n++) {
      const hour = from + n * hourMs;
      const batch = itemsOf(keys, hour, Number(items), random);
      counted += batch.length;
      ticks.push(liveHour(store, hour, batch, memories));
      yardstick = Math.max(yardstick, yardstickOf(batch));
    }
    const seconds = ticks.map(({ ms }) => Math.round(ms) / 1_000).toSorted((a, b) => a - b);
    const itemsPerSecond = Math.round(counted / seconds.reduce((sum, one) => sum + one, 0));
    return {
      itemsPerSecond,
      yardstick: { name: 'a map of counts by series and hour', itemsPerSecond: Math.round(yardstick) },
      ratio: Number((itemsPerSecond / yardstick).toFixed(3)),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
      texts: 'none',
      series: keys.length,
      touchedPerTick: Math.round(ticks.reduce((sum, { touched }) => sum + touched, 0) / ticks.length),
      alerts: ticks.reduce((sum, one) => sum + one.alerts, 0),
      tickCpuSecondsMedian: seconds[Math.floor(seconds.length / 2)],
      tickCpuSecondsWorst: seconds.at(-1),
      ringsMb: Math.round(store.bytes / 2 ** 20),
    };
  },
};
