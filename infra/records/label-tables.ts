import type { Kysely } from 'kysely';

export interface LabelTables {
  person_label: { id: string; item_id: string; at: number; document: string };
}

export async function createLabelTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person_label')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('item_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('person_label_item').on('person_label').columns(['item_id', 'at']).execute();
}
