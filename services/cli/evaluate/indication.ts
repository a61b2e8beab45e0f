import { z } from 'zod';
import { createIndication } from '../../../pipelines/enrich/indication.ts';
import { decodeLinearModel } from '../../../pipelines/enrich/model/linear-model.ts';
import { evaluateIndication, indicationRowSchema } from '../../../pipelines/evaluate/indication.ts';
import { MissingModelError } from '../../../pipelines/evaluate/missing-model.ts';
import { readRows } from '../read-rows.ts';
import type { Evaluation } from './evaluation.ts';

/** "Looks like a circulating claim" on texts that were claims and on ordinary ones. */
export const indicationEvaluation: Evaluation<{ positive: string; negative: string; after?: string }> = {
  name: 'indication',
  summary: 'Scores claims against ordinary texts: area under the curve, recall at 5 % and 1 % false alarms.',
  options: [
    [
      '--positive <file>',
      'rows with text, query or title as JSONL: texts that circulated as claims',
      'needed',
    ],
    ['--negative <file>', 'the same: ordinary posts or headlines', 'needed'],
    [
      '--after <share>',
      'leave out this first part of the negatives: 0.6 for the files the shipped model was trained on (default: 0)',
    ],
  ],
  async run({ positive, negative, after = '0' }, context) {
    const share = z.coerce.number().min(0).lt(1).parse(after);
    const bytes = await context.readModel('indication/model.bin');
    if (!bytes)
      throw new MissingModelError(
        'indication/model.bin',
        'saring train indication --positive … --negative …',
      );
    const texts = (file: string) => readRows(file, indicationRowSchema);
    const ordinary = texts(negative);
    const report = evaluateIndication(
      texts(positive),
      ordinary.slice(Math.ceil(ordinary.length * share)),
      createIndication(decodeLinearModel(bytes)),
    );
    return { ...report };
  },
};
