import type { Issue } from '../../../shared/domain/issue.ts';
import type { ResponseClock } from '../../../shared/domain/response-clock.ts';
import type { Records } from '../../../shared/ports/records.ts';

/** The response clocks of issues, by issue; those that have none yet are left out. */
export async function clocksOf(
  { clocks }: Pick<Records, 'clocks'>,
  issues: readonly Pick<Issue, 'id'>[],
): Promise<Map<string, ResponseClock>> {
  const found = issues.length === 0 ? [] : await clocks.many(issues.map(({ id }) => id));
  return new Map(found.map((clock) => [clock.issueId, clock]));
}
