import { z } from 'zod';
import { spreadSchema } from '../domain/issue.ts';
import { platformSchema } from '../domain/item.ts';
import { timestampSchema } from './common.ts';

const quotedSchema = z.object({
  text: z.string(),
  itemId: z.string().nullable(),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  at: timestampSchema.nullable(),
});

export const issueDigestSchema = z
  .object({
    title: z.string(),
    summary: z.array(quotedSchema).describe('the paragraph sentence by sentence, each with its source'),
    sentences: z.object({
      positive: z.array(quotedSchema),
      neutral: z.array(quotedSchema),
      negative: z.array(quotedSchema),
    }),
    keyAccounts: z
      .array(
        z.object({
          name: z.string(),
          kind: z.enum(['outlet', 'official', 'public']),
          platform: platformSchema,
          items: z.number().int(),
          unique: z.number().int(),
          followers: z.number(),
          interactions: z.number(),
          firstAt: timestampSchema,
        }),
      )
      .describe('public accounts only'),
    first: quotedSchema.nullable().describe('the first item known'),
    spread: spreadSchema,
    read: z.number().int().describe('items looked at: all of them'),
  })
  .meta({ id: 'IssueDigest' });
