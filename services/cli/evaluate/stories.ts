import { evaluateStories, storyRowSchema } from '../../../pipelines/evaluate/stories.ts';
import { storiesBaseline } from '../../../pipelines/evaluate/stories-baseline.ts';
import { readRows } from '../read-rows.ts';
import type { Evaluation } from './evaluation.ts';

/** The linker's stories, from texts and days alone, against people's clusters. */
export const storiesEvaluation: Evaluation<{ data: string; baseline?: boolean }> = {
  name: 'stories',
  summary: 'Links dated texts in one pass and compares the stories with the clusters.',
  options: [
    ['--data <file>', 'rows {text, at, cluster} as JSONL', 'needed'],
    ['--baseline', 'also plain TF-IDF at the threshold that suits the file best'],
  ],
  async run({ data, baseline }) {
    const rows = readRows(data, storyRowSchema);
    return { ...evaluateStories(rows), ...(baseline ? { baseline: storiesBaseline(rows) } : {}) };
  },
};
