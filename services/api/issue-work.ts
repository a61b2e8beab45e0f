import { stateNames } from '../../pipelines/report/opinion-map/say.ts';
import { likelyPath } from '../../pipelines/watch/next-step.ts';
import {
  type CaseAct,
  CaseChanged,
  type CaseChangeResult,
  type Held,
} from '../../pipelines/workflow/change-case.ts';
import { handlingUnit } from '../../pipelines/workflow/hand-over.ts';
import { blocksOf, stepsFrom } from '../../pipelines/workflow/judge-step.ts';
import { factsOf } from '../../pipelines/workflow/move-issue.ts';
import { fieldRules } from '../../pipelines/workflow/step-table.ts';
import { type ApiWorkflow, toApiHandover } from '../../shared/api/workflow.ts';
import { unitOfCode } from '../../shared/areas/unit-of-code.ts';
import { toRfc3339 } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { covers } from '../../shared/domain/unit.ts';
import { freshCase } from '../../shared/domain/workflow.ts';
import { actsBeside } from './acts-beside.ts';
import type { ApiDeps } from './api-deps.ts';
import { currentActor, currentReader } from './people/current-reader.ts';
import { ApiProblem } from './problems.ts';

/** An issue that the reader may see. @throws ApiProblem 404 */
export async function visibleIssue(
  { records, scope }: Pick<ApiDeps, 'records' | 'scope'>,
  idOrNumber: string,
): Promise<Issue> {
  const issue = await records.issues.get(idOrNumber, scope);
  if (!issue)
    throw new ApiProblem(404, `There is no issue ${idOrNumber}`, 'GET /v1/issues lists those you may see.');
  return issue;
}

/** Whether the reader belongs to those who work on it, rather than to those it is only shown to. */
export const isOwnIssue = ({ scope }: ApiDeps, issue: Issue): boolean =>
  covers(scope.unit, issue.unit) || covers(scope.unit, handlingUnit(issue));

/** An issue whose notes, files and drafts are the reader's too. @throws ApiProblem 403, 404 */
export async function ownIssue(deps: ApiDeps, idOrNumber: string): Promise<Issue> {
  const issue = await visibleIssue(deps, idOrNumber);
  if (!isOwnIssue(deps, issue))
    throw new ApiProblem(
      403,
      `${issue.number} is only shown to your unit`,
      'Isu ini diperlihatkan dari unit di atas; yang mengerjakannya unit itu.',
    );
  return issue;
}

/** An issue that the reader's unit handles. @throws ApiProblem 403, 404 */
export async function issueInHand(deps: ApiDeps, idOrNumber: string): Promise<Issue> {
  const issue = await ownIssue(deps, idOrNumber);
  const unit = handlingUnit(issue);
  if (!covers(deps.scope.unit, unit))
    throw new ApiProblem(
      403,
      `${issue.number} was handed over to ${unit}`,
      `Isu ini sedang ditangani ${unitTitle(unit)}.`,
    );
  return issue;
}

export const unitTitle = (code: string): string => unitOfCode(code).name;

export const workTag = (issue: { id: string }, version: number): string => `"${issue.id}-work-${version}"`;

/** The version that an If-Match names. @throws ApiProblem 412 for one that is of another thing */
export function versionOf(issue: { id: string }, ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const head = `"${issue.id}-work-`;
  const version = ifMatch.startsWith(head) ? Number(ifMatch.slice(head.length, -1)) : Number.NaN;
  if (Number.isSafeInteger(version) && version >= 0) return version;
  throw new ApiProblem(
    412,
    'If-Match is no ETag of the work on this issue',
    'Send the ETag of GET /v1/issues/:issue/workflow.',
  );
}

/** Who acts on which issue, having read which version. */
export const actOf = (issue: Issue, ifMatch: string | undefined): CaseAct => ({
  issue: issue.id,
  by: currentActor(),
  version: versionOf(issue, ifMatch),
});

