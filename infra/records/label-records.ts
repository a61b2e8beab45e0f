import type { Kysely } from 'kysely';
import type { PersonLabel } from '../../shared/domain/correction.ts';
import type { LabelRecords } from '../../shared/ports/records.ts';
import type { Tables } from './tables.ts';

/** Ids of one statement: a batch of the pipe has 200, engines take at least 32,766. */
const chunk = 500;

const parse = (row: { document: string }): PersonLabel => JSON.parse(row.document);

export function createLabelRecords(db: Kysely<Tables>): LabelRecords {
  return {
    async add(label) {
      await db
        .insertInto('person_label')
        .values({ id: label.id, item_id: label.itemId, at: label.at, document: JSON.stringify(label) })
        .execute();
    },
    async of(itemIds) {
      const labels: PersonLabel[] = [];
      for (let first = 0; first < itemIds.length; first += chunk) {
        const rows = await db
          .selectFrom('person_label')
          .select('document')
          .where('item_id', 'in', itemIds.slice(first, first + chunk))
          .orderBy('at')
          .orderBy('id')
          .execute();
        labels.push(...rows.map(parse));
      }
      return labels;
    },
    async list({ after, limit }) {
      let query = db.selectFrom('person_label').select('document');
      if (after !== undefined)
        query = query.where((e) =>
          e.or([e('at', '>', after.at), e.and([e('at', '=', after.at), e('id', '>', after.id)])]),
        );
      return (await query.orderBy('at').orderBy('id').limit(limit).execute()).map(parse);
    },
  };
}
