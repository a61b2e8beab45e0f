import { z } from 'zod';
import type { Enricher } from '../../../pipelines/enrich/enrich-item.ts';
import { RowsError } from '../../../pipelines/evaluate/parse-rows.ts';
import { plantedSchema } from '../../../pipelines/evaluate/planted-rows.ts';
import {
  inTimeOrder,
  makeBackground,
  makeStream,
  type StreamItem,
  seeded,
  streamSpan,
} from '../../../pipelines/evaluate/stream.ts';
import type { StreamSet } from '../../../pipelines/evaluate/stream-sets.ts';
import { readRows } from '../read-rows.ts';

const start = Date.parse('2024-02-05T00:00:00Z');

/** Background texts from files with commas between. */
export const readBackground = (files: string): string[] =>
  files
    .split(',')
    .flatMap((file) => readRows(file, z.object({ text: z.string() })))
    .map((row) => row.text);

export interface Background {
  background: readonly string[];
  enricher: Enricher;
  seed: number;
  items?: number;
}

export interface PlantedStream extends Background {
  set: StreamSet;
}

/** Twelve days of real posts with planted matters, labelled by the shipped models. */
export function plantStream({
  background,
  enricher,
  set,
  seed,
  items = 15_000,
}: PlantedStream): StreamItem[] {
  const options = { background, backgroundItems: items, nearMissItems: 150, start, missedTargets: 0, ...set };
  return makeStream({ ...options, random: seeded(seed) }).map(({ item, matter }) => ({
    item: enricher.enrich(item),
    matter,
  }));
}

/** The same real posts for every planted file, labelled once: labels do not depend on the time. */
export const labelCrowd = ({ background, enricher, seed, items }: Required<Background>): StreamItem[] =>
  makeBackground({ background, backgroundItems: items, start: 0, random: seeded(seed) }).map(
    ({ item, matter }) => ({ item: enricher.enrich(item), matter }),
  );

/** @throws RowsError naming the file and the first bad line, or that no row of it belongs to a matter */
export function readPlanted(file: string): StreamItem[] {
  const rows = readRows(file, plantedSchema());
  if (rows.every(({ matter }) => matter === null)) throw new RowsError(`${file}: no row belongs to a matter`);
  return rows;
}

/** The rows of a file, labelled by the shipped models, among a crowd (see `labelCrowd`) spread over the same span. */
export function plantRows(
  rows: readonly StreamItem[],
  crowd: readonly StreamItem[],
  enricher: Enricher,
): StreamItem[] {
  const planted = inTimeOrder(rows).map(({ item, matter }) => ({ item: enricher.enrich(item), matter }));
  const start = planted[0]!.item.publishedAt;
  const shrink = (planted.at(-1)!.item.publishedAt - start) / streamSpan;
  const among = crowd.map(({ item, matter }) => {
    const at = start + Math.floor(item.publishedAt * shrink);
    return { item: { ...item, publishedAt: at, collectedAt: at }, matter };
  });
  return inTimeOrder([...planted, ...among]);
}
