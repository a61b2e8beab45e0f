import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { indicationRowSchema } from '../../../pipelines/evaluate/indication.ts';
import { parseRows } from '../../../pipelines/evaluate/parse-rows.ts';
import { toneRowSchema } from '../../../pipelines/evaluate/tone.ts';
import { toneRecipe } from '../../../pipelines/train/tone-recipe.ts';
import { trainLinear } from '../../../pipelines/train/train-linear.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';

/** A row of the target model's training: its mood is labelled too, whatever is said of KPU. */
const ownRowSchema = z
  .object({ text: z.string(), text_tone: z.enum(['positive', 'neutral', 'negative']) })
  .transform(({ text, text_tone }) => ({ text, label: text_tone, source: 'own' }));

/** Trains the model of text moods and writes it; the same rows give the same bytes. */
export const trainToneCommand: Evaluation<{
  data: string;
  own?: string[];
  unlabelled?: string[];
  out?: string;
}> = {
  name: 'tone',
  summary: 'Trains the model of text moods (about two minutes for 30,000 rows).',
  options: [
    ['--data <file>', 'rows {text, label: positive|neutral|negative, source?} as JSONL'],
    ['--own <files...>', 'rows {text, text_tone} written for the project, as one more source'],
    ['--unlabelled <files...>', 'rows with text or title whose words teach which words keep like company'],
    ['--out <file>', 'where the model goes (default: models/tone/model.bin)'],
  ],
  async run({ data, own = [], unlabelled = [], out = 'models/tone/model.bin' }) {
    const rows = [
      ...parseRows(readFileSync(data, 'utf8'), toneRowSchema),
      ...own.flatMap((file) => parseRows(readFileSync(file, 'utf8'), ownRowSchema)),
    ];
    const texts = unlabelled.flatMap((file) => parseRows(readFileSync(file, 'utf8'), indicationRowSchema));
    const bytes = trainLinear(toneRecipe(rows, texts));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
    return { model: out, rows: rows.length, unlabelled: texts.length, bytes: bytes.length };
  },
};
