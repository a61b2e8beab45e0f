import { writeFileSync } from 'node:fs';
import { matchingRowSchema } from '../../../pipelines/evaluate/matching.ts';
import { trainMatching } from '../../../pipelines/train/train-matching.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { readRows } from '../read-rows.ts';

/** Trains the ranking of claims and writes it; the same rows give the same bytes. */
export const trainMatchingCommand: Evaluation<{ data: string; out?: string }> = {
  name: 'matching',
  summary: 'Trains the ranking of claims for a text; half a minute for 3,600 pairs.',
  options: [
    ['--data <file>', 'rows {query, match}: a circulating text and the title of its fact-check', 'needed'],
    ['--out <file>', 'where the model goes (default: pipelines/link/claim-ranking-model.json)'],
  ],
  async run({ data, out = 'pipelines/link/claim-ranking-model.json' }) {
    const rows = readRows(data, matchingRowSchema);
    const { model, n, crossValidated } = trainMatching(rows);
    writeFileSync(out, `${JSON.stringify(model, null, 2)}\n`);
    return { model: out, n, crossValidated, weights: model.weights };
  },
};
