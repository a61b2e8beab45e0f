import { type Issue, isSettled } from '../../shared/domain/issue.ts';
import type { ApiDeps } from './api-deps.ts';
import { actsApart } from './judge-act.ts';

export interface AlikeIssue {
  issue: Issue;
  /** When the engine last found the two alike. */
  at: number;
}

/** Pairs that are looked through; a matter that several people work on has a handful. */
const mostPairs = 50;
/** More at once is no suggestion any more. */
const mostShown = 5;

/**
 * Issues that seem to be of one matter with this one: the engine would have made them one, were people not at work on them.
 * Only those that the reader may see and can still be merged, and of which nobody has said that they are not the same;
 * newest first. None for an issue that is settled, nor for a local one: those follow the issue that they are part of.
 */
export async function alikeIssues(
  { records, scope }: Pick<ApiDeps, 'records' | 'scope'>,
  issue: Issue,
): Promise<AlikeIssue[]> {
  if (isSettled(issue.state) || issue.parentId !== null) return [];
  const pairs = await records.alike.of(issue.id, mostPairs);
  if (pairs.length === 0) return [];
  const found: AlikeIssue[] = [];
  const keeping = await actsApart(records);
  for (const { issueId, at } of pairs) {
    if (found.length === mostShown) break;
    const other = await records.issues.get(issueId, scope);
    if (other === null || other.state === 'merged' || other.parentId !== null) continue;
    if (keeping(issue, other).length === 0) found.push({ issue: other, at });
  }
  return found;
}
