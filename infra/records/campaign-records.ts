import type { Kysely } from 'kysely';
import {
  asksUnit,
  type BroadcastGroup,
  type Campaign,
  type CampaignTick,
} from '../../shared/domain/campaign.ts';
import type { Effect } from '../../shared/domain/effect.ts';
import type { Engagement } from '../../shared/domain/stakeholder.ts';
import { nationalScope, upwards } from '../../shared/domain/unit.ts';
import type {
  BroadcastGroupRecords,
  CampaignRecords,
  DisseminationRecords,
  EffectRecords,
  EngagementRecords,
} from '../../shared/ports/stakeholder-records.ts';
import { behindPlace } from './behind-place.ts';
import { getDocument, parseAll, putDocument, removeDocument, withinScope } from './document-table.ts';
import { createOptOutRecords, createStakeholderRecords } from './stakeholder-records.ts';
import { type Tables, withoutZero } from './tables.ts';
import { inScope } from './unit-conditions.ts';

function createEngagementRecords(db: Kysely<Tables>): EngagementRecords {
  return {
    put: (engagement) => putDocument(db, 'engagement', engagement, { at: engagement.at }),
    get: (id, scope) => getDocument<Engagement>(db, 'engagement', id, scope),
    async list({ scope, from, to, stakeholderId, after, limit }) {
      let query = withinScope(db, 'engagement', scope);
      if (from !== undefined) query = query.where('at', '>=', from);
      if (to !== undefined) query = query.where('at', '<', to);
      if (after) query = query.where(behindPlace(after, 'at'));
      // Ids are quoted in the JSON and hold no sign of LIKE.
      if (stakeholderId !== undefined)
        query = query.where('document', 'like', `%"${stakeholderId.replace(/[%_"\\]/g, '')}"%`);
      const rows = await query.orderBy('at', 'desc').orderBy('id').limit(limit).execute();
      const found = parseAll<Engagement>(rows);
      return stakeholderId === undefined
        ? found
        : found.filter(({ stakeholderIds }) => stakeholderIds.includes(stakeholderId));
    },
    remove: (id) => removeDocument(db, 'engagement', id),
  };
}

function createGroupRecords(db: Kysely<Tables>): BroadcastGroupRecords {
  return {
    put: (group) => putDocument(db, 'broadcast_group', group, { name: withoutZero(group.name) }),
    get: (id, scope) => getDocument<BroadcastGroup>(db, 'broadcast_group', id, scope),
    async list({ scope }) {
      const rows = await withinScope(db, 'broadcast_group', scope)
        .orderBy('unit')
        .orderBy('name')
        .orderBy('id')
        .execute();
      return parseAll<BroadcastGroup>(rows);
    },
    remove: (id) => removeDocument(db, 'broadcast_group', id),
  };
}

function createTicks(db: Kysely<Tables>): Pick<CampaignRecords, 'tick' | 'untick' | 'ticks'> {
  return {
    async tick(tick) {
      const { campaignId, groupId, unit } = tick;
      await db
        .insertInto('campaign_tick')
        .values({ campaign_id: campaignId, group_id: groupId, unit, document: JSON.stringify(tick) })
        .onConflict((c) => c.doNothing())
        .execute();
      const kept = await db
        .selectFrom('campaign_tick')
        .select('document')
        .where('campaign_id', '=', campaignId)
        .where('group_id', '=', groupId)
        .executeTakeFirstOrThrow();
      return JSON.parse(kept.document);
    },
    async untick(campaignId, groupId) {
      const { numDeletedRows } = await db
        .deleteFrom('campaign_tick')
        .where('campaign_id', '=', campaignId)
        .where('group_id', '=', groupId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async ticks(campaignId, scope) {
      const query = db
        .selectFrom('campaign_tick')
        .select('document')
        .where('campaign_id', '=', campaignId)
        .where(inScope(scope));
      return parseAll<CampaignTick>(await query.orderBy('unit').orderBy('group_id').execute());
    },
  };
}

function createCampaignRecords(db: Kysely<Tables>): CampaignRecords {
  const all = db.selectFrom('campaign').select('document');
  return {
    ...createTicks(db),
    put: (campaign) =>
      putDocument(db, 'campaign', campaign, {
        publication_id: campaign.publicationId,
        state: campaign.state,
        started_at: campaign.startedAt,
      }),
    get: (id, scope) => getDocument<Campaign>(db, 'campaign', id, scope),
    async list({ scope, publicationId, after, limit }) {
      let query = withinScope(db, 'campaign', scope);
      if (publicationId !== undefined) query = query.where('publication_id', '=', publicationId);
      if (after) query = query.where(behindPlace(after, 'started_at'));
      return parseAll<Campaign>(
        await query.orderBy('started_at', 'desc').orderBy('id').limit(limit).execute(),
      );
    },
    async addressedTo(unit) {
      const rows = await all
        .where('state', '=', 'running')
        .where('unit', 'in', upwards(unit))
        .orderBy('started_at', 'desc')
        .orderBy('id')
        .execute();
      return parseAll<Campaign>(rows).filter((campaign) => asksUnit(campaign, unit));
    },
    async running() {
      const query = withinScope(db, 'campaign', nationalScope);
      return parseAll<Campaign>(
        await query.where('state', '=', 'running').orderBy('started_at').orderBy('id').execute(),
      );
    },
  };
}

function createEffectRecords(db: Kysely<Tables>): EffectRecords {
  return {
    async add(effect) {
      const { publicationId, hours } = effect;
      await db
        .insertInto('effect')
        .values({ publication_id: publicationId, hours, document: JSON.stringify(effect) })
        .onConflict((c) => c.doNothing())
        .execute();
    },
    async of(publicationId) {
      const rows = await db
        .selectFrom('effect')
        .select('document')
        .where('publication_id', '=', publicationId)
        .orderBy('hours')
        .execute();
      return parseAll<Effect>(rows);
    },
  };
}

export const createDisseminationRecords = (db: Kysely<Tables>): DisseminationRecords => ({
  stakeholders: createStakeholderRecords(db),
  optOuts: createOptOutRecords(db),
  engagements: createEngagementRecords(db),
  groups: createGroupRecords(db),
  campaigns: createCampaignRecords(db),
  effects: createEffectRecords(db),
});
