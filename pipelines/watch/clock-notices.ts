import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import type { ResponseClock } from '../../shared/domain/response-clock.ts';
import { type ClockContext, escalationsDue, targetNames, targetStates } from './clock.ts';
import { detectClockAtRisk } from './event-detectors.ts';

/** Something about a response clock that units are to be told, once. */
export interface ClockNotice {
  /** Unique within the clock. */
  name: string;
  rule: 'clock_at_risk' | 'escalated';
  tell: readonly string[];
  /** Hours until the target is due; below zero it is late. For what the level asks for by itself: hours since its level. */
  observed: number;
  /** Hours that the target gives. */
  baseline: number;
  /** In Indonesian, without the title. */
  reason: string;
}

const hours = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });

/** `25 menit`, `3,5 jam`. */
export function saySpan(ms: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / 60_000));
  return minutes < 60 ? `${minutes} menit` : `${hours.format(minutes / 60)} jam`;
}

/**
 * What is to be told now and was not told yet: the first target at risk, every missed one (to the unit and the one
 * above) and what the level asks for by itself. Nothing while the clock is paused.
 * @param officeOf e.g. `KPU Kota Malang`
 */
export function clockNotices(
  clock: ResponseClock,
  now: Instant,
  context: ClockContext,
  officeOf: (unit: string) => string,
): ClockNotice[] {
  if (clock.pauses.some(({ to }) => to === null)) return [];
  const all = [...atRisk(clock, now, context), ...escalated(clock, now, context, officeOf)];
  return all.filter(({ name }) => !clock.told.includes(name));
}

function atRisk(clock: ResponseClock, now: Instant, context: ClockContext): ClockNotice[] {
  const open = targetStates(clock, now, context).filter(({ state }) => state === 'at_risk');
  const found = detectClockAtRisk(open, now);
  const first = open.toSorted((a, b) => a.dueAt! - b.dueAt!)[0];
  if (!found || !first) return [];
  const reason = `target ${targetNames[first.name]} jatuh tempo dalam ${saySpan(first.dueAt! - now)}`;
  return [
    {
      name: `risk ${roundOf(clock, first.name)}`,
      tell: [clock.unit],
      reason,
      ...found,
      rule: 'clock_at_risk',
    },
  ];
}

/** Updates are owed again and again, each round with its own notices. */
const roundOf = (clock: ResponseClock, step: string): string =>
  step === 'update' ? `update ${clock.doneAt.update ?? 0}` : step;

function escalated(
  clock: ResponseClock,
  now: Instant,
  context: ClockContext,
  officeOf: (unit: string) => string,
): ClockNotice[] {
  return escalationsDue(clock, now, context).map(({ cause, at, from, to, tell }): ClockNotice => {
    const above = to === null ? null : officeOf(to);
    if (cause === 'level') {
      const reason = `isu berlevel ${clock.level} di ${officeOf(from)} diteruskan kepada ${above}`;
      // the unit itself was told by its own alert
      return { name: `level ${to}`, rule: 'escalated', tell: [to!], observed: 0, baseline: 0, reason };
    }
    const late = `target ${targetNames[cause]} terlewat ${saySpan(now - at)}`;
    const reason =
      above === null
        ? `${late} di ${officeOf(from)}`
        : `${late}; ${officeOf(from)} meneruskannya kepada ${above}`;
    const observed = (at - now) / hourMs;
    return {
      name: `missed ${roundOf(clock, cause)}`,
      rule: 'escalated',
      tell,
      observed,
      baseline: 0,
      reason,
    };
  });
}
