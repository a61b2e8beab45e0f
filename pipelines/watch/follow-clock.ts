import type { Instant } from '../../shared/domain/instant.ts';
import type { Issue, IssueState } from '../../shared/domain/issue.ts';
import type { ClockStep, ResponseClock } from '../../shared/domain/response-clock.ts';
import { type Level, levels } from '../../shared/domain/risk.ts';

/** What an issue's state says was done, whoever did it; steps that were marked by hand keep their moment. */
const doneByState: Partial<Record<IssueState, readonly ClockStep[]>> = {
  triaged: ['triage'],
  verifying: ['triage'],
  drafting: ['triage'],
  approval: ['triage'],
  published: ['triage', 'holding', 'clarification'],
  monitored: ['triage', 'holding', 'clarification'],
  answered: ['triage', 'holding', 'clarification'],
  forwarded: ['triage'],
};

/**
 * The clock of an issue as it is now: begun when it was first detected, its level followed, steps taken over from the
 * issue's state. A level that falls leaves the start of its targets; one that rises gives them a new one.
 * @param detectedAt start of a clock that is not there yet
 */
export function followClock(
  clock: ResponseClock | null,
  issue: Pick<Issue, 'id' | 'unit' | 'state'>,
  level: Level,
  now: Instant,
  detectedAt: Instant = now,
): ResponseClock {
  const before: ResponseClock = clock ?? {
    issueId: issue.id,
    unit: issue.unit,
    level,
    startedAt: detectedAt,
    levelAt: detectedAt,
    doneAt: {},
    pauses: [],
    told: [],
  };
  const rises = levels.indexOf(level) > levels.indexOf(before.level);
  const open = (doneByState[issue.state] ?? []).filter((step) => before.doneAt[step] === undefined);
  return {
    ...before,
    unit: issue.unit,
    level,
    levelAt: rises ? now : before.levelAt,
    doneAt: { ...before.doneAt, ...Object.fromEntries(open.map((step) => [step, now])) },
    // what was told of a lower level's targets is told anew for the higher one's
    told: rises ? [] : before.told,
  };
}

/** The clock after a step was done: again and again for `update`, once for the others. */
export const markStep = (clock: ResponseClock, step: ClockStep, at: Instant): ResponseClock =>
  step !== 'update' && clock.doneAt[step] !== undefined
    ? clock
    : { ...clock, doneAt: { ...clock.doneAt, [step]: at } };
