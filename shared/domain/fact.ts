import { z } from 'zod';
import { type Instant, instantSchema } from './instant.ts';
import { topicSchema } from './labels.ts';

const person = z.string().trim().min(1).max(100);

/** `statement` says what is so; `how_to_check` tells the public where to see for themselves. */
export const factUseSchema = z.enum(['statement', 'how_to_check']);
export type FactUse = z.infer<typeof factUseSchema>;

export const factSourceSchema = z.object({
  title: z.string().trim().min(3).max(300),
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  /** Number and article as they are cited, e.g. `PKPU 25/2023 Pasal 16`; null for data and statements. */
  regulation: z.string().trim().min(3).max(200).nullable().default(null),
});
export type FactSource = z.infer<typeof factSourceSchema>;

/** What people write of a fact. */
export const factContentSchema = z.object({
  /** Whole sentences that may be quoted as they stand, in the words of the public. */
  statement: z.string().trim().min(10).max(600),
  /** The same in one breath, for headlines and posts; at most 110 characters. */
  headline: z.string().trim().min(5).max(110).nullable().default(null),
  /** What people call the matter where the statement has other words, e.g. `undangan memilih, C6`; for finding it. */
  keywords: z.string().trim().max(300).default(''),
  use: factUseSchema.default('statement'),
  topic: topicSchema,
  source: factSourceSchema,
  /** The unit that keeps it: offered to that unit and all below. */
  unit: z.string().max(5),
});
export type FactContent = z.infer<typeof factContentSchema>;

/** An approved statement to answer with. Approver ≠ author; past its review date it is offered to nobody. */
export const factSchema = factContentSchema.extend({
  id: z.string().min(1).max(64),
  /** Who last changed what an approval covers. */
  author: person,
  approver: person.nullable(),
  approvedAt: instantSchema.nullable(),
  reviewAt: instantSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  updatedBy: person,
  withdrawnAt: instantSchema.nullable(),
  version: z.number().int().positive(),
});
export type Fact = z.infer<typeof factSchema>;

/** `stale` is an approved one whose review date has passed. */
export const factStateSchema = z.enum(['draft', 'approved', 'stale', 'withdrawn']);
export type FactState = z.infer<typeof factStateSchema>;

export function factState(
  fact: Pick<Fact, 'approver' | 'reviewAt' | 'withdrawnAt'>,
  now: Instant,
): FactState {
  if (fact.withdrawnAt !== null) return 'withdrawn';
  if (fact.approver === null) return 'draft';
  return fact.reviewAt !== null && fact.reviewAt <= now ? 'stale' : 'approved';
}
