import type { Answer, AnswerState } from '../domain/answer.ts';
import type { Fact, FactUse } from '../domain/fact.ts';
import type { Publication } from '../domain/publication.ts';
import type { Referral } from '../domain/referral.ts';
import type { Scope } from '../domain/unit.ts';
import type { ListPlace } from './list-place.ts';

/**
 * Each `put` must carry the version that was read, plus one, else `VersionConflict`; version 1 creates. Every version is
 * kept.
 */
export interface FactRecords {
  put(fact: Fact): Promise<void>;
  /** null when unknown, or kept by a unit that is neither above the scope nor within it. */
  get(id: string, scope: Scope): Promise<Fact | null>;
  /** Those of any unit; for what was written from them. */
  many(ids: readonly string[]): Promise<Fact[]>;
  list(filter: FactFilter): Promise<Fact[]>;
  /** Newest first. */
  versions(id: string): Promise<Fact[]>;
  /** The moment of the last change, and how many there are: one cheap read that tells whether an index is up to date. */
  stamp(): Promise<string>;
}

export interface FactFilter {
  /** Facts of the units above it, of itself, and of those below. */
  scope: Scope;
  uses?: readonly FactUse[];
  topics?: readonly string[];
  /** Words of the statement, all of which must occur. */
  text?: string;
  /** Withdrawn ones only show when asked for. */
  withdrawn?: boolean;
  /** Review date before this moment. */
  reviewBefore?: number;
  /** Only those that nobody approved. */
  unapproved?: boolean;
  /** By id, after this one. */
  after?: string;
  /** 1 to 1,000. */
  limit: number;
}

export interface AnswerRecords {
  put(answer: Answer): Promise<void>;
  /** null when unknown or outside the scope: drafts are nobody else's. */
  get(id: string, scope: Scope): Promise<Answer | null>;
  /** The last changed first; `limit` 1 to 500. */
  list(filter: {
    scope: Scope;
    states?: readonly AnswerState[];
    issueId?: string;
    claimId?: string;
    after?: ListPlace;
    limit: number;
  }): Promise<Answer[]>;
  /** Newest first. */
  versions(id: string): Promise<Answer[]>;
}

/** What was published is public: reads take no scope. */
export interface PublicationRecords {
  put(publication: Publication): Promise<void>;
  /** By id or code. */
  get(idOrCode: string): Promise<Publication | null>;
  /** Last published first; `limit` 1 to 500. */
  list(filter: {
    /** Only of these units; exactly these. */
    units?: readonly string[];
    states?: readonly Publication['state'][];
    issueId?: string;
    claimId?: string;
    /** Published at or after; published before. */
    from?: number;
    before?: number;
    after?: ListPlace;
    limit: number;
  }): Promise<Publication[]>;
  /** Newest first. */
  versions(id: string): Promise<Publication[]>;
}

export interface ReferralRecords {
  put(referral: Referral): Promise<void>;
  get(id: string, scope: Scope): Promise<Referral | null>;
  /** The last changed first; `limit` 1 to 500. */
  list(filter: { scope: Scope; issueId?: string; limit: number }): Promise<Referral[]>;
}
