import type { Kysely } from 'kysely';

export interface EvidenceTables {
  evidence_record: { id: string; item_id: string; at: number; document: string };
  citizen_report: {
    id: string;
    unit: string;
    at: number;
    state: string;
    has_contact: number;
    document: string;
  };
}

export async function createEvidenceTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evidence_record')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('item_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('evidence_record_item')
    .on('evidence_record')
    .columns(['item_id', 'at'])
    .execute();
  await db.schema
    .createTable('citizen_report')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('has_contact', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('citizen_report_at').on('citizen_report').columns(['at', 'id']).execute();
}
