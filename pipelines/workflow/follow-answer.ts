import type { IssueState } from '../../shared/domain/issue.ts';

import { freshCase, type StepName } from '../../shared/domain/workflow.ts';
import type { WorkDeps } from './change-case.ts';
import { stepsFrom } from './judge-step.ts';
import { type Moved, moveIssue } from './move-issue.ts';

/** What became of an answer to an issue. */
export interface AnswerEvent {
  issue: string;
  kind: 'submitted' | 'returned' | 'published' | 'withdrawn';
  by: string;
  why: string | null;
  /** Where a reply can be read; for criticism, questions and requests. */
  reply?: string;
}

/** The ways to get there, step by step: the first whose steps are all in the table is taken. */
const ways: Readonly<Record<AnswerEvent['kind'], readonly (readonly StepName[])[]>> = {
  submitted: [['submit'], ['draft', 'submit'], ['verify', 'draft', 'submit']],
  returned: [['return']],
  published: [['publish'], ['answer']],
  withdrawn: [['recheck']],
};

/**
 * Lets an issue follow its answer: handed in → approval, sent back → drafting, published → published (or answered, for
 * criticism and the like), withdrawn → verifying. Call it in the transaction that changed the answer, after that was
 * written. A holding statement moves nothing: do not call it for one.
 * @returns the last move; null where the issue has no such step from where it stands: nothing is wrong with that
 * @throws StepRefused when a step is there but a rule forbids it (no verdict, nobody in charge)
 */
export async function followAnswer(deps: WorkDeps, event: AnswerEvent): Promise<Moved | null> {
  const [issue] = await deps.records.issues.many([event.issue]);
  if (!issue) return null;
  const { path } = (await deps.records.workflow.cases.get(issue.id)) ?? freshCase(issue.id);
  const way = ways[event.kind].find((names) => leadsOn(issue.state, path, names));
  if (!way) return null;
  const { by, why } = event;
  const fields = event.reply === undefined ? {} : { reply: event.reply };
  let moved: Moved | null = null;
  for (const step of way) moved = await moveIssue(deps, { issue: issue.id, step, by, why, fields });
  return moved;
}

function leadsOn(
  from: IssueState,
  path: Parameters<typeof stepsFrom>[1],
  names: readonly StepName[],
): boolean {
  let state = from;
  for (const name of names) {
    const step = stepsFrom(state, path).find((one) => one.name === name);
    if (!step) return false;
    state = step.to;
  }
  return true;
}
