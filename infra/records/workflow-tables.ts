import type { Kysely } from 'kysely';

interface OfIssue {
  id: string;
  issue_id: string;
  at: number;
  document: string;
}

export interface WorkflowTables {
  issue_case: { issue_id: string; version: number; claim_id: string | null; document: string };
  issue_note: OfIssue;
  issue_attachment: OfIssue;
  issue_handover: OfIssue & { to_unit: string; state: string; due_at: number };
  issue_lease: { issue_id: string; holder: string; taken_at: number; until_at: number };
  person_notice: { id: string; user_id: string; at: number; read_at: number | null; document: string };
}

export async function createWorkflowTables(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('issue').addColumn('owner', 'text').execute();
  await db.schema.alterTable('issue').addColumn('handler', 'text').execute();
  await db.schema
    .alterTable('issue')
    .addColumn('shown_below', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('issue_owner').on('issue').column('owner').execute();
  await db.schema.createIndex('issue_handler').on('issue').column('handler').execute();
  await db.schema.createIndex('issue_shown').on('issue').columns(['shown_below', 'unit']).execute();
  await db.schema
    .createTable('issue_case')
    .addColumn('issue_id', 'text', (c) => c.primaryKey())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('claim_id', 'text')
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('issue_case_claim').on('issue_case').column('claim_id').execute();
  const ofIssue = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('issue_id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('document', 'text', (c) => c.notNull());
  await ofIssue('issue_note').execute();
  await ofIssue('issue_attachment').execute();
  await ofIssue('issue_handover')
    .addColumn('to_unit', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .execute();
  for (const name of ['issue_note', 'issue_attachment', 'issue_handover'])
    await db.schema.createIndex(`${name}_issue`).on(name).columns(['issue_id', 'at']).execute();
  await db.schema
    .createTable('issue_lease')
    .addColumn('issue_id', 'text', (c) => c.primaryKey())
    .addColumn('holder', 'text', (c) => c.notNull())
    .addColumn('taken_at', 'bigint', (c) => c.notNull())
    .addColumn('until_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('person_notice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('user_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('read_at', 'bigint')
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('person_notice_user').on('person_notice').columns(['user_id', 'at']).execute();
}
