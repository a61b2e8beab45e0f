import type { Answer } from '../../shared/domain/answer.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { followClock, markStep } from '../watch/follow-clock.ts';

/** What became of an answer, for the issue that it is about. */
export type IssueStep = 'handed_in' | 'returned' | 'approved' | 'published';

export interface Told {
  step: IssueStep;
  by: string;
  at: Instant;
  reason: string | null;
}

/**
 * The one place where an answer moves its issue: a publication stops the clock of what was owed (a holding statement
 * the first words, anything else the facts; once those are out, news of them). Call it in the transaction of the answer.
 */
export async function tellIssue(records: Records, answer: Answer, { step, at }: Told): Promise<void> {
  if (answer.issueId === null || step !== 'published') return;
  const issue = await records.issues.get(answer.issueId, nationalScope);
  if (!issue) return;
  const [kept] = await records.clocks.many([issue.id]);
  let clock = followClock(kept ?? null, issue, issue.risk.level, at);
  if (clock.doneAt.clarification !== undefined) clock = markStep(clock, 'update', at);
  clock = markStep(markStep(clock, 'triage', at), 'holding', at);
  if (answer.kind !== 'holding') clock = markStep(clock, 'clarification', at);
  await records.clocks.put([clock]);
}
