import type { AuditEntry } from '../../../shared/domain/audit.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Issue, IssueState } from '../../../shared/domain/issue.ts';
import type { ResponseClock } from '../../../shared/domain/response-clock.ts';
import type { ResponseTimes } from './input.ts';

/** States by which a step is done: later ones imply the earlier. */
const afterTriage = new Set<IssueState>([
  'triaged',
  'verifying',
  'drafting',
  'approval',
  'published',
  'monitored',
  'answered',
  'forwarded',
  'closed',
  'dismissed',
]);
const afterClarification = new Set<IssueState>(['published', 'monitored', 'answered']);

const stateOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'state' in value && typeof value.state === 'string'
    ? value.state
    : null;

/**
 * When an issue was triaged, held and clarified, from the changes of state in its audit entries; any order. It counts from
 * when this installation detected it, as its clock does: what was posted before it was collected could not be answered.
 */
export function readResponses(
  { number, risk, firstAt }: Issue,
  entries: readonly AuditEntry[],
  clock?: Pick<ResponseClock, 'startedAt'>,
): ResponseTimes {
  const sorted = entries.toSorted((a, b) => a.at - b.at);
  const first = (hit: (entry: AuditEntry) => boolean): Instant | null => sorted.find(hit)?.at ?? null;
  const reached = (states: ReadonlySet<string>) => (entry: AuditEntry) =>
    states.has(stateOf(entry.after) ?? '') && stateOf(entry.before) !== stateOf(entry.after);
  return {
    issueNumber: number,
    level: risk.level,
    detectedAt: clock?.startedAt ?? firstAt,
    triagedAt: first(reached(afterTriage)),
    holdingAt: first(({ action }) => /holding|pernyataan/i.test(action)),
    clarifiedAt: first(reached(afterClarification)),
  };
}
