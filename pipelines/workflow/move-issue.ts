import { toRfc3339 } from '../../shared/domain/instant.ts';
import type { Issue, IssueState } from '../../shared/domain/issue.ts';
import type { ResponseClock } from '../../shared/domain/response-clock.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Permission } from '../../shared/domain/user.ts';
import {
  type CaseChange,
  dismissCauseNames,
  freshCase,
  type IssueCase,
  keptChanges,
  pathNames,
  type StepFields,
  type StepName,
} from '../../shared/domain/workflow.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { type Records, VersionConflict } from '../../shared/ports/records.ts';
import { pauseClock, resumeClock } from '../watch/clock.ts';
import { followClock, markStep } from '../watch/follow-clock.ts';
import { nextStepOf } from '../watch/next-step.ts';
import type { StepFacts } from './conditions.ts';
import { blocksOf, missingFields, stepsFrom } from './judge-step.ts';
import type { Step } from './step-table.ts';

export interface WorkDeps {
  records: Records;
  clock: Clock;
}

/** A step that cannot be taken now; nothing was written. Messages are Indonesian. */
export class StepRefused extends Error {
  override name = 'StepRefused';
  readonly refusals: readonly { path: string; message: string }[];
  constructor(refusals: readonly { path: string; message: string }[]) {
    super(refusals.map(({ message }) => message).join(' '));
    this.refusals = refusals;
  }
}

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

  /** Who did what since, in one English sentence each, and what to do. */
  get hint(): string {
    const who = this.since.map(
      ({ by, what, at, why }) => `${by} at ${toRfc3339(at)}: ${what}${why === null ? '' : ` (${why})`}.`,
    );
    return [...who, `It is version ${this.now} now: read it again, then decide again.`].join(' ');
  }
}

/** What a move rests on. */
export interface Move {
  /** id of the issue. */
  issue: string;
  /** By the step's name, or by where it should lead. */
  step?: StepName;
  to?: IssueState;
  by: string;
  why: string | null;
  fields?: StepFields;
  /** The version of the case that was read; left out: whatever it is now. */
  version?: number;
  /** What whoever asks may do here; left out where the calling route has made sure of it. */
  permissions?: ReadonlySet<Permission>;
}

export interface Moved {
  before: Issue;
  issue: Issue;
  work: IssueCase;
  step: Step;
}

/**
 * Takes an issue one step on: state, case, response clock and audit entry, in one transaction (the outer one when there
 * is one). The caller tells it afterwards (`issue.changed`).
 * @throws StepRefused, CaseChanged, IssueUnknown
 */
export const moveIssue = ({ records, clock }: WorkDeps, move: Move): Promise<Moved> =>
  records.transaction(async (inner) => {
    const now = clock.now();
    const before = await issueToMove(inner, move.issue);
    const work = (await inner.workflow.cases.get(before.id)) ?? freshCase(before.id);
    checkVersion(before, work, move.version);
    const step = chooseStep(before, work, move);
    const facts = await factsOf(inner, before, move.permissions ?? null);
    const fields = { ...(move.why === null ? {} : { reason: move.why }), ...move.fields };
    const blocks = blocksOf(step, facts).map((message) => ({ path: 'step', message }));
    const refusals = [...blocks, ...missingFields(step, fields)];
    if (refusals.length > 0) throw new StepRefused(refusals);
    const moved = { ...before, state: step.to, version: before.version + 1 };
    const issue: Issue = { ...moved, priority: { ...moved.priority, nextStep: nextStepOf(moved) } };
    const done = { by: move.by, at: now, what: sayDone(step, fields), why: fields.reason ?? null };
    const next = { ...applyFields(work, step, fields), touchedAt: now, nudgedAt: null };
    const after = withChange(next, { ...done, from: before.state, to: step.to });
    await inner.issues.put([issue]);
    await inner.workflow.cases.put(after);
    await inner.clocks.put([await clockAfter(inner, issue, step, { ...done, work: after })]);
    await inner.audit.append({
      at: now,
      actor: move.by,
      action: `issue.step.${step.name}`,
      subject: issue.id,
      before: { state: before.state, path: work.path },
      after: { state: issue.state, path: after.path, ...fields },
      reason: fields.reason ?? null,
    });
    return { before, issue, work: after, step };
  });

