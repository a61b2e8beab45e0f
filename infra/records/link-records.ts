import type { Kysely } from 'kysely';
import type { AlikeRecords, ConstraintRecords, StoryRecords } from '../../shared/ports/records.ts';
import type { Tables } from './tables.ts';

/** Ids or rows (of four values) of one statement: SQLite takes 32,766 values. */
const chunk = 500;

export function createStoryRecords(db: Kysely<Tables>): StoryRecords {
  return {
    async put(stories) {
      // One statement must not meet a row twice: of two versions of a story the later one counts.
      const rows = [...new Map(stories.map((story) => [story.id, story])).values()].map((story) => ({
        id: story.id,
        issue_id: story.issueId,
        last_at: story.lastAt,
        document: JSON.stringify(story),
      }));
      for (let at = 0; at < rows.length; at += chunk)
        await db
          .insertInto('story')
          .values(rows.slice(at, at + chunk))
          .onConflict((c) =>
            c.column('id').doUpdateSet((e) => ({
              issue_id: e.ref('excluded.issue_id'),
              last_at: e.ref('excluded.last_at'),
              document: e.ref('excluded.document'),
            })),
          )
          .execute();
    },
    async many(ids) {
      const rows: { document: string }[] = [];
      for (let at = 0; at < ids.length; at += chunk)
        rows.push(
          ...(await db
            .selectFrom('story')
            .select('document')
            .where('id', 'in', ids.slice(at, at + chunk))
            .execute()),
        );
      return rows.map((row) => JSON.parse(row.document));
    },
    async ofIssue(issueId, limit) {
      const rows = await db
        .selectFrom('story')
        .select('document')
        .where('issue_id', '=', issueId)
        .orderBy('last_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => JSON.parse(row.document));
    },
  };
}

export function createConstraintRecords(db: Kysely<Tables>): ConstraintRecords {
  return {
    async put(constraint) {
      const row = {
        id: constraint.id,
        at: constraint.at,
        undone_at: constraint.undoneAt,
        document: JSON.stringify(constraint),
      };
      await db
        .insertInto('link_constraint')
        .values(row)
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute();
    },
    async get(id) {
      const row = await db
        .selectFrom('link_constraint')
        .select('document')
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : JSON.parse(row.document);
    },
    async active() {
      const rows = await db
        .selectFrom('link_constraint')
        .select('document')
        .where('undone_at', 'is', null)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map((row) => JSON.parse(row.document));
    },
  };
}

/** Each pair is two rows, so that it is found from both sides by the key. */
export function createAlikeRecords(db: Kysely<Tables>): AlikeRecords {
  return {
    async put(pairs, at) {
      const both = pairs.flatMap(([a, b]) => (a === b ? [] : [[a, b] as const, [b, a] as const]));
      const rows = [...new Map(both.map((pair) => [pair.join(' '), pair])).values()].map(
        ([issue_id, other_id]) => ({ issue_id, other_id, at }),
      );
      for (let from = 0; from < rows.length; from += chunk)
        await db
          .insertInto('issue_alike')
          .values(rows.slice(from, from + chunk))
          .onConflict((c) => c.columns(['issue_id', 'other_id']).doUpdateSet({ at }))
          .execute();
    },
    async of(issueId, limit) {
      const rows = await db
        .selectFrom('issue_alike')
        .select(['other_id', 'at'])
        .where('issue_id', '=', issueId)
        .orderBy('at', 'desc')
        .orderBy('other_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ issueId: row.other_id, at: Number(row.at) }));
    },
  };
}
