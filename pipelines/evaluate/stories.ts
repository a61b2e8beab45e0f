import { z } from 'zod';
import { createLinker } from '../link/linker.ts';
import type { LinkSettings } from '../link/settings.ts';
import { type BCubed, bcubed } from './bcubed.ts';
import { plainItem } from './plain-item.ts';

export const storyRowSchema = z.object({
  text: z.string(),
  /** A day or an instant, RFC 3339. */
  at: z.string().refine((at) => !Number.isNaN(Date.parse(at)), 'is no date'),
  cluster: z.string(),
});
export type StoryRow = z.infer<typeof storyRowSchema>;

export interface StoriesFigures {
  n: number;
  clusters: number;
  bcubed: BCubed;
}

/** Links the rows in time order by their texts alone and compares the stories with the clusters. */
export function evaluateStories(
  rows: readonly StoryRow[],
  settings: Partial<LinkSettings> = {},
): StoriesFigures {
  const ordered = inTimeOrder(rows);
  const linker = createLinker(settings);
  const found = ordered.map((row, i) => {
    const item = plainItem({ id: `row-${i}`, text: row.text, at: Date.parse(row.at) });
    return linker.linkBatch([item]).assignments.find((assignment) => assignment.itemId === item.id)!.storyId;
  });
  return figuresOf(found, ordered);
}

export const inTimeOrder = (rows: readonly StoryRow[]): StoryRow[] =>
  [...rows].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

export function figuresOf(found: readonly string[], rows: readonly StoryRow[]): StoriesFigures {
  return {
    n: rows.length,
    clusters: new Set(found).size,
    bcubed: bcubed(
      found,
      rows.map((row) => row.cluster),
    ),
  };
}
