import { z } from 'zod';
import { targetTones, tones, topics } from './label-values.ts';

export const toneSchema = z.enum(tones);
export type Tone = z.infer<typeof toneSchema>;
export const targetToneSchema = z.enum(targetTones);
export type TargetTone = z.infer<typeof targetToneSchema>;
export const stanceSchema = z.enum(['none', 'menyebarkan', 'membantah', 'bertanya', 'memberitakan']);
export type Stance = z.infer<typeof stanceSchema>;
export const topicSchema = z.enum(topics);
export type Topic = z.infer<typeof topicSchema>;
export const languageSchema = z.enum(['id', 'jv', 'su', 'ms', 'en', 'mixed', 'unsure']);
export type Language = z.infer<typeof languageSchema>;

/** Why the machine says so: a short code and the words of the text that made it. */
export const reasonSchema = z.object({ code: z.string(), weight: z.number(), words: z.array(z.string()) });
export type Reason = z.infer<typeof reasonSchema>;

const judged = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    /** Calibrated probability of `value`, 0 to 1. */
    confidence: z.number().min(0).max(1),
    words: z.array(z.string()),
    by: z.enum(['machine', 'person']).default('machine'),
  });

export const placeSchema = z.object({
  code: z.string(),
  /** `outlet`: the text names none, so the outlet's home stands in. */
  from: z.enum(['text', 'outlet']),
  words: z.array(z.string()),
});
export type Place = z.infer<typeof placeSchema>;

/** What an item says, about whom, where, and in what tone. LABELS in docs says what each one means. */
export const labelsSchema = z.object({
  language: judged(languageSchema),
  /** Is KPU, a unit, its officers or systems evaluated or the subject? */
  target: judged(z.boolean()).extend({ unit: z.string().nullable() }),
  /** Tone towards the target; `unrelated` exactly when `target.value` is false. */
  tone: judged(targetToneSchema).extend({ needsReview: z.boolean() }),
  /** The mood of the whole text, whatever the target. */
  textTone: judged(toneSchema),
  criticism: judged(z.boolean()),
  stance: judged(stanceSchema),
  topic: judged(topicSchema),
  /** "Looks like a circulating claim, check it": 0 to 1, with its reasons; never a verdict. */
  indication: z.object({
    score: z.number().min(0).max(1),
    raised: z.boolean(),
    reasons: z.array(reasonSchema),
  }),
  places: z.array(placeSchema),
  /** Institutions, offices, parties (recognised, never scored), quoted roles. */
  entities: z.array(
    z.object({ kind: z.enum(['institution', 'office', 'party', 'system', 'role']), name: z.string() }),
  ),
  abusive: z.boolean(),
});
export type Labels = z.infer<typeof labelsSchema>;
