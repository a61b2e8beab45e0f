import { z } from 'zod';
import { itemSchema } from './item.ts';
import { labelsSchema } from './labels.ts';

/** Where the link stage put an item; all null until it has been linked. */
export const linkSchema = z.object({
  storyId: z.string().nullable(),
  issueId: z.string().nullable(),
  /** The first item of which this one is a near-duplicate (a re-post); null when it is unique. */
  duplicateOf: z.string().nullable(),
  linkedAt: z.number().int().nullable(),
});
export type Link = z.infer<typeof linkSchema>;

export const labelledItemSchema = itemSchema.extend({ labels: labelsSchema });
export type LabelledItem = z.infer<typeof labelledItemSchema>;

/** An item as the ItemIndex keeps it. */
export const indexedItemSchema = labelledItemSchema.extend(linkSchema.shape).extend({
  /** LSH band keys of the near-duplicate signature; empty for texts too short to sign. */
  bandKeys: z.array(z.string()),
});
export type IndexedItem = z.infer<typeof indexedItemSchema>;
