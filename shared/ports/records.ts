import type { Alert } from '../domain/alert.ts';
import type { AuditEntry } from '../domain/audit.ts';
import type { CitizenReport } from '../domain/citizen-report.ts';
import type { Constraint } from '../domain/constraint.ts';
import type { PersonLabel } from '../domain/correction.ts';
import type { Delivery, DeliveryState, Message } from '../domain/delivery.ts';
import type { Drop } from '../domain/drop.ts';
import type { EvidenceRecord } from '../domain/evidence.ts';
import type { Issue, IssueState } from '../domain/issue.ts';
import type { ChannelName, Recipient } from '../domain/recipient.ts';
import type { ResponseClock } from '../domain/response-clock.ts';
import type { Level } from '../domain/risk.ts';
import type { Source, SourceHealth } from '../domain/source.ts';
import type { Story } from '../domain/story.ts';
import type { Scope } from '../domain/unit.ts';
import type { AnswerRecords, FactRecords, PublicationRecords, ReferralRecords } from './answer-records.ts';
import type { ClaimLinkRecords, ClaimRecords, FactCheckRecords, KnowledgeRecords } from './claim-records.ts';
import type { ListPlace } from './list-place.ts';
import type { NarrativeRecords } from './narrative-records.ts';
import type { PeopleRecords } from './people-records.ts';
import type { ActivityRecords, RunRecords, SurveyRecords, TieredRecords } from './report-records.ts';
import type { DisseminationRecords } from './stakeholder-records.ts';
import type { WorkflowRecords } from './workflow-records.ts';

/**
 * What people and the engine decided: everything that is not an item.
 * Not in here: items and their text (ItemIndex), SQL of any kind.
 * Reads that take a `Scope` never give what lies outside it.
 */
export interface Records {
  sources: SourceRecords;
  issues: IssueRecords;
  stories: StoryRecords;
  constraints: ConstraintRecords;
  alike: AlikeRecords;
  claims: ClaimRecords;
  factChecks: FactCheckRecords;
  knowledge: KnowledgeRecords;
  claimLinks: ClaimLinkRecords;
  narratives: NarrativeRecords;
  facts: FactRecords;
  answers: AnswerRecords;
  publications: PublicationRecords;
  referrals: ReferralRecords;
  labels: LabelRecords;
  alerts: AlertRecords;
  clocks: ClockRecords;
  people: PeopleRecords;
  recipients: RecipientRecords;
  deliveries: DeliveryRecords;
  series: SeriesRecords;
  evidence: EvidenceRecords;
  reports: ReportRecords;
  tiered: TieredRecords;
  activities: ActivityRecords;
  surveys: SurveyRecords;
  runs: RunRecords;
  dissemination: DisseminationRecords;
  workflow: WorkflowRecords;
  audit: AuditRecords;
  state: StateRecords;
  /** All writes of `work` land together or not at all. Nested calls join the outer one. */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
}

export interface SourceRecords {
  put(source: Source): Promise<void>;
  list(): Promise<Source[]>;
  remove(id: string): Promise<void>;
  putHealth(health: SourceHealth): Promise<void>;
  health(id: string): Promise<SourceHealth | null>;
  /**
   * Adds to the counts of a UTC day by stage and code, and keeps the newest detail of each. An item that `enrich` refused
   * is counted once a day, however often its batch is delivered or its source read: call it in a transaction then.
   */
  countDrops(at: number, drops: readonly Drop[]): Promise<void>;
  drops(
    from: number,
  ): Promise<{ stage: string; code: string; count: number; lastDetail: string; lastSubject: string }[]>;
}

export interface IssueFilter {
  scope: Scope;
  states?: readonly IssueState[];
  levels?: readonly Level[];
  units?: readonly string[];
  topics?: readonly string[];
  /** Issues in which this tone is the most frequent one towards KPU. */
  tone?: 'positive' | 'neutral' | 'negative';
  /** Last item at or after / first item before. */
  from?: number;
  to?: number;
  text?: string;
  /** Only those tied to this narrative. */
  narrativeId?: string;
  /** Only the local issues of this one. */
  parentId?: string;
  /** Only those that this person has in hand. */
  owner?: string;
  /** Only those that somebody has in hand; false: that nobody has. */
  owned?: boolean;
  /** Without issues that stand under another one of the scope. */
  topmost?: boolean;
  sort: 'priority' | 'newest';
  /** 1 to 500. */
  limit: number;
  cursor?: string;
}

