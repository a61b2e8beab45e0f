import type { Kysely } from 'kysely';
import type { FactCheck } from '../../shared/domain/fact-check.ts';
import type { FactCheckRecords } from '../../shared/ports/claim-records.ts';
import { wordPatterns } from './claim-records.ts';
import { nextSequence } from './knowledge-records.ts';
import { type Tables, withoutZero } from './tables.ts';

const parse = (row: { document: string }): FactCheck => JSON.parse(row.document);

/** What a checker says, without when and by which way it came here. */
const said = ({ importedAt: _at, sourceId: _source, version: _version, ...content }: FactCheck): string =>
  JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Ids of one statement. */
const chunk = 500;

export function createFactCheckRecords(db: Kysely<Tables>): FactCheckRecords {
  const many: FactCheckRecords['many'] = async (ids) => {
    const checks: FactCheck[] = [];
    for (let at = 0; at < ids.length; at += chunk)
      checks.push(
        ...(
          await db
            .selectFrom('fact_check')
            .select('document')
            .where('id', 'in', ids.slice(at, at + chunk))
            .execute()
        ).map(parse),
      );
    return checks;
  };
  return {
    many,
    async put(checks) {
      const there = new Map((await many(checks.map(({ id }) => id))).map((check) => [check.id, check]));
      const result = { added: 0, changed: 0, unchanged: 0 };
      const written = new Map<string, FactCheck>();
      for (const check of checks) {
        const before = there.get(check.id);
        if (before && said(before) === said(check)) {
          result.unchanged += 1;
          continue;
        }
        const kept = before
          ? {
              ...check,
              importedAt: before.importedAt,
              sourceId: before.sourceId,
              version: before.version + 1,
            }
          : check;
        written.set(check.id, kept);
        there.set(check.id, kept);
        result[before ? 'changed' : 'added'] += 1;
      }
      await write(db, [...written.values()]);
      return result;
    },
    async list({ after, limit, text }) {
      const patterns = wordPatterns(text ?? '');
      let count = db.selectFrom('fact_check').select((e) => e.fn.countAll().as('total'));
      let query = db.selectFrom('fact_check').select('document');
      for (const pattern of patterns) {
        count = count.where('text', 'like', pattern);
        query = query.where('text', 'like', pattern);
      }
      if (after !== undefined) query = query.where('id', '>', withoutZero(after));
      const { total } = await count.executeTakeFirstOrThrow();
      return {
        factChecks: (await query.orderBy('id').limit(limit).execute()).map(parse),
        total: Number(total),
      };
    },
  };
}

async function write(db: Kysely<Tables>, checks: readonly FactCheck[]): Promise<void> {
  for (let at = 0; at < checks.length; at += chunk) {
    const part = checks.slice(at, at + chunk);
    const last = await nextSequence(db, part.length);
    const rows = part.map((check, n) => ({
      id: check.id,
      text: withoutZero(`${check.text} ${check.title}`).toLowerCase(),
      sequence: last - part.length + 1 + n,
      document: JSON.stringify(check),
    }));
    await db
      .insertInto('fact_check')
      .values(rows)
      .onConflict((c) =>
        c.column('id').doUpdateSet((e) => ({
          text: e.ref('excluded.text'),
          sequence: e.ref('excluded.sequence'),
          document: e.ref('excluded.document'),
        })),
      )
      .execute();
  }
}
