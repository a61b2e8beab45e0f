import { decodeLinearModel } from '../../../pipelines/enrich/model/linear-model.ts';
import { createTextTone } from '../../../pipelines/enrich/text-tone.ts';
import { MissingModelError } from '../../../pipelines/evaluate/missing-model.ts';
import { evaluateTone, type ToneRow, toneRowSchema } from '../../../pipelines/evaluate/tone.ts';
import type { ToneModel } from '../../../shared/ports/tone-model.ts';
import { readRows } from '../read-rows.ts';
import type { Evaluation, EvaluationContext } from './evaluation.ts';

async function openGiven({ openToneModel }: EvaluationContext, folder: string): Promise<ToneModel> {
  if (!openToneModel) throw new MissingModelError(folder, 'a process that opens ONNX classifiers');
  return openToneModel(folder);
}

/** The figures of a classifier that answers in batches: all answers first, then the comparison. */
async function readByGiven(rows: readonly ToneRow[], model: ToneModel): Promise<Record<string, unknown>> {
  try {
    const startedAt = performance.now();
    const answers = await model.read(rows.map(({ text }) => text));
    const seconds = (performance.now() - startedAt) / 1000;
    const answerOf = new Map(rows.map(({ text }, i) => [text, answers[i]!]));
    const figures = evaluateTone(
      rows,
      (text) => answerOf.get(text)!,
      () => 0,
    );
    return { ...figures, itemsPerSecond: Math.round(rows.length / seconds), readBy: model.name };
  } finally {
    await model.close();
  }
}

/** The mood of texts, by the shipped model, against people's labels. */
export const toneEvaluation: Evaluation<{ data: string; model?: string }> = {
  name: 'tone',
  summary: 'Reads the mood of labelled texts and compares.',
  options: [
    ['--data <file>', 'rows {text, label: positive|neutral|negative, source?} as JSONL', 'needed'],
    ['--model <dir>', 'the ONNX classifier in this folder in place of the shipped model'],
  ],
  async run({ data, model }, context) {
    const rows = readRows(data, toneRowSchema);
    if (model !== undefined) return readByGiven(rows, await openGiven(context, model));
    const bytes = await context.readModel('tone/model.bin');
    if (!bytes) throw new MissingModelError('tone/model.bin', 'saring train tone --data FILE');
    const { judge } = createTextTone(decodeLinearModel(bytes));
    return { ...evaluateTone(rows, judge, () => performance.now()) };
  },
};
