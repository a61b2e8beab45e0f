import type { Instant } from '../../shared/domain/instant.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { CasePath } from '../../shared/domain/workflow.ts';

/** What the feed knows beyond the issue itself. */
export interface PriorityFacts {
  issue: Omit<Issue, 'priority'>;
  /** How it was sorted; null or absent before that. */
  path?: CasePath | null;
  now: Instant;
  /** Name of the place it is about, e.g. `Kabupaten Malang`; `Indonesia` where it has none. */
  place: string;
  /** Unique items and re-posts by accounts in the last three hours, and in the three before. */
  recent: number;
  before: number;
  /** The most urgent open target: share of its time that has passed (over 1 is late); null when none is open. */
  clockShare: number | null;
}

/** Share of the unique items that blame KPU or pass a claim on; the larger of the two, so that none counts twice. */
export function adverseShareOf({ counts }: Pick<Issue, 'counts'>): number {
  if (counts.items === 0) return 0;
  const negative = counts.negative / Math.max(1, counts.positive + counts.neutral + counts.negative);
  return Math.min(1, Math.max(negative, counts.stance.menyebarkan / counts.items));
}
