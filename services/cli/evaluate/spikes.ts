import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { leaveOneOut } from '../../../pipelines/evaluate/leave-one-out.ts';
import { evaluateSpikes, type LabelledSeries } from '../../../pipelines/evaluate/spikes.ts';
import type { Evaluation } from './evaluation.ts';

const rowSchema = z.object({ timestamp: z.string(), value: z.coerce.number().nonnegative() });
/** NAB writes `{"AAPL.csv" or "realTweets/AAPL.csv" or "AAPL": [[from, to], …]}`. */
const windowsSchema = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])));

/** `2015-02-26 21:42:53` with or without fractions; NAB names no zone, so UTC. */
const instantOf = (text: string): number => {
  const at = Date.parse(`${text.trim().replace(' ', 'T').slice(0, 19)}Z`);
  if (Number.isNaN(at)) throw new RangeError(`"${text}" is no timestamp like 2015-02-26 21:42:53`);
  return at;
};

const seriesName = (key: string): string =>
  basename(key)
    .replace(/\.csv$/, '')
    .replace(/^Twitter_volume_/, '');

/** Every `*.csv` of a folder with its windows from `windows.json`; a series without an entry has none. */
export async function readLabelledSeries(dir: string): Promise<LabelledSeries[]> {
  const windows = windowsSchema.parse(JSON.parse(await readFile(join(dir, 'windows.json'), 'utf8')));
  const spans = new Map(Object.entries(windows).map(([key, value]) => [seriesName(key), value]));
  const files = (await readdir(dir)).filter((name) => name.endsWith('.csv')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const rows = parse(await readFile(join(dir, file)), {
        columns: true,
        skip_empty_lines: true,
        trim: true,
      });
      const points = z.array(rowSchema).parse(rows);
      return {
        name: seriesName(file),
        points: points.map(({ timestamp, value }) => ({ at: instantOf(timestamp), value })),
        windows: (spans.get(seriesName(file)) ?? []).map(([from, to]) => ({
          from: instantOf(from),
          to: instantOf(to),
        })),
      };
    }),
  );
}

export const spikesEvaluation: Evaluation<{ dir: string; leaveOneOut?: boolean }> = {
  name: 'spikes',
  summary: 'spike detection on counted series with labelled windows (NAB): hourly sums, 7 days of warm-up',
  options: [
    ['--dir <folder>', '*.csv with timestamp,value and windows.json', 'needed'],
    ['--leave-one-out', 'choose the thresholds on all series but one, for each in turn, instead'],
  ],
  run: async ({ dir, leaveOneOut: isWanted }) => {
    const all = await readLabelledSeries(dir);
    return isWanted ? { ...leaveOneOut(all) } : { ...evaluateSpikes(all) };
  },
};
