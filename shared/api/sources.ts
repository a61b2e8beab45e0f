import { z } from 'zod';
import { toRfc3339 } from '../domain/instant.ts';
import {
  type Source,
  type SourceHealth,
  sourceHealthSchema,
  sourceSchema,
  sourceStateSchema,
} from '../domain/source.ts';
import { timestampSchema } from './common.ts';

const apiHealthSchema = sourceHealthSchema.omit({ sourceId: true, cursor: true }).extend({
  stateSince: timestampSchema,
  lastTryAt: timestampSchema.nullable(),
  lastSuccessAt: timestampSchema.nullable(),
  lastNewItemAt: timestampSchema.nullable(),
  nextTryAt: timestampSchema.nullable(),
  changes: z.array(z.object({ at: timestampSchema, state: sourceStateSchema })),
  noticeAt: timestampSchema.nullable(),
});

/** What the whole installation used of a service that is counted, and this source's limit. */
const spentSchema = z.object({
  period: z.string().describe('the day at Google or the calendar month (UTC) it is counted in'),
  used: z.number(),
  limit: z.number(),
  unit: z.enum(['unit', 'USD']),
});
export type Spent = z.infer<typeof spentSchema>;

/** Connector settings may hold keys: they are never shown. */
export const apiSourceSchema = sourceSchema
  .omit({ settings: true })
  .extend({ health: apiHealthSchema.nullable(), spent: spentSchema.nullable() })
  .meta({ id: 'Source' });
export const sourceListSchema = z.object({ sources: z.array(apiSourceSchema) });

const stamp = (at: number | null): string | null => (at === null ? null : toRfc3339(at));

export function toApiSource(
  { settings: _hidden, ...source }: Source,
  health: SourceHealth | null,
  spent: Spent | null = null,
): z.infer<typeof apiSourceSchema> {
  if (!health) return { ...source, health: null, spent };
  const { sourceId: _id, cursor: _cursor, ...rest } = health;
  return {
    ...source,
    spent,
    health: {
      ...rest,
      stateSince: toRfc3339(health.stateSince),
      lastTryAt: stamp(health.lastTryAt),
      lastSuccessAt: stamp(health.lastSuccessAt),
      lastNewItemAt: stamp(health.lastNewItemAt),
      nextTryAt: stamp(health.nextTryAt),
      changes: health.changes.map(({ at, state }) => ({ at: toRfc3339(at), state })),
      noticeAt: stamp(health.noticeAt),
    },
  };
}

/** A source as people describe it. */
export const newSourceSchema = z
  .object({
    url: z.string().max(2_000),
    kind: z.string().max(40).optional(),
    name: z.string().min(1).max(200).optional(),
    outlet: z.string().min(1).max(200).optional(),
    area: z.string().max(10).optional().describe("code of the outlet's home, e.g. 35.73"),
    tier: z.number().int().optional().describe('national 3, regional 2, local 1'),
    intervalMinutes: z.number().optional(),
    settings: z.record(z.string(), z.unknown()).optional().describe('what this kind of source needs'),
  })
  .strict()
  .meta({ id: 'NewSource' });

export const previewSchema = z
  .object({
    entries: z.number().int(),
    error: z.string().nullable().describe('why it cannot be used as it is, in Indonesian'),
    feeds: z.array(z.string()).describe('feeds that the page names, where it is a page and no feed'),
    items: z.array(
      z.object({
        title: z.string().nullable(),
        url: z.string().nullable(),
        publishedAt: timestampSchema,
        textLength: z.number().int(),
        start: z.string(),
      }),
    ),
    drops: z.array(z.object({ code: z.string(), detail: z.string(), subject: z.string() })),
  })
  .meta({ id: 'SourcePreview' });

export const coverageSchema = z
  .object({
    units: z.number().int(),
    gaps: z.array(
      z.object({
        unit: z.string(),
        name: z.string(),
        kind: z.enum(['no_local_outlet', 'local_outlets_dead', 'no_query']),
        detail: z.string(),
      }),
    ),
  })
  .meta({ id: 'Coverage' });
