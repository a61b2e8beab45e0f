import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { trainMeanings } from '../../../pipelines/train/train-meanings.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { readRows } from '../read-rows.ts';

const rowSchema = z.looseObject({
  text: z.string().optional(),
  title: z.string().optional(),
  match: z.string().optional(),
  query: z.string().optional(),
});

/** Trains the vectors by which matters in different words are compared; the same files give the same bytes. */
export const trainMeaningsCommand: Evaluation<{ data: string[]; own?: string[]; out?: string }> = {
  name: 'meanings',
  summary: 'Trains vectors of stems from the company they keep; a minute for 50,000 texts. No label is read.',
  options: [
    ['--data <files...>', 'rows with text or title, or with match and query, as JSONL', 'needed'],
    ['--own <files...>', 'the same: rows about KPU; they count twice, since they are few'],
    ['--out <file>', 'where the model goes (default: pipelines/link/word-meanings.json)'],
  ],
  async run({ data, own = [], out = 'pipelines/link/word-meanings.json' }) {
    const read = (file: string): string[] =>
      readRows(file, rowSchema).map(({ text, title, match, query }) =>
        [text ?? title, match, query].filter((part) => part !== undefined).join('. '),
      );
    const texts = [...data.flatMap(read), ...[...own, ...own].flatMap(read)];
    const { n, ...model } = trainMeanings(texts);
    writeFileSync(out, `${JSON.stringify(model)}\n`);
    return { model: out, texts: texts.length, stems: n };
  },
};
