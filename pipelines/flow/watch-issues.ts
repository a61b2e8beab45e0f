import type { Alert } from '../../shared/domain/alert.ts';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import { type Issue, isSettled, openStates } from '../../shared/domain/issue.ts';
import type { Level } from '../../shared/domain/risk.ts';
import { nationalScope, nationalUnit } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import { isCountingDay } from '../watch/calendar.ts';
import { holdCrowd } from '../watch/hold-crowd.ts';
import { createWatchStore, quarterMemoryMs, quarterSeries } from '../watch/quarter-series.ts';
import { issueSeries, seriesMemoryMs, seriesParts } from '../watch/series.ts';
import type { SeriesStore } from '../watch/series-store.ts';
import { type AlertDraft, closeRaised, type WatchContext, watchSeries } from '../watch/watch-series.ts';
import { type JudgeContext, judgeIssue } from './judge-issue.ts';
import { readKnown } from './read-known.ts';
import { fromStoredHour } from './series-rows.ts';
import { type StoreAlertDeps, storeAlerts } from './store-alerts.ts';
import { tellClocks } from './tell-clocks.ts';
import { tellSilentSources } from './tell-sources.ts';
import { putMemories, readMemories, readTouched, removeTouched, type Touched } from './watch-state.ts';
import { loudTopics } from './watch-topics.ts';

export interface WatchDeps extends JudgeContext, StoreAlertDeps {
  index: Pick<ItemIndex, 'scan' | 'histogram'>;
  /**
   * Nobody was there to respond: a replay of the past, or a back-fill. Response clocks are then not begun, so that the
   * first live look does not blame anybody for what was over before the program saw it; sources are not missed.
   */
  unattended: boolean;
  /** What the alert budget of a unit asks for, at least 1. */
  thresholdFactor(unit: string): number;
}

/** Of a changed issue what the rest of the process has to hear; thousands may change at once. */
export type ChangedIssue = Pick<Issue, 'id' | 'unit'> & { level: Level };

export interface WatchResult {
  judged: number;
  changed: ChangedIssue[];
  /** Became part of another since the last time: judged no more, but who has one before their eyes has to hear. */
  merged: ChangedIssue[];
  alerts: Alert[];
}

/** Issues handled in one transaction: a person's write waits for no more than these. */
const chunk = 100;

/**
 * Judges issues: every one that changed since the last time, and with `everything` those that were alive within a week,
 * whose clocks and freshness go on without items; raises alerts for buckets that got items, and tells who recovered.
 */
export async function watchIssues(deps: WatchDeps, everything: boolean): Promise<WatchResult> {
  const touched = await readTouched(deps.records);
  const ids = [...new Set([...touched.issueIds, ...(everything ? await aliveIds(deps) : [])])];
  const result: WatchResult = { judged: ids.length, changed: [], merged: [], alerts: [] };
  for (let at = 0; at < ids.length; at += chunk) {
    const part = new Set(ids.slice(at, at + chunk));
    const own: Touched = {
      issueIds: touched.issueIds.filter((id) => part.has(id)),
      buckets: touched.buckets.filter(({ key }) => part.has(seriesParts(key).subject)),
    };
    const done = await deps.records.transaction((inner) =>
      watchChunk({ ...deps, records: inner }, [...part], own),
    );
    result.changed.push(...done.changed);
    result.merged.push(...done.merged);
    result.alerts.push(...done.alerts);
  }
  if (everything) {
    result.alerts.push(
      ...(await deps.records.transaction((inner) => tellRecovered({ ...deps, records: inner }))),
    );
    result.alerts.push(
      ...(await deps.records.transaction((inner) => watchTopics({ ...deps, records: inner }))),
    );
    if (!deps.unattended) result.alerts.push(...(await tellSilentSources(deps)));
  }
  return result;
}

