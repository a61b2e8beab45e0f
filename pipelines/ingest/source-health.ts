import { dayMs, type Instant } from '../../shared/domain/instant.ts';
import type { Source, SourceHealth, SourceState } from '../../shared/domain/source.ts';

/** What one visit gave. */
export type Visit =
  | {
      at: Instant;
      ok: true;
      newItems: number;
      /** Entries that could not be read. */
      refusals?: number;
      cursor: Readonly<Record<string, unknown>>;
    }
  | {
      at: Instant;
      ok: false;
      /** From the error: `http_failure`, `robots_disallowed`, `timed_out` … */
      code: string;
      httpStatus: number | null;
      /** In Indonesian. */
      explanation: string;
      /** Waiting because the site asked for it counts as no failure. */
      retryAt?: Instant | null;
    };

export interface HealthSettings {
  /** Failed visits in a row before a source that was read before counts as failing; one alone is the network's. */
  failuresToFail: number;
  /** Without a new item for this many of its usual gaps (and at least `silentMinMs`) a source is silent. */
  silentFactor: number;
  silentMinMs: number;
  /** New items of one day above this many times its median day, and above `floodMinItems`, are a flood. */
  floodFactor: number;
  floodMinItems: number;
  /** Longest wait between tries of a failing source. */
  maxBackOffMs: number;
  /** From here on the officer is told. */
  deadMs: number;
}
/** Chosen: weekends of small outlets last two days, so silence begins after three at the earliest. */
export const healthSettings: HealthSettings = {
  failuresToFail: 3,
  silentFactor: 5,
  silentMinMs: 3 * dayMs,
  floodFactor: 10,
  floodMinItems: 200,
  maxBackOffMs: 6 * 3_600_000,
  deadMs: 3 * dayMs,
};

/** New items of whole days, oldest first, today's last. */
export type DailyCounts = readonly number[];

export const initialHealth = (source: Source, at: Instant): SourceHealth => ({
  sourceId: source.id,
  state: source.enabled ? 'well' : 'off',
  stateSince: at,
  lastTryAt: null,
  lastSuccessAt: null,
  lastNewItemAt: null,
  httpStatus: null,
  error: null,
  failures: 0,
  nextTryAt: null,
  changes: [],
  itemsToday: 0,
  itemsUsual: 0,
  refusals: 0,
  noticeAt: null,
  cursor: {},
});

/** Changes of state that are kept: a source that fails every night fills them in a month. */
const changesKept = 50;

/** The health after a visit: its state with every change of it, what is usual, and when to come again. */
export function afterVisit(
  before: SourceHealth,
  source: Source,
  visit: Visit,
  days: DailyCounts,
  settings = healthSettings,
): SourceHealth {
  const seen = visit.ok ? afterSuccess(before, visit) : afterFailure(before, visit);
  const state = stateOf(seen, source, visit, days, settings);
  const changed = state !== before.state;
  const after: SourceHealth = {
    ...seen,
    state,
    stateSince: changed ? visit.at : before.stateSince,
    changes: changed ? [...before.changes, { at: visit.at, state }].slice(-changesKept) : before.changes,
    itemsToday: days.at(-1) ?? 0,
    itemsUsual: median(days.slice(0, -1)),
  };
  const next = nextVisitAt(after, source, visit, settings);
  // Its interval alone needs no remembering, and a turn that comes a second early is no turn too many.
  const nextTryAt = next > visit.at + source.intervalMinutes * 60_000 ? next : null;
  return { ...after, nextTryAt, noticeAt: isDead(after, visit.at, settings) ? before.noticeAt : null };
}

const afterSuccess = (before: SourceHealth, visit: Visit & { ok: true }): SourceHealth => ({
  ...before,
  lastTryAt: visit.at,
  lastSuccessAt: visit.at,
  lastNewItemAt: visit.newItems > 0 ? visit.at : before.lastNewItemAt,
  httpStatus: 200,
  error: null,
  failures: 0,
  refusals: visit.refusals ?? 0,
  cursor: { ...visit.cursor },
});

const afterFailure = (before: SourceHealth, visit: Visit & { ok: false }): SourceHealth => ({
  ...before,
  lastTryAt: visit.at,
  httpStatus: visit.httpStatus,
  error: visit.explanation,
  failures: visit.code === 'host_backed_off' ? before.failures : before.failures + 1,
});

const blockedStatuses = new Set([401, 403, 451]);

function stateOf(
  health: SourceHealth,
  source: Source,
  visit: Visit,
  days: DailyCounts,
  settings: HealthSettings,
): SourceState {
  if (!source.enabled) return 'off';
  if (!visit.ok) {
    const refused =
      visit.code === 'robots_disallowed' ||
      (visit.httpStatus !== null && blockedStatuses.has(visit.httpStatus));
    if (refused && health.failures >= 1) return 'blocked';
    // What was never read has nothing to be well by: its first failure counts.
    const most = health.lastSuccessAt === null ? 1 : settings.failuresToFail;
    if (health.failures >= most) return 'failing';
    return health.state === 'off' ? 'well' : health.state;
  }
  const usual = median(days.slice(0, -1));
  const today = days.at(-1) ?? 0;
  if (today >= settings.floodMinItems && today > settings.floodFactor * Math.max(1, usual)) return 'flooding';
  const since = health.lastNewItemAt ?? health.stateSince;
  const gapMs = usual > 0 ? dayMs / usual : dayMs;
  const limit = Math.max(settings.silentMinMs, settings.silentFactor * gapMs);
  return visit.at - since > limit ? 'silent' : 'well';
}

/** When to visit next: the source's interval, longer after every failure, never before a site's own wait is over. */
export function nextVisitAt(
  health: SourceHealth,
  source: Source,
  visit: Visit,
  settings = healthSettings,
): Instant {
  const interval = source.intervalMinutes * 60_000;
  const wait = Math.min(
    interval * 2 ** Math.min(health.failures, 10),
    Math.max(interval, settings.maxBackOffMs),
  );
  const asked = visit.ok ? 0 : (visit.retryAt ?? 0);
  return Math.max(visit.at + wait, asked);
}

/**
 * True once a source has brought nothing for so long that the officer must be told: it could not be read for three days,
 * or it is silent, which begins after three days at the earliest.
 */
export function isDead(health: SourceHealth, now: Instant, settings = healthSettings): boolean {
  if (health.state === 'silent') return true;
  if (health.state !== 'failing' && health.state !== 'blocked') return false;
  return now - (health.lastSuccessAt ?? health.changes[0]?.at ?? health.stateSince) >= settings.deadMs;
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
