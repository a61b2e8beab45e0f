import { z } from 'zod';
import { toRfc3339 } from '../domain/instant.ts';
import { type Issue, issueSchema, issueStateSchema } from '../domain/issue.ts';
import { toneSchema, topicSchema } from '../domain/labels.ts';
import { levelSchema } from '../domain/risk.ts';
import { type Story, storySchema } from '../domain/story.ts';
import { cursorSchema, listOf, momentSchema, timestampSchema } from './common.ts';
import { apiItemSchema } from './items.ts';

export const issueQuerySchema = z.object({
  state: listOf(issueStateSchema).optional(),
  level: listOf(levelSchema).optional(),
  unit: listOf(z.string().max(5))
    .optional()
    .describe('RI, a province 35 or a regency 35.73; a province holds its regencies'),
  topic: listOf(topicSchema).optional(),
  tone: toneSchema.optional().describe('the most frequent tone towards KPU'),
  from: momentSchema.optional().describe('last item at or after'),
  to: momentSchema.optional().describe('first item before'),
  text: z.string().max(200).optional().describe('words of the title'),
  sort: z.enum(['priority', 'newest']).default('priority'),
  limit: z.coerce.number().int().min(1).max(200).default(20),
  cursor: cursorSchema.optional(),
});

export const apiIssueSchema = issueSchema
  .omit({ machineTitle: true, stateBefore: true, narrativeFrom: true })
  .extend({ firstAt: timestampSchema, lastAt: timestampSchema })
  .meta({ id: 'Issue' });
export type ApiIssue = z.infer<typeof apiIssueSchema>;

export const issuePageSchema = z.object({
  issues: z.array(apiIssueSchema),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});

export const apiStorySchema = storySchema
  .omit({ homes: true, moves: true })
  .extend({ firstAt: timestampSchema, lastAt: timestampSchema })
  .meta({ id: 'Story' });

export const bucketSchema = z.object({
  at: timestampSchema,
  items: z.number().int(),
  unique: z.number().int(),
  positive: z.number().int(),
  neutral: z.number().int(),
  negative: z.number().int(),
});

export const storyListSchema = z.object({
  stories: z.array(apiStorySchema).describe('those with the newest items first'),
  more: z.boolean().describe('there are more than were asked for'),
});

export const issueDetailSchema = z.object({
  issue: apiIssueSchema,
  timeline: z.array(bucketSchema).describe('items per hour, empty hours left out'),
  stories: z.array(apiStorySchema).describe('the newest 20; GET /v1/issues/:issue/stories lists all'),
  items: z.array(apiItemSchema).describe('newest unique items'),
  children: z.array(apiIssueSchema).describe('local issues of the same matter'),
});

export const toApiIssue = (issue: Issue): ApiIssue => ({
  ...issue,
  firstAt: toRfc3339(issue.firstAt),
  lastAt: toRfc3339(issue.lastAt),
});

export const toApiStory = (story: Story): z.infer<typeof apiStorySchema> => ({
  ...story,
  firstAt: toRfc3339(story.firstAt),
  lastAt: toRfc3339(story.lastAt),
});
