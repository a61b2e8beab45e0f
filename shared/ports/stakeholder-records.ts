import type { BroadcastGroup, Campaign, CampaignTick } from '../domain/campaign.ts';
import type { Effect } from '../domain/effect.ts';
import type { ChannelName } from '../domain/recipient.ts';
import type { Engagement, Stakeholder, StakeholderKind } from '../domain/stakeholder.ts';
import type { Scope } from '../domain/unit.ts';
import type { ListPlace } from './list-place.ts';

export interface StakeholderFilter {
  scope: Scope;
  kinds?: readonly StakeholderKind[];
  /** Part of the organisation's name, in any case. */
  text?: string;
  /** By id, after this one. */
  after?: string;
  /** 1 to 1,000. */
  limit: number;
}

/**
 * Organisations that units work with, and the people there.
 * Reads that take a `Scope` never give what lies outside it; the others are for sending and for opting out, where
 * nobody looks.
 */
export interface StakeholderRecords {
  /** Version 1 creates; else the version read plus one. @throws VersionConflict */
  put(stakeholder: Stakeholder): Promise<void>;
  /** null when unknown or outside the scope. */
  get(id: string, scope: Scope): Promise<Stakeholder | null>;
  list(filter: StakeholderFilter): Promise<Stakeholder[]>;
  remove(id: string): Promise<void>;
  ofPerson(personId: string): Promise<Stakeholder | null>;
  ofOptOutKey(key: string): Promise<Stakeholder | null>;
  /** Every organisation, of any unit, where somebody has this address. */
  byAddress(channel: ChannelName, address: string): Promise<Stakeholder[]>;
}

/**
 * Addresses whose owner said stop, as hashes: they stay when the person is erased, so that an import does not write to
 * them again. A consent that is later than the stop opens the address.
 */
export interface OptOutRecords {
  /** Keeps the latest. */
  add(channel: ChannelName, address: string, at: number): Promise<void>;
  /** When its owner last said stop; null when never. */
  at(channel: ChannelName, address: string): Promise<number | null>;
}

export interface EngagementRecords {
  /** Version 1 creates; else the version read plus one. @throws VersionConflict */
  put(engagement: Engagement): Promise<void>;
  get(id: string, scope: Scope): Promise<Engagement | null>;
  /** Newest first; `from` included, `to` not; `limit` 1 to 1,000. */
  list(filter: {
    scope: Scope;
    from?: number;
    to?: number;
    stakeholderId?: string;
    after?: ListPlace;
    limit: number;
  }): Promise<Engagement[]>;
  remove(id: string): Promise<void>;
}

export interface BroadcastGroupRecords {
  /** Version 1 creates; else the version read plus one. @throws VersionConflict */
  put(group: BroadcastGroup): Promise<void>;
  get(id: string, scope: Scope): Promise<BroadcastGroup | null>;
  /** By unit, then name. The whole country has a few thousand: they are read at once. */
  list(filter: { scope: Scope }): Promise<BroadcastGroup[]>;
  remove(id: string): Promise<void>;
}

export interface CampaignRecords {
  /** Version 1 creates; else the version read plus one. @throws VersionConflict */
  put(campaign: Campaign): Promise<void>;
  /** Those of units in the scope. */
  get(id: string, scope: Scope): Promise<Campaign | null>;
  /** Newest first; `limit` 1 to 500. */
  list(filter: {
    scope: Scope;
    publicationId?: string;
    after?: ListPlace;
    limit: number;
  }): Promise<Campaign[]>;
  /** Running ones that ask this very unit to pass an answer on, newest first. */
  addressedTo(unit: string): Promise<Campaign[]>;
  /** Running ones of the whole country, oldest first; for reminders. */
  running(): Promise<Campaign[]>;
  /** Keeps the first tick of a campaign and group. @returns the one that is kept */
  tick(tick: CampaignTick): Promise<CampaignTick>;
  /** Takes one back; false when there was none. */
  untick(campaignId: string, groupId: string): Promise<boolean>;
  ticks(campaignId: string, scope: Scope): Promise<CampaignTick[]>;
}

/** What followed publications; each of the two is measured once and stays. */
export interface EffectRecords {
  /** One that is there stays as it was. */
  add(effect: Effect): Promise<void>;
  /** By hours. */
  of(publicationId: string): Promise<Effect[]>;
}

/** All that spreading an answer needs to remember. */
export interface DisseminationRecords {
  stakeholders: StakeholderRecords;
  optOuts: OptOutRecords;
  engagements: EngagementRecords;
  groups: BroadcastGroupRecords;
  campaigns: CampaignRecords;
  effects: EffectRecords;
}
