import type { Claim, ClaimStatus } from '../domain/claim.ts';
import type { ClaimLink, ClaimLinkState, ClaimSpread } from '../domain/claim-link.ts';
import type { FactCheck } from '../domain/fact-check.ts';

/**
 * The knowledge base. It is common to all units, because a hoax stops at no border: reads take no scope. What was
 * found of a claim in items and issues does have one, which the caller applies to those items and issues.
 */
export interface ClaimRecords {
  /**
   * Writes a claim and keeps the version before. It must carry the version that was read, plus one, else
   * `VersionConflict`; version 1 creates. `ClaimRefused` when it breaks a rule (`refusalsOf`); then nothing is written.
   */
  put(claim: Claim): Promise<void>;
  /** Adds one in the version it has, where its id is not there; false, and nothing is written, where it is. `ClaimRefused` as above. */
  add(claim: Claim): Promise<boolean>;
  get(id: string): Promise<Claim | null>;
  many(ids: readonly string[]): Promise<Claim[]>;
  list(filter: ClaimFilter): Promise<{ claims: Claim[]; nextCursor: string | null; total: number }>;
  /** Every version that was written, newest first. */
  versions(id: string): Promise<Claim[]>;
  all(): Promise<Claim[]>;
}

export interface ClaimFilter {
  verdicts?: readonly ClaimStatus[];
  /** Kept by one of these units; a province holds its regencies. */
  units?: readonly string[];
  /** Withdrawn ones only show when asked for. */
  withdrawn?: boolean;
  /** Review date before this moment: what has to be looked at again. */
  reviewBefore?: number;
  /** Words of the text, all of which must occur. */
  text?: string;
  /** 1 to 500, the last changed first. */
  limit: number;
  cursor?: string;
}

export interface FactCheckRecords {
  /**
   * Keeps what checkers published. One that is there is written again, one version up, only when what it says differs;
   * `importedAt` and `sourceId` stay those of the first time.
   */
  put(checks: readonly FactCheck[]): Promise<{ added: number; changed: number; unchanged: number }>;
  many(ids: readonly string[]): Promise<FactCheck[]>;
  /** By id, after `after`; `limit` 1 to 1,000. */
  list(page: {
    after?: string;
    limit: number;
    text?: string;
  }): Promise<{ factChecks: FactCheck[]; total: number }>;
}

/** What changed in the knowledge base, in the order in which it did. */
export interface KnowledgeChanges {
  /** Entries as they are now; one that changed twice comes once, at its last change. */
  claims: Claim[];
  factChecks: FactCheck[];
  /** Where to go on; the one given when nothing changed. */
  sequence: number;
}

export interface KnowledgeRecords {
  /** The number of the last change; 0 in an empty knowledge base. One cheap read. */
  sequence(): Promise<number>;
  /** Up to `limit` changes after `sequence`, so that any process may keep an index of its own up to date. */
  changesSince(sequence: number, limit: number): Promise<KnowledgeChanges>;
}

export interface ClaimLinkFilter {
  subjectKind?: ClaimLink['subjectKind'];
  subjectIds?: readonly string[];
  entryIds?: readonly string[];
  states?: readonly ClaimLinkState[];
  by?: ClaimLink['by'];
  /** 1 to 1,000, newest first; of one subject the best first. */
  limit: number;
  cursor?: string;
}

/** What the machine suggests for each item and issue, and what people decided. */
export interface ClaimLinkRecords {
  /**
   * Takes the place of what the machine said of these subjects: what is not among `links` any more goes, what a person
   * decided stays in state and person, whatever `links` say. Idempotent. @returns those that the machine linked just now
   */
  suggest(subjectIds: readonly string[], links: readonly ClaimLink[]): Promise<ClaimLink[]>;
  /** Writes a person's decision over whatever is there. Ids that are not there are passed over. @returns those decided, as they are now */
  decide(
    ids: readonly string[],
    decision: { state: 'linked' | 'rejected' | 'suggested'; person: string; at: number },
  ): Promise<ClaimLink[]>;
  /** A link that a person makes by hand, new or over what is there. */
  put(link: ClaimLink): Promise<void>;
  many(ids: readonly string[]): Promise<ClaimLink[]>;
  list(filter: ClaimLinkFilter): Promise<{ links: ClaimLink[]; nextCursor: string | null }>;
  /** Entries that a person rejected, by subject. */
  rejected(subjectIds: readonly string[]): Promise<Map<string, Set<string>>>;
  /** What is linked to each entry, counted by stance; entries without links are left out. */
  spread(entryIds: readonly string[]): Promise<Map<string, ClaimSpread>>;
}
