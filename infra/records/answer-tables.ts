import type { Kysely } from 'kysely';

export interface AnswerTables {
  /** Facts, answers, publications and referrals, by kind: all are documents with versions. */
  answer_record: {
    kind: string;
    id: string;
    version: number;
    unit: string;
    state: string;
    issue_id: string | null;
    claim_id: string | null;
    /** Of a publication the code of its page; of a fact what it is for. */
    code: string | null;
    topic: string | null;
    /** In lower case, for searching. */
    text: string;
    /** What lists go by: the last change, or of a publication when it was published. */
    at: number;
    review_at: number | null;
    document: string;
  };
  answer_version: { kind: string; id: string; version: number; document: string };
}

export async function createAnswerTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answer_record')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('issue_id', 'text')
    .addColumn('claim_id', 'text')
    .addColumn('code', 'text')
    .addColumn('topic', 'text')
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('review_at', 'bigint')
    .addColumn('document', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('answer_record_key', ['kind', 'id'])
    .execute();
  await db.schema.createIndex('answer_record_at').on('answer_record').columns(['kind', 'at', 'id']).execute();
  await db.schema
    .createIndex('answer_record_issue')
    .on('answer_record')
    .columns(['kind', 'issue_id'])
    .execute();
  await db.schema.createIndex('answer_record_code').on('answer_record').columns(['kind', 'code']).execute();
  await db.schema
    .createTable('answer_version')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('answer_version_key', ['kind', 'id', 'version'])
    .execute();
}
