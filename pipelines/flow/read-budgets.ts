import type { Alert } from '../../shared/domain/alert.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Records } from '../../shared/ports/records.ts';
import { type BudgetState, budgetOf, budgetWindowMs } from '../watch/alert-budget.ts';
import type { AlertPolicySettings } from '../watch/settings.ts';

/** Rules that can be wrong: a missed target or a recovery is a fact. */
const fallible: readonly Alert['rule'][] = [
  'busy_z',
  'quiet_tail',
  'cold_start',
  'negative_jump',
  'level_doubled',
  'claim_match',
];

/** How every unit that was woken within four weeks stands with its alarms. */
export async function readBudgets(
  records: Pick<Records, 'alerts'>,
  now: Instant,
  settings: AlertPolicySettings,
): Promise<Map<string, BudgetState>> {
  const pushes = (await records.alerts.pushes(now - budgetWindowMs)).filter(({ rule }) =>
    fallible.includes(rule),
  );
  const byUnit = Map.groupBy(pushes, ({ unit }) => unit);
  return new Map([...byUnit].map(([unit, alerts]) => [unit, budgetOf(alerts, now, settings)]));
}

/** What each unit's budget multiplies its thresholds by; 1 for a unit that has room. */
export async function readThresholdFactors(
  records: Pick<Records, 'alerts'>,
  now: Instant,
  settings: AlertPolicySettings,
): Promise<(unit: string) => number> {
  const budgets = await readBudgets(records, now, settings);
  return (unit) => budgets.get(unit)?.thresholdFactor ?? 1;
}
