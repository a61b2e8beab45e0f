import { z } from 'zod';
import { evaluateDuplicates } from '../../../pipelines/evaluate/duplicates.ts';
import { seeded } from '../../../pipelines/evaluate/stream.ts';
import { readRows } from '../read-rows.ts';
import type { Evaluation } from './evaluation.ts';

/** Copies made by program from real posts, among all the posts. */
export const duplicatesEvaluation: Evaluation<{ data: string; seed?: string }> = {
  name: 'duplicates',
  summary:
    'Makes altered copies of real posts and counts those found, by kind, and what is wrongly called a copy.',
  options: [
    ['--data <files>', 'rows {text} as JSONL; several files with commas between', 'needed'],
    ['--seed <n>', 'start of the random stream (1)'],
  ],
  async run({ data, seed = '1' }) {
    const texts = data
      .split(',')
      .flatMap((file) => readRows(file, z.object({ text: z.string() })))
      .map((row) => row.text);
    return { ...evaluateDuplicates(texts, seeded(Number(seed))) };
  },
};
