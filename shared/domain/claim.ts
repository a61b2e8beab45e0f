import { z } from 'zod';
import { instantSchema } from './instant.ts';

export const verdictSchema = z.enum(['salah', 'menyesatkan', 'sebagian_benar', 'benar', 'belum_terbukti']);
export type Verdict = z.infer<typeof verdictSchema>;
export const claimStatusSchema = z.union([verdictSchema, z.literal('belum_diperiksa')]);

/** First Draft's seven kinds. */
export const claimKindSchema = z.enum([
  'satire',
  'misleading',
  'imposter',
  'fabricated',
  'false_connection',
  'false_context',
  'manipulated',
]);

export const evidenceSchema = z.object({
  title: z.string(),
  url: z.string(),
  /** Primary: regulation, decision, KPU data. */
  tier: z.enum(['primary', 'secondary']),
  archiveHash: z.string().nullable(),
});

/** The checkable assertion, verbatim. Only an authorised person sets `verdict`. */
export const claimSchema = z.object({
  id: z.string(),
  text: z.string(),
  kind: claimKindSchema.nullable(),
  informationType: z.enum(['misinformation', 'disinformation', 'malinformation']).nullable(),
  verdict: claimStatusSchema,
  evidence: z.array(evidenceSchema),
  firstAppearedAt: instantSchema.nullable(),
  areas: z.array(z.string()),
  checker: z.string().nullable(),
  approver: z.string().nullable(),
  /** The fact-checker it was imported from; null for one's own. */
  importedFrom: z.string().nullable(),
  url: z.string().nullable(),
  reviewAt: instantSchema.nullable(),
  createdAt: instantSchema,
  version: z.number().int().positive(),
});
export type Claim = z.infer<typeof claimSchema>;

/**
 * `salah` needs one primary or two independent secondary sources (independent: different hosts).
 * @returns null when the rule is met, else what is missing, in Indonesian.
 */
export function missingEvidence(verdict: Verdict, evidence: Claim['evidence']): string | null {
  if (verdict !== 'salah') return null;
  if (evidence.some((e) => e.tier === 'primary')) return null;
  const hosts = new Set(evidence.map((e) => URL.parse(e.url)?.hostname ?? e.url));
  return hosts.size >= 2
    ? null
    : 'Vonis "salah" memerlukan satu sumber primer atau dua sumber sekunder yang independen.';
}
