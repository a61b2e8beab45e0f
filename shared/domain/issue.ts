import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { topicSchema } from './labels.ts';
import { prioritySchema, riskSchema } from './risk.ts';

export const issueStateSchema = z.enum([
  'new',
  'triaged',
  'verifying',
  'drafting',
  'approval',
  'published',
  'monitored',
  /** Criticism, a question or a request: answered directly, or passed to whom it concerns. */
  'answered',
  'forwarded',
  'closed',
  'dismissed',
  'merged',
]);
export type IssueState = z.infer<typeof issueStateSchema>;

/** Done, or part of another one. */
export const settledStates = ['closed', 'dismissed', 'merged'] as const satisfies readonly IssueState[];
export const isSettled = (state: IssueState): boolean => settledStates.some((settled) => settled === state);
/** Somebody still has to do something: merged issues lead elsewhere, and settled ones show only when asked for. */
export const openStates = issueStateSchema.options.filter((state) => !isSettled(state));

export const countsSchema = z.object({
  /** Unique items and all items: re-posts are counted apart. */
  unique: z.number().int(),
  items: z.number().int(),
  positive: z.number().int(),
  neutral: z.number().int(),
  negative: z.number().int(),
  unrelated: z.number().int(),
  criticism: z.number().int(),
  /** Items whose hoax indication was raised. */
  indicated: z.number().int(),
  stance: z.object({
    menyebarkan: z.number().int(),
    membantah: z.number().int(),
    bertanya: z.number().int(),
    memberitakan: z.number().int(),
  }),
  interactions: z.number(),
});
export type Counts = z.infer<typeof countsSchema>;

/** Who carries an issue: distinct authors, outlets and platforms, with a cap so that the record stays small. */
export const spreadSchema = z.object({
  authors: z.number().int(),
  platforms: z.record(z.string(), z.number().int()),
  outlets: z.record(z.string(), z.number().int()),
  areas: z.record(z.string(), z.number().int()),
  maxFollowers: z.number().int(),
});
export type Spread = z.infer<typeof spreadSchema>;

/** An impact that somebody set, and why; the rules then weigh nothing. */
export const personImpactSchema = z.object({
  value: z.number().int().min(1).max(5),
  by: z.string(),
  reason: z.string(),
});
export type PersonImpact = z.infer<typeof personImpactSchema>;

/** The unit analysts work on. The number never changes; `version` grows with every write (optimistic lock). */
export const issueSchema = z.object({
  id: z.string(),
  /** `ISU-2026-000123` */
  number: z.string().regex(/^ISU-\d{4}-\d{6,}$/),
  title: z.string(),
  titleBy: z.enum(['machine', 'person']),
  /** What the machine calls it, while a person's title stands. */
  machineTitle: z.string().optional(),
  summary: z.string(),
  /** Telling sentences per tone, at most three each. */
  sentences: z.object({
    positive: z.array(z.string()),
    neutral: z.array(z.string()),
    negative: z.array(z.string()),
  }),
  state: issueStateSchema,
  /** Of a merged one: the state that it has again when the merge is taken back. */
  stateBefore: issueStateSchema.optional(),
  /** The unit that owns it: regency, else province, else `RI`. */
  unit: z.string(),
  /** Who has it in hand: a user's id. */
  owner: z.string().nullable(),
  /** The unit that took it over from `unit`; absent where it stayed. */
  handler: z.string().optional(),
  /** `below`: shown to the units under `unit`, as its people decided; else to those of its own tier and above. */
  visibility: z.enum(['own', 'below']).optional(),
  parentId: z.string().nullable(),
  mergedInto: z.string().nullable(),
  narrativeId: z.string().nullable(),
  /** The merged issue that brought the narrative: it takes it along when the merge is taken back. */
  narrativeFrom: z.string().optional(),
  topic: topicSchema,
  areas: z.array(z.string()),
  firstAt: instantSchema,
  lastAt: instantSchema,
  counts: countsSchema,
  spread: spreadSchema,
  risk: riskSchema,
  /** Absent or null while the rules decide on the impact. */
  personImpact: personImpactSchema.nullable().optional(),
  priority: prioritySchema,
  verdict: z.enum(['belum_diperiksa', 'salah', 'menyesatkan', 'sebagian_benar', 'benar', 'belum_terbukti']),
  version: z.number().int().positive(),
});
export type Issue = z.infer<typeof issueSchema>;

/** The number people say, from year and running count. */
export const issueNumber = (year: number, count: number): string =>
  `ISU-${year}-${String(count).padStart(6, '0')}`;

export const emptyCounts: Counts = {
  unique: 0,
  items: 0,
  positive: 0,
  neutral: 0,
  negative: 0,
  unrelated: 0,
  criticism: 0,
  indicated: 0,
  stance: { menyebarkan: 0, membantah: 0, bertanya: 0, memberitakan: 0 },
  interactions: 0,
};
