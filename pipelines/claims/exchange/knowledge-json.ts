import type { z } from 'zod';
import {
  apiClaimSchema,
  apiFactCheckSchema,
  fromApiClaim,
  fromApiFactCheck,
  toApiClaim,
  toApiFactCheck,
} from '../../../shared/api/claims.ts';
import { isJsonObject } from '../../ingest/page/json-ld.ts';
import {
  type Knowledge,
  nothingRead,
  type ReadKnowledge,
  type RowRefusal,
  UnreadableKnowledge,
} from './knowledge-file.ts';

/** Grows when a field changes its meaning. */
const formatVersion = 1;

export const writeKnowledgeJson = ({ claims, factChecks }: Knowledge): string =>
  `${JSON.stringify({
    format: 'saring-knowledge',
    formatVersion,
    claims: claims.map(toApiClaim),
    factChecks: factChecks.map(toApiFactCheck),
  })}\n`;

/** @throws UnreadableKnowledge when it is no export of this program */
export function readKnowledgeJson(text: string): ReadKnowledge {
  const value = parseJson(text);
  if (!isJsonObject(value) || !(Array.isArray(value['claims']) || Array.isArray(value['factChecks'])))
    throw new UnreadableKnowledge(
      'Berkas JSON ini tidak berisi "claims" atau "factChecks", dan bukan ClaimReview.',
    );
  const read = nothingRead();
  for (const [n, one] of listIn(value['claims']).entries()) {
    const claim = parseRecord(apiClaimSchema, one, `claims.${n}`, read.refusals);
    if (claim) read.claims.push(fromApiClaim(claim));
  }
  for (const [n, one] of listIn(value['factChecks']).entries()) {
    const check = parseRecord(apiFactCheckSchema, one, `factChecks.${n}`, read.refusals);
    if (check) read.factChecks.push(fromApiFactCheck(check));
  }
  return read;
}

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** @throws UnreadableKnowledge */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UnreadableKnowledge(
      `Berkas bukan JSON yang utuh: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

/** The record, or null with what does not fit among the refusals. */
export function parseRecord<T>(
  schema: z.ZodType<T>,
  value: unknown,
  at: string,
  refusals: RowRefusal[],
): T | null {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  refusals.push({ at, reason: `${issue?.path.join('.') || 'isi'}: ${issue?.message ?? 'keliru'}` });
  return null;
}
