import type { Kysely } from 'kysely';

export interface DisseminationTables {
  stakeholder: {
    id: string;
    unit: string;
    kind: string;
    name_key: string;
    version: number;
    document: string;
  };
  stakeholder_person: { id: string; stakeholder_id: string; opt_out_key: string };
  stakeholder_address: { stakeholder_id: string; channel: string; address: string };
  opt_out: { address_hash: string; at: number };
  engagement: { id: string; unit: string; at: number; version: number; document: string };
  broadcast_group: { id: string; unit: string; name: string; version: number; document: string };
  campaign: {
    id: string;
    unit: string;
    publication_id: string;
    state: string;
    started_at: number;
    version: number;
    document: string;
  };
  campaign_tick: { campaign_id: string; group_id: string; unit: string; document: string };
  effect: { publication_id: string; hours: number; document: string };
}

type Db = Kysely<unknown>;

/** A table of documents with an id, a unit and the version of the optimistic lock. */
const documents = (db: Db, name: string) =>
  db.schema
    .createTable(name)
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull());

async function createBook(db: Db): Promise<void> {
  await documents(db, 'stakeholder')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('stakeholder_unit').on('stakeholder').columns(['unit', 'id']).execute();
  await db.schema
    .createTable('stakeholder_person')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('stakeholder_id', 'text', (c) => c.notNull())
    .addColumn('opt_out_key', 'text', (c) => c.notNull().unique())
    .execute();
  await db.schema
    .createIndex('stakeholder_person_of')
    .on('stakeholder_person')
    .columns(['stakeholder_id'])
    .execute();
  await db.schema
    .createTable('stakeholder_address')
    .addColumn('stakeholder_id', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('stakeholder_address_find')
    .on('stakeholder_address')
    .columns(['channel', 'address'])
    .execute();
  await db.schema
    .createIndex('stakeholder_address_of')
    .on('stakeholder_address')
    .columns(['stakeholder_id'])
    .execute();
  await db.schema
    .createTable('opt_out')
    .addColumn('address_hash', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
}

/** Stakeholders, their engagements, and the campaigns of answers. */
export async function createDisseminationTables(db: Db): Promise<void> {
  await createBook(db);
  await documents(db, 'engagement')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('engagement_unit').on('engagement').columns(['unit', 'at']).execute();
  await documents(db, 'broadcast_group')
    .addColumn('name', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('broadcast_group_unit').on('broadcast_group').columns(['unit']).execute();
  await documents(db, 'campaign')
    .addColumn('publication_id', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('campaign_unit').on('campaign').columns(['unit', 'started_at']).execute();
  await db.schema
    .createTable('campaign_tick')
    .addColumn('campaign_id', 'text', (c) => c.notNull())
    .addColumn('group_id', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('campaign_tick_key', ['campaign_id', 'group_id'])
    .execute();
  await db.schema
    .createTable('effect')
    .addColumn('publication_id', 'text', (c) => c.notNull())
    .addColumn('hours', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('effect_key', ['publication_id', 'hours'])
    .execute();
  await db.schema.alterTable('delivery').addColumn('campaign_id', 'text').execute();
  await db.schema.createIndex('delivery_campaign').on('delivery').columns(['campaign_id']).execute();
}
