import { z } from 'zod';
import type { Issue } from './issue.ts';
import { levelSchema } from './risk.ts';
import { covers } from './unit.ts';

/** A program that wants to hear of every change of the issues of a unit. */
export const issueHookSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  /** Standard Webhooks: `whsec_` and at least 24 random bytes in base64. */
  secret: z.string().regex(/^whsec_[A-Za-z0-9+/=]{32,}$/, 'whsec_ and base64 of at least 24 bytes'),
  unit: z.string().max(5),
  levels: z.array(levelSchema).min(1),
});
export type IssueHook = z.infer<typeof issueHookSchema>;

/** The name under which an installation keeps its subscribers. */
export const issueHooksName = 'feeds.webhooks';
export const issueHooksSchema = z.array(issueHookSchema).max(50);

/** Whether this subscriber wants to hear of the issue as it is now. */
export const hookWants = (hook: IssueHook, issue: Pick<Issue, 'unit' | 'risk' | 'parentId'>): boolean =>
  issue.parentId === null && hook.levels.includes(issue.risk.level) && covers(hook.unit, issue.unit);
