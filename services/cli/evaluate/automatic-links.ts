import { z } from 'zod';
import { evaluateAutomaticLinks } from '../../../pipelines/evaluate/automatic-links.ts';
import { seeded } from '../../../pipelines/evaluate/stream.ts';
import { readRows } from '../read-rows.ts';
import type { Evaluation } from './evaluation.ts';

const rowSchema = z.object({ text: z.string() }).or(z.object({ match: z.string() }));

/** Copies of claims made by program, of which some say something else, against the claims. */
export const automaticLinksEvaluation: Evaluation<{ data: string; claims?: string; seed?: string }> = {
  name: 'automatic-links',
  summary:
    'Alters claims so that they say the same or something else, and counts what is linked without asking.',
  options: [
    [
      '--data <files>',
      'rows {text} or {match} as JSONL, taken for claims; several files with commas between',
      'needed',
    ],
    ['--claims <n>', 'how many of them, from the start (600)'],
    ['--seed <n>', 'start of the random stream (1)'],
  ],
  async run({ data, claims = '600', seed = '1' }) {
    const texts = data
      .split(',')
      .flatMap((file) => readRows(file, rowSchema))
      .map((row) => ('text' in row ? row.text : row.match));
    return { ...evaluateAutomaticLinks(texts, seeded(Number(seed)), Number(claims)) };
  },
};
