import { z } from 'zod';
import {
  type Answer,
  answerChannelSchema,
  answerNotesSchema,
  answerSchema,
  answerStateSchema,
  answerTextSchema,
} from '../domain/answer.ts';
import { claimStatusSchema } from '../domain/claim.ts';
import { type Instant, toRfc3339 } from '../domain/instant.ts';
import { referralTargetSchema } from '../domain/referral.ts';
import { levelSchema } from '../domain/risk.ts';
import { cursorSchema, listOf, momentSchema, timestampSchema } from './common.ts';

const moment = timestampSchema.nullable();
const said = (at: Instant | null): string | null => (at === null ? null : toRfc3339(at));

export const apiAnswerSchema = answerSchema
  .extend({
    submittedAt: moment,
    approvedAt: moment,
    reviewAt: moment,
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'Answer' });

export const toApiAnswer = (answer: Answer): z.infer<typeof apiAnswerSchema> => ({
  ...answer,
  submittedAt: said(answer.submittedAt),
  approvedAt: said(answer.approvedAt),
  reviewAt: said(answer.reviewAt),
  createdAt: toRfc3339(answer.createdAt),
  updatedAt: toRfc3339(answer.updatedAt),
});

export const findingSchema = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warn']).describe('an error stands against handing in and approving'),
    message: z.string().describe('in Indonesian, with what to do'),
    start: z
      .number()
      .int()
      .describe('place in the plain text, UTF-16 units; both 0 where it is about the whole'),
    end: z.number().int(),
  })
  .meta({ id: 'LintFinding' });

export const lintReportSchema = z.object({
  findings: z.array(findingSchema),
  ease: z.object({
    score: z.number().nullable().describe('reading ease, 0 hard to 100 easy; null below ten words'),
    wordsPerSentence: z.number(),
    words: z.number().int(),
  }),
  isFit: z.boolean(),
});

export const shownTextSchema = answerTextSchema
  .extend({ plain: z.string().describe('as people copy it'), lint: lintReportSchema })
  .meta({ id: 'AnswerText' });

/** An answer in a list: its words are left out but for what it is called. */
export const answerBriefSchema = apiAnswerSchema
  .omit({ texts: true })
  .extend({ title: z.string().nullable().describe('of the web page, else the first title it has') })
  .meta({ id: 'AnswerBrief' });

export function toAnswerBrief(answer: Answer): z.infer<typeof answerBriefSchema> {
  const { texts, ...rest } = toApiAnswer(answer);
  const titled = [texts.find(({ channel }) => channel === 'web'), ...texts].find((text) => text?.title);
  return { ...rest, title: titled?.title?.text ?? null };
}

export const answerDetailSchema = z.object({
  answer: answerBriefSchema,
  texts: z.array(shownTextSchema),
});
export const answerListSchema = z.object({
  answers: z.array(answerBriefSchema),
  nextCursor: z.string().nullable(),
});
export const answerQuerySchema = z.object({
  state: listOf(answerStateSchema).optional(),
  issue: z.string().max(64).optional().describe('id or number'),
  claim: z.string().max(64).optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const reason = z.string().trim().min(3).max(500).describe('why; kept in the audit trail');
const version = z.number().int().positive().describe('the version that you read');
const by = z.string().trim().min(1).max(100).optional().describe('who acts, where people share a token');
const factIds = z.array(z.string().max(64)).max(20).describe('the weightiest first');
const notes = answerNotesSchema.partial();

export const answerBodySchema = z
  .object({
    issue: z.string().max(64).optional().describe('id or number'),
    claim: z.string().max(64).optional().describe('default: the claim that is linked to the issue'),
    facts: factIds.optional().describe('default: what the library offers for the claim'),
    notes: notes.optional(),
    isCriticism: z.boolean().optional().describe('default: whether half of the items of the issue are'),
    holdingOnly: z.boolean().optional().describe('a holding statement although a verdict is there'),
    unit: z.string().max(5).optional().describe('default: the owner'),
    by,
    reason: reason.optional(),
  })
  .refine(({ issue, claim }) => issue !== undefined || claim !== undefined, {
    message: 'Name an issue, a claim, or both',
  });

/** A form as sentences with what stands behind each, or as plain text, where sentences that stay keep theirs. */
export const writtenTextSchema = z.union([
  answerTextSchema.pick({ channel: true, title: true, blocks: true }),
  z.object({ channel: answerChannelSchema, plain: z.string().trim().min(1).max(20_000) }),
]);
export const answerChangeSchema = z.object({
  version,
  texts: z.array(writtenTextSchema).min(1).max(9),
  by,
  reason: reason.optional(),
});
export const redraftSchema = z.object({
  version,
  facts: factIds.optional(),
  notes: notes.optional(),
  by,
  reason: reason.optional(),
});
export const answerActSchema = z.object({ version, by, reason: reason.optional() });
export const answerReasonSchema = z.object({ version, by, reason });
export const answerApprovalSchema = z.object({
  version,
  reviewAt: momentSchema.optional().describe('default: 7 days during a stage of an election, else 30'),
  by,
  reason: reason.optional(),
});
export const takeOverSchema = z.object({
  version,
  channel: answerChannelSchema,
  by,
  reason: reason.optional(),
});

export const lintBodySchema = z.object({ channel: answerChannelSchema, plain: z.string().max(20_000) });
/** Without an answer: what is written is judged by the verdict and the claim alone. */
export const freeLintSchema = lintBodySchema.extend({
  claim: z.string().max(64).optional(),
  verdict: claimStatusSchema.optional().describe('default: of the claim'),
  isCriticism: z.boolean().default(false),
});

export const answerVersionsSchema = z.object({
  versions: z.array(
    apiAnswerSchema.pick({ version: true, state: true, updatedAt: true, updatedBy: true, drafters: true }),
  ),
});
export const diffQuerySchema = z.object({
  from: z.coerce.number().int().positive(),
  to: z.coerce.number().int().positive(),
});
export const diffSchema = z.object({
  forms: z.array(
    z.object({
      channel: answerChannelSchema,
      parts: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
    }),
  ),
});

export const responseChoiceSchema = z
  .object({
    kind: answerSchema.shape.kind,
    cluster: z.enum(['victim', 'accidental', 'preventable', 'open']).describe('of Coombs’ SCCT'),
    name: z.string(),
    steps: z.array(z.string()),
    isCriticism: z.boolean(),
    owner: z.object({ unit: z.string(), reason: z.string() }),
    mayAnswerHere: z.boolean(),
    channels: z.array(answerChannelSchema),
    blocked: z.array(z.object({ code: z.string(), what: z.string(), why: z.string() })),
    referral: z.object({
      allowed: z.boolean(),
      advised: z.boolean(),
      to: z.array(referralTargetSchema),
      reason: z.string(),
    }),
    within: z
      .object({ level: levelSchema, holding: z.number().nullable(), clarification: z.number().nullable() })
      .nullable()
      .describe('running time from detection, ms'),
  })
  .meta({ id: 'ResponseChoice' });
