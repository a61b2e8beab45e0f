import { readFileSync } from 'node:fs';
import { createIndication } from '../../../pipelines/enrich/indication.ts';
import { decodeLinearModel } from '../../../pipelines/enrich/model/linear-model.ts';
import { evaluateIndication, indicationRowSchema } from '../../../pipelines/evaluate/indication.ts';
import { MissingModelError } from '../../../pipelines/evaluate/missing-model.ts';
import { parseRows } from '../../../pipelines/evaluate/parse-rows.ts';
import type { Evaluation } from './evaluation.ts';

/** "Looks like a circulating claim" on texts that were claims and on ordinary ones. */
export const indicationEvaluation: Evaluation<{ positive: string; negative: string }> = {
  name: 'indication',
  summary: 'Scores claims against ordinary texts: area under the curve, recall at 5 % and 1 % false alarms.',
  options: [
    ['--positive <file>', 'rows with text, query or title as JSONL: texts that circulated as claims'],
    ['--negative <file>', 'the same: ordinary posts or headlines'],
  ],
  async run({ positive, negative }, context) {
    const bytes = await context.readModel('indication/model.bin');
    if (!bytes)
      throw new MissingModelError(
        'indication/model.bin',
        'saring train indication --positive … --negative …',
      );
    const texts = (file: string) => parseRows(readFileSync(file, 'utf8'), indicationRowSchema);
    const report = evaluateIndication(
      texts(positive),
      texts(negative),
      createIndication(decodeLinearModel(bytes)),
    );
    return { ...report };
  },
};
