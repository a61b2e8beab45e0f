import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { indicationRowSchema } from '../../../pipelines/evaluate/indication.ts';
import { parseRows } from '../../../pipelines/evaluate/parse-rows.ts';
import { indicationRecipe } from '../../../pipelines/train/indication-recipe.ts';
import { trainLinear } from '../../../pipelines/train/train-linear.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';

/** At most so many rows of one `source`: with 4,000 each, reviews and chats cost three points of recall against posts. */
const MAX_PER_SOURCE = 1_500;

const rowSchema = z
  .looseObject({ label: z.string().optional(), source: z.string().optional() })
  .transform((row) => ({ text: indicationRowSchema.parse(row), label: row.label, source: row.source ?? '' }));

/** Trains the score "looks like a circulating claim" and writes it; the same files give the same bytes. */
export const trainIndicationCommand: Evaluation<{
  positive: string[];
  negative: string[];
  headlines?: string[];
  heldOut?: string[];
  out?: string;
}> = {
  name: 'indication',
  summary: 'Trains the score "looks like a circulating claim".',
  options: [
    [
      '--positive <files...>',
      'rows with text, query or title as JSONL: circulating claims; those labelled valid are left out',
    ],
    ['--negative <files...>', 'the same: ordinary posts'],
    ['--headlines <files...>', 'the same: ordinary headlines'],
    [
      '--held-out <files...>',
      'the same: claims to be measured on; any claim they hold is left out of the training',
    ],
    ['--out <file>', 'where the model goes (default: models/indication/model.bin)'],
  ],
  async run({ positive, negative, headlines = [], heldOut = [], out = 'models/indication/model.bin' }) {
    const measured = readTexts(heldOut);
    const isMeasured = (text: string) => measured.some((one) => one.includes(text.slice(0, OPENING_CHARS)));
    const texts = {
      claims: readTexts(positive).filter((text) => !isMeasured(text)),
      posts: readTexts(negative),
      headlines: readTexts(headlines),
    };
    const bytes = trainLinear(indicationRecipe(texts));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
    const { claims, posts } = texts;
    return {
      model: out,
      claims: claims.length,
      posts: posts.length,
      headlines: texts.headlines.length,
      bytes: bytes.length,
    };
  },
};

/** The same claim is printed with and without its title, so its first words are looked for anywhere in another. */
const OPENING_CHARS = 60;

function readTexts(files: readonly string[]): string[] {
  const taken = new Map<string, number>();
  const kept = new Set<string>();
  for (const file of files) {
    for (const { text, label, source } of parseRows(readFileSync(file, 'utf8'), rowSchema)) {
      const count = taken.get(source) ?? 0;
      if (label === 'valid' || (source !== '' && label !== 'hoax' && count >= MAX_PER_SOURCE)) continue;
      taken.set(source, count + 1);
      kept.add(text);
    }
  }
  return [...kept];
}
