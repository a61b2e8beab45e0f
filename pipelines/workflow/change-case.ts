import { toRfc3339 } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { type CaseChange, freshCase, type IssueCase, keptChanges } from '../../shared/domain/workflow.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { type Records, VersionConflict } from '../../shared/ports/records.ts';

export interface WorkDeps {
  records: Records;
  clock: Clock;
}

/** There is no such issue. */
export class IssueUnknown extends Error {
  override name = 'IssueUnknown';
}

/** Something that cannot be done now; nothing was written. Messages are Indonesian. */
export class StepRefused extends Error {
  override name = 'StepRefused';
  readonly refusals: readonly { path: string; message: string }[];
  constructor(refusals: readonly { path: string; message: string }[]) {
    super(refusals.map(({ message }) => message).join(' '));
    this.refusals = refusals;
  }
}

/** One refusal in words. */
export const refuse = (path: string, message: string): StepRefused => new StepRefused([{ path, message }]);

/** Somebody else worked on the issue since it was read; says who did what. */
export class CaseChanged extends VersionConflict {
  override name = 'CaseChanged';
  readonly since: readonly CaseChange[];
  readonly now: number;
  constructor(number: string, now: number, since: readonly CaseChange[]) {
    super(number);
    this.now = now;
    this.since = since;
  }

  /** Who did what since, in one sentence each, and what to do. */
  get hint(): string {
    const who = this.since.map(
      ({ by, what, at, why }) => `${by} at ${toRfc3339(at)}: ${what}${why === null ? '' : ` (${why})`}.`,
    );
    return [...who, `It is version ${this.now} now: read it again, then decide again.`].join(' ');
  }
}

/** Who acts, on which issue, and which version of the work on it they read (left out: whatever it is now). */
export interface CaseAct {
  /** id or number */
  issue: string;
  by: string;
  version?: number | undefined;
}

export interface Held {
  records: Records;
  issue: Issue;
  work: IssueCase;
  now: number;
}

export interface CaseWrite {
  issue?: Partial<Issue>;
  work?: Partial<IssueCase>;
  /** In Indonesian: what was done, e.g. `memilah isu`. */
  what: string;
  why: string | null;
  /** For the audit trail. */
  action: string;
  before: unknown;
  after: unknown;
}

export interface CaseChangeResult {
  before: Issue;
  issue: Issue;
  work: IssueCase;
}

/**
 * One thing that a person does to an issue: what `act` decides is written with its audit entry, in one transaction (the
 * outer one when there is one).
 * @throws IssueUnknown, CaseChanged, and what `act` throws; nothing is written then
 */
export const changeCase = (
  { records, clock }: WorkDeps,
  { issue: wanted, by, version }: CaseAct,
  act: (held: Held) => Promise<CaseWrite>,
): Promise<CaseChangeResult> =>
  records.transaction(async (inner) => {
    const now = clock.now();
    const before = await inner.issues.get(wanted, nationalScope);
    if (!before) throw new IssueUnknown(`There is no issue ${wanted}`);
    const work = (await inner.workflow.cases.get(before.id)) ?? freshCase(before.id);
    if (version !== undefined && version !== work.version)
      throw new CaseChanged(
        before.number,
        work.version,
        work.changes.filter((change) => change.version > version),
      );
    const write = await act({ records: inner, issue: before, work, now });
    const issue = write.issue ? { ...before, ...write.issue, version: before.version + 1 } : before;
    const next = work.version + 1;
    const change = { version: next, at: now, by, what: write.what, from: before.state, to: issue.state };
    const after: IssueCase = {
      ...work,
      touchedAt: now,
      ...write.work,
      version: next,
      changes: [...work.changes, { ...change, why: write.why }].slice(-keptChanges),
    };
    if (write.issue) await inner.issues.put([issue]);
    await inner.workflow.cases.put(after);
    await inner.workflow.leases.release([issue.id], by);
    await inner.audit.append({
      at: now,
      actor: by,
      action: write.action,
      subject: issue.id,
      before: write.before,
      after: write.after,
      reason: write.why,
    });
    return { before, issue, work: after };
  });
