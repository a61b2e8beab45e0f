import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { indicationRowSchema } from '../../../pipelines/evaluate/indication.ts';
import { parseRows } from '../../../pipelines/evaluate/parse-rows.ts';
import { indicationRecipe } from '../../../pipelines/train/indication-recipe.ts';
import { trainLinear } from '../../../pipelines/train/train-linear.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';

/** Files may hold rows of other kinds too (`label: valid`): only claims found wrong are learned as circulating. */
const isClaim = (line: string) => !/"label":\s*"valid"/.test(line);

/** Trains the score "looks like a circulating claim" and writes it; the same files give the same bytes. */
export const trainIndicationCommand: Evaluation<{ positive: string[]; negative: string[]; out?: string }> = {
  name: 'indication',
  summary: 'Trains the score "looks like a circulating claim".',
  options: [
    ['--positive <files...>', 'rows with text, query or title as JSONL: texts that circulated as claims'],
    ['--negative <files...>', 'the same: ordinary posts and headlines'],
    ['--out <file>', 'where the model goes (default: models/indication/model.bin)'],
  ],
  async run({ positive, negative, out = 'models/indication/model.bin' }) {
    const claims = [...new Set(positive.flatMap((file) => texts(file, isClaim)))];
    const ordinary = [...new Set(negative.flatMap((file) => texts(file, () => true)))];
    const bytes = trainLinear(indicationRecipe(claims, ordinary));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
    return { model: out, claims: claims.length, ordinary: ordinary.length, bytes: bytes.length };
  },
};

function texts(file: string, keep: (line: string) => boolean): string[] {
  return parseRows(readFileSync(file, 'utf8').split('\n').filter(keep).join('\n'), indicationRowSchema);
}
