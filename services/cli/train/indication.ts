import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { indicationRowSchema } from '../../../pipelines/evaluate/indication.ts';
import { indicationRecipe } from '../../../pipelines/train/indication-recipe.ts';
import { trainLinear } from '../../../pipelines/train/train-linear.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { readRows } from '../read-rows.ts';

/** At most so many rows of one `source`: with 4,000 each, reviews and chats cost three points of recall against posts. */
const MAX_PER_SOURCE = 1_500;

const OWN = 'models/indication/own-examples.jsonl';

const rowSchema = z
  .looseObject({ label: z.string().optional(), source: z.string().optional() })
  .transform((row, context) => {
    const text = indicationRowSchema.safeParse(row);
    if (text.success) return { text: text.data, label: row.label, source: row.source ?? '' };
    context.addIssue(text.error.issues[0]?.message ?? 'no text');
    return z.NEVER;
  });

/** Trains the score "looks like a circulating claim" and writes it; the same files give the same bytes. */
export const trainIndicationCommand: Evaluation<{
  positive: string[];
  negative: string[];
  headlines?: string[];
  heldOut?: string[];
  own?: string[];
  first?: string;
  out?: string;
}> = {
  name: 'indication',
  summary: 'Trains the score "looks like a circulating claim".',
  options: [
    [
      '--positive <files...>',
      'rows with text, query or title as JSONL: circulating claims; those labelled valid are left out',
      'needed',
    ],
    ['--negative <files...>', 'the same: ordinary posts', 'needed'],
    ['--headlines <files...>', 'the same: ordinary headlines'],
    [
      '--held-out <files...>',
      'the same: claims to be measured on; any claim they hold is left out of the training',
    ],
    [
      '--own <files...>',
      `rows written for the project, {text, label: claim or ordinary} or {text, stance} (default: ${OWN})`,
    ],
    [
      '--first <share>',
      'of negatives without a label only this first part is trained on, so that `evaluate --after` can measure the rest (default: 1)',
    ],
    ['--out <file>', 'where the model goes (default: models/indication/model.bin)'],
  ],
  async run({
    positive,
    negative,
    headlines = [],
    heldOut = [],
    own = [OWN],
    first = '1',
    out = 'models/indication/model.bin',
  }) {
    const share = z.coerce.number().gt(0).max(1).parse(first);
    const measured = readTexts(heldOut);
    const isMeasured = (text: string) => measured.some((one) => one.includes(text.slice(0, OPENING_CHARS)));
    const texts = {
      claims: readTexts(positive).filter((text) => !isMeasured(text)),
      posts: readTexts(negative, share),
      headlines: readTexts(headlines, share),
      own: readOwn(own),
    };
    const bytes = trainLinear(indicationRecipe(texts));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
    return {
      model: out,
      claims: texts.claims.length,
      posts: texts.posts.length,
      headlines: texts.headlines.length,
      own: texts.own.claims.length + texts.own.ordinary.length,
      bytes: bytes.length,
    };
  },
};

/** The same claim is printed with and without its title, so its first words are looked for anywhere in another. */
const OPENING_CHARS = 60;

/** A row labelled for this, or one of the target model's rows: those that spread a claim, and all others. */
const ownRowSchema = z
  .object({
    text: z.string(),
    label: z.enum(['claim', 'ordinary']).optional(),
    stance: z.string().optional(),
  })
  .transform(({ text, label, stance }) => ({ text, claim: label === 'claim' || stance === 'menyebarkan' }));

function readOwn(files: readonly string[]) {
  const rows = files.flatMap((file) => readRows(file, ownRowSchema));
  const texts = (claim: boolean) => rows.filter((row) => row.claim === claim).map(({ text }) => text);
  return { claims: texts(true), ordinary: texts(false) };
}

/** Each text once, in the order of the files; `first` is the part kept of rows without a label. */
function readTexts(files: readonly string[], first = 1): string[] {
  const taken = new Map<string, number>();
  const kept = new Set<string>();
  for (const file of files) {
    const rows = readRows(file, rowSchema);
    const end = Math.ceil(rows.length * first);
    rows.forEach(({ text, label, source }, i) => {
      const count = taken.get(source) ?? 0;
      const beyond = label === undefined ? i >= end : label !== 'hoax' && count >= MAX_PER_SOURCE;
      if (label === 'valid' || beyond) return;
      taken.set(source, count + 1);
      kept.add(text);
    });
  }
  return [...kept];
}
