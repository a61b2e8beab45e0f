import type { Alert } from '../../shared/domain/alert.ts';
import { type Issue, isSettled } from '../../shared/domain/issue.ts';
import type { ResponseClock } from '../../shared/domain/response-clock.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { sayOffice } from '../deliver/say.ts';
import { type ClockNotice, clockNotices } from '../watch/clock-notices.ts';
import { titleInSentence } from '../watch/priority-reason.ts';
import { isAtLeast } from '../watch/risk.ts';
import type { AlertDraft } from '../watch/watch-series.ts';
import type { JudgeContext } from './judge-issue.ts';
import { type StoreAlertDeps, storeAlerts } from './store-alerts.ts';

interface ClockDeps extends JudgeContext, StoreAlertDeps {}

/**
 * Tells units of response clocks that are at risk or missed and of what a level hands on by itself, each once, and keeps
 * the clocks; call it in the transaction that judged the issues. Closed issues have no clock any more.
 * @param clocks of these issues, as followed now; those that are `unchanged` need not be written
 */
export async function tellClocks(
  deps: ClockDeps,
  issues: readonly Issue[],
  clocks: readonly ResponseClock[],
  unchanged: ReadonlySet<string>,
): Promise<Alert[]> {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const drafts: AlertDraft[] = [];
  const kept: ResponseClock[] = [];
  for (const clock of clocks) {
    const issue = byId.get(clock.issueId);
    if (!issue || isSettled(issue.state)) continue;
    const notices = noticesOf(clock, deps);
    if (notices.length > 0) {
      const held = await whyHeld(issue, deps);
      for (const notice of notices) drafts.push(...draftsOf(issue, notice, held, deps));
    }
    if (notices.length > 0 || !unchanged.has(clock.issueId))
      kept.push({ ...clock, told: [...clock.told, ...notices.map(({ name }) => name)] });
  }
  await deps.records.clocks.put(kept);
  return storeAlerts(deps, drafts);
}

function noticesOf(
  clock: ResponseClock,
  { now, calendar, settings, unitName, zoneOf }: ClockDeps,
): ClockNotice[] {
  const context = { zone: zoneOf(clock.unit), calendar, riskShare: settings.spike.clockShare };
  return clockNotices(clock, now, context, (unit) => sayOffice(unit, unitName));
}

/**
 * A clock wakes people only where somebody has the issue in hand or was woken for it, or where a mainstream newsroom
 * carries a kritis one: what nobody was told of at once is no omission, and waits for the digest.
 */
async function whyHeld(issue: Issue, { records, outletTier }: ClockDeps): Promise<string | null> {
  if (!isAtLeast(issue.risk.level, 'tinggi')) return 'tingkat risikonya di bawah batas dorong';
  if (issue.owner !== null || issue.state !== 'new') return null;
  const isMainstream = Object.keys(issue.spread.outlets).some((name) => outletTier(name) >= 3);
  if (issue.risk.level === 'kritis' && isMainstream) return null;
  const alerts = await records.alerts.list({ scope: nationalScope, issueId: issue.id, limit: 50 });
  return alerts.some(({ push }) => push) ? null : 'belum ada yang dibangunkan untuk isu ini';
}

const draftsOf = (
  issue: Issue,
  { rule, tell, observed, baseline, reason }: ClockNotice,
  held: string | null,
  { now, unitName }: ClockDeps,
): AlertDraft[] =>
  tell.map((unit) => ({
    seriesKey: '',
    rule,
    issueId: issue.id,
    unit,
    at: now,
    push: held === null,
    held,
    level: issue.risk.level,
    observed,
    baseline,
    factor: 1,
    statistic: null,
    sentence: `"${titleInSentence(issue.title)}" (${unitName(issue.unit)}): ${reason}.`,
    bucketMinutes: 60,
    counts: [],
  }));
