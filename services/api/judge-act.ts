import { refusalTypes } from '../../shared/api/act-refusals.ts';
import type { Constraint } from '../../shared/domain/constraint.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { ApiDeps } from './api-deps.ts';
import { unitTitle } from './issue-work.ts';
import { ApiProblem } from './problems.ts';

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
  const pair = pairOf(from.id, into.id);
  const act = (await keepingApart(records, from, into)).find(
    ({ left, right }) => pairOf(left, right) !== pair,
  );
  if (act === undefined) return;
  throw new ApiProblem(
    409,
    `What stands in ${from.number} and in ${into.number} was split by a decision that is in force`,
    `Take that decision back first: POST /v1/acts/${act.id}/undo. GET /v1/issues/:issue/acts lists it.`,
    refusalTypes.apart,
  );
}

const pairOf = (a: string, b: string): string => [a, b].sort().join();

/** The acts in force that say of two issues, or of what stands in them now, that they are not one. */
export async function keepingApart(
  records: Records,
  a: Pick<Issue, 'id'>,
  b: Pick<Issue, 'id'>,
): Promise<Constraint[]> {
  return (await actsApart(records))(a, b);
}

/** Answers for any two issues which acts in force keep them apart; reads all of these acts once. */
export async function actsApart(
  records: Records,
): Promise<(a: Pick<Issue, 'id'>, b: Pick<Issue, 'id'>) => Constraint[]> {
  const acts = (await records.constraints.active()).filter(
    ({ kind }) => kind === 'cannot_link' || kind === 'split',
  );
  const standing = await standingOf(
    records,
    acts.flatMap(({ left, right }) => [left, right]),
  );
  return (a, b) => {
    const pair = pairOf(a.id, b.id);
    return acts.filter(
      ({ left, right }) =>
        pairOf(left, right) === pair || pairOf(standing.get(left)!, standing.get(right)!) === pair,
    );
  };
}

/** Steps of merges that are followed; more in a row would be a circle. */
const mostSteps = 20;

/** Ids of the issues that issues, and stories, stand in now; of what is not there, its own. */
async function standingOf(records: Records, ids: readonly string[]): Promise<Map<string, string>> {
  const at = new Map(ids.map((id) => [id, id]));
  for (let step = 0; step < mostSteps; step++) {
    const now = [...new Set(at.values())];
    const issues = new Map((await records.issues.many(now)).map((issue) => [issue.id, issue]));
    const stories = await records.stories.many(now.filter((id) => !issues.has(id)));
    const next = new Map(stories.map(({ id, issueId }) => [id, issueId ?? id]));
    for (const { id, mergedInto, parentId } of issues.values()) next.set(id, mergedInto ?? parentId ?? id);
    if (now.every((id) => (next.get(id) ?? id) === id)) break;
    for (const [id, here] of at) at.set(id, next.get(here) ?? here);
  }
  return at;
}
