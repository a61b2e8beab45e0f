import { z } from 'zod';
import { constraintSchema } from '../domain/constraint.ts';
import { toRfc3339 } from '../domain/instant.ts';
import { oneLine } from '../text/one-line.ts';
import { timestampSchema } from './common.ts';
import { apiIssueSchema } from './issues.ts';

const reason = z.string().trim().min(3).max(500).describe('why; kept in the audit trail');
const id = z.string().min(1).max(64);

export const mergeSchema = z.object({
  into: id.describe('id or number of the issue that stays'),
  reason,
  confirmPublished: z
    .boolean()
    .default(false)
    .describe('merge although both were published, also where one was closed since'),
});
export const splitSchema = z.object({
  stories: z.array(id).min(1).max(1_000).describe('stories that together become one new issue'),
  reason,
});
export const apartSchema = z.object({ from: id.describe('id or number of the other issue'), reason });
export const pinSchema = z.object({ issue: id, reason });
export const undoSchema = z.object({ reason });
export const renamedIssueSchema = apiIssueSchema
  .extend({ act: id.describe('takes the title back: POST /v1/acts/:act/undo') })
  .meta({ id: 'RenamedIssue' });
/** A title stands in one line, in lists and messages, and five of its characters are seen. */
const titleSchema = z
  .string()
  .overwrite(oneLine)
  .min(5)
  .max(200)
  .refine(
    (title) => title.replace(/[\p{Cf}\s]/gu, '').length >= 5,
    'Too small: fewer than 5 visible characters',
  );
export const renameSchema = z.object({ title: titleSchema, reason });

export const apiActSchema = constraintSchema
  .extend({ at: timestampSchema, undoneAt: timestampSchema.nullable() })
  .meta({ id: 'Act', description: 'What a person decided about links; the engine obeys it' });
export const actListSchema = z.object({ acts: z.array(apiActSchema) });

export const toApiAct = (act: z.infer<typeof constraintSchema>): z.infer<typeof apiActSchema> => ({
  ...act,
  at: toRfc3339(act.at),
  undoneAt: act.undoneAt === null ? null : toRfc3339(act.undoneAt),
});
