import { refusalTypes } from '../../shared/api/act-refusals.ts';
import type { Constraint } from '../../shared/domain/constraint.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { linkJob } from '../../shared/jobs/jobs.ts';
import type { Records } from '../../shared/ports/records.ts';
import { ofOneDecision, visibleActs } from './acts-of.ts';
import type { ApiDeps } from './api-deps.ts';
import { issuesOf, mustBeAsRead, raised, readAgain } from './decide.ts';
import { tellChanged } from './issue-work.ts';
import { currentActor } from './people/current-reader.ts';
import { ApiProblem } from './problems.ts';

/**
 * Takes the whole decision back that an act belongs to, in one transaction; the issues that it was about get their next
 * versions, so that nobody decides on how they stood.
 * @returns its acts
 * @throws ApiProblem 404 unknown or outside the scope, 409 taken back already, 412 changed since it was read
 */
export async function undoDecision(
  deps: ApiDeps,
  id: string,
  reason: string,
  ifMatch: string | undefined,
): Promise<Constraint[]> {
  const at = deps.clock.now();
  const known = await deps.records.constraints.get(id);
  if (known === null || (await visibleActs(deps, [known])).length === 0)
    throw new ApiProblem(404, `There is no act ${id}`, 'GET /v1/issues/:issue/acts lists those in force.');
  const { undone, issues } = await deps.records.transaction(async (inner) => {
    const active = await inner.constraints.active();
    const act = active.find((one) => one.id === id);
    if (act === undefined)
      throw new ApiProblem(
        409,
        `Act ${id} was taken back already`,
        'Nothing is left to do: GET /v1/issues/:issue/acts lists those in force.',
        refusalTypes.undone,
      );
    const acts = await ofOneDecision(inner, act, active);
    const issues = await readAgain(inner, acts.flatMap(issuesOf));
    // From whichever issue it is taken back: that one is as it was read.
    const isTold = ({ id: issue }: Issue): boolean => ifMatch?.includes(`"${issue}-`) ?? false;
    const first = issues.filter(isTold);
    if (ifMatch !== undefined) mustBeAsRead(first.length > 0 ? first : issues, ifMatch);
    await inner.issues.put(raised(issues, act.kind === 'rename' ? unnamed(act, issues, active) : []));
    for (const one of acts) await store(inner, one, at, reason);
    return { undone: acts.map((one) => ({ ...one, undoneAt: at })), issues };
  });
  for (const issue of issues) tellChanged(deps, issue);
  await deps.queue.add([newJob(linkJob, { ids: [] }, { priority: 0 })]);
  return undone;
}

async function store(records: Records, act: Constraint, at: number, reason: string): Promise<void> {
  const after: Constraint = { ...act, undoneAt: at };
  await records.constraints.put(after);
  await records.audit.append({
    at,
    actor: currentActor(),
    action: 'act.undo',
    subject: act.left,
    about: issuesOf(act),
    before: act,
    after,
    reason,
  });
}

/** The title that a person gave last before stands again; without one, the machine's. */
function unnamed(act: Constraint, issues: readonly Issue[], active: readonly Constraint[]): Issue[] {
  const names = active.filter(
    ({ kind, left, id }) => kind === 'rename' && left === act.left && id !== act.id,
  );
  const given = names.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).at(-1)?.title;
  return issues.map((issue) =>
    given === undefined
      ? { ...issue, title: issue.machineTitle ?? issue.title, titleBy: 'machine', machineTitle: undefined }
      : { ...issue, title: given },
  );
}
