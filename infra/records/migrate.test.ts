import { CompiledQuery, Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite, type Sqlite } from '../sqlite/open-sqlite.ts';
import { MigrationFailed, migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { compareShapes } from './missing-shapes.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

describe('a database whose migration was cut short', () => {
  let sqlite: Sqlite;
  let db: Kysely<Tables>;
  beforeEach(() => {
    sqlite = openSqlite(':memory:');
    db = new Kysely<Tables>({ dialect: createSqliteDialect(sqlite) });
  });
  afterEach(async () => {
    await db.destroy();
    sqlite.close();
  });
  const run = async (sql: string): Promise<void> => void (await db.executeQuery(CompiledQuery.raw(sql)));
  const tables = (): unknown[] =>
    sqlite.reader
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'kysely_%'")
      .all()
      .map((row) => row['name']);
  const refusal = async (): Promise<MigrationFailed> => {
    const error = await migrate(db).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MigrationFailed);
    expect((error as Error).message).not.toContain('\n');
    return error as MigrationFailed;
  };

  it('is as it was before, and the next start says so in one line or goes through', async () => {
    await run('CREATE TABLE issue (mine TEXT)');
    expect((await refusal()).message).toMatch(
      /^The migration 2026-11-first failed: .*"issue" already exists; .*restore its backup$/,
    );
    expect(tables()).toEqual(['issue']);
    await run('DROP TABLE issue');
    await migrate(db);
    expect(tables()).toContain('issue');
  });

  it('of a newer program is refused by its name', async () => {
    await migrate(db);
    await run("INSERT INTO kysely_migration VALUES ('2099-later', '2099-01-01')");
    expect((await refusal()).message).toBe(
      'The database was migrated by a newer program (2099-later): update this one',
    );
  });
});

describe('what a database has against what its migrations make', () => {
  const columns = (...names: string[]) =>
    names.map((name) => ({ table: name.split('.')[0]!, column: name.split('.')[1]! }));

  it('names lost tables and columns, and what is there before its migration', async () => {
    const all = Object.keys(await migrations.getMigrations());
    const { missing, early } = await compareShapes(columns('issue.id', 'story.id', 'another.id'), all);
    expect(missing).toEqual(expect.arrayContaining(['alert', 'audit_entry', 'issue.number']));
    expect(missing).not.toContain('alert.id');
    expect(early).toEqual([]);
    const nothing = await compareShapes(columns('delivery.id'), all.slice(0, 1));
    expect(nothing.early).toEqual(['delivery']);
  });
});
