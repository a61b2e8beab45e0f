import { openEnricher } from '../../../pipelines/enrich/open-enricher.ts';
import { replayStream, shareMoved } from '../../../pipelines/evaluate/replay-stream.ts';
import { type StreamItem, seeded } from '../../../pipelines/evaluate/stream.ts';
import { type MatterScore, scoreStream } from '../../../pipelines/evaluate/stream-score.ts';
import { streamSetOf, streamSets } from '../../../pipelines/evaluate/stream-sets.ts';
import { hourMs } from '../../../shared/domain/instant.ts';
import type { LabelledItem } from '../../../shared/domain/labelled-item.ts';
import type { Evaluation } from './evaluation.ts';
import { labelCrowd, plantRows, plantStream, readBackground, readPlanted } from './plant-stream.ts';

/** Live, feeds and posts of the same hour arrive mixed: nobody knows which comes first. */
const lateMs = hourMs;
/** What is asked of each matter. */
const leastRecall = 0.8;
const leastPrecision = 0.9;
/** The crowded set is for training: it is measured only when it is asked for. */
const numberedSets = Object.keys(streamSets).filter((name) => /^\d+$/.test(name));
const round = (value: number): number => Number(value.toFixed(4));

interface StreamFlags {
  data: string;
  items?: string;
  seed?: string;
  set?: string;
  planted?: string;
}

export class TwoPlantingsError extends Error {
  constructor() {
    super('What is planted comes from --set or from --planted, not from both.');
    this.name = 'TwoPlantingsError';
  }
}

/** Twelve days of real posts with planted matters, labelled by the shipped models, linked and scored. */
export const streamEvaluation: Evaluation<StreamFlags> = {
  name: 'stream',
  summary: 'Plants ten matters in twelve days of real posts and scores the issue that holds most of each.',
  options: [
    ['--data <files>', 'background rows {text} as JSONL; several files with commas between', 'needed'],
    ['--items <n>', 'background posts (15000); beyond those of the files they are varied'],
    ['--seed <n>', 'start of the random stream (1)'],
    ['--set <n>', 'which matters are planted (1 to 7, or crowded), or all: 1 to 7'],
    [
      '--planted <files>',
      'instead of a set: rows {id, text, created_at, author, matter} as JSONL (data/streams), matter null for a near-miss; several files with commas between',
    ],
  ],
  async run({ data, items = '15000', seed = '1', set, planted }, context) {
    if (set !== undefined && planted !== undefined) throw new TwoPlantingsError();
    const background = readBackground(data);
    const enricher = await openEnricher(context.readModel);
    const among = { background, enricher, seed: Number(seed), items: Number(items) };
    if (planted !== undefined) {
      // All files are read first: labelling takes ten seconds, a bad row is told at once.
      const read = planted.split(',').map((file) => [file, readPlanted(file)] as const);
      const crowd = labelCrowd(among);
      const files = Object.fromEntries(
        read.map(([file, rows]) => [file, scoreOnce(plantRows(rows, crowd, enricher))]),
      );
      return { ...meanOver(Object.values(files)), files };
    }
    const score = (name: string) =>
      scorePlanted(plantStream({ ...among, set: streamSetOf(name) }), seeded(Number(seed) + 1));
    if (set !== 'all') return score(set ?? '1');
    const sets = Object.fromEntries(numberedSets.map((name) => [name, score(name)]));
    return { ...summed(Object.values(sets)), sets };
  },
};

/** One replay, in order and in batches as live. */
function scoreOnce(stream: readonly StreamItem[]) {
  const issues = replayStream(stream.map(({ item }) => item));
  return scoresOf(stream, issues);
}

function scoresOf(stream: readonly StreamItem[], issues: readonly (string | null)[]) {
  const matters = scoreStream(
    issues,
    stream.map(({ matter }) => matter),
  );
  return {
    n: stream.length,
    issues: new Set(issues.filter((issue) => issue !== null)).size,
    ...meanOf(matters),
    worstRecall: round(Math.min(...matters.map((score) => score.recall))),
    worstPrecision: round(Math.min(...matters.map((score) => score.precision))),
    matters,
  };
}

function scorePlanted(stream: readonly StreamItem[], random: () => number) {
  const labelled = stream.map(({ item }) => item);
  const issues = replayStream(labelled);
  const { matters, ...scores } = scoresOf(stream, issues);
  return {
    ...scores,
    movedByBatchSize: round(shareMoved(issues, replayStream(labelled, 1))),
    movedByOrder: movedByOrder(labelled, issues, random),
    matters,
  };
}

function meanOf(matters: readonly MatterScore[]) {
  const mean = (pick: (score: MatterScore) => number): number =>
    round(matters.reduce((sum, score) => sum + pick(score), 0) / matters.length);
  return {
    recall: mean((score) => score.recall),
    precision: mean((score) => score.precision),
    passed: matters.filter(({ recall, precision }) => recall >= leastRecall && precision >= leastPrecision)
      .length,
  };
}

const meanOver = (streams: readonly { matters: readonly MatterScore[] }[]) =>
  meanOf(streams.flatMap(({ matters }) => matters));

function summed(sets: readonly ReturnType<typeof scorePlanted>[]) {
  return {
    ...meanOver(sets),
    movedByBatchSize: Math.max(...sets.map((set) => set.movedByBatchSize)),
    movedByOrder: Math.max(...sets.map((set) => set.movedByOrder)),
  };
}

/** Each item arrives up to an hour late; what is measured is whose company it keeps then. */
function movedByOrder(
  items: readonly LabelledItem[],
  issues: readonly (string | null)[],
  random: () => number,
): number {
  const arrivals = items
    .map((item, i) => ({ item, issue: issues[i]!, at: item.publishedAt + random() * lateMs }))
    .sort((a, b) => a.at - b.at);
  const again = replayStream(arrivals.map(({ item }) => item));
  return round(
    shareMoved(
      arrivals.map(({ issue }) => issue),
      again,
    ),
  );
}
