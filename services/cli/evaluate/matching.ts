import { evaluateMatching, matchingRowSchema } from '../../../pipelines/evaluate/matching.ts';
import { readRows } from '../read-rows.ts';
import type { Evaluation } from './evaluation.ts';

/** Circulating texts against the titles of their fact-checks. */
export const matchingEvaluation: Evaluation<{ data: string; baseline?: boolean }> = {
  name: 'matching',
  summary: 'Looks every text up among all fact-checks of the file.',
  options: [
    ['--data <file>', 'rows {query, match, body?} as JSONL', 'needed'],
    ['--baseline', 'also BM25 alone'],
  ],
  async run({ data, baseline }) {
    const rows = readRows(data, matchingRowSchema);
    const now = (): number => performance.now();
    return {
      ...evaluateMatching(rows, now),
      ...(baseline ? { baseline: evaluateMatching(rows, now, 'bm25') } : {}),
    };
  },
};