/** There is no such issue. */
export class IssueUnknown extends Error {
  override name = 'IssueUnknown';
}

async function issueToMove(records: Records, id: string): Promise<Issue> {
  const issue = await records.issues.get(id, nationalScope);
  if (!issue) throw new IssueUnknown(`There is no issue ${id}`);
  return issue;
}

/** @throws CaseChanged when `version` is not what was read */
export function checkVersion(issue: Pick<Issue, 'number'>, work: IssueCase, version?: number): void {
  if (version === undefined || version === work.version) return;
  const since = work.changes.filter((change) => change.version > version);
  throw new CaseChanged(issue.number, work.version, since);
}

function chooseStep(issue: Issue, work: IssueCase, { step, to }: Move): Step {
  const found = stepsFrom(issue.state, work.path).find(
    (one) => (step === undefined || one.name === step) && (to === undefined || one.to === to),
  );
  if (found) return found;
  const message =
    issue.state === 'merged'
      ? 'Isu ini sudah digabung ke isu lain; kerjakan isu itu.'
      : `Langkah "${step ?? to}" tidak tersedia dari keadaan isu sekarang.`;
  throw new StepRefused([{ path: 'step', message }]);
}

/** What decides whether steps are open. @param permissions null: the program itself, or a route that has checked */
export async function factsOf(
  records: Records,
  issue: Issue,
  permissions: ReadonlySet<Permission> | null,
): Promise<StepFacts> {
  const [answers, publications, handovers] = await Promise.all([
    records.answers.list({ scope: nationalScope, issueId: issue.id, limit: 100 }),
    records.publications.list({ issueId: issue.id, limit: 100 }),
    records.workflow.handovers.of(issue.id),
  ]);
  return { issue, answers, publications, handovers, permissions };
}

const applyFields = (work: IssueCase, step: Step, fields: StepFields): IssueCase => ({
  ...work,
  path: step.needs.includes('path') ? (fields.path ?? work.path) : work.path,
  reply: step.needs.includes('reply') ? (fields.reply ?? null) : work.reply,
  forwardedTo: step.needs.includes('forwardTo') ? (fields.forwardTo ?? null) : work.forwardedTo,
  outcome: step.needs.includes('outcome') ? (fields.outcome ?? null) : work.outcome,
});

/** The case with one more thing done to it, and its version grown. */
export function withChange(work: IssueCase, change: Omit<CaseChange, 'version'>): IssueCase {
  const version = work.version + 1;
  return { ...work, version, changes: [...work.changes, { ...change, version }].slice(-keptChanges) };
}

const sayDone = (step: Step, { path, cause, forwardTo }: StepFields): string => {
  if (step.needs.includes('path') && path) return `${step.done}: ${pathNames[path].toLowerCase()}`;
  if (step.name === 'dismiss' && cause) return `${step.done}: ${dismissCauseNames[cause]}`;
  return step.name === 'forward' ? `${step.done} ke ${forwardTo}` : step.done;
};

async function clockAfter(
  records: Records,
  issue: Issue,
  { clock: { marks = [], run } }: Step,
  { by, at, what, work }: { by: string; at: number; what: string; work: IssueCase },
): Promise<ResponseClock> {
  const [kept] = await records.clocks.many([issue.id]);
  const followed = followClock(kept ?? null, issue, issue.risk.level, at);
  const marked = marks.reduce((clock, step) => markStep(clock, step, at), followed);
  if (run === 'pause') return pauseClock(marked, { at, by, reason: what });
  if (run === 'resume') return resumeClock(marked, at);
  if (run !== 'restart') return marked;
  const triage = work.path === null ? {} : { triage: at };
  return { ...resumeClock(marked, at), levelAt: at, doneAt: triage, told: [] };
}
