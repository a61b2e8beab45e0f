import type { Kysely } from 'kysely';

export interface ReportTables {
  tiered_report: {
    id: string;
    unit: string;
    period: string;
    state: string;
    version: number;
    document: string;
  };
  activity: { id: string; unit: string; kind: string; at: number; document: string };
  survey: { id: string; unit: string; from_at: number; to_at: number; document: string };
  survey_answer: { id: string; survey_id: string; at: number; document: string };
  report_run: { id: string; unit: string; requested_at: number; state: string; document: string };
  report_part: { run_id: string; file: string; number: number; content: string };
}

export async function createReportTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tiered_report')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('period', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addUniqueConstraint('tiered_report_key', ['period', 'unit'])
    .execute();
  await db.schema
    .createTable('activity')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('activity_unit').on('activity').columns(['unit', 'at']).execute();
  await createSurveyTables(db);
  await db.schema
    .createTable('report_run')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('requested_at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('report_run_at').on('report_run').columns(['requested_at', 'id']).execute();
  await db.schema
    .createTable('report_part')
    .addColumn('run_id', 'text', (c) => c.notNull())
    .addColumn('file', 'text', (c) => c.notNull())
    .addColumn('number', 'bigint', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('report_part_key', ['run_id', 'file', 'number'])
    .execute();
}

async function createSurveyTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('survey')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('from_at', 'bigint', (c) => c.notNull())
    .addColumn('to_at', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('survey_answer')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('survey_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('survey_answer_survey')
    .on('survey_answer')
    .columns(['survey_id', 'id'])
    .execute();
}
