import type { Kysely } from 'kysely';
import type { KnowledgeRecords } from '../../shared/ports/claim-records.ts';
import type { Tables } from './tables.ts';

const name = 'knowledge';

/** Numbers of so many changes, the last of them; call it in the transaction of the changes, so that they land in order. */
export async function nextSequence(db: Kysely<Tables>, howMany = 1): Promise<number> {
  const { last } = await db
    .insertInto('knowledge_sequence')
    .values({ name, last: howMany })
    .onConflict((c) =>
      c.column('name').doUpdateSet((e) => ({ last: e('knowledge_sequence.last', '+', howMany) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return Number(last);
}

export function createKnowledgeRecords(db: Kysely<Tables>): KnowledgeRecords {
  return {
    async sequence() {
      const row = await db
        .selectFrom('knowledge_sequence')
        .select('last')
        .where('name', '=', name)
        .executeTakeFirst();
      return Number(row?.last ?? 0);
    },
    async changesSince(sequence, limit) {
      const read = (table: 'claim' | 'fact_check') =>
        db
          .selectFrom(table)
          .select(['sequence', 'document'])
          .where('sequence', '>', sequence)
          .orderBy('sequence')
          .limit(limit)
          .execute();
      const [claims, factChecks] = [await read('claim'), await read('fact_check')];
      const inOrder = [...claims, ...factChecks].map((row) => Number(row.sequence)).sort((a, b) => a - b);
      const last = inOrder[Math.min(limit, inOrder.length) - 1] ?? sequence;
      const upToLast = (rows: typeof claims) =>
        rows.filter((row) => Number(row.sequence) <= last).map((row) => JSON.parse(row.document));
      return { claims: upToLast(claims), factChecks: upToLast(factChecks), sequence: last };
    },
  };
}
