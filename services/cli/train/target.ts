import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeModelParts, encodeModelParts } from '../../../pipelines/enrich/model/linear-model-format.ts';
import { type TargetRow, targetRowSchema } from '../../../pipelines/evaluate/target.ts';
import { rowWarnings } from '../../../pipelines/train/row-warnings.ts';
import { crossValidateTarget, trainTarget } from '../../../pipelines/train/train-target.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { readRows } from '../read-rows.ts';

/** Rows of every JSONL file in a folder, in the order of the files' names. */
const rowsIn = (folder: string): TargetRow[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readRows(join(folder, name), targetRowSchema));

/** Trains the model of what an item says about KPU; the same rows give the same bytes. */
export const trainTargetCommand: Evaluation<{
  data?: string;
  heldOut?: string;
  vectors?: string;
  out?: string;
  folds?: string;
}> = {
  name: 'target',
  summary: 'Trains target, tone, criticism, stance, topic and language (about half a minute).',
  options: [
    ['--data <dir>', 'folder of labelled rows as JSONL (default: models/target/training)'],
    [
      '--held-out <file>',
      'rows to be measured on; texts that are in the training too are warned of (default: models/target/gold/gold.jsonl)',
    ],
    ['--vectors <file>', 'model whose word vectors are used (default: models/tone/model.bin)'],
    ['--out <file>', 'where the model goes (default: models/target/model.bin)'],
    ['--folds <number>', 'cross-validate in this many parts instead of writing a model'],
  ],
  async run({
    data = 'models/target/training',
    heldOut = 'models/target/gold/gold.jsonl',
    vectors = 'models/tone/model.bin',
    out = 'models/target/model.bin',
    folds,
  }) {
    const rows = rowsIn(data);
    const measured = existsSync(heldOut) ? readRows(heldOut, targetRowSchema) : [];
    const warnings = rowWarnings(
      rows.map(({ text, tone }) => ({ text, label: tone })),
      measured,
    );
    const known = existsSync(vectors) ? decodeModelParts(readFileSync(vectors)).vectors : undefined;
    if (folds) return { ...crossValidateTarget(rows, Number(folds), known), warnings };
    const bytes = encodeModelParts(trainTarget(rows, known));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
    return { model: out, rows: rows.length, bytes: bytes.length, warnings };
  },
};
