import { Kysely, Migrator } from 'kysely';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { migrations } from './migrations.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';

interface Shape {
  columns: string[];
  key: string[];
}

interface Column {
  name: string;
  /** Place in the primary key, from 1; 0 outside of it. */
  pk: number;
}

/**
 * The tables of the records, as the migrations make them in an empty database; so no list of them can fall behind.
 * @param applied names of the migrations to run; null runs all
 */
export async function readRecordShapes(
  applied: readonly string[] | null = null,
): Promise<ReadonlyMap<string, Shape>> {
  const all = await migrations.getMigrations();
  const wanted = Object.entries(all).filter(([name]) => applied?.includes(name) ?? true);
  const provider = { getMigrations: async () => Object.fromEntries(wanted) };
  const sqlite = openSqlite(':memory:');
  const db = new Kysely<unknown>({ dialect: createSqliteDialect(sqlite) });
  try {
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error) throw error;
    const tables = sqlite.reader.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const names = tables.map((row) => String(row['name'])).filter((name) => !/^(kysely_|sqlite_)/.test(name));
    return new Map(
      names.map((name) => {
        const columns = sqlite.reader.prepare(`SELECT name, pk FROM pragma_table_info(?)`).all(name);
        return [name, shapeOf(columns as unknown as Column[])];
      }),
    );
  } finally {
    await db.destroy();
    sqlite.close();
  }
}

const shapeOf = (columns: readonly Column[]): Shape => ({
  columns: columns.map((column) => column.name),
  key: columns
    .filter((column) => column.pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map((column) => column.name),
});
