import { z } from 'zod';
import { toRfc3339 } from '../domain/instant.ts';
import { type Source, type SourceHealth, sourceHealthSchema, sourceSchema } from '../domain/source.ts';
import { timestampSchema } from './common.ts';

const apiHealthSchema = sourceHealthSchema.omit({ sourceId: true, cursor: true }).extend({
  stateSince: timestampSchema,
  lastTryAt: timestampSchema.nullable(),
  lastSuccessAt: timestampSchema.nullable(),
  lastNewItemAt: timestampSchema.nullable(),
});

/** Connector settings may hold keys: they are never shown. */
export const apiSourceSchema = sourceSchema
  .omit({ settings: true })
  .extend({ health: apiHealthSchema.nullable() })
  .meta({ id: 'Source' });
export const sourceListSchema = z.object({ sources: z.array(apiSourceSchema) });

const stamp = (at: number | null): string | null => (at === null ? null : toRfc3339(at));

export function toApiSource(
  { settings: _hidden, ...source }: Source,
  health: SourceHealth | null,
): z.infer<typeof apiSourceSchema> {
  if (!health) return { ...source, health: null };
  const { sourceId: _id, cursor: _cursor, ...rest } = health;
  return {
    ...source,
    health: {
      ...rest,
      stateSince: toRfc3339(health.stateSince),
      lastTryAt: stamp(health.lastTryAt),
      lastSuccessAt: stamp(health.lastSuccessAt),
      lastNewItemAt: stamp(health.lastNewItemAt),
    },
  };
}
