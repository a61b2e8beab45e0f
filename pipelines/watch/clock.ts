import type { Instant } from '../../shared/domain/instant.ts';
import type { ResponseClock } from '../../shared/domain/response-clock.ts';
import { nationalUnit, parentOf, tierOf } from '../../shared/domain/unit.ts';
import { type ElectionCalendar, votingWindowAt } from './calendar.ts';
import { defaultTargets, type TargetName, type TargetTable } from './clock-targets.ts';
import type { Zone } from './local-time.ts';
import {
  addRunningTime,
  defaultOfficeHours,
  type OfficeHours,
  type RunningTime,
  runningTimeBetween,
} from './working-time.ts';

export interface ClockContext {
  zone: Zone;
  calendar: ElectionCalendar;
  office?: OfficeHours;
  targets?: TargetTable;
  /** Share of a target after which it counts as at risk. */
  riskShare: number;
}

export interface TargetState {
  name: TargetName;
  /** Null while the clock is paused without an end, or beyond 400 days. */
  dueAt: Instant | null;
  doneAt: Instant | null;
  /** Running time passed, as a share of the target: 1 is due, more is late. 0 once it is done. */
  share: number;
  state: 'met' | 'late' | 'at_risk' | 'running' | 'paused';
}

/** One hand-over up the tiers: `tell` gets the message, i.e. the unit that missed it and the one above. */
export interface Escalation {
  /** What it is for: `level` for what the level asks for by itself, else the step that was missed. */
  cause: 'level' | TargetName;
  at: Instant;
  from: string;
  /** The unit that carries it from now on; null when KPU RI itself is late. */
  to: string | null;
  tell: readonly string[];
  reason: string;
}

export class PauseWithoutReason extends Error {
  override readonly name = 'PauseWithoutReason';
  constructor() {
    super('Jam tanggapan hanya boleh dijeda dengan alasan.');
  }
}

/** The clock stopped at `at`. A pause that is open already stays as it is. @throws PauseWithoutReason */
export function pauseClock(
  clock: ResponseClock,
  pause: { at: Instant; by: string; reason: string },
): ResponseClock {
  if (pause.reason.trim() === '') throw new PauseWithoutReason();
  if (clock.pauses.some((open) => open.to === null)) return clock;
  const next = { from: pause.at, to: null, by: pause.by, reason: pause.reason.trim() };
  return { ...clock, pauses: [...clock.pauses, next] };
}

/** The open pause ended at `at`; unchanged when none is open. */
export const resumeClock = (clock: ResponseClock, at: Instant): ResponseClock => ({
  ...clock,
  pauses: clock.pauses.map((pause) =>
    pause.to === null ? { ...pause, to: Math.max(at, pause.from) } : pause,
  ),
});

function runningTimeOf(clock: ResponseClock, context: ClockContext): RunningTime {
  return {
    zone: context.zone,
    office: context.office ?? defaultOfficeHours,
    always: (at) => votingWindowAt(context.calendar, clock.unit, at) !== null,
    paused: clock.pauses.map(({ from, to }) => ({ from, to: to ?? Number.POSITIVE_INFINITY })),
  };
}

/** Every target of the clock's level: when it is due in running time, and how it stands at `now`. */
export function targetStates(clock: ResponseClock, now: Instant, context: ClockContext): TargetState[] {
  const time = runningTimeOf(clock, context);
  const targets = (context.targets ?? defaultTargets)[clock.level].within;
  const isPaused = clock.pauses.some((pause) => pause.to === null);
  return Object.entries(targets).map(([key, withinMs]) => {
    const name = key as TargetName;
    const from = name === 'update' ? lastStepAt(clock) : clock.levelAt;
    const doneAt = name === 'update' ? null : (clock.doneAt[name] ?? null);
    const dueAt = addRunningTime(from, withinMs, time);
    const share = doneAt === null ? runningTimeBetween(from, now, time) / withinMs : 0;
    const target = { name, dueAt, doneAt, share };
    if (dueAt !== null && (doneAt ?? now) > dueAt) return { ...target, state: 'late' };
    if (doneAt !== null) return { ...target, state: 'met' };
    if (isPaused) return { ...target, state: 'paused' };
    return { ...target, state: share >= context.riskShare ? 'at_risk' : 'running' };
  });
}

/** Updates are owed from the last thing that was said or done. */
const lastStepAt = (clock: ResponseClock): Instant => Math.max(clock.levelAt, ...Object.values(clock.doneAt));

export const targetNames: Record<TargetName, string> = {
  triage: 'pemilahan',
  holding: 'pernyataan awal',
  clarification: 'klarifikasi',
  update: 'pembaruan',
};

/** The unit `steps` tiers above; KPU RI at most. */
function unitAbove(unit: string, steps: number): string {
  let above = unit;
  for (let step = 0; step < steps; step++) above = parentOf(above) ?? above;
  return above;
}

/**
 * Hand-overs due by `now`, oldest first: those the level asks for by itself (kritis: KPU RI at once, the province after
 * 15 minutes …) and one tier for each missed target, told to both units.
 */
export function escalationsDue(clock: ResponseClock, now: Instant, context: ClockContext): Escalation[] {
  const time = runningTimeOf(clock, context);
  const { escalate } = (context.targets ?? defaultTargets)[clock.level];
  const byLevel = Object.entries(escalate).flatMap(([tier, withinMs]): Escalation[] => {
    const to = tier === 'province' ? provinceAbove(clock.unit) : nationalUnit;
    const at = addRunningTime(clock.levelAt, withinMs, time);
    if (to === null || to === clock.unit || at === null || at > now) return [];
    return [
      {
        cause: 'level',
        at,
        from: clock.unit,
        to,
        tell: [clock.unit, to],
        reason: `isu berlevel ${clock.level}`,
      },
    ];
  });
  const missed = targetStates(clock, now, context).filter((target) => target.state === 'late');
  const byMiss = missed
    .toSorted((a, b) => a.dueAt! - b.dueAt!)
    .map((target, index): Escalation => {
      const from = unitAbove(clock.unit, index);
      const to = parentOf(from);
      const reason = `target ${targetNames[target.name]} terlewat`;
      return {
        cause: target.name,
        at: target.dueAt!,
        from,
        to,
        tell: to === null ? [from] : [from, to],
        reason,
      };
    });
  return [...byLevel, ...byMiss].toSorted((a, b) => a.at - b.at);
}

const provinceAbove = (unit: string): string | null => (tierOf(unit) === 'regency' ? parentOf(unit) : null);
