import { readFileSync } from 'node:fs';
import { decodeLinearModel } from '../../../pipelines/enrich/model/linear-model.ts';
import { createTextTone } from '../../../pipelines/enrich/text-tone.ts';
import { MissingModelError } from '../../../pipelines/evaluate/missing-model.ts';
import { parseRows } from '../../../pipelines/evaluate/parse-rows.ts';
import { evaluateTone, toneRowSchema } from '../../../pipelines/evaluate/tone.ts';
import type { Evaluation } from './evaluation.ts';

/** The mood of texts, by the shipped model, against people's labels. */
export const toneEvaluation: Evaluation<{ data: string }> = {
  name: 'tone',
  summary: 'Reads the mood of labelled texts and compares.',
  options: [['--data <file>', 'rows {text, label: positive|neutral|negative, source?} as JSONL']],
  async run({ data }, context) {
    const bytes = await context.readModel('tone/model.bin');
    if (!bytes) throw new MissingModelError('tone/model.bin', 'saring train tone --data FILE');
    const { judge } = createTextTone(decodeLinearModel(bytes));
    return {
      ...evaluateTone(parseRows(readFileSync(data, 'utf8'), toneRowSchema), judge, () => performance.now()),
    };
  },
};