/** Runs an act; a conflict with a version that was named is a failed precondition (412), and any other a conflict (409). */
export async function acting<T>(ifMatch: string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CaseChanged && ifMatch !== undefined)
      throw new ApiProblem(412, 'Somebody else worked on this issue since you read it', error.hint);
    throw error;
  }
}

/** Open pages see it at once, also those of the unit that works on it. */
export function tellChanged({ changes, clock }: ApiDeps, issue: Issue): void {
  for (const unit of new Set([issue.unit, handlingUnit(issue)]))
    changes.tell({ kind: 'issue.changed', at: clock.now(), id: issue.id, unit });
}

/** How an issue stands, what can be done next, and what is closed and why, for whoever asks. */
export async function workflowOf(deps: ApiDeps, issue: Issue): Promise<ApiWorkflow> {
  const { records, clock } = deps;
  const now = clock.now();
  const work = (await records.workflow.cases.get(issue.id)) ?? freshCase(issue.id);
  const isMine = isOwnIssue(deps, issue);
  const handovers = isMine ? await records.workflow.handovers.of(issue.id) : [];
  const lease = (await records.workflow.leases.active(now)).find(({ issueId }) => issueId === issue.id);
  const changes = isMine ? work.changes.toReversed() : [];
  const acts = isMine ? await actsBeside(records, issue) : [];
  const named = [
    issue.owner,
    lease?.holder,
    ...[...changes, ...acts].map(({ by }) => by),
    ...handovers.map(({ by }) => by),
  ];
  return {
    issue: issue.number,
    state: issue.state,
    stateName: stateNames[issue.state] ?? issue.state,
    path: work.path,
    likelyPath: likelyPath(issue.counts),
    version: work.version,
    unit: issue.unit,
    handler: handlingUnit(issue),
    owner: issue.owner,
    ownerSince: work.ownerSince === null ? null : toRfc3339(work.ownerSince),
    visibility: issue.visibility ?? 'own',
    verdict: issue.verdict,
    claimId: work.claimId,
    reply: work.reply,
    forwardedTo: work.forwardedTo,
    outcome: work.outcome,
    isMine,
    readBy: lease ? { holder: lease.holder, until: toRfc3339(lease.untilAt) } : null,
    steps: await stepsOf(deps, { records, issue, work, now }),
    handovers: handovers.map((handover) => toApiHandover(handover, issue, now)),
    changes: changes.map((change) => ({ ...change, at: toRfc3339(change.at) })),
    acts,
    people: await namesOf(deps, named),
  };
}

async function stepsOf(deps: ApiDeps, held: Held): Promise<ApiWorkflow['steps']> {
  const { issue, work } = held;
  const unit = handlingUnit(issue);
  const elsewhere = covers(deps.scope.unit, unit) ? [] : [`Isu ini sedang ditangani ${unitTitle(unit)}.`];
  const facts = await factsOf(held, currentReader().permissions);
  return stepsFrom(issue.state, work.path).map((step) => {
    const blocked = [...elsewhere, ...blocksOf(step, facts)];
    return {
      step: step.name,
      label: step.label,
      to: step.to,
      permission: step.permission,
      open: blocked.length === 0,
      needs: step.needs.map((field) => ({ field, rule: fieldRules[field] })),
      blocked,
    };
  });
}

async function namesOf({ records }: ApiDeps, ids: readonly (string | null | undefined)[]) {
  const names: Record<string, string> = {};
  for (const id of new Set(ids)) {
    const user = id ? await records.people.users.get(id) : null;
    if (user) names[user.id] = user.name;
  }
  return names;
}

/** What an act came to, as its workflow, with the ETag of the new version. */
export async function answerWork(
  deps: ApiDeps,
  reply: { header(name: string, value: string): unknown },
  { issue, work }: Pick<CaseChangeResult, 'issue' | 'work'>,
): Promise<ApiWorkflow> {
  tellChanged(deps, issue);
  reply.header('etag', workTag(issue, work.version));
  return workflowOf(deps, issue);
}
