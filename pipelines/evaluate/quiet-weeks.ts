import areas from '../../shared/areas/areas.json' with { type: 'json' };
import { dayMs, hourMs, type Instant } from '../../shared/domain/instant.ts';
import type { Risk } from '../../shared/domain/risk.ts';
import { nationalUnit, type Tier, tierOf } from '../../shared/domain/unit.ts';
import { createRandom } from '../train/random.ts';
import type { AlertMemory } from '../watch/alert-policy.ts';
import type { ElectionCalendar } from '../watch/calendar.ts';
import { issueSeries, type Observation, topicSeries } from '../watch/series.ts';
import { createSeriesStore, type SeriesStore } from '../watch/series-store.ts';
import { defaultWatchSettings, type WatchSettings } from '../watch/settings.ts';
import {
  type AlertDraft,
  closeRaised,
  type WatchContext,
  type WatchOutcome,
  watchSeries,
} from '../watch/watch-series.ts';
import { type Crisis, plantCrises } from './quiet-weeks-crises.ts';
import { QuietTalk, type Random, readLabels, type TalkItem } from './quiet-weeks-talk.ts';

export interface QuietWeeksOptions {
  seed: number;
  /** Offices below KPU RI, taken evenly from the list; KPU RI is always there. */
  units: number;
  weeks: number;
  crises: number;
  /** Multiplies the quiet talk, for a harsher trial; 1 unless told. */
  talk?: number;
  settings?: WatchSettings;
}

export interface CaughtRow {
  group: string;
  crises: number;
  /** Pushed within two hours of the start of the first hour that was due. */
  within2h: number;
  share: number;
  /** From the first item to the push, in minutes; null when none was caught. */
  medianMinutesFromStart: number | null;
}

export interface QuietWeeksFigures {
  units: number;
  weeks: number;
  items: number;
  /** Pushes on matters that nobody planted. */
  falsePushes: number;
  falsePerUnitPer4Weeks: number;
  /** The unit with most of them, over all weeks. */
  worstUnitFalsePushes: number;
  falseByTier: Record<Tier, number>;
  /** Alerts that wait for the digest: topics and held spikes. */
  digestAlerts: number;
  crises: number;
  caughtWithin2h: number;
  caughtShare: number;
  byShape: CaughtRow[];
  byTier: CaughtRow[];
  byShapeAndTier: CaughtRow[];
}

/** A Monday, midnight WIB, far from any voting window. */
const startAt: Instant = Date.parse('2025-05-05T00:00:00+07:00');
/** A fortnight of talk before anything is judged: the baseline's length. */
const warmUpMs = 14 * dayMs;
/** Outside every window, so that nothing is raised or expected. */
const noElections: ElectionCalendar = { windowDaysBefore: 14, elections: [] };
const ordinaryRisk: Risk = { likelihood: 2, impact: 3, score: 6, level: 'sedang', parts: [] };

function unitsFor(count: number): string[] {
  const codes = areas.map((area) => area.code);
  const wanted = Math.min(count, codes.length);
  return [
    nationalUnit,
    ...Array.from({ length: wanted }, (_, i) => codes[Math.floor((i * codes.length) / wanted)]!),
  ];
}

function observationsOf(item: TalkItem, random: Random): Observation[] {
  const { at, repost, actor, outlet, platform, unit } = item;
  const labels = readLabels(item.kind, random);
  const seen = {
    at,
    repost,
    actor,
    outlet,
    platform,
    indicated: item.kind === 'spread' && random() < 0.7,
    ...labels,
  };
  return [
    { ...seen, key: issueSeries(item.issue, unit) },
    { ...seen, key: topicSeries('lainnya', unit) },
  ];
}

interface World {
  store: SeriesStore;
  memories: Map<string, AlertMemory>;
  alerts: AlertDraft[];
  settings: WatchSettings;
}

/** One hour of the program's life: tick, count, look, close. Items come with the end of their hour: the latest they can. */
function liveHour(
  world: World,
  hour: Instant,
  items: readonly TalkItem[],
  random: Random,
  judged: boolean,
): void {
  const { store, memories } = world;
  store.tick(hour);
  for (const item of items)
    for (const observation of observationsOf(item, random)) store.observe(observation);
  const touched = store.takeChanged();
  if (!judged) return;
  const context: WatchContext = {
    now: hour + hourMs - 1,
    calendar: noElections,
    settings: world.settings,
    issueOf: (id) => ({ risk: ordinaryRisk, title: id, topic: 'lainnya' }),
    placeOf: (unit) => unit,
  };
  const take = (outcome: WatchOutcome): void => {
    for (const [key, memory] of outcome.memories) memories.set(key, memory);
    world.alerts.push(...outcome.alerts);
  };
  take(watchSeries(store, touched, memories, context));
  take(closeRaised(store, memories, context));
}

