import { type Claim, type ClaimStatus, claimState } from '../../shared/domain/claim.ts';
import type { EntryKind } from '../../shared/domain/claim-link.ts';
import type { FactCheck } from '../../shared/domain/fact-check.ts';
import type { Instant } from '../../shared/domain/instant.ts';

/** What can be matched: a claim of one's own, or what somebody else checked. */
export type KnowledgeEntry =
  | { kind: Extract<EntryKind, 'claim'>; id: string; text: string; verdict: ClaimStatus; claim: Claim }
  | {
      kind: Extract<EntryKind, 'fact_check'>;
      id: string;
      text: string;
      verdict: ClaimStatus;
      factCheck: FactCheck;
    };

export const claimEntry = (claim: Claim): KnowledgeEntry => ({
  kind: 'claim',
  id: claim.id,
  text: claim.text,
  verdict: claim.verdict,
  claim,
});

export const factCheckEntry = (factCheck: FactCheck): KnowledgeEntry => ({
  kind: 'fact_check',
  id: factCheck.id,
  text: factCheck.text,
  verdict: factCheck.verdict,
  factCheck,
});

/** May be suggested: not withdrawn, and not past its review date. */
export const isOffered = (entry: KnowledgeEntry, now: Instant): boolean =>
  entry.kind === 'fact_check' || !['stale', 'withdrawn'].includes(claimState(entry.claim, now));

/** Near-identical text may be linked to it without asking: one's own, approved, and still in force. */
export const isApproved = (entry: KnowledgeEntry, now: Instant): boolean =>
  entry.kind === 'claim' && claimState(entry.claim, now) === 'approved';
