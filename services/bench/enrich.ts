import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEnricher } from '../../pipelines/enrich/open-enricher.ts';
import { parseRows } from '../../pipelines/evaluate/parse-rows.ts';
import { type ToneRow, toneRowSchema } from '../../pipelines/evaluate/tone.ts';
import { toneSchema } from '../../shared/domain/labels.ts';
import type { Bench, BenchResult } from './bench.ts';
import { benchItems, benchTexts, longerTexts, wordCount } from './bench-items.ts';
import { timeYardstick } from './yardstick.ts';

/** Items of one round, and rounds; the median round is told, so that a pause of the machine does not count. */
const ITEMS = 10_000;
const ROUNDS = 3;
/** Words of an item in the mean: what the floor of 4,000 items a second is asked at. */
const WORDS = 25;
const DAY_END = Date.UTC(2024, 1, 15);

const readModel = async (path: string): Promise<Uint8Array | null> => {
  const file = join('models', path);
  return existsSync(file) ? readFileSync(file) : null;
};

/** Rows for the yardstick: the public ones where they are at hand, else the bench texts with labels in turn. */
function yardstickRows(texts: readonly string[]): ToneRow[] {
  const file = join('..', 'shared', 'data', 'sentiment', 'train.jsonl');
  if (existsSync(file)) return parseRows(readFileSync(file, 'utf8'), toneRowSchema);
  return texts.map((text, i) => ({ text, label: toneSchema.options[i % toneSchema.options.length]! }));
}

/** Item to labelled item on one core with all models, beside natural's Bayes classifier. */
export const enrichBench: Bench<{ items?: string; words?: string }> = {
  name: 'enrich',
  summary: "Items labelled per second on one core; yardstick: natural's Bayes classifier.",
  options: [
    ['--items <number>', `items in a round (default: ${ITEMS})`],
    ['--words <number>', `words of an item in the mean; 0 for the texts as they are (default: ${WORDS})`],
  ],
  async run({ items = String(ITEMS), words = String(WORDS) }): Promise<BenchResult> {
    const startedAt = performance.now();
    const enricher = await openEnricher(readModel);
    const loadMs = Math.round(performance.now() - startedAt);
    const { texts, from } = benchTexts();
    const stream = [...benchItems(longerTexts(texts, Number(words)), Number(items), DAY_END, Number(items))];
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const roundAt = performance.now();
      for (const item of stream) enricher.enrich(item);
      rates.push(stream.length / ((performance.now() - roundAt) / 1000));
    }
    rates.sort((a, b) => a - b);
    const itemsPerSecond = Math.round(rates[Math.floor(ROUNDS / 2)]!);
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    const wordsRead = stream.reduce((sum, { text }) => sum + wordCount(text), 0);
    const yardstick = timeYardstick(yardstickRows(texts));
    return {
      itemsPerSecond,
      yardstick,
      ratio: Number((itemsPerSecond / yardstick.itemsPerSecond).toFixed(1)),
      peakRssMb,
      texts: from,
      n: stream.length,
      wordsPerItem: Number((wordsRead / stream.length).toFixed(1)),
      loadMs,
    };
  },
};
