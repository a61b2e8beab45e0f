import type { Kysely } from 'kysely';

/** Who is told, what is told, and what became of it. */
export interface DeliveryTables {
  recipient: { id: string; unit: string; active: number; document: string };
  /** `below` is 1 where the units under this one count, too. */
  recipient_unit: { recipient_id: string; unit: string; below: number };
  recipient_contact: { recipient_id: string; channel: string; address: string };
  delivery: {
    id: string;
    alert_id: string | null;
    recipient_id: string;
    unit: string;
    channel: string;
    state: string;
    /** 0 rendah to 3 kritis: the gravest go first. */
    rank: number;
    due_at: number;
    lease_until: number | null;
    /** Attempts so far: who holds the newest one may write. */
    tries: number;
    provider_id: string | null;
    campaign_id: string | null;
    created_at: number;
    document: string;
  };
  delivery_message: { id: string; document: string };
}

export async function createDeliveryTables(db: Kysely<unknown>): Promise<void> {
  await createRecipientTables(db);
  await db.schema
    .createTable('delivery')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('alert_id', 'text')
    .addColumn('recipient_id', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('rank', 'bigint', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('lease_until', 'bigint')
    .addColumn('tries', 'bigint', (c) => c.notNull())
    .addColumn('provider_id', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('delivery_due')
    .on('delivery')
    .columns(['channel', 'state', 'due_at'])
    .execute();
  await db.schema.createIndex('delivery_alert').on('delivery').columns(['alert_id']).execute();
  await db.schema
    .createIndex('delivery_recipient')
    .on('delivery')
    .columns(['recipient_id', 'created_at'])
    .execute();
  await db.schema.createIndex('delivery_created').on('delivery').columns(['created_at', 'id']).execute();
  await db.schema.createIndex('delivery_provider').on('delivery').columns(['provider_id']).execute();
  await db.schema
    .createTable('delivery_message')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
}

async function createRecipientTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('recipient')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('active', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('recipient_unit')
    .addColumn('recipient_id', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('below', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('recipient_unit_key', ['unit', 'recipient_id'])
    .execute();
  await db.schema.createIndex('recipient_unit_of').on('recipient_unit').columns(['recipient_id']).execute();
  await db.schema
    .createTable('recipient_contact')
    .addColumn('recipient_id', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('recipient_contact_address')
    .on('recipient_contact')
    .columns(['address', 'channel'])
    .execute();
  await db.schema
    .createIndex('recipient_contact_of')
    .on('recipient_contact')
    .columns(['recipient_id'])
    .execute();
}
