import { dayMs, type Instant } from '../../shared/domain/instant.ts';
import type { AlertPolicySettings } from './settings.ts';

/** A push that a unit got; `falseAlarm` once an officer said so. */
export interface PushRecord {
  at: Instant;
  falseAlarm: boolean;
}

/** How a unit stands with its alarms. */
export interface BudgetState {
  /** Pushes and false alarms of the last four weeks. */
  pushes: number;
  falseAlarms: number;
  /** False alarms a month allowed by the settings, and whether they are used up. */
  allowed: number;
  spent: boolean;
  /**
   * Multiplies the volume thresholds: 1 while the budget holds, and half as much again for every false alarm beyond it,
   * at most 3, so that a crisis still comes through.
   */
  thresholdFactor: number;
}

/** The running rate is taken over four weeks. */
export const budgetWindowMs = 28 * dayMs;

/** The running rate over four weeks up to `now`. Pushes nobody called false count as right. */
export function budgetOf(
  pushes: readonly PushRecord[],
  now: Instant,
  settings: AlertPolicySettings,
): BudgetState {
  const recent = pushes.filter(({ at }) => at <= now && at > now - budgetWindowMs);
  const falseAlarms = recent.filter((push) => push.falseAlarm).length;
  const allowed = settings.falseAlarmsPerMonth;
  const beyond = Math.max(0, falseAlarms - allowed);
  return {
    pushes: recent.length,
    falseAlarms,
    allowed,
    spent: falseAlarms >= allowed,
    thresholdFactor: Math.min(3, 1 + 0.5 * beyond),
  };
}
