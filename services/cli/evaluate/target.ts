import { createItemReader } from '../../../pipelines/enrich/read-item.ts';
import { loadTargetModels } from '../../../pipelines/enrich/target-models.ts';
import {
  measureTarget,
  readTarget,
  targetIntervals,
  targetRowSchema,
} from '../../../pipelines/evaluate/target.ts';
import { readRows } from '../read-rows.ts';
import type { Evaluation } from './evaluation.ts';

/** What an item says about KPU, by rules and the shipped models, against people's labels. */
export const targetEvaluation: Evaluation<{ data: string }> = {
  name: 'target',
  summary: 'Reads target, tone, criticism, stance, areas, language and topic of labelled texts and compares.',
  options: [
    [
      '--data <file>',
      'rows {text, target, tone, criticism, stance, areas, language, topic} as JSONL',
      'needed',
    ],
  ],
  async run({ data }, context) {
    const rows = readRows(data, targetRowSchema);
    const models = await loadTargetModels((path) => context.readModel(path));
    const read = createItemReader(models);
    const startedAt = performance.now();
    const readings = rows.map(({ text }) => readTarget(read(text)));
    const seconds = (performance.now() - startedAt) / 1000;
    return {
      ...measureTarget(rows, readings),
      interval: targetIntervals(rows, readings),
      readBy: models ? 'rules and model' : 'rules',
      itemsPerSecond: Math.round(rows.length / seconds),
    };
  },
};
