import type { Instant } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { ResponseClock } from '../../shared/domain/response-clock.ts';
import type { Risk } from '../../shared/domain/risk.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type { CasePath } from '../../shared/domain/workflow.ts';
import type { ElectionCalendar } from '../watch/calendar.ts';
import { type TargetState, targetStates } from '../watch/clock.ts';
import { followClock } from '../watch/follow-clock.ts';
import type { ImpactFacts } from '../watch/impact-facts.ts';
import { reachOf } from '../watch/likelihood.ts';
import { prioritise } from '../watch/priority.ts';
import { assessRisk } from '../watch/risk.ts';
import type { SeriesView } from '../watch/series.ts';
import type { WatchSettings } from '../watch/settings.ts';

export interface JudgeContext {
  now: Instant;
  calendar: ElectionCalendar;
  settings: WatchSettings;
  /** 3 national, 2 regional, 1 local; 0 when unknown. */
  outletTier(outlet: string): number;
  /** e.g. `Kabupaten Malang`, `Jawa Timur`, `Indonesia`. */
  unitName(unit: string): string;
  zoneOf(unit: string): Unit['zone'];
  /** The past is replayed: what was published then counts as detected then. */
  unattended?: boolean;
}

/** Claims that an issue is linked to, the narrative that it is tied to, and how people sorted it. */
export type Known = Pick<ImpactFacts, 'claims' | 'narrative'> & { path: CasePath | null };
export const unknown: Known = { claims: [], narrative: null, path: null };

/**
 * The issue with its risk and priority as they are now, version and all else untouched, and its response clock.
 * @param view its series, if any; @param kept its clock as it was stored; null while it has none; @param known what the
 * knowledge base has on it
 */
export function judgeIssue(
  issue: Issue,
  view: SeriesView | null,
  kept: ResponseClock | null,
  context: JudgeContext,
  known: Known = unknown,
): { issue: Issue; clock: ResponseClock } {
  const { settings, now } = context;
  const risk = riskOf(issue, view, known, context);
  const clock = followClock(kept, issue, risk.level, now, context.unattended ? issue.firstAt : now);
  const targets = targetsOf(clock, context);
  const open = targets.filter((target) => target.doneAt === null && target.dueAt !== null);
  const facts = {
    issue: { ...issue, risk },
    path: known.path,
    now,
    place: context.unitName(issue.unit),
    recent: view?.sum('voices', 0, 3) ?? 0,
    before: view?.sum('voices', 3, 3) ?? 0,
    clockShare: open.length === 0 ? null : Math.max(...open.map((target) => target.share)),
  };
  return { issue: { ...issue, risk, priority: prioritise(facts, settings.priority) }, clock };
}

/** How the targets of a clock stand at `now`. */
export const targetsOf = (
  clock: ResponseClock,
  { now, calendar, settings, zoneOf }: Pick<JudgeContext, 'now' | 'calendar' | 'settings' | 'zoneOf'>,
): TargetState[] =>
  targetStates(clock, now, { zone: zoneOf(clock.unit), calendar, riskShare: settings.spike.clockShare });

function riskOf(
  issue: Issue,
  view: SeriesView | null,
  { claims, narrative }: Known,
  { settings, calendar, now, outletTier }: JudgeContext,
): Risk {
  const window = settings.risk.likelihood.outletWindowHours5;
  const reach = reachOf(issue, { outletTier, outletsInWindow: view?.outlets(window) ?? 0 }, settings.risk);
  const { negative, neutral, positive } = issue.sentences;
  const impact = {
    topic: issue.topic,
    unit: issue.unit,
    provinces: reach.provinces,
    texts: [issue.title, ...negative, ...neutral, ...positive],
    counts: issue.counts,
    claims,
    narrative,
    personImpact: issue.personImpact ?? null,
  };
  return assessRisk(reach, impact, { at: now, unit: issue.unit, calendar, settings: settings.risk });
}
