import type { Issue, IssueState } from '../../shared/domain/issue.ts';
import type { ResponseClock } from '../../shared/domain/response-clock.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Permission } from '../../shared/domain/user.ts';
import {
  dismissCauseNames,
  type IssueCase,
  pathNames,
  type StepFields,
  type StepName,
} from '../../shared/domain/workflow.ts';
import type { Records } from '../../shared/ports/records.ts';
import { pauseClock, resumeClock } from '../watch/clock.ts';
import { followClock, markStep } from '../watch/follow-clock.ts';
import { nextStepOf } from '../watch/next-step.ts';
import {
  type CaseAct,
  type CaseChangeResult,
  changeCase,
  type Held,
  refuse,
  StepRefused,
  type WorkDeps,
} from './change-case.ts';
import type { StepFacts } from './conditions.ts';
import { blocksOf, missingFields, stepsFrom } from './judge-step.ts';
import type { Step } from './step-table.ts';

/** What a move rests on. */
export interface Move extends CaseAct {
  /** By the step's name, or by where it should lead. */
  step?: StepName;
  to?: IssueState;
  why: string | null;
  fields?: StepFields;
  /** What whoever asks may do here; left out where the calling route has made sure of it. */
  permissions?: ReadonlySet<Permission>;
}

export interface Moved extends CaseChangeResult {
  step: Step;
}

/**
 * Takes an issue one step on: state, case, response clock and audit entry, in one transaction (the outer one when there
 * is one). The caller tells it afterwards (`issue.changed`).
 * @throws StepRefused, CaseChanged, IssueUnknown
 */
export async function moveIssue(deps: WorkDeps, move: Move): Promise<Moved> {
  let taken: Step | null = null;
  const result = await changeCase(deps, move, async ({ records, issue, work, now }) => {
    const step = chooseStep(issue, work, move);
    taken = step;
    const facts = await factsOf({ records, issue, work, now }, move.permissions ?? null);
    const fields = { ...(move.why === null ? {} : { reason: move.why }), ...move.fields };
    const blocks = blocksOf(step, facts).map((message) => ({ path: 'step', message }));
    const refusals = [...blocks, ...missingFields(step, fields)];
    if (refusals.length > 0) throw new StepRefused(refusals);
    const moved = { ...issue, state: step.to };
    const after = applyFields(work, step, fields);
    const priority = { ...issue.priority, nextStep: nextStepOf(moved, after.path) };
    const what = sayDone(step, fields);
    const done = { by: move.by, at: now, what, isSorted: after.path !== null };
    await records.clocks.put([await clockAfter(records, moved, step, done)]);
    return {
      issue: { state: step.to, priority },
      work: after,
      what,
      why: fields.reason ?? null,
      action: `issue.step.${step.name}`,
      before: { state: issue.state, path: work.path },
      after: { state: step.to, path: after.path, ...fields },
    };
  });
  return { ...result, step: taken! };
}

function chooseStep(issue: Issue, work: IssueCase, { step, to }: Move): Step {
  const found = stepsFrom(issue.state, work.path).find(
    (one) => (step === undefined || one.name === step) && (to === undefined || one.to === to),
  );
  if (found) return found;
  throw refuse(
    'step',
    issue.state === 'merged'
      ? 'Isu ini sudah digabung ke isu lain; kerjakan isu itu.'
      : `Langkah "${step ?? to}" tidak tersedia dari keadaan isu sekarang.`,
  );
}

/** What decides whether steps are open. @param permissions null: the program itself, or a route that has checked */
export async function factsOf(
  { records, issue, work, now }: Held,
  permissions: ReadonlySet<Permission> | null,
): Promise<StepFacts> {
  const [answers, publications, handovers, claim] = await Promise.all([
    records.answers.list({ scope: nationalScope, issueId: issue.id, limit: 100 }),
    records.publications.list({ issueId: issue.id, limit: 100 }),
    records.workflow.handovers.of(issue.id),
    work.claimId === null ? null : records.claims.get(work.claimId),
  ]);
  return { issue, answers, publications, handovers, claim, now, permissions };
}

const applyFields = (work: IssueCase, step: Step, fields: StepFields): IssueCase => ({
  ...work,
  path: step.needs.includes('path') ? (fields.path ?? work.path) : work.path,
  reply: step.needs.includes('reply') ? (fields.reply ?? null) : work.reply,
  forwardedTo: step.needs.includes('forwardTo') ? (fields.forwardTo ?? null) : work.forwardedTo,
  outcome: step.needs.includes('outcome') ? (fields.outcome ?? null) : work.outcome,
});

const sayDone = (step: Step, { path, cause, forwardTo }: StepFields): string => {
  if (step.needs.includes('path') && path) return `${step.done}: ${pathNames[path].toLowerCase()}`;
  if (step.name === 'dismiss' && cause) return `${step.done}: ${dismissCauseNames[cause]}`;
  return step.name === 'forward' ? `${step.done} ke ${forwardTo}` : step.done;
};

async function clockAfter(
  records: Records,
  issue: Issue,
  { clock: { marks = [], run } }: Step,
  { by, at, what, isSorted }: { by: string; at: number; what: string; isSorted: boolean },
): Promise<ResponseClock> {
  const [kept] = await records.clocks.many([issue.id]);
  const followed = followClock(kept ?? null, issue, issue.risk.level, at);
  const marked = marks.reduce((clock, step) => markStep(clock, step, at), followed);
  if (run === 'pause') return pauseClock(marked, { at, by, reason: what });
  if (run === 'resume') return resumeClock(marked, at);
  if (run !== 'restart') return marked;
  return { ...resumeClock(marked, at), levelAt: at, doneAt: isSorted ? { triage: at } : {}, told: [] };
}
