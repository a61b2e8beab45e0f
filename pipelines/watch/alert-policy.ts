import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import type { Finding } from './detector.ts';
import type { SeriesView } from './series.ts';
import type { AlertPolicySettings } from './settings.ts';

/** What is remembered of a series between looks; stored with it, plain data. */
export interface AlertMemory {
  /** The last alert that was raised; null when the series is calm. */
  raisedAt: Instant | null;
  /** The last time a rule fired, raised or merged. */
  firedAt: Instant | null;
  /** Count of the raised alert, doubled with each `level_doubled`. */
  level: number;
  /** Start of the bucket that `level` was counted in; the level grows with it while it runs. */
  levelAt: Instant | null;
  /** The usual, as it was when the alert was raised. */
  baseline: number;
  /** Buckets in a row at or below the calm line, and the start of the last bucket that was counted so. */
  calm: number;
  closedAt: Instant | null;
  /** Whether the raised alert was pushed: only then a recovery is told. */
  pushed: boolean;
}

export const calmMemory: AlertMemory = {
  raisedAt: null,
  firedAt: null,
  level: 0,
  levelAt: null,
  baseline: 0,
  calm: 0,
  closedAt: null,
  pushed: false,
};

export interface PolicyOutcome {
  memory: AlertMemory;
  /** What is to be told now; everything else was merged into the alert before. */
  raise: Finding | null;
}

export interface PolicyInput {
  memory: AlertMemory;
  findings: readonly Finding[];
  view: SeriesView;
  now: Instant;
  settings: AlertPolicySettings;
}

const volumeRules: readonly Finding['rule'][] = ['busy_z', 'quiet_tail', 'cold_start'];

function recovered(memory: AlertMemory, observed: number): Finding {
  const { level, baseline } = memory;
  return {
    rule: 'recovered',
    observed,
    baseline: level,
    factor: level / Math.max(observed, baseline, 0.5),
    statistic: null,
  };
}

/** A raised series: doubled, recovered, or nothing new to tell. */
function followUp(input: PolicyInput): PolicyOutcome {
  const { memory, findings, view, now, settings } = input;
  const observed = view.get('voices', 0);
  const firedAt = findings.length > 0 ? now : memory.firedAt;
  // the alert came in the middle of its hour: what that hour still brings is the same rise
  if (view.at === memory.levelAt) {
    return { memory: { ...memory, firedAt, level: Math.max(memory.level, observed) }, raise: null };
  }
  if (observed >= settings.doubling * memory.level) {
    const factor = observed / Math.max(memory.level, 0.5);
    const raise: Finding = {
      rule: 'level_doubled',
      observed,
      baseline: memory.level,
      factor,
      statistic: null,
    };
    const next = {
      ...memory,
      raisedAt: memory.raisedAt ?? now,
      firedAt: now,
      level: observed,
      levelAt: view.at,
    };
    return { memory: { ...next, calm: 0 }, raise };
  }
  return { memory: { ...memory, firedAt, calm: findings.length > 0 ? 0 : memory.calm }, raise: null };
}

/**
 * Decides what of a series' findings is told. A calm series raises its first finding; while it is raised, further
 * findings are merged, and only a doubled level speaks again. Findings less than `mergeHours` after the last one belong
 * to the same alert, whatever rule made them.
 */
export function decideAlert(input: PolicyInput): PolicyOutcome {
  const { memory, findings, view, now, settings } = input;
  const [first] = findings;
  if (memory.raisedAt !== null) return followUp(input);
  const cooling = memory.firedAt !== null && now - memory.firedAt < settings.mergeHours * hourMs;
  if (first && cooling && view.get('voices', 0) >= settings.doubling * memory.level) return followUp(input);
  if (!first || cooling) {
    return { memory: first ? { ...memory, firedAt: now } : memory, raise: null };
  }
  // a quarter's count is no level of hours
  const isHourly = volumeRules.includes(first.rule) && first.minutes === undefined;
  const level = isHourly ? first.observed : Math.max(1, view.get('voices', 0));
  const raised = {
    ...calmMemory,
    raisedAt: now,
    firedAt: now,
    level,
    levelAt: view.at,
    baseline: first.baseline * (60 / (first.minutes ?? 60)),
  };
  return { memory: raised, raise: first };
}

/**
 * To be called once for each bucket that has ended, with the series as it was then. Hysteresis: it counts as recovered
 * after `calmBuckets` buckets in a row below a quarter of the alert's level, or not above the usual; the next finding
 * within the merge time still belongs to the old alert.
 */
export function closeBucket(
  memory: AlertMemory,
  view: SeriesView,
  settings: AlertPolicySettings,
): PolicyOutcome {
  if (memory.raisedAt === null) return { memory, raise: null };
  const observed = view.get('voices', 0);
  const line = Math.max(memory.level * settings.calmShare, memory.baseline);
  const calm = observed <= line ? memory.calm + 1 : 0;
  const closed = { ...memory, calm, closedAt: view.at };
  if (calm < settings.calmBuckets) return { memory: closed, raise: null };
  const over = { ...closed, raisedAt: null, calm: 0, pushed: false };
  return { memory: over, raise: memory.pushed ? recovered(memory, observed) : null };
}

/** The memory after its alert was pushed. */
export const markPushed = (memory: AlertMemory): AlertMemory => ({ ...memory, pushed: true });
