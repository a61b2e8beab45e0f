import { plainLabels } from '../../pipelines/evaluate/plain-item.ts';
import { createLinker, type Linker } from '../../pipelines/link/linker.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import type { Bench, BenchResult } from './bench.ts';
import { benchItems, benchTexts } from './bench-items.ts';

/** Items whose linking is timed after the known ones. */
const timed = 5_000;
/** Items a batch, as the queue carries them. */
const batchSize = 200;
/** Five times what KPU RI sees on a day of an election week; 300,000 items lie in the open window then. */
const defaultPerDay = '100000';
/** A fixed end, so that every run links the same stream. */
const end = Date.UTC(2024, 1, 15);

/** Items per second of the linker alone beside known items. */
export const linkBench: Bench<{ known?: string; perDay?: string }> = {
  name: 'link',
  summary: 'Items per second linked beside N known ones; yardstick: the same at 20,000.',
  options: [
    ['--known <n>', 'items known before (default 20000)'],
    ['--per-day <n>', `items a day of the stream (default ${defaultPerDay})`],
  ],
  async run({ known = '20000', perDay = defaultPerDay }): Promise<BenchResult> {
    const { texts, from } = benchTexts();
    const small = measure(texts, 20_000, Number(perDay));
    const large = Number(known) === 20_000 ? small : measure(texts, Number(known), Number(perDay));
    return {
      itemsPerSecond: large.itemsPerSecond,
      yardstick: { name: 'the linker at 20,000 known items', itemsPerSecond: small.itemsPerSecond },
      ratio: Number((large.itemsPerSecond / small.itemsPerSecond).toFixed(3)),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
      texts: from,
      known: Number(known),
      perDay: Number(perDay),
      open: large.open,
      timed,
    };
  },
};

function measure(
  texts: readonly string[],
  known: number,
  perDay: number,
): { itemsPerSecond: number; open: number } {
  const linker = createLinker();
  const stream = batches(benchItems(texts, known + timed, end, perDay));
  let linked = 0;
  let spent = 0;
  for (const batch of stream) {
    const milliseconds = link(linker, batch);
    if (linked >= known) spent += milliseconds;
    linked += batch.length;
  }
  return { itemsPerSecond: Math.round((timed * 1_000) / spent), open: linker.open };
}

function link(linker: Linker, batch: readonly LabelledItem[]): number {
  const startedAt = performance.now();
  linker.linkBatch(batch);
  return performance.now() - startedAt;
}

function* batches(items: Iterable<Item>): Generator<LabelledItem[]> {
  let batch: LabelledItem[] = [];
  for (const item of items) {
    batch.push({ ...item, labels: plainLabels });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
