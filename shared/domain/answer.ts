import { z } from 'zod';
import { claimStatusSchema } from './claim.ts';
import { instantSchema } from './instant.ts';

const person = z.string().trim().min(1).max(100);

/** The forms an answer is written in. */
export const answerChannels = [
  'web',
  'press',
  'holding',
  'whatsapp',
  'x',
  'caption',
  'script',
  'qa',
  'points',
] as const;
export const answerChannelSchema = z.enum(answerChannels);
export type AnswerChannel = z.infer<typeof answerChannelSchema>;

/**
 * What stands behind a sentence: `claim:ID#text`, `claim:ID#explanation`, `claim:ID#kind`, `evidence:CLAIM#N`,
 * `fact:ID`, `issue:ID`, `note:NAME` (what the drafter gave beside the claim) or `template:NAME` (a fixed civil phrase
 * that states nothing of the matter).
 */
export const sourceRefSchema = z
  .string()
  .regex(/^(claim|evidence|fact|issue|note|template):[^\s]{1,150}$/, 'is no reference to a source');

export const sentenceSchema = z.object({
  text: z.string().trim().min(1).max(1_000),
  /** Empty: nobody said where it comes from; the lint names it. */
  from: z.array(sourceRefSchema).max(10),
});
export type Sentence = z.infer<typeof sentenceSchema>;

export const blockRoleSchema = z.enum([
  'fact',
  'warning',
  'why',
  'fact_again',
  'check',
  'lead',
  'body',
  'question',
  'point',
  'scene',
  'closing',
  'source',
]);
export type BlockRole = z.infer<typeof blockRoleSchema>;

export const blockSchema = z.object({
  role: blockRoleSchema,
  heading: z.string().trim().min(1).max(200).nullable(),
  sentences: z.array(sentenceSchema).min(1).max(40),
});
export type Block = z.infer<typeof blockSchema>;

export const answerTextSchema = z.object({
  channel: answerChannelSchema,
  title: sentenceSchema.nullable(),
  blocks: z.array(blockSchema).min(1).max(40),
  /** Who wrote the words last: the rules, a person, or a language model that somebody set up. */
  origin: z.enum(['rules', 'person', 'model']),
  /** Of a model's words: who read them and answers for them; without one they cannot be handed in. */
  takenOverBy: person.nullable(),
});
export type AnswerText = z.infer<typeof answerTextSchema>;

/**
 * `holding`: we are looking into it. `denial`: it is false. `correction`: part of it is so, the rest is not.
 * `admission`: it is so, and this is what we do. `reply`: to criticism, a question or a request.
 */
export const answerKindSchema = z.enum(['holding', 'denial', 'correction', 'admission', 'reply']);
export type AnswerKind = z.infer<typeof answerKindSchema>;

export const answerStateSchema = z.enum(['draft', 'submitted', 'approved', 'published', 'discarded']);
export type AnswerState = z.infer<typeof answerStateSchema>;

/** What the drafter adds where the claim does not say it. */
export const answerNotesSchema = z.object({
  /** What the answer is about, neutral and without the rumour, e.g. `pencetakan surat suara`. */
  subject: z.string().trim().min(3).max(120).nullable().default(null),
  /** The part that is so, as a whole sentence. */
  trueCore: z.string().trim().min(10).max(600).nullable().default(null),
  /** Of an admission: how much, what is done about it, and by when. */
  extent: z.string().trim().min(3).max(600).nullable().default(null),
  remedy: z.string().trim().min(3).max(600).nullable().default(null),
  remedyBy: z.string().trim().min(3).max(100).nullable().default(null),
  /** Of a holding statement: when more will be said, in words. */
  nextUpdate: z.string().trim().min(3).max(100).nullable().default(null),
});
export type AnswerNotes = z.infer<typeof answerNotesSchema>;

/** An answer in the making, in every form; what was published of it is a `Publication`. */
export const answerSchema = z.object({
  id: z.string().min(1).max(64),
  version: z.number().int().positive(),
  state: answerStateSchema,
  kind: answerKindSchema,
  /** The unit that answers. */
  unit: z.string().max(5),
  issueId: z.string().nullable(),
  claimId: z.string().nullable(),
  /** What it was written for: where the verdict changes afterwards, it has to be written anew. */
  verdict: claimStatusSchema,
  /** Of criticism: no referral, and no word of hoaxes. */
  isCriticism: z.boolean(),
  notes: answerNotesSchema,
  factIds: z.array(z.string()).max(20),
  texts: z.array(answerTextSchema).max(answerChannels.length),
  /** Part of the public address, given with the first draft, so that every form can name it. */
  code: z.string(),
  /** The publication that it corrects; null for a first one. */
  corrects: z.string().nullable(),
  /** What changes with the correction, as the public will read it. */
  correctionNote: z.string().max(600).nullable(),
  /** Everybody who wrote any of it; none of them may approve it. */
  drafters: z.array(person).min(1),
  submittedBy: person.nullable(),
  submittedAt: instantSchema.nullable(),
  approver: person.nullable(),
  approvedAt: instantSchema.nullable(),
  /** From then on it is stale: it is neither published nor passed on. */
  reviewAt: instantSchema.nullable(),
  publicationId: z.string().nullable(),
  createdAt: instantSchema,
  createdBy: person,
  updatedAt: instantSchema,
  updatedBy: person,
});
export type Answer = z.infer<typeof answerSchema>;

/** One form of it, or nothing where it has none. */
export const textOfChannel = (
  { texts }: { texts: readonly AnswerText[] },
  channel: AnswerChannel,
): AnswerText | null => texts.find((text) => text.channel === channel) ?? null;
