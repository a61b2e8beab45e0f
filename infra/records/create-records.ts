import { type Dialect, Kysely, Migrator } from 'kysely';
import type { Records } from '../../shared/ports/records.ts';
import { createAuditRecords } from './audit-records.ts';
import { createIssueRecords } from './issue-records.ts';
import { createClaimRecords, createConstraintRecords, createStoryRecords } from './link-records.ts';
import { migrations } from './migrations.ts';
import { createSourceRecords } from './source-records.ts';
import type { Tables } from './tables.ts';
import { createAlertRecords, createSeriesRecords, createStateRecords } from './watch-records.ts';

/** A migration did not go through; the database is as it was before that migration. */
export class MigrationFailed extends Error {
  override name = 'MigrationFailed';
}

const assemble = (db: Kysely<Tables>, transaction: Records['transaction']): Records => ({
  sources: createSourceRecords(db),
  issues: createIssueRecords(db),
  stories: createStoryRecords(db),
  constraints: createConstraintRecords(db),
  claims: createClaimRecords(db),
  alerts: createAlertRecords(db),
  series: createSeriesRecords(db),
  audit: createAuditRecords(db),
  state: createStateRecords(db),
  transaction,
});

/** The Records on any engine Kysely speaks to, migrated to the newest version first. */
export async function createRecords(dialect: Dialect): Promise<{ records: Records; close(): Promise<void> }> {
  const db = new Kysely<Tables>({ dialect });
  const { error, results } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'unknown';
    throw new MigrationFailed(
      `The migration ${failed} failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const transaction: Records['transaction'] = (work) =>
    db.transaction().execute((inner) => {
      const joined: Records = assemble(inner, (nested) => nested(joined));
      return work(joined);
    });
  return { records: assemble(db, transaction), close: () => db.destroy() };
}
