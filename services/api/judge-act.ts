import type { Issue } from '../../shared/domain/issue.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { ApiDeps } from './api-deps.ts';
import { unitTitle } from './issue-work.ts';
import { ApiProblem } from './problems.ts';

/** Told apart by programs: the desk says each in its own words. */
export const refusalTypes = {
  merged: 'urn:saring:issue-merged',
  local: 'urn:saring:issue-local',
  published: 'urn:saring:both-published',
  apart: 'urn:saring:kept-apart',
  whole: 'urn:saring:whole-issue',
  undone: 'urn:saring:act-undone',
} as const;

/**
 * Acts are about whole matters: not about what is part of another issue already, nor about the local part of one, which
 * is made of the places that its items name.
 * @throws ApiProblem 409
 */
export async function mustStandAlone(
  { records, scope }: Pick<ApiDeps, 'records' | 'scope'>,
  issue: Issue,
): Promise<void> {
  if (issue.state === 'merged')
    throw new ApiProblem(
      409,
      `${issue.number} has become part of another issue`,
      'Read it again: mergedInto says of which.',
      refusalTypes.merged,
    );
  if (issue.parentId === null) return;
  const seen = await records.issues.get(issue.parentId, scope);
  const [parent] = await records.issues.many([issue.parentId]);
  throw new ApiProblem(
    409,
    `${issue.number} is the local part of a larger issue, made of the places that its items name`,
    seen !== null
      ? `Decide on ${seen.number} instead: its local parts follow.`
      : `The larger issue is decided on by ${unitTitle(parent?.unit ?? 'RI')}: ask there, e.g. by handing ${issue.number} over.`,
    refusalTypes.local,
  );
}

/** Something of this issue was published: it stands so, or stood so before it was closed. */
export async function wasPublished(records: Records, issue: Issue): Promise<boolean> {
  if (issue.state === 'published' || issue.state === 'monitored') return true;
  const [live] = await records.publications.list({ issueId: issue.id, states: ['live'], limit: 1 });
  if (live) return true;
  const work = await records.workflow.cases.get(issue.id);
  return (
    issue.state === 'closed' &&
    (work?.changes ?? []).some(({ to }) => to === 'published' || to === 'monitored')
  );
}

/**
 * A merge says the contrary of what somebody said of what the two issues have become; of the very two it takes that back.
 * @throws ApiProblem 409
 */
export async function mustNotBeKeptApart(records: Records, from: Issue, into: Issue): Promise<void> {
  const pair = [from.id, into.id].sort().join();
  for (const act of await records.constraints.active()) {
    if (act.kind !== 'cannot_link' && act.kind !== 'split') continue;
    if ([act.left, act.right].sort().join() === pair) continue;
    const sides = [await standing(records, act.left), await standing(records, act.right)];
    if (sides.sort().join() !== pair) continue;
    throw new ApiProblem(
      409,
      `What stands in ${from.number} and in ${into.number} was split by a decision that is in force`,
      `Take that decision back first: POST /v1/acts/${act.id}/undo. GET /v1/issues/:issue/acts lists it.`,
      refusalTypes.apart,
    );
  }
}

/** Steps of merges that are followed; more in a row would be a circle. */
const mostSteps = 20;

/** Id of the issue that an issue, or a story, stands in now. */
async function standing(records: Records, id: string): Promise<string> {
  let at = id;
  for (let step = 0; step < mostSteps; step++) {
    const [issue] = await records.issues.many([at]);
    if (!issue) {
      const [story] = await records.stories.many([at]);
      if (!story?.issueId) return at;
      at = story.issueId;
    } else if (issue.mergedInto === null) return issue.parentId ?? issue.id;
    else at = issue.mergedInto;
  }
  return at;
}
