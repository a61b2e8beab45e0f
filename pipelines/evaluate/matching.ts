import { z } from 'zod';
import { createClaimMatcher, type Ranking } from '../link/claim-matcher.ts';

export const matchingRowSchema = z.object({
  /** A circulating text. */
  query: z.string(),
  /** The title of its fact-check. */
  match: z.string(),
  /** The fact-check's article. */
  body: z.string().nullish(),
});
export type MatchingRow = z.infer<typeof matchingRowSchema>;

export interface MatchingFigures {
  n: number;
  hit1: number;
  hit5: number;
  /** Mean of 1 / rank among the first hundred; 0 beyond. */
  mrr: number;
  queriesPerSecond: number;
}

/** Ranks looked at. */
const depth = 100;

/**
 * Every query against all distinct matches of the rows.
 * @param now milliseconds of a clock that only goes forward, for the rate
 */
export function evaluateMatching(
  rows: readonly MatchingRow[],
  now: () => number,
  ranking: Ranking = 'sum',
): MatchingFigures {
  const bodies = new Map<string, string | undefined>();
  for (const { match, body } of rows) bodies.set(match, body ?? bodies.get(match) ?? undefined);
  const matcher = createClaimMatcher(
    Array.from(bodies, ([match, body]) => ({ id: match, text: match, body, isApproved: false })),
    ranking,
  );
  let [hit1, hit5, mrr] = [0, 0, 0];
  const start = now();
  for (const { query, match } of rows) {
    const rank = matcher.match(query, depth).findIndex((suggestion) => suggestion.claimId === match) + 1;
    if (rank === 0) continue;
    if (rank === 1) hit1++;
    if (rank <= 5) hit5++;
    mrr += 1 / rank;
  }
  const n = Math.max(1, rows.length);
  const seconds = Math.max(1e-3, (now() - start) / 1_000);
  return {
    n: rows.length,
    hit1: hit1 / n,
    hit5: hit5 / n,
    mrr: mrr / n,
    queriesPerSecond: rows.length / seconds,
  };
}
