import type { Constraint } from '../../shared/domain/constraint.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { linkJob } from '../../shared/jobs/jobs.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { ApiDeps } from './api-deps.ts';
import { tellChanged } from './issue-work.ts';
import { currentActor } from './people/current-reader.ts';
import { ApiProblem } from './problems.ts';

/** What somebody wants, as the records are when it is stored. */
export interface Wanted extends Omit<Constraint, 'id' | 'by' | 'at' | 'undoneAt'> {
  /** For the audit trail. */
  action: string;
  subject: string;
  reason: string;
  before?: string;
  /** What it changes of issues beside their versions. */
  changed?: readonly Issue[];
}

export const issueTag = ({ id, version }: Pick<Issue, 'id' | 'version'>): string => `"${id}-${version}"`;

/**
 * The issues as they are now, none of them changed since it was read.
 * @param ifMatch ETags of what was read; the first issue's must be among them, those of the others may be
 * @throws ApiProblem 428, 412
 */
export function mustBeAsRead(issues: readonly Issue[], ifMatch: string | undefined): void {
  const tags = (ifMatch ?? '').split(',').map((tag) => tag.trim());
  const [first] = issues;
  if (ifMatch === undefined)
    throw new ApiProblem(
      428,
      'Say which version you read',
      `Send the ETag of ${first?.number ?? 'the issue'} as If-Match.`,
    );
  for (const issue of issues) {
    const told = tags.filter((tag) => tag.startsWith(`"${issue.id}-`));
    const isAsRead = told.length === 0 ? issue !== first : told.every((tag) => tag === issueTag(issue));
    if (!isAsRead)
      throw new ApiProblem(
        412,
        `${issue.number} was changed in the meantime`,
        'Read it again, then decide again.',
      );
  }
}

/**
 * Judges and stores an act with its audit entry in one transaction, and raises the versions of all issues that it is
 * about: of two people who decide on what they both read, the second one is told. Then the writer carries it out, and
 * open pages hear of it.
 * @param ids the issues, that of If-Match first
 * @param judge what is to be stored, of the issues as they are now; throws what stands against it
 */
export async function decide(
  deps: ApiDeps,
  ids: readonly string[],
  ifMatch: string | undefined,
  judge: (inner: Records, issues: readonly Issue[], id: string) => Promise<Wanted>,
): Promise<Constraint> {
  const { records, queue, clock } = deps;
  const at = clock.now();
  const id = deps.ids.next();
  const { act, issues } = await records.transaction(async (inner) => {
    const issues = await readAgain(inner, ids);
    mustBeAsRead(issues, ifMatch);
    const {
      action,
      subject,
      reason,
      before = null,
      changed = [],
      ...wanted
    } = await judge(inner, issues, id);
    const made: Constraint = { id, ...wanted, by: currentActor(), at, undoneAt: null };
    await inner.issues.put(raised(issues, changed));
    await inner.constraints.put(made);
    await inner.audit.append({
      at,
      actor: currentActor(),
      action,
      subject,
      about: issuesOf(made),
      before,
      after: made,
      reason,
    });
    return { act: made, issues };
  });
  for (const issue of issues) tellChanged(deps, issue);
  await queue.add([newJob(linkJob, { ids: [] }, { priority: 0 })]);
  return act;
}

/** What an act is about beside an item or a story: the issues, also one that a split is going to make. */
export const issuesOf = ({ kind, left, right, from = [] }: Constraint): string[] => [
  ...new Set(kind === 'pin' ? [right, ...from] : [left, right]),
];

/** Issues in the order of their ids, each once. */
export async function readAgain(records: Records, ids: readonly string[]): Promise<Issue[]> {
  const found = new Map((await records.issues.many([...new Set(ids)])).map((issue) => [issue.id, issue]));
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
}

/** The issues, changed or not, each with its next version. */
export function raised(issues: readonly Issue[], changed: readonly Issue[]): Issue[] {
  const byId = new Map(changed.map((issue) => [issue.id, issue]));
  return issues.map((issue) => ({ ...(byId.get(issue.id) ?? issue), version: issue.version + 1 }));
}
