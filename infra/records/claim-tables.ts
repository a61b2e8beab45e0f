import type { Kysely } from 'kysely';

export interface ClaimTables {
  claim: {
    id: string;
    version: number;
    verdict: string;
    unit: string;
    /** In lower case, for searching. */
    text: string;
    withdrawn: number;
    review_at: number | null;
    updated_at: number;
    sequence: number;
    document: string;
  };
  claim_version: { id: string; version: number; document: string };
  fact_check: { id: string; text: string; sequence: number; document: string };
  /** One row: the number of the last change of the knowledge base. */
  knowledge_sequence: { name: string; last: number };
  claim_link: {
    id: string;
    subject_kind: string;
    subject_id: string;
    entry_id: string;
    state: string;
    decided_by: string;
    stance: string | null;
    is_repost: number;
    platform: string | null;
    at: number;
    rank: number;
    document: string;
  };
}

/** The first release had a table of claims that nothing wrote to: it makes room for the whole record. */
export async function createClaimTables(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('claim').execute();
  await db.schema
    .createTable('claim')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('withdrawn', 'bigint', (c) => c.notNull())
    .addColumn('review_at', 'bigint')
    .addColumn('updated_at', 'bigint', (c) => c.notNull())
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('claim_sequence').on('claim').columns(['sequence']).execute();
  await db.schema.createIndex('claim_updated').on('claim').columns(['updated_at', 'id']).execute();
  await db.schema
    .createTable('claim_version')
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('claim_version_key', ['id', 'version'])
    .execute();
  await db.schema
    .createTable('fact_check')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('fact_check_sequence').on('fact_check').columns(['sequence']).execute();
  await db.schema
    .createTable('knowledge_sequence')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('last', 'bigint', (c) => c.notNull())
    .execute();
  await createLinkTable(db);
}

async function createLinkTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('claim_link')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('entry_id', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text', (c) => c.notNull())
    .addColumn('stance', 'text')
    .addColumn('is_repost', 'bigint', (c) => c.notNull())
    .addColumn('platform', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('rank', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('claim_link_subject').on('claim_link').columns(['subject_id']).execute();
  await db.schema.createIndex('claim_link_entry').on('claim_link').columns(['entry_id', 'state']).execute();
  await db.schema.createIndex('claim_link_time').on('claim_link').columns(['at', 'id']).execute();
}
