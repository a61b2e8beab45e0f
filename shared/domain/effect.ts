import { z } from 'zod';
import { instantSchema } from './instant.ts';

/** Shares and tones of fewer items are not shown: they swing too far (DOMAIN, Measures). */
export const leastItems = 30;

/** Hours after a publication at which it is looked at. */
export const effectHours = [24, 72] as const;
export type EffectHours = (typeof effectHours)[number];

/** One span of an issue's items. Net tone and shares are null below {@link leastItems}. */
export const effectSpanSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  /** Items, re-posts too, and those that carry the correction. */
  items: z.number().int(),
  carrying: z.number().int(),
  carryingShare: z.number().nullable(),
  /** Items with a tone towards KPU, without re-posts. */
  n: z.number().int(),
  netTone: z.number().nullable(),
  negativeShare: z.number().nullable(),
  /** The API query that gives these items. */
  query: z.string(),
});
export type EffectSpan = z.infer<typeof effectSpanSchema>;

/** What was seen before and after a publication: an association, never a cause. */
export const effectSchema = z.object({
  publicationId: z.string(),
  hours: z.union([z.literal(24), z.literal(72)]),
  unit: z.string(),
  issueIds: z.array(z.string()),
  publishedAt: instantSchema,
  measuredAt: instantSchema,
  /** As long before the publication as `after` is behind it. */
  before: effectSpanSchema,
  after: effectSpanSchema,
});
export type Effect = z.infer<typeof effectSchema>;

/** To be read beside every figure of an effect. */
export const effectCaveat =
  'Angka ini menunjukkan apa yang terjadi sebelum dan sesudah klarifikasi terbit: hubungan waktu, bukan sebab-akibat. Peristiwa lain pada hari yang sama dapat menjelaskan perubahan itu, dan yang tidak terpantau tidak terhitung.';
