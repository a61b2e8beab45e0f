import { z } from 'zod';
import { claimStatusSchema } from '../domain/claim.ts';
import { toRfc3339 } from '../domain/instant.ts';
import { type Issue, issueStateSchema } from '../domain/issue.ts';
import { levelSchema } from '../domain/risk.ts';
import {
  type Attachment,
  attachmentSchema,
  type Handover,
  handoverSchema,
  type IssueNote,
  issueNoteSchema,
  personNoticeSchema,
} from '../domain/teamwork.ts';
import { permissionSchema } from '../domain/user.ts';
import { caseChangeSchema, casePathSchema, stepFieldsSchema, stepNameSchema } from '../domain/workflow.ts';
import { momentSchema, timestampSchema } from './common.ts';

const reason = z.string().trim().min(5).max(1_000);

export const stepBodySchema = stepFieldsSchema.extend({ step: stepNameSchema }).strict();

export const apiStepSchema = z.object({
  step: stepNameSchema,
  label: z.string(),
  to: issueStateSchema,
  permission: permissionSchema,
  open: z.boolean().describe('you may take it now, once the fields are filled'),
  needs: z.array(z.object({ field: z.string(), rule: z.string().describe('Indonesian; shown beside it') })),
  blocked: z.array(z.string()).describe('why it is closed, in Indonesian'),
});

export const apiNoteSchema = issueNoteSchema.extend({ at: timestampSchema }).meta({ id: 'IssueNote' });
export const apiAttachmentSchema = attachmentSchema
  .omit({ removedAt: true })
  .extend({ at: timestampSchema })
  .meta({ id: 'Attachment' });
export const apiHandoverSchema = handoverSchema
  .extend({
    at: timestampSchema,
    dueAt: timestampSchema,
    answeredAt: timestampSchema.nullable(),
    isLate: z.boolean(),
    issueNumber: z.string(),
    title: z.string(),
    level: levelSchema,
    why: z.string().describe('why it is urgent, one Indonesian sentence: a unit beside cannot open it yet'),
  })
  .meta({ id: 'Handover' });

export const workflowSchema = z
  .object({
    issue: z.string().describe('its number'),
    state: issueStateSchema,
    stateName: z.string(),
    path: casePathSchema.nullable(),
    likelyPath: casePathSchema
      .nullable()
      .describe(
        'what most of its posts seem to be; a suggestion for whoever sorts it, null where nothing stands out',
      ),
    version: z.number().int().describe('of the work on it; the ETag to send as If-Match'),
    unit: z.string(),
    handler: z.string().describe('the unit that works on it'),
    owner: z.string().nullable(),
    ownerSince: timestampSchema.nullable(),
    visibility: z.enum(['own', 'below']),
    verdict: claimStatusSchema,
    claimId: z.string().nullable(),
    reply: z.string().nullable(),
    forwardedTo: z.string().nullable(),
    outcome: z.string().nullable(),
    isMine: z.boolean().describe('false: it is only shown to you'),
    readBy: z.object({ holder: z.string(), until: timestampSchema }).nullable(),
    steps: z.array(apiStepSchema),
    handovers: z.array(apiHandoverSchema),
    changes: z.array(caseChangeSchema.extend({ at: timestampSchema })).describe('newest first'),
    acts: z
      .array(z.object({ at: timestampSchema, by: z.string(), what: z.string(), why: z.string().nullable() }))
      .describe('what people did beside the steps (merged, named, weighed, tied, linked), newest first'),
    people: z.record(z.string(), z.string()).describe('names of those who are named by an id here'),
  })
  .meta({ id: 'Workflow' });
export type ApiWorkflow = z.infer<typeof workflowSchema>;

export const ownerBodySchema = z.object({ owner: z.string().min(1).max(64), reason }).strict();
export const releaseBodySchema = z.object({ reason: reason.optional() }).strict();
export const visibilityBodySchema = z.object({ visibility: z.enum(['own', 'below']), reason }).strict();
export const verdictBodySchema = z
  .object({ claim: z.string().max(64).nullable().describe('null: no verdict any more'), reason })
  .strict();
export const noteBodySchema = z
  .object({
    text: z.string().trim().min(1).max(5_000),
    mentions: z.array(z.string().max(64)).max(20).default([]),
  })
  .strict();
export const handoverBodySchema = z
  .object({ to: z.string().min(2).max(5), reason, dueAt: momentSchema })
  .strict();
export const handoverAnswerSchema = z.object({ accept: z.boolean(), reason: reason.optional() }).strict();
export const withdrawBodySchema = z.object({ reason }).strict();

export const checkoutBodySchema = z.object({ howMany: z.number().int().min(1).max(50).default(10) }).strict();
export const returnBodySchema = z
  .object({ issues: z.array(z.string().max(64)).max(200).optional().describe('ids; left out: all of yours') })
  .strict();

export const todoListSchema = z.object({
  todo: z.array(
    z.object({
      kind: z.enum([
        'nudge',
        'handover',
        'mention',
        'approval',
        'verdict_approval',
        'owned',
        'reading',
        'notice',
      ]),
      id: z.string(),
      issueId: z.string().nullable(),
      issueNumber: z.string().nullable(),
      title: z.string(),
      text: z.string(),
      level: levelSchema.nullable(),
      dueAt: timestampSchema.nullable(),
      at: timestampSchema,
    }),
  ),
});

export const apiNoticeSchema = personNoticeSchema
  .omit({ userId: true })
  .extend({ at: timestampSchema, readAt: timestampSchema.nullable() })
  .meta({ id: 'Notice' });
export const noticeListSchema = z.object({ notices: z.array(apiNoticeSchema) });
export const readBodySchema = z.object({ ids: z.array(z.string().max(64)).min(1).max(500) }).strict();

export const colleagueListSchema = z.object({
  colleagues: z.array(
    z.object({ id: z.string(), name: z.string(), unit: z.string(), permissions: z.array(permissionSchema) }),
  ),
});

export const toApiNote = (note: IssueNote): z.infer<typeof apiNoteSchema> => ({
  ...note,
  at: toRfc3339(note.at),
});

export const toApiAttachment = ({
  removedAt: _removed,
  ...file
}: Attachment): z.infer<typeof apiAttachmentSchema> => ({ ...file, at: toRfc3339(file.at) });

export const toApiHandover = (
  handover: Handover,
  issue: Pick<Issue, 'number' | 'title' | 'risk' | 'priority'>,
  now: number,
): z.infer<typeof apiHandoverSchema> => ({
  ...handover,
  at: toRfc3339(handover.at),
  dueAt: toRfc3339(handover.dueAt),
  answeredAt: handover.answeredAt === null ? null : toRfc3339(handover.answeredAt),
  isLate: handover.state === 'open' && handover.dueAt < now,
  issueNumber: issue.number,
  title: issue.title,
  level: issue.risk.level,
  why: issue.priority.reason,
});
