import { z } from 'zod';
import { toRfc3339 } from '../domain/instant.ts';
import { platformSchema } from '../domain/item.ts';
import { type IndexedItem, indexedItemSchema } from '../domain/labelled-item.ts';
import { stanceSchema, targetToneSchema, topicSchema } from '../domain/labels.ts';
import { cursorSchema, listOf, momentSchema, timestampSchema } from './common.ts';

export const apiItemSchema = indexedItemSchema
  .omit({ bandKeys: true })
  .extend({
    publishedAt: timestampSchema,
    collectedAt: timestampSchema,
    linkedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'Item' });
export type ApiItem = z.infer<typeof apiItemSchema>;

const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true');

export const itemQuerySchema = z.object({
  q: z.string().max(500).optional().describe('words; "…" for a phrase, -word to exclude'),
  from: momentSchema.optional(),
  to: momentSchema.optional(),
  area: listOf(z.string().max(5)).optional(),
  platform: listOf(platformSchema).optional(),
  outlet: listOf(z.string().max(200)).optional(),
  topic: listOf(topicSchema).optional(),
  tone: listOf(targetToneSchema).optional(),
  stance: listOf(stanceSchema).optional(),
  issue: listOf(z.string().max(64)).optional().describe('issue ids'),
  story: listOf(z.string().max(64)).optional(),
  criticism: yesOrNo.optional(),
  indicated: yesOrNo.optional(),
  unique: yesOrNo.optional().describe('true: without re-posts'),
  sort: z.enum(['time', 'relevance']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
  cursor: cursorSchema.optional(),
  facets: listOf(z.enum(['platform', 'outlet', 'topic', 'tone', 'area', 'stance'])).optional(),
});

export const termQuerySchema = itemQuerySchema
  .omit({ sort: true, cursor: true, facets: true, limit: true })
  .extend({ limit: z.coerce.number().int().min(1).max(50).default(20) });

export const histogramQuerySchema = itemQuerySchema
  .omit({ sort: true, cursor: true, facets: true, limit: true })
  .extend({ every: z.enum(['hour', 'day']).default('day') });

export const termListSchema = z.object({
  terms: z.array(
    z.object({
      term: z.string().describe('as it is written, in lower case'),
      items: z.number().int().describe('of the newest 500 matches'),
      score: z.number(),
    }),
  ),
});

export const itemPageSchema = z.object({
  items: z.array(
    z.object({
      item: apiItemSchema,
      highlight: z.string().nullable().describe('matches lie between U+0002 and U+0003'),
    }),
  ),
  total: z.number().int(),
  totalIsExact: z.boolean(),
  facets: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.number().int() }))),
  nextCursor: z.string().nullable(),
});

export function toApiItem({ bandKeys: _bands, ...item }: IndexedItem): ApiItem {
  return {
    ...item,
    // Not even the pseudonym: beside tone it would make a list of citizens by opinion.
    author: item.authorKind === 'private' ? null : item.author,
    publishedAt: toRfc3339(item.publishedAt),
    collectedAt: toRfc3339(item.collectedAt),
    linkedAt: item.linkedAt === null ? null : toRfc3339(item.linkedAt),
  };
}
