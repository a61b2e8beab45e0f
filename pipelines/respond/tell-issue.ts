import type { Answer } from '../../shared/domain/answer.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Publication } from '../../shared/domain/publication.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { followClock, markStep } from '../watch/follow-clock.ts';
import type { WorkDeps } from '../workflow/change-case.ts';
import { type AnswerEvent, followAnswer } from '../workflow/follow-answer.ts';

/** What became of an answer, for the issue that it is about. */
export type IssueStep = 'handed_in' | 'returned' | 'approved' | 'published';

export interface Told {
  step: IssueStep;
  by: string;
  at: Instant;
  reason: string | null;
  /** Where it can be read. */
  reply?: string;
}

const events: Readonly<Partial<Record<IssueStep, AnswerEvent['kind']>>> = {
  handed_in: 'submitted',
  returned: 'returned',
  published: 'published',
};

/**
 * The one place where an answer moves its issue: handed in, sent back and published it follows (`followAnswer`). Where it
 * has no step to take (a holding statement, a correction of what is out already), a publication still stops the clock of
 * what was owed. Call it in the transaction of the answer. @throws StepRefused
 */
export async function tellIssue(deps: WorkDeps, answer: Answer, told: Told): Promise<void> {
  const { step, by, reason, reply } = told;
  const kind = events[step];
  if (answer.issueId === null || kind === undefined) return;
  const event: AnswerEvent = {
    issue: answer.issueId,
    kind,
    by,
    why: reason,
    ...(reply === undefined ? {} : { reply }),
  };
  const moved = answer.kind === 'holding' ? null : await followAnswer(deps, event);
  if (moved === null && step === 'published') await markClock(deps, answer, told);
}

/** What was told is true no more: the issue is looked at again. */
export async function tellWithdrawal(
  deps: WorkDeps,
  { issueId, kind }: Pick<Publication, 'issueId' | 'kind'>,
  { by, reason }: Pick<Told, 'by' | 'at' | 'reason'>,
): Promise<void> {
  if (issueId !== null && kind !== 'holding')
    await followAnswer(deps, { issue: issueId, kind: 'withdrawn', by, why: reason });
}

/** First words, then the facts; once those are out, news of them. */
async function markClock({ records }: WorkDeps, answer: Answer, { at }: Told): Promise<void> {
  const issue = await records.issues.get(answer.issueId!, nationalScope);
  if (!issue) return;
  const [kept] = await records.clocks.many([issue.id]);
  let clock = followClock(kept ?? null, issue, issue.risk.level, at);
  if (clock.doneAt.clarification !== undefined) clock = markStep(clock, 'update', at);
  clock = markStep(markStep(clock, 'triage', at), 'holding', at);
  if (answer.kind !== 'holding') clock = markStep(clock, 'clarification', at);
  await records.clocks.put([clock]);
}
