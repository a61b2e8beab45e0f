import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { createLinearModel } from '../../../pipelines/enrich/model/linear-model.ts';
import { createTextTone } from '../../../pipelines/enrich/text-tone.ts';
import { indicationRowSchema } from '../../../pipelines/evaluate/indication.ts';
import { evaluateTone, toneRowSchema } from '../../../pipelines/evaluate/tone.ts';
import { joinPostLabels, postLabelSchema } from '../../../pipelines/train/labelled-posts.ts';
import { rowWarnings } from '../../../pipelines/train/row-warnings.ts';
import { type ToneTrainingRow, toneRecipe } from '../../../pipelines/train/tone-recipe.ts';
import { TrainingDataError, trainLinear, trainLinearParts } from '../../../pipelines/train/train-linear.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { readRows } from '../read-rows.ts';

/** A row of the target model's training: its mood is labelled too, whatever is said of KPU. */
const ownRowSchema = z
  .object({ text: z.string(), text_tone: z.enum(['positive', 'neutral', 'negative']) })
  .transform(({ text, text_tone }) => ({ text, label: text_tone, source: 'own' }));

interface Flags {
  data: string;
  own?: string[];
  unlabelled?: string[];
  labels?: string[];
  heldOut?: string[];
  leaveOut?: string;
  out?: string;
}

/** All rows of some files. */
const readAll = <T>(files: readonly string[], schema: z.ZodType<T>): T[] =>
  files.flatMap((file) => readRows(file, schema));

/** How models/tone/labels knows a text. */
const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

interface Material {
  rows: ToneTrainingRow[];
  unlabelled: string[];
  heldOut: ToneTrainingRow[];
  labelsWithoutText: number;
}

function readMaterial({ data, own = [], unlabelled = [], labels = [], heldOut = [] }: Flags): Material {
  const texts = readAll(unlabelled, indicationRowSchema);
  const posts = joinPostLabels(readAll(labels, postLabelSchema), texts, keyOf);
  const labelled = new Set(posts.rows.map(({ text }) => text));
  return {
    rows: [...readAll([data], toneRowSchema), ...readAll(own, ownRowSchema), ...posts.rows],
    // A text counts once among those that teach the company of words.
    unlabelled: texts.filter((text) => !labelled.has(text)),
    heldOut: readAll(heldOut, toneRowSchema),
    labelsWithoutText: posts.missing,
  };
}

/** Trained without one source and measured on it: what to expect of a set that is in no training file. */
function leaveOneOut({ rows, unlabelled, heldOut }: Material, source: string): Record<string, unknown> {
  const measured = [...rows, ...heldOut].filter((row) => row.source === source);
  if (measured.length === 0) throw new TrainingDataError(`no row has the source "${source}"`);
  const hidden = new Set(measured.map(({ text }) => text));
  const recipe = toneRecipe(
    rows.filter((row) => row.source !== source),
    unlabelled.filter((text) => !hidden.has(text)),
  );
  const { judge } = createTextTone(createLinearModel(trainLinearParts({ ...recipe, folds: 0 })));
  const { bySource: _same, ...figures } = evaluateTone(measured, judge, () => performance.now());
  return { leftOut: source, trainedOn: recipe.rows.length, ...figures };
}

/** Trains the model of text moods and writes it; the same rows give the same bytes. */
export const trainToneCommand: Evaluation<Flags> = {
  name: 'tone',
  summary: 'Trains the model of text moods (some minutes for 30,000 rows).',
  options: [
    ['--data <file>', 'rows {text, label: positive|neutral|negative, source?} as JSONL', 'needed'],
    ['--own <files...>', 'rows {text, text_tone} written for the project, as one more source'],
    ['--unlabelled <files...>', 'rows with text or title whose words teach which words keep like company'],
    ['--labels <files...>', 'rows {key, label, source}: labels of unlabelled texts, known by their digest'],
    [
      '--held-out <files...>',
      'rows like --data to be measured on; texts that are in the training too are warned of',
    ],
    [
      '--leave-out <source>',
      'write nothing: train without this source and measure on its rows, those of --held-out among them',
    ],
    ['--out <file>', 'where the model goes (default: models/tone/model.bin)'],
  ],
  async run(flags) {
    const { leaveOut, out = 'models/tone/model.bin' } = flags;
    const material = readMaterial(flags);
    const { rows, unlabelled, heldOut, labelsWithoutText } = material;
    if (leaveOut) return leaveOneOut(material, leaveOut);
    const bytes = trainLinear(toneRecipe(rows, unlabelled));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
    return {
      model: out,
      rows: rows.length,
      unlabelled: unlabelled.length,
      labelsWithoutText,
      bytes: bytes.length,
      warnings: rowWarnings(rows, heldOut),
    };
  },
};
