import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely';
import { createClockTables } from './alert-tables.ts';
import { createAnswerTables } from './answer-tables.ts';
import { createClaimTables } from './claim-tables.ts';
import { createDeliveryTables } from './delivery-tables.ts';
import { createDisseminationTables } from './dissemination-tables.ts';
import { createEvidenceTables } from './evidence-tables.ts';
import { createLabelTable } from './label-tables.ts';
import { createNarrativeTables } from './narrative-tables.ts';
import { createIdentityTables, createPeopleTables } from './people-tables.ts';
import { createReportTables } from './report-tables.ts';
import { createWorkflowTables } from './workflow-tables.ts';

/** Runs on SQLite and PostgreSQL alike: text, bigint and double only, JSON kept as text. */
const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('source')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('document', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('source_health')
      .addColumn('source_id', 'text', (c) => c.primaryKey())
      .addColumn('document', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('drop_count')
      .addColumn('day', 'bigint', (c) => c.notNull())
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('count', 'bigint', (c) => c.notNull())
      .addColumn('last_detail', 'text', (c) => c.notNull())
      .addColumn('last_subject', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('drop_count_key', ['day', 'stage', 'code'])
      .execute();
    await createIssueTables(db);
    await db.schema
      .createTable('link_constraint')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('undone_at', 'bigint')
      .addColumn('document', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('claim')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'bigint', (c) => c.notNull())
      .addColumn('document', 'text', (c) => c.notNull())
      .execute();
    await createWatchTables(db);
    await db.schema
      .createTable('program_state')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'text', (c) => c.notNull())
      .execute();
  },
};

async function createIssueTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('issue')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('number', 'text', (c) => c.notNull().unique())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('parent_id', 'text')
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('main_tone', 'text', (c) => c.notNull())
    .addColumn('priority', 'double precision', (c) => c.notNull())
    .addColumn('first_at', 'bigint', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('issue_priority').on('issue').columns(['priority', 'id']).execute();
  await db.schema.createIndex('issue_last').on('issue').columns(['last_at', 'id']).execute();
  await db.schema
    .createTable('issue_number')
    .addColumn('year', 'bigint', (c) => c.primaryKey())
    .addColumn('last', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('story')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('issue_id', 'text')
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('story_issue').on('story').columns(['issue_id', 'last_at']).execute();
}

/** Every row of a queue asks for what stands under its issue; most stand under none and are left out of it. */
async function indexParents(db: Kysely<unknown>): Promise<void> {
  const columns = ['parent_id', 'last_at'];
  const index = db.schema.createIndex('issue_parent').on('issue').columns(columns);
  await index.where(sql.ref('parent_id'), 'is not', null).execute();
}

async function createWatchTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alert')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('issue_id', 'text')
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('alert_at').on('alert').columns(['at', 'id']).execute();
  await db.schema
    .createTable('series_hour')
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('counts', 'text', (c) => c.notNull())
    .addColumn('actors', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('series_hour_key', ['key', 'at'])
    .execute();
  await db.schema.createIndex('series_hour_time').on('series_hour').columns(['at']).execute();
  await db.schema
    .createTable('audit_entry')
    .addColumn('sequence', 'bigint', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('previous_hash', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('audit_subject').on('audit_entry').columns(['subject', 'sequence']).execute();
}

/** Jobs come at least once, and a refused item comes again with every visit: each is counted once a day. */
async function countDropsOnce(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drop_counted')
    .addColumn('day', 'bigint', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('drop_counted_key', ['day', 'stage', 'code', 'subject'])
    .execute();
  // The feed tells how many open issues there are: counting them must not read the documents beside them.
  await db.schema
    .createIndex('issue_open')
    .on('issue')
    .columns(['state', 'parent_id', 'unit', 'level', 'topic', 'main_tone'])
    .execute();
}

/**
 * The same columns behind `parent_id`: with `state` first the page of the feed was looked for there as well, and all open
 * issues sorted for twenty of them.
 */
async function countOpenIssues(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('issue_open').execute();
  await db.schema
    .createIndex('issue_feed')
    .on('issue')
    .columns(['parent_id', 'state', 'unit', 'level', 'topic', 'main_tone'])
    .execute();
}

/** One entry may be about several issues: a merge, or an item that was moved from one to another. */
async function indexAuditAbout(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_about')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('audit_about_key', ['subject', 'sequence'])
    .execute();
}

/** What the engine may not join because people work on it is for people to look at. */
async function createAlikeTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('issue_alike')
    .addColumn('issue_id', 'text', (c) => c.notNull())
    .addColumn('other_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('issue_alike_key', ['issue_id', 'other_id'])
    .execute();
}

/** In this order, by name; a name is never changed once released. */
export const migrations: MigrationProvider = {
  getMigrations: async () => ({
    '2026-11-first': first,
    '2026-11-second-delivery': { up: createDeliveryTables },
    '2026-11-third-labels': { up: createLabelTable },
    '2026-12-60-claims': { up: createClaimTables },
    '2026-12-65-narratives': { up: createNarrativeTables },
    '2026-12-70-evidence': { up: createEvidenceTables },
    '2026-12-75-clocks': { up: createClockTables },
    '2026-12-90-people': { up: createPeopleTables },
    '2026-12-80-reports': { up: createReportTables },
    '2027-01-10-10-workflow': { up: createWorkflowTables },
    '2027-01-10-20-identities': { up: createIdentityTables },
    '2027-01-30-answers': { up: createAnswerTables },
    '2027-01-50-dissemination': { up: createDisseminationTables },
    '2027-01-60-issue-parents': { up: indexParents },
    '2027-02-36-counting': { up: countDropsOnce },
    '2027-02-37-feed': { up: countOpenIssues },
    '2027-02-0130-audit-about': { up: indexAuditAbout },
    '2027-02-0131-alike': { up: createAlikeTable },
  }),
};