async function aliveIds({ records, now }: WatchDeps): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.issues.list({
      scope: nationalScope,
      states: openStates,
      from: now - 7 * dayMs,
      sort: 'newest',
      limit: 500,
      ...(cursor === undefined ? {} : { cursor }),
    });
    ids.push(...page.issues.map((issue) => issue.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

/** The stored buckets of these series; a fresh store, because another process may be the one that counts. */
async function loadSeries(
  { records, now, calendar }: WatchDeps,
  keys: readonly string[],
): Promise<SeriesStore> {
  const store = createWatchStore(now, calendar);
  if (keys.length === 0) return store;
  const national = isCountingDay(calendar, now)
    ? keys.filter((key) => seriesParts(key).unit === nationalUnit).map(quarterSeries)
    : [];
  const rows = await records.series.since(now - seriesMemoryMs, keys);
  const quarters = national.length > 0 ? await records.series.since(now - quarterMemoryMs, national) : [];
  store.load([...rows, ...quarters].map(fromStoredHour));
  return store;
}

const contextOf = (
  { now, calendar, settings, unitName, thresholdFactor }: WatchDeps,
  issues: readonly Issue[],
  store: SeriesStore,
): WatchContext => {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const issueOf = (id: string) => alertable(byId.get(id));
  const quarterOf = (key: string) => store.view(quarterSeries(key));
  return { now, calendar, settings, placeOf: unitName, thresholdFactor, issueOf, quarterOf };
};

const alertable = (issue: Issue | undefined): Issue | null =>
  issue && !isSettled(issue.state) ? issue : null;

async function watchChunk(
  deps: WatchDeps,
  ids: readonly string[],
  touched: Touched,
): Promise<Omit<WatchResult, 'judged'>> {
  const { records } = deps;
  const there = await records.issues.many(ids);
  const before = there.filter((issue) => issue.state !== 'merged');
  const store = await loadSeries(
    deps,
    before.map((issue) => issueSeries(issue.id, issue.unit)),
  );
  const clocks = new Map((await records.clocks.many(ids)).map((clock) => [clock.issueId, clock]));
  const known = await readKnown(records, before);
  const seen = before.map((issue) => {
    const view = store.view(issueSeries(issue.id, issue.unit));
    return judgeIssue(issue, view, clocks.get(issue.id) ?? null, deps, known.get(issue.id));
  });
  const judged = seen.map(({ issue }) => issue);
  const changed = judged
    .filter((issue, n) => differs(before[n]!, issue))
    .map((issue) => ({ ...issue, version: issue.version + 1 }));
  await records.issues.put(changed);

  const memories = await readMemories(records);
  const outcome = watchSeries(store, touched.buckets, memories, contextOf(deps, judged, store));
  const alerts = await storeAlerts(deps, await withoutCrowd(deps, outcome.alerts));
  for (const [key, memory] of outcome.memories) memories.set(key, memory);
  await putMemories(records, memories, deps.now - forgetMs);
  await removeTouched(records, touched);
  if (!deps.unattended) {
    const now = seen.map(({ clock }) => clock);
    const same = now.filter((clock) => isSame(clock, clocks.get(clock.issueId)));
    alerts.push(...(await tellClocks(deps, judged, now, new Set(same.map(({ issueId }) => issueId)))));
  }
  const merged = there.filter((issue) => issue.state === 'merged');
  return { changed: changed.map(toHear), merged: merged.map(toHear), alerts };
}

const toHear = ({ id, unit, risk }: Issue): ChangedIssue => ({ id, unit, level: risk.level });

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Beyond every cool-down. */
const forgetMs = 7 * 24 * hourMs;

/** Topics have no issue whose change would call for a look: they are looked at by the clock. */
async function watchTopics(deps: WatchDeps): Promise<Alert[]> {
  const buckets = await loudTopics(deps.records, deps.now, deps.settings.spike);
  if (buckets.length === 0) return [];
  const store = await loadSeries(deps, [...new Set(buckets.map(({ key }) => key))]);
  const memories = await readMemories(deps.records);
  const outcome = watchSeries(store, buckets, memories, contextOf(deps, [], store));
  for (const [key, memory] of outcome.memories) memories.set(key, memory);
  await putMemories(deps.records, memories, deps.now - forgetMs);
  return storeAlerts(deps, outcome.alerts);
}

async function tellRecovered(deps: WatchDeps): Promise<Alert[]> {
  const memories = await readMemories(deps.records);
  const raised = [...memories].filter(([, memory]) => memory.raisedAt !== null).map(([key]) => key);
  if (raised.length === 0) return [];
  const issues = await deps.records.issues.many(raised.map((key) => seriesParts(key).subject));
  const store = await loadSeries(deps, raised);
  const outcome = closeRaised(store, memories, contextOf(deps, issues, store));
  for (const [key, memory] of outcome.memories) memories.set(key, memory);
  await putMemories(deps.records, memories, deps.now - forgetMs);
  return storeAlerts(deps, await withoutCrowd(deps, outcome.alerts));
}

/** See `holdCrowd`; what was told before is read only where somebody would be woken. */
async function withoutCrowd(
  { records, now, settings }: WatchDeps,
  drafts: readonly AlertDraft[],
): Promise<AlertDraft[]> {
  if (!drafts.some(({ push }) => push)) return [...drafts];
  const woken = await records.alerts.pushes(now - settings.alerts.wakingHours * hourMs);
  return holdCrowd(drafts, woken, now, settings.alerts);
}

const differs = (a: Issue, b: Issue): boolean =>
  JSON.stringify([a.priority, a.risk]) !== JSON.stringify([b.priority, b.risk]);
