import type { Alert } from '../../shared/domain/alert.ts';
import { dayMs, hourMs, type Instant } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Risk } from '../../shared/domain/risk.ts';
import { nationalScope, tierOf, type Unit } from '../../shared/domain/unit.ts';
import type { Ids } from '../../shared/ports/clock.ts';
import type { Records } from '../../shared/ports/records.ts';
import { type ElectionCalendar, expectedFactor, votingWindowAt } from '../watch/calendar.ts';
import { type ResponseClock, targetStates } from '../watch/clock.ts';
import { detectSpikes } from '../watch/detect-spikes.ts';
import { judgePush } from '../watch/judge-push.ts';
import { reachOf } from '../watch/likelihood.ts';
import { prioritise } from '../watch/priority.ts';
import { assessRisk } from '../watch/risk.ts';
import { issueSeries, type SeriesView } from '../watch/series.ts';
import { createSeriesStore } from '../watch/series-store.ts';
import type { WatchSettings } from '../watch/settings.ts';
import type { JudgedIssue } from './judged-issue.ts';
import { raiseAlerts } from './raise-alerts.ts';
import { fromStoredHour, seriesMemoryMs } from './series-rows.ts';

export interface WatchDeps {
  records: Records;
  ids: Ids;
  now: Instant;
  calendar: ElectionCalendar;
  settings: WatchSettings;
  /** 3 national, 2 regional, 1 local; 0 when unknown. */
  outletTier(outlet: string): number;
  /** e.g. `Kabupaten Malang`, `Jawa Timur`, `Indonesia`. */
  unitName(unit: string): string;
  zoneOf(unit: string): Unit['zone'];
}

export interface WatchResult {
  judged: number;
  changed: Issue[];
  alerts: Alert[];
}

/** Issues handled in one transaction: a person's write waits for no more than these. */
const chunk = 100;

/**
 * Judges issues: every one that changed since the last time, and with `everything` those that were alive within a week,
 * whose clocks and freshness go on without items. Issues that people closed are left alone.
 */
export async function watchIssues(deps: WatchDeps, everything: boolean): Promise<WatchResult> {
  const ids = [...new Set([...(await dirtyIds(deps.records)), ...(everything ? await aliveIds(deps) : [])])];
  const result: WatchResult = { judged: 0, changed: [], alerts: [] };
  for (let at = 0; at < ids.length; at += chunk) {
    const part = ids.slice(at, at + chunk);
    const done = await deps.records.transaction((inner) => judgeChunk({ ...deps, records: inner }, part));
    result.judged += part.length;
    result.changed.push(...done.changed);
    result.alerts.push(...done.alerts);
  }
  return result;
}

const dirtyName = 'watch.dirty';
const dirtyIds = async (records: Records): Promise<string[]> =>
  ((await records.state.get(dirtyName)) as string[] | null) ?? [];

async function aliveIds({ records, now }: WatchDeps): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.issues.list({
      scope: nationalScope,
      states: ['new', 'triaged', 'verifying', 'drafting', 'approval', 'published', 'monitored'],
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

async function judgeChunk(deps: WatchDeps, ids: readonly string[]): Promise<Omit<WatchResult, 'judged'>> {
  const { records, now } = deps;
  const issues = (await records.issues.many(ids)).filter((issue) => issue.state !== 'merged');
  const rows = await records.series.since(
    now - seriesMemoryMs,
    issues.map((issue) => issueSeries(issue.id, issue.unit)),
  );
  // A fresh store: another process may be the one that counts.
  const series = createSeriesStore({ at: now });
  series.load(rows.map(fromStoredHour));
  const changed: Issue[] = [];
  const alerts: Alert[] = [];
  for (const issue of issues) {
    const judged = judgeIssue(issue, series.view(issueSeries(issue.id, issue.unit)), deps);
    if (differs(issue, judged.issue)) changed.push(judged.issue);
    if (judged.findings.length > 0) alerts.push(...(await raiseAlerts(judged, deps)));
  }
  await records.issues.put(changed);
  await records.alerts.put(alerts);
  const handled = new Set(ids);
  await records.state.put(
    dirtyName,
    (await dirtyIds(records)).filter((id) => !handled.has(id)),
  );
  return { changed, alerts };
}

function judgeIssue(issue: Issue, view: SeriesView | null, deps: WatchDeps): JudgedIssue {
  const { settings, calendar, now } = deps;
  const risk = riskOf(issue, view, deps);
  const clock: ResponseClock = {
    unit: issue.unit,
    level: risk.level,
    startedAt: issue.firstAt,
    doneAt: {},
    pauses: [],
  };
  const states = targetStates(clock, now, {
    zone: deps.zoneOf(issue.unit),
    calendar,
    riskShare: settings.spike.clockShare,
  });
  const facts = {
    issue: { ...issue, risk },
    now,
    place: deps.unitName(issue.unit),
    recent: view?.sum('voices', 0, 3) ?? 0,
    before: view?.sum('voices', 3, 3) ?? 0,
    clockShare: clockShareOf(states, issue.firstAt, now),
  };
  const judged: Issue = {
    ...issue,
    risk,
    priority: prioritise(facts, settings.priority),
    version: issue.version + 1,
  };
  if (!view) return { issue: judged, view, findings: [] };
  const found = detectSpikes({
    view,
    tier: tierOf(issue.unit),
    expected: expectedFactor(calendar, issue.unit, now),
    crisisWeek: votingWindowAt(calendar, issue.unit, now) !== null,
    settings: settings.spike,
  });
  const findings = found.map((finding) => ({
    finding,
    push: judgePush(judged, view, { unit: issue.unit, settings }),
  }));
  return { issue: judged, view, findings };
}

/** The most urgent open target: the share of its time that has passed. Wall time: pauses and office hours shift `dueAt`. */
function clockShareOf(states: ReturnType<typeof targetStates>, from: Instant, now: Instant): number | null {
  const open = states.filter((state) => state.doneAt === null && state.dueAt !== null);
  if (open.length === 0) return null;
  return Math.max(...open.map((state) => (now - from) / Math.max(hourMs / 60, state.dueAt! - from)));
}

function riskOf(
  issue: Issue,
  view: SeriesView | null,
  { settings, calendar, now, outletTier }: WatchDeps,
): Risk {
  const window = settings.risk.likelihood.outletWindowHours5;
  const sources = { outletTier, outletsInWindow: view?.outlets(window) ?? 0 };
  const reach = reachOf(issue, sources, settings.risk);
  const texts = [
    issue.title,
    ...issue.sentences.negative,
    ...issue.sentences.neutral,
    ...issue.sentences.positive,
  ];
  const impact = {
    topic: issue.topic,
    unit: issue.unit,
    provinces: reach.provinces,
    texts,
    counts: issue.counts,
    claimKind: null,
    narrativeImpact: null,
    personImpact: null,
  };
  return assessRisk(reach, impact, { at: now, unit: issue.unit, calendar, settings: settings.risk });
}

const differs = (a: Issue, b: Issue): boolean =>
  a.priority.score !== b.priority.score ||
  a.risk.level !== b.risk.level ||
  JSON.stringify(a.priority) !== JSON.stringify(b.priority) ||
  JSON.stringify(a.risk) !== JSON.stringify(b.risk);