export interface IssueRecords {
  /** By id or number; null when unknown or outside the scope. */
  get(idOrNumber: string, scope: Scope): Promise<Issue | null>;
  /** Those of the ids that are there, whatever the scope, in no promised order. */
  many(ids: readonly string[]): Promise<Issue[]>;
  /**
   * Ids of issues that lie outside a unit and its descendants and are open to it all the same: `handled` were handed over
   * to it or to one below it, `shown` are what a unit above shows to those below. The newest 500 of each.
   */
  beyond(unit: string): Promise<{ handled: string[]; shown: string[] }>;
  /** One page, the first of the order first; `total` counts all pages. @throws BadCursor for one that was not given here */
  list(filter: IssueFilter): Promise<{ issues: Issue[]; nextCursor: string | null; total: number }>;
  /**
   * Writes issues; each must carry the version that was read, plus one, else `VersionConflict` and nothing is
   * written. Version 1 creates.
   */
  put(issues: readonly Issue[]): Promise<void>;
  /** The next running numbers of a year, from 1 on; a number is never given twice. */
  nextNumbers(year: number, howMany: number): Promise<number[]>;
}

export interface StoryRecords {
  /** Writes stories over those of the same ids; of two with one id the later one counts. */
  put(stories: readonly Story[]): Promise<void>;
  /** Those of the ids that are there, in no promised order. */
  many(ids: readonly string[]): Promise<Story[]>;
  /** The stories of an issue, those of issues under it not among them; those with the newest items first. */
  ofIssue(issueId: string, limit: number): Promise<Story[]>;
}

export interface ConstraintRecords {
  /** Writes an act over the one of its id: so it is taken back. */
  put(constraint: Constraint): Promise<void>;
  /** Also one that was taken back; null when unknown. */
  get(id: string): Promise<Constraint | null>;
  /** Those in force, oldest first. */
  active(): Promise<Constraint[]>;
}

/** Pairs of issues that the engine would have made one, were people not at work on them. */
export interface AlikeRecords {
  /** Adds pairs, in either order; one that is there is as of now. An issue with itself is no pair. */
  put(pairs: readonly (readonly [string, string])[], at: number): Promise<void>;
  /** The other issue of each pair, newest first; `limit` 1 to 500. */
  of(issueId: string, limit: number): Promise<{ issueId: string; at: number }[]>;
}

/** What people said of items; nothing of it is ever changed or removed. */
export interface LabelRecords {
  /** Adds one; call it in the transaction of its audit entry. */
  add(label: PersonLabel): Promise<void>;
  /** All of these items, oldest first for each item. */
  of(itemIds: readonly string[]): Promise<PersonLabel[]>;
  /** Oldest first, after this one; `limit` 1 to 1,000. */
  list(page: { after?: Pick<PersonLabel, 'at' | 'id'>; limit: number }): Promise<PersonLabel[]>;
}

export interface AlertRecords {
  /** Adds new ones; only these count as raised. */
  raise(alerts: readonly Alert[]): Promise<void>;
  /** Writes alerts over those with their ids: what people say of one, or what was taken out of it. */
  put(alerts: readonly Alert[]): Promise<void>;
  /** null when unknown or outside the scope. */
  get(id: string, scope: Scope): Promise<Alert | null>;
  /** Newest first, equal moments by id; with `after` those behind that one. */
  list(filter: {
    scope: Scope;
    issueId?: string;
    from?: number;
    after?: ListPlace;
    limit: number;
  }): Promise<Alert[]>;
  /** All that woke people, at or after `from`, oldest first. */
  pushes(from: number): Promise<Alert[]>;
}

/** The response clocks of issues. */
export interface ClockRecords {
  /** Creates or replaces; read and write them in one transaction. */
  put(clocks: readonly ResponseClock[]): Promise<void>;
  /** Those that are there, in any order. */
  many(issueIds: readonly string[]): Promise<ResponseClock[]>;
}

export interface RecipientRecords {
  put(recipient: Recipient): Promise<void>;
  get(id: string): Promise<Recipient | null>;
  remove(id: string): Promise<void>;
  /** Those whose own unit lies in the scope, by id, after `after`. `limit` 1 to 1,000. */
  list(filter: { scope: Scope; after?: string; limit: number }): Promise<Recipient[]>;
  /** Active ones that want the alerts of this unit, directly or because it lies below theirs; by id, in pages. */
  watching(unit: string, page: { after?: string; limit: number }): Promise<Recipient[]>;
  /** Who has this address on a channel; for what providers report of a person. */
  byAddress(channel: ChannelName, address: string): Promise<Recipient[]>;
}

export interface DeliveryFilter {
  scope: Scope;
  alertId?: string;
  recipientId?: string;
  /** Only those of this campaign. */
  campaignId?: string;
  states?: readonly DeliveryState[];
  /** Created at or after. */
  from?: number;
  after?: ListPlace;
  /** 1 to 1,000, newest first; equal moments by id. */
  limit: number;
}

export interface ClaimRequest {
  channel: ChannelName;
  now: number;
  limit: number;
  leaseMs: number;
  /** Just this one, if it is due. */
  id?: string;
}

