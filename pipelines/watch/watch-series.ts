import type { Alert } from '../../shared/domain/alert.ts';
import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Topic } from '../../shared/domain/labels.ts';
import { tierOf, type Unit } from '../../shared/domain/unit.ts';
import { topicInText } from '../report/opinion-map/say.ts';
import { type AlertMemory, calmMemory, closeBucket, decideAlert, markPushed } from './alert-policy.ts';
import { type ElectionCalendar, expectedFactor, votingWindowAt } from './calendar.ts';
import { detectSpikes } from './detect-spikes.ts';
import type { DetectorInput, Finding } from './detector.ts';
import { earlierView } from './earlier-view.ts';
import { explainFinding } from './explain.ts';
import { judgePush, type PushVerdict } from './judge-push.ts';
import { quarterMs } from './quarter-series.ts';
import { isAtLeast } from './risk.ts';
import { type SeriesView, seriesParts } from './series.ts';
import type { SeriesStore } from './series-store.ts';
import type { WatchSettings } from './settings.ts';

/** An alert before it has an id, and before its stories, first item, platforms and places are read. */
export type AlertDraft = Omit<
  Alert,
  'id' | 'storyIds' | 'firstItemId' | 'platforms' | 'areas' | 'falseAlarm'
> & { seriesKey: string };

/** Two days show the usual day beside the one that alerts. */
const chartBuckets = 48;

export interface WatchContext {
  now: Instant;
  bucketMs?: number;
  calendar: ElectionCalendar;
  settings: WatchSettings;
  /** The issue of an issue series; null when it is unknown, merged or closed: it then alerts nobody. */
  issueOf(id: string): Pick<Issue, 'risk' | 'title' | 'topic'> | null;
  /** What an officer calls the unit's place. */
  placeOf(unit: Unit['code']): string;
  /** The quarter-hour series beside an hourly one, on days on which it is watched; see `createWatchStore`. */
  quarterOf?(key: string): SeriesView | null;
  /** What the unit's alert budget asks for, at least 1; see `budgetOf`. */
  thresholdFactor?(unit: string): number;
}

export interface WatchOutcome {
  alerts: AlertDraft[];
  /** To be stored by series key: what changed. Calm series may be forgotten. */
  memories: Map<string, AlertMemory>;
}

/** One bucket of one series that may hold something new. */
export interface TouchedBucket {
  key: string;
  /** Start of the bucket. */
  at: Instant;
}

interface Look extends TouchedBucket {
  view: SeriesView;
  /** The instant the bucket is judged by: its end, or now while it runs. */
  spokenAt: Instant;
}

function lookAt(bucket: TouchedBucket, store: SeriesStore, context: WatchContext): Look | null {
  const bucketMs = context.bucketMs ?? hourMs;
  const view = store.view(bucket.key);
  const ago = view ? Math.ceil((view.at - bucket.at) / bucketMs) : -1;
  if (!view || ago < 0) return null;
  const spokenAt = Math.min(context.now, bucket.at + bucketMs);
  return { ...bucket, view: earlierView(view, bucketMs, ago), spokenAt };
}

interface Season {
  expected: number;
  crisisWeek: boolean;
}

/** What the calendar says of talk about a topic in a unit at an instant, asked once for each. */
function seasons(context: WatchContext): (unit: string, topic: Topic, at: Instant) => Season {
  const known = new Map<string, Season>();
  return (unit, topic, at) => {
    const name = `${unit} ${topic} ${at}`;
    let season = known.get(name);
    if (!season) {
      const budget = context.thresholdFactor?.(unit) ?? 1;
      const expected = expectedFactor(context.calendar, unit, topic, at) * budget;
      season = { expected, crisisWeek: votingWindowAt(context.calendar, unit, at) !== null };
      known.set(name, season);
    }
    return season;
  };
}

function findingsOf(
  { key, view, spokenAt }: Look,
  seasonOf: ReturnType<typeof seasons>,
  context: WatchContext,
): Finding[] {
  const { kind, subject, unit } = seriesParts(key);
  const topic = kind === 'topic' ? (subject as Topic) : (context.issueOf(subject)?.topic ?? 'lainnya');
  const { expected, crisisWeek } = seasonOf(unit, topic, spokenAt);
  const rest = { tier: tierOf(unit), expected, crisisWeek, settings: context.settings.spike };
  const hourly = detectSpikes({ ...rest, view });
  return hourly.length > 0 ? hourly : quarterFindings({ key, view, spokenAt }, rest, context);
}

/** The running quarter and the one before it, where they lie in the hour that is looked at. */
function quarterFindings(
  { key, view, spokenAt }: Pick<Look, 'key' | 'view' | 'spokenAt'>,
  rest: Omit<DetectorInput, 'view'>,
  context: WatchContext,
): Finding[] {
  const quarters = context.quarterOf?.(key);
  if (!quarters || spokenAt < context.now) return [];
  for (const ago of [0, 1]) {
    const quarter = earlierView(quarters, quarterMs, ago);
    if (quarter.at < view.at) break;
    const found = detectSpikes({ ...rest, view: quarter }).filter(({ rule }) => rule !== 'negative_jump');
    if (found.length > 0) return found.map((one) => ({ ...one, minutes: quarterMs / 60_000 }));
  }
  return [];
}

/** Topics never push: nobody can answer a topic; they wait for the digest. */
const topicVerdict: PushVerdict = {
  push: false,
  level: 'sedang',
  held: null,
  reason: 'lonjakan topik menunggu ringkasan; isu di dalamnya dinilai sendiri',
};

