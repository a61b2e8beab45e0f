import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Drop } from '../../shared/domain/drop.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import type { SourceRecords } from '../../shared/ports/records.ts';
import { type Tables, withoutZero } from './tables.ts';

/** One entry a reason, with the last drop of it: a batch of 200 refusals is a few writes. */
function byReason(drops: readonly Drop[]): { drop: Drop; count: number }[] {
  const found = new Map<string, { drop: Drop; count: number }>();
  for (const drop of drops) {
    const key = `${drop.stage} ${drop.code}`;
    found.set(key, { drop, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

const subjectHash = (subject: string): string =>
  createHash('sha256').update(subject).digest('base64url').slice(0, 22);

/** Without the refused items that were counted on this day before; days that are over need no such notes. */
async function notCountedYet(db: Kysely<Tables>, day: number, drops: readonly Drop[]): Promise<Drop[]> {
  const items = drops.filter(({ stage }) => stage === 'enrich');
  if (items.length === 0) return [...drops];
  await db.deleteFrom('drop_counted').where('day', '<', day).execute();
  const fresh = new Set<Drop>();
  for (const drop of items) {
    const { stage, code } = drop;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('drop_counted')
      .values({ day, stage, code, subject: subjectHash(drop.subject) })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    if (Number(numInsertedOrUpdatedRows ?? 0) > 0) fresh.add(drop);
  }
  return drops.filter((drop) => drop.stage !== 'enrich' || fresh.has(drop));
}

export function createSourceRecords(db: Kysely<Tables>): SourceRecords {
  return {
    async put(source) {
      const row = { id: source.id, document: JSON.stringify(source) };
      await db
        .insertInto('source')
        .values(row)
        .onConflict((c) => c.column('id').doUpdateSet(row))
        .execute();
    },
    async list() {
      const rows = await db.selectFrom('source').select('document').orderBy('id').execute();
      return rows.map((row) => JSON.parse(row.document));
    },
    async remove(id) {
      await db.deleteFrom('source').where('id', '=', id).execute();
      await db.deleteFrom('source_health').where('source_id', '=', id).execute();
    },
    async putHealth(health) {
      const row = { source_id: health.sourceId, document: JSON.stringify(health) };
      await db
        .insertInto('source_health')
        .values(row)
        .onConflict((c) => c.column('source_id').doUpdateSet(row))
        .execute();
    },
    async health(id) {
      const row = await db
        .selectFrom('source_health')
        .select('document')
        .where('source_id', '=', id)
        .executeTakeFirst();
      return row ? JSON.parse(row.document) : null;
    },
    async countDrops(at, drops) {
      const day = Math.floor(at / dayMs) * dayMs;
      for (const { drop, count } of byReason(await notCountedYet(db, day, drops))) {
        const detail = withoutZero(drop.detail).slice(0, 500);
        const subject = withoutZero(drop.subject).slice(0, 500);
        await db
          .insertInto('drop_count')
          .values({
            day,
            stage: drop.stage,
            code: drop.code,
            count,
            last_detail: detail,
            last_subject: subject,
          })
          .onConflict((c) =>
            c.columns(['day', 'stage', 'code']).doUpdateSet((e) => ({
              count: e('drop_count.count', '+', count),
              last_detail: detail,
              last_subject: subject,
            })),
          )
          .execute();
      }
    },
    async drops(from) {
      const rows = await db
        .selectFrom('drop_count')
        .selectAll()
        .where('day', '>=', Math.floor(from / dayMs) * dayMs)
        .orderBy('day')
        .execute();
      const byCode = new Map<
        string,
        { stage: string; code: string; count: number; lastDetail: string; lastSubject: string }
      >();
      for (const row of rows) {
        const key = `${row.stage} ${row.code}`;
        const count = (byCode.get(key)?.count ?? 0) + Number(row.count);
        byCode.set(key, {
          stage: row.stage,
          code: row.code,
          count,
          lastDetail: row.last_detail,
          lastSubject: row.last_subject,
        });
      }
      return [...byCode.values()];
    },
  };
}
