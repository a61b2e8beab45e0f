import { z } from 'zod';

/** What a linear model sees of a text; stored in the model file, so that it is read as it was trained. */
export const featureSettingsSchema = z.object({
  /** Features are hashed into 2^bits buckets. */
  bits: z.number().int().min(8).max(22),
  /** Longest run of words that is a feature. */
  maxWordGram: z.number().int().min(1).max(3),
  /** Character runs inside words padded with a blank; 0 for none. */
  minCharGram: z.number().int().min(1).max(6),
  maxCharGram: z.number().int().min(0).max(6),
  /** How much the character block weighs beside the word block; chosen by cross-validation. */
  charWeight: z.number().min(0),
  /** How much the caller's own cues weigh. */
  cueWeight: z.number().min(0).default(1),
});
export type FeatureSettings = z.infer<typeof featureSettingsSchema>;

export const DEFAULT_FEATURES: FeatureSettings = {
  bits: 18,
  maxWordGram: 2,
  minCharGram: 2,
  maxCharGram: 5,
  charWeight: 1,
  cueWeight: 1,
};
