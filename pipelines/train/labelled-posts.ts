import { z } from 'zod';
import { toneSchema } from '../../shared/domain/labels.ts';
import type { ToneTrainingRow } from './tone-recipe.ts';

/** A label given here to a public post that is not ours to copy: the post is known by a digest of its text alone. */
export const postLabelSchema = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{16}$/, 'a key is 16 hexadecimal digits'),
  label: toneSchema,
  source: z.string().min(1),
});
export type PostLabel = z.infer<typeof postLabelSchema>;

/** Rows for the labels whose text is among `texts`; `missing` counts the others. `keyOf` is how the keys were made. */
export function joinPostLabels(
  labels: readonly PostLabel[],
  texts: readonly string[],
  keyOf: (text: string) => string,
): { rows: ToneTrainingRow[]; missing: number } {
  const textOf = new Map(texts.map((text) => [keyOf(text), text]));
  const rows = labels.flatMap(({ key, label, source }) => {
    const text = textOf.get(key);
    return text === undefined ? [] : [{ text, label, source }];
  });
  return { rows, missing: labels.length - rows.length };
}