const byHour = (items: readonly TalkItem[]): Map<Instant, TalkItem[]> =>
  Map.groupBy(items, (item) => Math.floor(item.at / hourMs) * hourMs);

const medianOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

interface Outcome {
  crisis: Crisis;
  pushedAt: Instant | null;
  inTime: boolean;
}

function outcomeOf(crisis: Crisis, pushes: ReadonlyMap<string, Instant>): Outcome {
  const pushedAt = pushes.get(crisis.id) ?? null;
  const limit = crisis.dueHourAt === null ? null : crisis.dueHourAt + 2 * hourMs;
  return { crisis, pushedAt, inTime: pushedAt !== null && limit !== null && pushedAt <= limit };
}

function tableOf(outcomes: readonly Outcome[], groupOf: (crisis: Crisis) => string): CaughtRow[] {
  return [...Map.groupBy(outcomes, ({ crisis }) => groupOf(crisis))]
    .map(([group, rows]): CaughtRow => {
      const within2h = rows.filter((row) => row.inTime).length;
      const minutes = rows.flatMap(({ crisis, pushedAt }) =>
        pushedAt === null ? [] : [Math.round((pushedAt - crisis.startAt) / 60_000)],
      );
      const share = Math.round((within2h / rows.length) * 1_000) / 1_000;
      return { group, crises: rows.length, within2h, share, medianMinutesFromStart: medianOf(minutes) };
    })
    .toSorted((a, b) => (a.group < b.group ? -1 : 1));
}

function figuresOf(
  world: World,
  crises: readonly Crisis[],
  options: QuietWeeksOptions,
  items: number,
): QuietWeeksFigures {
  const pushed = world.alerts.filter((alert) => alert.push && alert.rule !== 'recovered');
  const planted = new Set(crises.map((crisis) => crisis.id));
  const falseOnes = pushed.filter((alert) => !planted.has(alert.issueId!));
  const firstPush = new Map<string, Instant>();
  for (const { issueId, at } of pushed) if (issueId && !firstPush.has(issueId)) firstPush.set(issueId, at);
  const outcomes = crises.map((crisis) => outcomeOf(crisis, firstPush));
  const caught = outcomes.filter((outcome) => outcome.inTime).length;
  const perUnit = [...Map.groupBy(falseOnes, (alert) => alert.unit).values()].map((alerts) => alerts.length);
  const inTier = (tier: Tier) => falseOnes.filter((alert) => tierOf(alert.unit) === tier).length;
  const rate = falseOnes.length / (options.units + 1) / (options.weeks / 4);
  return {
    units: options.units,
    weeks: options.weeks,
    items,
    falsePushes: falseOnes.length,
    falsePerUnitPer4Weeks: Math.round(rate * 1_000) / 1_000,
    worstUnitFalsePushes: Math.max(0, ...perUnit),
    falseByTier: { national: inTier('national'), province: inTier('province'), regency: inTier('regency') },
    digestAlerts: world.alerts.filter((alert) => !alert.push).length,
    crises: crises.length,
    caughtWithin2h: caught,
    caughtShare: crises.length === 0 ? 0 : Math.round((caught / crises.length) * 1_000) / 1_000,
    byShape: tableOf(outcomes, (crisis) => crisis.shape),
    byTier: tableOf(outcomes, (crisis) => tierOf(crisis.unit)),
    byShapeAndTier: tableOf(outcomes, (crisis) => `${crisis.shape} ${tierOf(crisis.unit)}`),
  };
}

/**
 * Lives through `weeks` quiet weeks of `units` offices and KPU RI, after a fortnight of warm-up, with planted crises, by
 * the real store, rules, policy and push judgement. The talk is over-dispersed, follows night, day and week-end, comes in
 * clumps about matters (routine, questions, praise, grumbling), and its labels carry the errors of a middling model.
 * The same options give the same figures.
 */
export function simulateQuietWeeks(options: QuietWeeksOptions): QuietWeeksFigures {
  const settings = options.settings ?? defaultWatchSettings;
  const random = createRandom(options.seed);
  const units = unitsFor(options.units);
  const talks = units.map((unit) => new QuietTalk(unit, random, options.talk ?? 1));
  const from = startAt + warmUpMs;
  const to = from + options.weeks * 7 * dayMs;
  const crises = plantCrises(options.crises, units, { from, to }, settings.spike, random);
  const planted = byHour(crises.flatMap((crisis) => crisis.items));
  const world: World = {
    store: createSeriesStore({ at: startAt }),
    memories: new Map(),
    alerts: [],
    settings,
  };
  let items = 0;
  for (let hour = startAt; hour < to; hour += hourMs) {
    const quiet = talks.flatMap((talk) => talk.hour(hour));
    const all = [...quiet, ...(planted.get(hour) ?? [])];
    items += all.length;
    liveHour(world, hour, all, random, hour >= from);
  }
  return figuresOf(world, crises, options, items);
}
