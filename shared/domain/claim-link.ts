import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { platformSchema } from './item.ts';
import { stanceSchema } from './labels.ts';

/** One's own claims and others' fact-checks are matched alike and told apart everywhere. */
export const entryKindSchema = z.enum(['claim', 'fact_check']);
export type EntryKind = z.infer<typeof entryKindSchema>;

/** `linked` by the machine: near-identical to an approved claim, shown as automatic. `rejected` stays for ever. */
export const claimLinkStateSchema = z.enum(['suggested', 'linked', 'rejected']);
export type ClaimLinkState = z.infer<typeof claimLinkStateSchema>;

/** That an item or an issue may be about an entry of the knowledge base, or is, or is not. */
export const claimLinkSchema = z.object({
  /** Hash of subject and entry: one link for each pair. */
  id: z.string(),
  subjectKind: z.enum(['item', 'issue']),
  subjectId: z.string(),
  entryKind: entryKindSchema,
  entryId: z.string(),
  state: claimLinkStateSchema,
  by: z.enum(['machine', 'person']),
  /** Who accepted or rejected it; null while only the machine spoke. */
  person: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  /** Of an issue: the merged one for which a person decided so; gone again when the merge is taken back. */
  via: z.string().optional(),
  /** 1 is the likeliest of its subject. */
  rank: z.number().int(),
  score: z.number(),
  /** Words, numbers and names that both have. */
  agrees: z.array(z.string()),
  /** What only one of them says, in Indonesian. */
  differs: z.array(z.string()),
  /** Of an item towards the claim; null for an issue. */
  stance: stanceSchema.nullable(),
  /** Of an item: where and when it counts, and whether it repeats another. */
  platform: platformSchema.nullable(),
  isRepost: z.boolean(),
  at: instantSchema,
});
export type ClaimLink = z.infer<typeof claimLinkSchema>;

/** Stances that do not carry a claim on: denials, reports and honest questions. */
export const notSpreading = ['membantah', 'memberitakan', 'bertanya'] as const;

/** What is linked to a claim, by what it does to it. */
export interface ClaimSpread {
  /** Items that carry the claim on, and those of them that are no re-posts. */
  spreading: number;
  unique: number;
  /** Items that deny it, report on it or ask about it: not spread. */
  denying: number;
  reporting: number;
  asking: number;
  issues: number;
  /** First and last item that carried it on. */
  firstAt: number | null;
  lastAt: number | null;
  platforms: Record<string, number>;
}
