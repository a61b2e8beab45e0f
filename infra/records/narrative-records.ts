import type { Kysely } from 'kysely';
import type { NarrativeRecords } from '../../shared/ports/narrative-records.ts';
import { VersionConflict } from '../../shared/ports/records.ts';
import { type Tables, withoutZero } from './tables.ts';

export function createNarrativeRecords(db: Kysely<Tables>): NarrativeRecords {
  return {
    async put(narrative) {
      const row = {
        id: narrative.id,
        name: withoutZero(narrative.name),
        version: narrative.version,
        document: JSON.stringify(narrative),
      };
      const { count } =
        narrative.version === 1
          ? await db
              .insertInto('narrative')
              .values(row)
              .onConflict((c) => c.doNothing())
              .executeTakeFirst()
              .then((result) => ({ count: result.numInsertedOrUpdatedRows }))
          : await db
              .updateTable('narrative')
              .set(row)
              .where('id', '=', narrative.id)
              .where('version', '=', narrative.version - 1)
              .executeTakeFirst()
              .then((result) => ({ count: result.numUpdatedRows }));
      if (Number(count ?? 0) === 0) throw new VersionConflict(narrative.name);
    },
    async get(id) {
      const row = await db
        .selectFrom('narrative')
        .select('document')
        .where('id', '=', withoutZero(id))
        .executeTakeFirst();
      return row ? JSON.parse(row.document) : null;
    },
    async all() {
      const rows = await db
        .selectFrom('narrative')
        .select('document')
        .orderBy('name')
        .orderBy('id')
        .execute();
      return rows.map((row) => JSON.parse(row.document));
    },
  };
}
