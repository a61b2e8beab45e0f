import type { Issue } from '../../../shared/domain/issue.ts';
import type { Scope } from '../../../shared/domain/unit.ts';
import type { Records } from '../../../shared/ports/records.ts';

/** The issue of a number; of one that was merged, the one it went into. Null when unknown or outside the scope. */
export async function findIssue(
  { issues }: Pick<Records, 'issues'>,
  number: string,
  scope: Scope,
): Promise<Issue | null> {
  let issue = await issues.get(number, scope);
  // A chain of merges is short; a broken one must not turn in a circle.
  for (let steps = 0; issue?.mergedInto && steps < 50; steps++)
    issue = await issues.get(issue.mergedInto, scope);
  return issue;
}
