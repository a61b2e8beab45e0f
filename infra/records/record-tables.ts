import { type Kysely, sql } from 'kysely';
import type { Cell, RecordTables, TableRow } from '../../shared/ports/record-tables.ts';
import { withoutZero } from './tables.ts';

interface Shape {
  columns: readonly string[];
  /** Columns of the primary key; empty without one. */
  key: readonly string[];
}

// Rows are read and written by names that are known only when it runs.
type AnyTables = Record<string, Record<string, Cell>>;

/** Values of one statement: below SQLite's 32,766 and PostgreSQL's 65,535. */
const valuesPerStatement = 20_000;

const plain = (value: unknown): Cell => {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw new TypeError(`a cell of the records is text, a number or null, not ${typeof value}`);
};

const toRow = (row: Readonly<Record<string, unknown>>): TableRow =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)]));

/** @param shapes the tables that migrations make, with their columns and keys */
export function createRecordTables(
  database: Kysely<never>,
  shapes: () => Promise<ReadonlyMap<string, Shape>>,
): RecordTables {
  const db = database as unknown as Kysely<AnyTables>;
  const shapeOf = async (table: string): Promise<Shape> => {
    const shape = (await shapes()).get(table);
    if (!shape) throw new Error(`${table} is no table of the records`);
    return shape;
  };
  return {
    names: async () => [...(await shapes()).keys()].sort(),
    async count(table) {
      await shapeOf(table);
      const row = await db
        .selectFrom(table)
        .select((e) => e.fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    async read(table, after, limit) {
      const { key, columns } = await shapeOf(table);
      let query = db.selectFrom(table).selectAll();
      for (const column of key.length > 0 ? key : columns) query = query.orderBy(column);
      if (key.length === 0) return { rows: (await query.execute()).map(toRow), next: null };
      if (after !== null) {
        const named = sql.join(key.map((column) => sql.ref(column)));
        query = query.where(sql<boolean>`(${named}) > (${sql.join([...after])})`);
      }
      const rows = (await query.limit(limit).execute()).map(toRow);
      const last = rows.at(-1);
      const next = last && rows.length === limit ? key.map((column) => last[column] ?? null) : null;
      return { rows, next };
    },
    async write(table, rows) {
      const { key, columns } = await shapeOf(table);
      await db.transaction().execute(async (inner) => {
        if (key.length === 0) await inner.deleteFrom(table).execute();
        const atOnce = Math.max(1, Math.floor(valuesPerStatement / columns.length));
        for (let at = 0; at < rows.length; at += atOnce)
          await insert(inner, table, { key, columns }, rows.slice(at, at + atOnce));
      });
    },
    async clear(table) {
      await shapeOf(table);
      await db.deleteFrom(table).execute();
    },
  };
}

async function insert(
  db: Kysely<AnyTables>,
  table: string,
  { key, columns }: Shape,
  rows: readonly TableRow[],
): Promise<void> {
  const values = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [name, typeof cell === 'string' ? withoutZero(cell) : cell]),
    ),
  );
  const others = columns.filter((column) => !key.includes(column));
  const query = db.insertInto(table).values(values);
  if (key.length === 0) await query.execute();
  else if (others.length === 0) await query.onConflict((c) => c.columns([...key]).doNothing()).execute();
  else
    await query
      .onConflict((c) =>
        c
          .columns([...key])
          .doUpdateSet(Object.fromEntries(others.map((name) => [name, sql.ref(`excluded.${name}`)]))),
      )
      .execute();
}
