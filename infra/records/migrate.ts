import { type Kysely, type MigrationResult, Migrator } from 'kysely';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

/** A migration did not go through; the database is as it was before. The message is one line that says what to do. */
export class MigrationFailed extends Error {
  override name = 'MigrationFailed';
}

/** Brings a database to the newest version, all or nothing. @throws MigrationFailed */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = migrations;
  const known = Object.keys(await provider.getMigrations());
  // Numbers are given before a migration lands, so a later one may have run first.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw new MigrationFailed(reasonOf(error, results, known));
}

function reasonOf(
  error: unknown,
  results: readonly MigrationResult[] = [],
  known: readonly string[],
): string {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
  const later = /previously executed migration (\S+) is missing/.exec(message)?.[1];
  if (later !== undefined && !known.includes(later))
    return `The database was migrated by a newer program (${later}): update this one`;
  const failed = results.find((result) => result.status === 'Error')?.migrationName;
  if (failed === undefined) return `The database cannot be migrated: ${message}`;
  return `The migration ${failed} failed: ${message}; the database is as it was before. Where that was half restored or changed by hand, restore its backup`;
}
