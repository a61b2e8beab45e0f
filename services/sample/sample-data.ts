import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { metricsSchema, platformSchema } from '../../shared/domain/item.ts';

const dataDirectory = join(import.meta.dirname, 'data');

/** What every authored row has. `matter` and `group` are ground truth and are never served. */
const authoredSchema = z.object({
  /** Minutes from the sample's start, Sunday 00:00 WIB. */
  offsetMinutes: z.number().int().nonnegative(),
  /** The one matter it is about; null where it is about nothing that returns. */
  matter: z.string().nullable(),
  /** Items of one group are near-copies on purpose; all others differ from each other. */
  group: z.string().optional(),
});

const articleSchema = authoredSchema.extend({
  id: z.number().int(),
  title: z.string().min(1),
  /** Paragraphs of plain text; `{h3}` and `{t3}` stand for the weekday and date of day 3. */
  body: z.array(z.string().min(1)).min(1),
});
const postSchema = authoredSchema.extend({
  id: z.string(),
  author: z.string(),
  text: z.string().min(1),
  metrics: metricsSchema,
});
const outletSchema = z.object({
  key: z.string(),
  name: z.string(),
  feed: z.enum(['rss', 'atom']),
  /** Where the whole text is: in the feed, or on the page only (the feed then has the first paragraph). */
  fullText: z.enum(['feed', 'page']),
  page: z.enum(['plain', 'nested', 'busy']),
  tier: z.number().int().min(1).max(3),
  homeArea: z.string().nullable(),
  intervalMinutes: z.number().int().positive(),
  kind: z.enum(['feed', 'fact_check']).default('feed'),
});

export type Outlet = z.infer<typeof outletSchema>;
export type Article = z.infer<typeof articleSchema> & { outlet: Outlet };
export type Post = z.infer<typeof postSchema> & { platform: z.infer<typeof platformSchema> };
export interface SampleData {
  outlets: readonly Outlet[];
  articles: readonly Article[];
  posts: readonly Post[];
}

const readLines = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.length > 0)
    .map((line) => JSON.parse(line));

/** Reads the authored week from disk; throws a ZodError on a row that is not as promised. */
export function loadSampleData(): SampleData {
  const outlets = z
    .array(outletSchema)
    .parse(JSON.parse(readFileSync(join(dataDirectory, 'outlets.json'), 'utf8')));
  const articles = outlets.flatMap((outlet) =>
    readLines(join(dataDirectory, 'articles', `${outlet.key}.jsonl`)).map((row) => ({
      ...articleSchema.parse(row),
      outlet,
    })),
  );
  const posts = readdirSync(join(dataDirectory, 'posts'))
    .sort()
    .flatMap((name) => {
      const platform = platformSchema.parse(name.replace('.jsonl', ''));
      return readLines(join(dataDirectory, 'posts', name)).map((row) => ({
        ...postSchema.parse(row),
        platform,
      }));
    });
  return { outlets, articles, posts };
}

/** A hand-made broken input, as bytes: some are in no valid encoding. */
export const readHostile = (name: string): Buffer => readFileSync(join(dataDirectory, 'hostile', name));
