import type { Kysely, SelectQueryBuilder } from 'kysely';
import { covers, type Scope } from '../../shared/domain/unit.ts';
import { VersionConflict } from '../../shared/ports/records.ts';
import { type Tables, withoutZero } from './tables.ts';
import { inScope } from './unit-conditions.ts';

/** Tables that keep a document with a unit and the version of an optimistic lock. */
type DocumentTable = 'stakeholder' | 'engagement' | 'broadcast_group' | 'campaign';

interface Versioned {
  id: string;
  unit: string;
  version: number;
}

export interface Row {
  document: string;
}
export const parseAll = <T>(rows: readonly Row[]): T[] => rows.map((row) => JSON.parse(row.document) as T);

/** The tables share these columns, so one of them stands for all in the types. */
const as = (table: DocumentTable): 'engagement' => table as 'engagement';

/** Version 1 creates; a later one replaces the version before it. @throws VersionConflict */
export async function putDocument(
  db: Kysely<Tables>,
  table: DocumentTable,
  document: Versioned,
  columns: Readonly<Record<string, string | number>>,
): Promise<void> {
  const { id, unit, version } = document;
  const row = { ...columns, id, unit, version, document: JSON.stringify(document) } as never;
  const changed =
    version === 1
      ? await db
          .insertInto(as(table))
          .values(row)
          .onConflict((c) => c.column('id').doNothing())
          .executeTakeFirst()
          .then((done) => done.numInsertedOrUpdatedRows ?? 0n)
      : await db
          .updateTable(as(table))
          .set(row)
          .where('id', '=', id)
          .where('version', '=', version - 1)
          .executeTakeFirst()
          .then((done) => done.numUpdatedRows);
  if (Number(changed) === 0) throw new VersionConflict(`${table.replace('_', ' ')} ${id}`);
}

/** The document, if its unit lies in the scope. */
export async function getDocument<T extends Versioned>(
  db: Kysely<Tables>,
  table: DocumentTable,
  id: string,
  scope: Scope,
): Promise<T | null> {
  const row = await db
    .selectFrom(as(table))
    .select('document')
    .where('id', '=', withoutZero(id))
    .executeTakeFirst();
  const found = row ? (JSON.parse(row.document) as T) : null;
  return found && covers(scope.unit, found.unit) ? found : null;
}

export async function removeDocument(db: Kysely<Tables>, table: DocumentTable, id: string): Promise<void> {
  await db.deleteFrom(as(table)).where('id', '=', id).execute();
}

/** Documents of the units in a scope, still to be narrowed and ordered. */
export function withinScope<T extends DocumentTable>(
  db: Kysely<Tables>,
  table: T,
  scope: Scope,
): SelectQueryBuilder<Tables, T, Row> {
  const query = db.selectFrom(as(table)).select('document').where(inScope(scope));
  return query as unknown as SelectQueryBuilder<Tables, T, Row>;
}
