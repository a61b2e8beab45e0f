import { z } from 'zod';
import { platformSchema } from '../../shared/domain/item.ts';
import { plainItem } from './plain-item.ts';
import type { StreamItem } from './stream.ts';

const rowSchema = z.object({
  id: z.string().min(1),
  text: z.string(),
  created_at: z.iso.datetime({ offset: true }),
  author: z.string(),
  title: z.string().optional(),
  url: z.string().optional(),
  platform: platformSchema.default('x'),
  outlet: z.string().optional(),
  /** What it tells of; null for a near-miss, which shares words with a matter and is about something else. */
  matter: z.string().min(1).nullable(),
});
type PlantedRow = z.infer<typeof rowSchema>;

/**
 * Rows of one file of planted matters and near-misses, each made an unlabelled item of a stream. An id stands once: one
 * item would hide the other.
 */
export function plantedSchema(): z.ZodType<StreamItem> {
  const seen = new Set<string>();
  return rowSchema
    .superRefine(({ id }, context) => {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: ['id'], message: 'expected an id that no row before has' });
      seen.add(id);
    })
    .transform(planted);
}

const planted = ({
  id,
  text,
  created_at,
  author,
  title,
  platform,
  outlet,
  matter,
}: PlantedRow): StreamItem => ({
  item: plainItem({
    id,
    text,
    at: Date.parse(created_at),
    author,
    platform,
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
  }),
  matter,
});
