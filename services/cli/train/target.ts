import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodeModelParts } from '../../../pipelines/enrich/model/linear-model-format.ts';
import { createGazetteer } from '../../../pipelines/enrich/places/gazetteer.ts';
import { createSignReader } from '../../../pipelines/enrich/read-item.ts';
import { targetHeads } from '../../../pipelines/enrich/target-models.ts';
import { parseRows } from '../../../pipelines/evaluate/parse-rows.ts';
import { type TargetRow, targetRowSchema } from '../../../pipelines/evaluate/target.ts';
import { mergeHeads } from '../../../pipelines/train/merge-heads.ts';
import { targetRecipe } from '../../../pipelines/train/target-recipe.ts';
import { trainLinearParts } from '../../../pipelines/train/train-linear.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';

/** Rows of every JSONL file in a folder, in the order of the files' names. */
const rowsIn = (folder: string): TargetRow[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => parseRows(readFileSync(join(folder, name), 'utf8'), targetRowSchema));

/** Trains the models of target tone, criticism, stance, topic and language; the same rows give the same bytes. */
export const trainTargetCommand: Evaluation<{ data?: string; out?: string }> = {
  name: 'target',
  summary: 'Trains the models of what an item says about KPU (about a minute).',
  options: [
    ['--data <dir>', 'folder of labelled rows as JSONL (default: models/target/training)'],
    ['--out <file>', 'where the model goes (default: models/target/model.bin)'],
  ],
  async run({ data = 'models/target/training', out = 'models/target/model.bin' }) {
    const rows = rowsIn(data);
    const readSigns = createSignReader(createGazetteer());
    const cues = new Map(rows.map(({ text }) => [text, readSigns(text).cues]));
    const heads = targetHeads.map((head) =>
      trainLinearParts(targetRecipe(head, rows, (text) => cues.get(text) ?? [])),
    );
    const bytes = encodeModelParts(mergeHeads('target', heads));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
    return { model: out, rows: rows.length, bytes: bytes.length };
  },
};
