import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { issueStateSchema } from './issue.ts';

/** What kind of matter an issue is: a claim goes the long way; the others have short ones, and no verdict. */
export const casePathSchema = z.enum(['claim', 'criticism', 'question', 'service']);
export type CasePath = z.infer<typeof casePathSchema>;

export const pathNames: Readonly<Record<CasePath, string>> = {
  claim: 'Klaim yang perlu diperiksa',
  criticism: 'Kritik',
  question: 'Pertanyaan',
  service: 'Permohonan layanan',
};

export const stepNameSchema = z.enum([
  'triage',
  'verify',
  'draft',
  'submit',
  'return',
  'publish',
  'monitor',
  'recheck',
  'answer',
  'forward',
  'resort',
  'close',
  'dismiss',
  'reopen',
]);
export type StepName = z.infer<typeof stepNameSchema>;

/** Why an issue needs no answer of ours. */
export const dismissCauseSchema = z.enum(['not_ours', 'no_matter', 'satire', 'duplicate', 'other']);
export const dismissCauseNames: Readonly<Record<z.infer<typeof dismissCauseSchema>, string>> = {
  not_ours: 'bukan urusan KPU',
  no_matter: 'tidak ada yang perlu dijawab',
  satire: 'satire yang jelas',
  duplicate: 'sudah ditangani sebagai isu lain',
  other: 'lain-lain',
};

/** What a step may ask for. */
export const stepFieldsSchema = z.object({
  path: casePathSchema.optional(),
  reason: z.string().trim().min(5).max(1_000).optional(),
  cause: dismissCauseSchema.optional(),
  /** Of an answer given directly: what was said, or where it can be read. */
  reply: z.string().trim().min(3).max(2_000).optional(),
  /** The office or unit that it was passed to. */
  forwardTo: z.string().trim().min(2).max(200).optional(),
  /** How it ended, in one or two sentences; it goes into the report. */
  outcome: z.string().trim().min(5).max(2_000).optional(),
});
export type StepFields = z.infer<typeof stepFieldsSchema>;
export type StepField = keyof StepFields;

/** One thing that people did to an issue; the newest 50 are kept here, all of them in the audit trail. */
export const caseChangeSchema = z.object({
  version: z.number().int().positive(),
  at: instantSchema,
  by: z.string(),
  /** In Indonesian, e.g. `memilah isu`. */
  what: z.string(),
  from: issueStateSchema,
  to: issueStateSchema,
  why: z.string().nullable(),
});
export type CaseChange = z.infer<typeof caseChangeSchema>;

/**
 * How people work on an issue. Apart from the issue, because the engine rewrites that with every item: this version
 * grows only when a person decides, so that two of them who collide are told, and nobody else is.
 */
export const issueCaseSchema = z.object({
  issueId: z.string(),
  version: z.number().int().nonnegative(),
  /** Null until it was triaged. */
  path: casePathSchema.nullable(),
  /** The claim whose verdict the issue has. */
  claimId: z.string().nullable(),
  reply: z.string().nullable(),
  forwardedTo: z.string().nullable(),
  outcome: z.string().nullable(),
  ownerSince: instantSchema.nullable(),
  /** When somebody last did something; a silent owner is asked. */
  touchedAt: instantSchema,
  changes: z.array(caseChangeSchema).max(50),
});
export type IssueCase = z.infer<typeof issueCaseSchema>;

export const keptChanges = 50;

/** Before anybody touched an issue; its first write is version 1. */
export const freshCase = (issueId: string): IssueCase => ({
  issueId,
  version: 0,
  path: null,
  claimId: null,
  reply: null,
  forwardedTo: null,
  outcome: null,
  ownerSince: null,
  touchedAt: 0,
  changes: [],
});
