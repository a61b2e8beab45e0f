import type { Attachment, Handover, IssueLease, IssueNote, PersonNotice } from '../domain/teamwork.ts';
import type { IssueCase } from '../domain/workflow.ts';

/** How people work on issues, together. Whether somebody may see an issue, `IssueRecords` says: ask it first. */
export interface WorkflowRecords {
  cases: CaseRecords;
  notes: NoteRecords;
  attachments: AttachmentRecords;
  handovers: HandoverRecords;
  leases: LeaseRecords;
  notices: NoticeRecords;
}

export interface CaseRecords {
  /** Must carry the version that was read, plus one, else `VersionConflict` and nothing is written. Version 1 creates. */
  put(one: IssueCase): Promise<void>;
  /** null before anybody touched the issue. */
  get(issueId: string): Promise<IssueCase | null>;
  many(issueIds: readonly string[]): Promise<IssueCase[]>;
  /** Those that took this claim’s verdict over. */
  ofClaim(claimId: string): Promise<IssueCase[]>;
}

export interface NoteRecords {
  /** Adds one; nothing of it is ever changed. */
  add(note: IssueNote): Promise<void>;
  /** Newest first; `limit` 1 to 500. */
  of(issueId: string, limit: number): Promise<IssueNote[]>;
}

export interface AttachmentRecords {
  put(attachment: Attachment): Promise<void>;
  get(id: string): Promise<Attachment | null>;
  /** Oldest first, without those that were removed. */
  of(issueId: string): Promise<Attachment[]>;
}

export interface HandoverRecords {
  /** Creates or replaces; read and write it in one transaction. */
  put(handover: Handover): Promise<void>;
  get(id: string): Promise<Handover | null>;
  /** Newest first. */
  of(issueId: string): Promise<Handover[]>;
  /** Open ones to any of these units, or past their deadline at `dueBefore`; the first due first, `limit` 1 to 500. */
  open(filter: { to?: readonly string[]; dueBefore?: number; limit: number }): Promise<Handover[]>;
}

export interface LeaseRecords {
  /**
   * Takes these issues for `holder` until `untilAt`, all that nobody else holds at `now`, and gives the ids it got, in
   * the order asked. Of two who ask at once only one gets an issue; one’s own lease is renewed.
   */
  take(
    issueIds: readonly string[],
    lease: Pick<IssueLease, 'holder' | 'untilAt'> & { now: number },
  ): Promise<string[]>;
  /** Gives back; those of others stay. @returns how many */
  release(issueIds: readonly string[], holder: string): Promise<number>;
  /** In force at `now`. */
  active(now: number): Promise<IssueLease[]>;
}

export interface NoticeRecords {
  /** Adds one; one with the same id stays as it is. @returns whether it is new */
  add(notice: PersonNotice): Promise<boolean>;
  /** Newest first; `limit` 1 to 500. */
  of(filter: { userId: string; unread?: boolean; limit: number }): Promise<PersonNotice[]>;
  /** Removes those from before. @returns how many */
  removeBefore(at: number): Promise<number>;
  /** Those of this person among `ids`. @returns how many were unread */
  markRead(userId: string, ids: readonly string[], at: number): Promise<number>;
}
