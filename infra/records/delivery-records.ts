import { type Kysely, sql } from 'kysely';
import type { Attempt, Delivery } from '../../shared/domain/delivery.ts';
import { levels } from '../../shared/domain/risk.ts';
import type { ClaimRequest, DeliveryRecords } from '../../shared/ports/records.ts';
import { behindPlace } from './behind-place.ts';
import type { Tables } from './tables.ts';
import { inScope } from './unit-conditions.ts';

/** Rows of one statement: 14 values each, below SQLite's 32,766 and PostgreSQL's 65,535. */
const chunk = 500;

const toRow = (delivery: Delivery): Tables['delivery'] => ({
  id: delivery.id,
  alert_id: delivery.alertId,
  recipient_id: delivery.recipientId,
  unit: delivery.unit,
  channel: delivery.channel,
  state: delivery.state,
  rank: levels.indexOf(delivery.level),
  due_at: delivery.dueAt,
  lease_until: delivery.leaseUntil,
  tries: delivery.attempts.length,
  provider_id: delivery.providerId,
  campaign_id: delivery.campaignId ?? null,
  created_at: delivery.createdAt,
  document: JSON.stringify(delivery),
});

const parse = (row: { document: string } | undefined): Delivery | null =>
  row ? JSON.parse(row.document) : null;

const interrupted = 'Proses terhenti sebelum hasil kiriman tercatat; pesan mungkin sudah sampai.';

/** The delivery as a new attempt begins; one that was left open ended nobody knows how. */
function begun(delivery: Delivery, now: number, leaseMs: number): Delivery {
  const before = delivery.attempts.map(
    (attempt): Attempt =>
      attempt.outcome === 'open'
        ? { ...attempt, outcome: 'unknown', endedAt: now, reason: interrupted }
        : attempt,
  );
  const attempt: Attempt = {
    number: before.length + 1,
    channel: delivery.channel,
    startedAt: now,
    endedAt: null,
    outcome: 'open',
    reason: null,
    providerId: null,
  };
  return { ...delivery, state: 'sending', leaseUntil: now + leaseMs, attempts: [...before, attempt] };
}

async function claim(
  db: Kysely<Tables>,
  { channel, now, limit, leaseMs, id }: ClaimRequest,
): Promise<Delivery[]> {
  let due = db
    .selectFrom('delivery')
    .select(['document', 'tries', 'state'])
    .where('channel', '=', channel)
    .where((e) =>
      e.or([
        e.and([e('state', '=', 'queued'), e('due_at', '<=', now)]),
        e.and([e('state', '=', 'sending'), e('lease_until', '<=', now)]),
      ]),
    );
  if (id !== undefined) due = due.where('id', '=', id);
  const rows = await due.orderBy('rank', 'desc').orderBy('due_at').orderBy('id').limit(limit).execute();
  const claimed: Delivery[] = [];
  for (const row of rows) {
    const next = begun(JSON.parse(row.document), now, leaseMs);
    // Whoever changes it first has it; the other one's condition no longer holds.
    const { numUpdatedRows } = await db
      .updateTable('delivery')
      .set(toRow(next))
      .where('id', '=', next.id)
      .where('tries', '=', row.tries)
      .where('state', '=', row.state)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) claimed.push(next);
  }
  return claimed;
}

export function createDeliveryRecords(db: Kysely<Tables>): DeliveryRecords {
  const one = db.selectFrom('delivery').select('document');
  return {
    async enqueue(deliveries) {
      let added = 0n;
      for (let first = 0; first < deliveries.length; first += chunk) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('delivery')
          .values(deliveries.slice(first, first + chunk).map(toRow))
          .onConflict((c) => c.column('id').doNothing())
          .executeTakeFirst();
        added += numInsertedOrUpdatedRows ?? 0n;
      }
      return Number(added);
    },
    claim: (take) => claim(db, take),
    async settle(delivery) {
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        .set(toRow(delivery))
        .where('id', '=', delivery.id)
        .where('state', '=', 'sending')
        .where('tries', '=', delivery.attempts.length)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    get: async (id) => parse(await one.where('id', '=', id).executeTakeFirst()),
    async list({ scope, alertId, recipientId, campaignId, states, from, after, limit }) {
      let query = one;
      query = query.where(inScope(scope));
      if (alertId !== undefined) query = query.where('alert_id', '=', alertId);
      if (recipientId !== undefined) query = query.where('recipient_id', '=', recipientId);
      if (campaignId !== undefined) query = query.where('campaign_id', '=', campaignId);
      if (states !== undefined && states.length > 0) query = query.where('state', 'in', states);
      if (from !== undefined) query = query.where('created_at', '>=', from);
      if (after !== undefined) query = query.where(behindPlace(after, 'created_at'));
      const rows = await query.orderBy('created_at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map((row) => JSON.parse(row.document));
    },
    async countOf(campaignId) {
      const rows = await db
        .selectFrom('delivery')
        .select(['channel', 'state', (e) => e.fn.countAll<number | bigint>().as('count')])
        .where('campaign_id', '=', campaignId)
        .groupBy(['channel', 'state'])
        .orderBy('channel')
        .orderBy('state')
        .execute();
      return rows.map(({ channel, state, count }) => ({
        channel: channel as Delivery['channel'],
        state: state as Delivery['state'],
        count: Number(count),
      }));
    },
    byProviderId: async (channel, providerId) =>
      parse(
        await one
          .where('provider_id', '=', providerId)
          .where('channel', '=', channel)
          .limit(1)
          .executeTakeFirst(),
      ),
    async report(delivery) {
      await db.updateTable('delivery').set(toRow(delivery)).where('id', '=', delivery.id).execute();
    },
    async keepMessage(message) {
      await db
        .insertInto('delivery_message')
        .values({ id: message.id, document: JSON.stringify(message) })
        .onConflict((c) => c.column('id').doNothing())
        .execute();
      return (await messageOf(db, message.id)) ?? message;
    },
    message: (id) => messageOf(db, id),
    async messagesSaying(words) {
      const written = JSON.stringify(words).slice(1, -1);
      const pattern = `%${written.replace(/[%_\\]/g, '\\$&')}%`;
      const rows = await db
        .selectFrom('delivery_message')
        .select('document')
        .where(sql<boolean>`lower(document) like lower(${pattern}) escape '\\'`)
        .orderBy('id')
        .execute();
      return rows.map(({ document }) => JSON.parse(document));
    },
    async rewordMessages(messages) {
      for (const message of messages)
        await db
          .updateTable('delivery_message')
          .set({ document: JSON.stringify(message) })
          .where('id', '=', message.id)
          .execute();
    },
  };
}

async function messageOf(db: Kysely<Tables>, id: string) {
  const row = await db
    .selectFrom('delivery_message')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? JSON.parse(row.document) : null;
}