function draftOf(finding: Finding, look: Look, verdict: PushVerdict, context: WatchContext): AlertDraft {
  const { kind, subject, unit } = seriesParts(look.key);
  const title =
    kind === 'issue' ? (context.issueOf(subject)?.title ?? subject) : `topik ${topicInText(subject)}`;
  const { rule, observed, baseline, factor, statistic } = finding;
  const quarters = context.quarterOf?.(look.key) ?? look.view;
  const tier = tierOf(unit);
  const explain = { subject: title, place: context.placeOf(unit), tier, settings: context.settings.spike };
  return {
    seriesKey: look.key,
    rule,
    issueId: kind === 'issue' ? subject : null,
    unit,
    at: context.now,
    push: verdict.push,
    held: verdict.push ? null : verdict.reason,
    level: verdict.level,
    observed,
    baseline,
    factor,
    statistic: statistic?.value ?? null,
    sentence: explainFinding(finding, explain),
    bucketMinutes: finding.minutes ?? 60,
    counts: [...(finding.minutes === undefined ? look.view : quarters).history('voices', 0, chartBuckets)],
  };
}

function verdictOf(finding: Finding, look: Look, context: WatchContext): PushVerdict | null {
  const { kind, subject, unit } = seriesParts(look.key);
  if (kind === 'topic') return topicVerdict;
  const issue = context.issueOf(subject);
  if (!issue) return null;
  if (finding.rule === 'recovered') {
    const { level } = issue.risk;
    const push = isAtLeast(level, context.settings.push.pushFrom);
    return { push, level, held: null, reason: 'mereda; cukup di ringkasan' };
  }
  return judgePush(issue, look.view, { unit, settings: context.settings });
}

/**
 * Looks at every touched bucket in time order and raises what the rules and the policy let through. Buckets of the past
 * (late items, an issue that was found after its first hour) are judged as they were, and told now. A spike that is
 * held is told without a push and stays open: when a later look finds it fit to push, it is raised again as a push.
 */
export function watchSeries(
  store: SeriesStore,
  touched: readonly TouchedBucket[],
  memories: ReadonlyMap<string, AlertMemory>,
  context: WatchContext,
): WatchOutcome {
  const changed = new Map<string, AlertMemory>();
  const alerts: AlertDraft[] = [];
  const seasonOf = seasons(context);
  const inOrder = touched.toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  for (const bucket of inOrder) {
    const look = lookAt(bucket, store, context);
    if (!look) continue;
    const memory = changed.get(bucket.key) ?? memories.get(bucket.key) ?? calmMemory;
    const { memory: next, drafts } = watchBucket(look, memory, seasonOf, context);
    if (next !== memory) changed.set(bucket.key, next);
    alerts.push(...drafts);
  }
  return { alerts, memories: changed };
}

function watchBucket(
  look: Look,
  memory: AlertMemory,
  seasonOf: ReturnType<typeof seasons>,
  context: WatchContext,
): { memory: AlertMemory; drafts: AlertDraft[] } {
  const settings = context.settings.alerts;
  const findings = findingsOf(look, seasonOf, context);
  const decided = decideAlert({ memory, findings, view: look.view, now: look.spokenAt, settings });
  let next = decided.memory;
  const drafts: AlertDraft[] = [];
  const tell = (finding: Finding): void => {
    const verdict = verdictOf(finding, look, context);
    if (!verdict) return;
    if (verdict.push) next = markPushed(next);
    drafts.push(draftOf(finding, look, verdict, context));
  };
  const held = decided.raise === null && next.raisedAt !== null && !next.pushed ? findings[0] : undefined;
  if (decided.raise) tell(decided.raise);
  else if (held && verdictOf(held, look, context)?.push) tell(held);
  return { memory: next, drafts };
}

/** Buckets that ended since the series was raised or last closed, oldest first. */
function* endedLooks(
  key: string,
  memory: AlertMemory,
  store: SeriesStore,
  context: WatchContext,
): Generator<Look> {
  const bucketMs = context.bucketMs ?? hourMs;
  const running = Math.floor(context.now / bucketMs) * bucketMs;
  const from = Math.floor((memory.closedAt ?? memory.raisedAt ?? running) / bucketMs) * bucketMs;
  for (let at = memory.closedAt === null ? from : from + bucketMs; at < running; at += bucketMs) {
    const look = lookAt({ key, at }, store, context);
    if (look) yield look;
  }
}

/**
 * Closes every bucket that has ended since, for each raised series, and tells who recovered. Silence is what makes a
 * recovery, so call it after each tick, items or none; calling it twice tells nothing twice.
 */
export function closeRaised(
  store: SeriesStore,
  memories: ReadonlyMap<string, AlertMemory>,
  context: WatchContext,
): WatchOutcome {
  const changed = new Map<string, AlertMemory>();
  const alerts: AlertDraft[] = [];
  for (const [key, memory] of memories) {
    if (memory.raisedAt === null) continue;
    let next = memory;
    for (const look of endedLooks(key, memory, store, context)) {
      if (next.raisedAt === null) break;
      const closed = closeBucket(next, look.view, context.settings.alerts);
      next = closed.memory;
      const verdict = closed.raise && verdictOf(closed.raise, look, context);
      if (closed.raise && verdict) alerts.push(draftOf(closed.raise, look, verdict, context));
    }
    if (next !== memory) changed.set(key, next);
  }
  return { alerts, memories: changed };
}
