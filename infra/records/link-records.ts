import type { Kysely } from 'kysely';
import type { ConstraintRecords, StoryRecords } from '../../shared/ports/records.ts';
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
