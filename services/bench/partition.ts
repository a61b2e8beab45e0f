import { bcubed } from '../../pipelines/evaluate/bcubed.ts';
import { makeStream, seeded } from '../../pipelines/evaluate/stream.ts';
import { createLinker } from '../../pipelines/link/linker.ts';
import { provinceOf } from '../../shared/domain/area.ts';
import type { LabelledItem } from '../../shared/domain/labelled-item.ts';
import type { Bench, BenchResult } from './bench.ts';
import { benchTexts } from './bench-items.ts';

const start = Date.UTC(2024, 1, 5);
const batchSize = 200;

/** How a stream could be dealt to several writers; the value is the writer's name. */
const plans: Record<string, (item: LabelledItem) => string> = {
  'by province, unplaced to one': (item) => provinceOfItem(item) ?? 'unplaced',
  'by tier: placed and unplaced': (item) => (provinceOfItem(item) === null ? 'unplaced' : 'placed'),
  'by item, four writers': (item) => String(Number.parseInt(item.id.slice(0, 2), 16) % 4),
};

const provinceOfItem = (item: LabelledItem): string | null => {
  const [place] = item.labels.places;
  return place ? provinceOf(place.code) : null;
};

/** Of the sample's items four in ten name a place; a few provinces have most of them (Zipf). Both are assumptions. */
const placedShare = 0.4;
const provinces = 38;
const warmUp = 3_000;

function placed(item: LabelledItem, random: () => number): LabelledItem {
  if (random() >= placedShare) return item;
  const rank = Math.floor(provinces ** random());
  const code = `${String(10 + rank)}.01`;
  return { ...item, labels: { ...item.labels, places: [{ code, from: 'text', words: [] }] } };
}

interface Linked {
  /** Issue of each item; items without one stand alone. */
  issues: string[];
  seconds: number;
}

function link(items: readonly LabelledItem[]): Linked {
  const linker = createLinker();
  const issueOf = new Map<string, string | null>();
  const before = process.cpuUsage().user; // other work on the machine does not count
  for (let at = 0; at < items.length; at += batchSize) linker.linkBatch(items.slice(at, at + batchSize));
  const seconds = (process.cpuUsage().user - before) / 1e6;
  for (const item of items) issueOf.set(item.id, linker.issueOf(item.id));
  return { issues: items.map((item) => issueOf.get(item.id) ?? item.id), seconds };
}

/** What becomes of the issues when each writer sees only its share; a writer that is named twice is one. */
function simulate(items: readonly LabelledItem[], whole: Linked, plan: (item: LabelledItem) => string) {
  const shares = Map.groupBy(items.keys(), (n) => plan(items[n]!));
  const issues: string[] = Array.from({ length: items.length }, () => '');
  let slowest = 0;
  for (const [writer, numbers] of shares) {
    const own = link(numbers.map((n) => items[n]!));
    slowest = Math.max(slowest, own.seconds);
    for (const [at, n] of numbers.entries()) issues[n] = `${writer} ${own.issues[at]}`;
  }
  const split = [...Map.groupBy(whole.issues.keys(), (n) => whole.issues[n]!).values()].filter(
    (numbers) => new Set(numbers.map((n) => plan(items[n]!))).size > 1,
  ).length;
  const inIssues = [...items.keys()].filter((n) => whole.issues[n] !== items[n]!.id);
  const { f1 } = bcubed(
    inIssues.map((n) => issues[n]!),
    inIssues.map((n) => whole.issues[n]!),
  );
  const largest = Math.max(...[...shares.values()].map((numbers) => numbers.length)) / items.length;
  return {
    writers: shares.size,
    largestShare: Number(largest.toFixed(3)),
    speedUp: Number((whole.seconds / slowest).toFixed(2)),
    /** Issues of the single writer that the plan tears apart. */
    issuesSplit: split,
    sameAsOneWriter: Number(f1.toFixed(3)),
  };
}

/** Where the single writer stops, and what dealing its stream to several would cost in issues torn apart. */
export const partitionBench: Bench<{ items?: string }> = {
  name: 'partition',
  summary: 'What dealing the links to several writers would gain and tear apart; yardstick: the one writer.',
  options: [['--items <n>', 'posts beside the planted matters (default 20000)']],
  async run({ items = '20000' }): Promise<BenchResult> {
    const { texts, from } = benchTexts();
    const random = seeded(12);
    const stream = makeStream({
      background: texts,
      backgroundItems: Number(items),
      nearMissItems: 200,
      start,
      random: seeded(11),
      missedTargets: 0.05,
    }).map(({ item, matter }) => (matter === null ? placed(item, random) : item));
    link(stream.slice(0, warmUp));
    const whole = link(stream);
    const itemsPerSecond = Math.round(stream.length / whole.seconds);
    const issues = new Set(whole.issues.filter((issue, n) => issue !== stream[n]!.id)).size;
    return {
      itemsPerSecond,
      yardstick: { name: 'one writer', itemsPerSecond },
      ratio: 1,
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
      texts: from,
      n: stream.length,
      issues,
      plans: Object.fromEntries(
        Object.entries(plans).map(([name, plan]) => [name, simulate(stream, whole, plan)]),
      ),
    };
  },
};