/** The outbox, and after it the receipts. */
export interface DeliveryRecords {
  /** Adds those whose id is not there yet; call it in the transaction of what they tell of. Returns how many were new. */
  enqueue(deliveries: readonly Delivery[]): Promise<number>;
  /**
   * Takes up to `limit` that are due on a channel, the gravest first, and marks them `sending` with a new open attempt
   * before anything is sent. One whose lease has run out is taken over, its last attempt then being `unknown`.
   */
  claim(take: ClaimRequest): Promise<Delivery[]>;
  /** Writes what became of a claimed one; false, and nothing is written, when another process has taken it over. */
  settle(delivery: Delivery): Promise<boolean>;
  get(id: string): Promise<Delivery | null>;
  list(filter: DeliveryFilter): Promise<Delivery[]>;
  /** How many of a campaign are on which channel in which state. */
  countOf(campaignId: string): Promise<{ channel: ChannelName; state: DeliveryState; count: number }[]>;
  /** The one that a provider knows under this id. */
  byProviderId(channel: ChannelName, providerId: string): Promise<Delivery | null>;
  /** Later news of a finished one (delivered, read, failed after all). */
  report(delivery: Delivery): Promise<void>;
  /** Keeps the first message of an id: every retry then says the same. Returns the one that is kept. */
  keepMessage(message: Message): Promise<Message>;
  message(id: string): Promise<Message | null>;
  /** Messages that hold these words, whatever the case of their letters; looks at all of them, for rare use. */
  messagesSaying(words: string): Promise<Message[]>;
  /** Writes kept messages again: what somebody had a right to be taken out of. Unknown ids are passed over. */
  rewordMessages(messages: readonly Message[]): Promise<void>;
}

/** One bucket of one series, absolute values: writing it twice changes nothing. */
export interface SeriesHour {
  /** Names the series, e.g. `issue:<id>|32.01`. */
  key: string;
  /** Start of the bucket, epoch ms. */
  at: number;
  /** What was counted, by channel name. */
  counts: Readonly<Record<string, number>>;
  /** Hashes of the publishers seen last, newest first; at most 64 are kept. */
  actors: readonly number[];
}

export interface SeriesRecords {
  /** Replaces these buckets. */
  put(hours: readonly SeriesHour[]): Promise<void>;
  /** Buckets of these series (all series when empty) at or after `from`, in time order. */
  since(from: number, keys?: readonly string[]): Promise<SeriesHour[]>;
}

/** What was kept of which item; the bytes lie in the EvidenceStore. Nothing of it is changed, and removed only by law. */
export interface EvidenceRecords {
  /** Adds one; one with the same id stays as it was. Returns whether it is new. */
  add(record: EvidenceRecord): Promise<boolean>;
  /** All of these items, oldest first for each item. */
  of(itemIds: readonly string[]): Promise<EvidenceRecord[]>;
  /** Forgets what was kept of these items. @returns hashes of bytes that nothing refers to any more */
  removeOf(itemIds: readonly string[]): Promise<string[]>;
  /** By id, after `after`; `limit` 1 to 1,000. */
  list(page: { after?: string; limit: number }): Promise<EvidenceRecord[]>;
}

/** What people reported. */
export interface ReportRecords {
  put(report: CitizenReport): Promise<void>;
  /** null when unknown or outside the scope. */
  get(id: string, scope: Scope): Promise<CitizenReport | null>;
  /** Newest first; `limit` 1 to 500. */
  list(filter: { scope: Scope; state?: CitizenReport['state']; limit: number }): Promise<CitizenReport[]>;
  /** Takes the contact off every report from before `before`. Returns how many had one. */
  forgetContacts(before: number): Promise<number>;
  /** Those whose contact is this, in whatever case. */
  ofContact(contact: string): Promise<CitizenReport[]>;
}

export interface AuditRecords {
  /** Appends to the hash chain; call it in the transaction of the change it tells of. */
  append(
    entry: Pick<AuditEntry, 'at' | 'actor' | 'action' | 'subject' | 'about' | 'before' | 'after' | 'reason'>,
  ): Promise<AuditEntry>;
  /** Entries of a subject and those that are about it as well, newest first. */
  of(subject: string, limit: number): Promise<AuditEntry[]>;
  /** In order, after this sequence number; `limit` 1 to 1,000. */
  list(page: { after: number; limit: number }): Promise<AuditEntry[]>;
  /** The sequence number of the first entry that is altered, missing or out of order; null when whole. */
  verify(): Promise<{ entries: number; brokenAt: number | null }>;
}

/** Small named values of the program itself: cursors, leases, clocks. */
export interface StateRecords {
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
}

/** Somebody wrote it in between: read again, then decide again. */
export class VersionConflict extends Error {
  override name = 'VersionConflict';
  readonly subject: string;
  constructor(subject: string) {
    super(`${subject} was changed by somebody else in the meantime`);
    this.subject = subject;
  }
}
