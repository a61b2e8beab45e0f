import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseRows } from '../../../pipelines/evaluate/parse-rows.ts';
import { toneRowSchema } from '../../../pipelines/evaluate/tone.ts';
import { toneRecipe } from '../../../pipelines/train/tone-recipe.ts';
import { trainLinear } from '../../../pipelines/train/train-linear.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';

/** Trains the model of text moods and writes it; the same rows give the same bytes. */
export const trainToneCommand: Evaluation<{ data: string; out?: string }> = {
  name: 'tone',
  summary: 'Trains the model of text moods (about two minutes for 30,000 rows).',
  options: [
    ['--data <file>', 'rows {text, label: positive|neutral|negative, source?} as JSONL'],
    ['--out <file>', 'where the model goes (default: models/tone/model.bin)'],
  ],
  async run({ data, out = 'models/tone/model.bin' }) {
    const rows = parseRows(readFileSync(data, 'utf8'), toneRowSchema);
    const bytes = trainLinear(toneRecipe(rows));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
    return { model: out, rows: rows.length, bytes: bytes.length };
  },
};
