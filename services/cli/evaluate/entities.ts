import { z } from 'zod';
import { isAbusive } from '../../../pipelines/enrich/abuse.ts';
import { findEntities } from '../../../pipelines/enrich/entities.ts';
import { scanWords } from '../../../pipelines/enrich/read/scan-words.ts';
import { entityRowSchema, evaluateEntities, withTexts } from '../../../pipelines/evaluate/entities.ts';
import { readRows } from '../read-rows.ts';
import type { Evaluation } from './evaluation.ts';

const textRowSchema = z.object({ id: z.string(), text: z.string() });

/** Institutions, offices, parties, systems and roles that texts name, and the abuse tag, against a person's labels. */
export const entitiesEvaluation: Evaluation<{ data?: string; texts?: string }> = {
  name: 'entities',
  summary: 'Finds who labelled texts name and whether they are abusive, and compares.',
  options: [
    [
      '--data <file>',
      'rows {text or id, entities: [{kind, name}], abusive} (default: models/target/gold/entities.jsonl)',
    ],
    ['--texts <file>', 'rows {id, text} for rows without a text (default: models/target/gold/gold.jsonl)'],
  ],
  async run({ data = 'models/target/gold/entities.jsonl', texts = 'models/target/gold/gold.jsonl' }) {
    const parsed = readRows(data, entityRowSchema);
    const named = parsed.some(({ text }) => text === undefined) ? readRows(texts, textRowSchema) : [];
    const rows = withTexts(parsed, new Map(named.map(({ id, text }) => [id, text])));
    const scans = rows.map(({ text }) => scanWords(text));
    return {
      ...evaluateEntities(
        rows,
        scans.map((scan) => ({ entities: findEntities(scan), abusive: isAbusive(scan) })),
      ),
    };
  },
};
