import { z } from 'zod';
import { claimStateSchema, claimStatusSchema } from '../domain/claim.ts';
import { claimLinkSchema, claimLinkStateSchema, entryKindSchema } from '../domain/claim-link.ts';
import { cursorSchema, listOf, timestampSchema } from './common.ts';

export const contradictionSchema = z.object({
  id: z.string().describe('the other entry'),
  kind: z.enum(['verdicts', 'statements']),
  reason: z.string(),
});

/** What a suggestion shows of a claim or fact-check. */
export const entryBriefSchema = z
  .object({
    kind: entryKindSchema,
    id: z.string(),
    text: z.string(),
    verdict: claimStatusSchema,
    state: claimStateSchema.nullable().describe('null for a fact-check: it is somebody else’s'),
    checker: z.string().nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'KnowledgeEntry' });

export const apiClaimLinkSchema = claimLinkSchema
  .extend({
    at: timestampSchema,
    decidedAt: timestampSchema.nullable(),
    automatic: z.boolean().describe('linked by the machine: near-identical to an approved claim'),
    entry: entryBriefSchema,
    contradicts: z.array(contradictionSchema).describe('others of this list that cannot hold beside it'),
  })
  .meta({ id: 'ClaimLink' });

export const claimLinkListSchema = z.object({
  links: z.array(apiClaimLinkSchema),
  nextCursor: z.string().nullable(),
});

export const claimLinkQuerySchema = z.object({
  state: listOf(claimLinkStateSchema).optional(),
  subject: z.enum(['item', 'issue']).optional(),
  entry: listOf(z.string().max(64)).optional(),
  by: z.enum(['machine', 'person']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursorSchema.optional(),
});

const by = z.string().trim().min(1).max(100).optional().describe('who acts, where people share a token');
const reason = z.string().trim().min(3).max(500).optional().describe('why; kept in the audit trail');

export const decideSchema = z.object({
  ids: z.array(z.string().max(64)).min(1).max(500).describe('links; those decided so already change nothing'),
  decision: z.enum(['accept', 'reject', 'reopen']),
  by,
  reason,
});
export const decidedSchema = z.object({
  changed: z.number().int(),
  links: z.array(apiClaimLinkSchema),
});

export const handLinkSchema = z.object({ entry: z.string().max(64), by, reason });

export const matchTextSchema = z.object({
  text: z.string().trim().min(3).max(10_000),
  limit: z.number().int().min(1).max(20).default(5),
});
export const matchListSchema = z.object({
  matches: z.array(
    z.object({
      entry: entryBriefSchema,
      score: z.number(),
      held: z.number().describe('share of the claim’s words that the text holds, rare ones counting more'),
      agrees: z.array(z.string()),
      differs: z.array(z.string()),
      nearIdentical: z.boolean(),
      contradicts: z.array(contradictionSchema),
    }),
  ),
});

export const spreadSchema = z
  .object({
    spreading: z.number().int().describe('items that carry the claim on, re-posts included'),
    unique: z.number().int(),
    denying: z.number().int().describe('not spread'),
    reporting: z.number().int().describe('not spread'),
    asking: z.number().int().describe('not spread'),
    issues: z.number().int(),
    firstAt: timestampSchema.nullable(),
    lastAt: timestampSchema.nullable(),
    platforms: z.record(z.string(), z.number().int()),
  })
  .meta({ id: 'ClaimSpread' });
