import { z } from 'zod';
import type { Enricher } from '../../../pipelines/enrich/enrich-item.ts';
import { makeStream, type StreamItem, seeded } from '../../../pipelines/evaluate/stream.ts';
import type { StreamSet } from '../../../pipelines/evaluate/stream-sets.ts';
import { readRows } from '../read-rows.ts';

const start = Date.parse('2024-02-05T00:00:00Z');

/** Background texts from files with commas between. */
export const readBackground = (files: string): string[] =>
  files
    .split(',')
    .flatMap((file) => readRows(file, z.object({ text: z.string() })))
    .map((row) => row.text);

export interface PlantedStream {
  background: readonly string[];
  enricher: Enricher;
  set: StreamSet;
  seed: number;
  items?: number;
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
