import type { Claim } from '../../../shared/domain/claim.ts';
import type { FactCheck } from '../../../shared/domain/fact-check.ts';
import type { FoundClaim } from '../../ingest/connectors/connector.ts';

export const exchangeFormats = ['json', 'csv', 'jsonld'] as const;
export type ExchangeFormat = (typeof exchangeFormats)[number];

/** What leaves: whole records. */
export interface Knowledge {
  claims: readonly Claim[];
  factChecks: readonly FactCheck[];
}

/** A row that cannot be taken, and why, in Indonesian. */
export interface RowRefusal {
  /** `baris 3`, `claims.0` … */
  at: string;
  reason: string;
}

/** What a file holds. */
export interface ReadKnowledge {
  claims: Claim[];
  factChecks: FactCheck[];
  /** Reviews by others, from files that are not an export of this program. */
  found: FoundClaim[];
  /** Statements to check, from a plain list of people's. */
  drafts: { text: string; firstUrl: string | null }[];
  refusals: RowRefusal[];
}

export const nothingRead = (): ReadKnowledge => ({
  claims: [],
  factChecks: [],
  found: [],
  drafts: [],
  refusals: [],
});

/** The file as a whole is not what it is said to be. */
export class UnreadableKnowledge extends Error {
  override name = 'UnreadableKnowledge';
}
