import type { Kysely } from 'kysely';

export interface NarrativeTables {
  narrative: { id: string; name: string; version: number; document: string };
}

/** Narratives, and the column by which the issues of one are found. */
export async function createNarrativeTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('narrative')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.alterTable('issue').addColumn('narrative_id', 'text').execute();
  await db.schema.createIndex('issue_narrative').on('issue').columns(['narrative_id', 'last_at']).execute();
}
