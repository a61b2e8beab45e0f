import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Claim } from '../../shared/domain/claim.ts';
import { ClaimRefused, refusalsOf } from '../../shared/domain/claim-rules.ts';
import type { ClaimFilter, ClaimRecords } from '../../shared/ports/claim-records.ts';
import { VersionConflict } from '../../shared/ports/records.ts';
import { decodeCursor, encodeCursor } from './issue-records.ts';
import { nextSequence } from './knowledge-records.ts';
import { type Tables, withoutZero } from './tables.ts';
import { inUnits } from './unit-conditions.ts';

const toRow = (claim: Claim, sequence: number): Tables['claim'] => ({
  id: claim.id,
  version: claim.version,
  verdict: claim.verdict,
  unit: claim.unit,
  text: withoutZero(claim.text).toLowerCase(),
  withdrawn: claim.withdrawnAt === null ? 0 : 1,
  review_at: claim.reviewAt,
  updated_at: claim.updatedAt,
  sequence,
  document: JSON.stringify(claim),
});

const parse = (row: { document: string }): Claim => JSON.parse(row.document);

function mustHold(claim: Claim, before: Claim | null): void {
  const refusals = refusalsOf(claim, before);
  if (refusals.length > 0) throw new ClaimRefused(claim.id, refusals);
}

/** Ids of one statement. */
const chunk = 500;

export function createClaimRecords(db: Kysely<Tables>): ClaimRecords {
  const get: ClaimRecords['get'] = async (id) => {
    const row = await db
      .selectFrom('claim')
      .select('document')
      .where('id', '=', withoutZero(id))
      .executeTakeFirst();
    return row ? parse(row) : null;
  };
  const remember = ({ id, version }: Claim, document: string) =>
    db.insertInto('claim_version').values({ id, version, document }).execute();
  const add: ClaimRecords['add'] = async (claim) => {
    mustHold(claim, null);
    const row = toRow(claim, await nextSequence(db));
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('claim')
      .values(row)
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return false;
    await remember(claim, row.document);
    return true;
  };
  return {
    get,
    add,
    async put(claim) {
      if (claim.version === 1) {
        if (!(await add(claim))) throw new VersionConflict(`claim ${claim.id}`);
        return;
      }
      const before = await get(claim.id);
      if (before?.version !== claim.version - 1) throw new VersionConflict(`claim ${claim.id}`);
      mustHold(claim, before);
      const row = toRow(claim, await nextSequence(db));
      const { numUpdatedRows } = await db
        .updateTable('claim')
        .set(row)
        .where('id', '=', claim.id)
        .where('version', '=', claim.version - 1)
        .executeTakeFirst();
      if (Number(numUpdatedRows) === 0) throw new VersionConflict(`claim ${claim.id}`);
      await remember(claim, row.document);
    },
    async many(ids) {
      const claims: Claim[] = [];
      for (let at = 0; at < ids.length; at += chunk)
        claims.push(
          ...(
            await db
              .selectFrom('claim')
              .select('document')
              .where('id', 'in', ids.slice(at, at + chunk))
              .execute()
          ).map(parse),
        );
      return claims;
    },
    list: (filter) => listClaims(db, filter),
    async versions(id) {
      const rows = await db
        .selectFrom('claim_version')
        .select('document')
        .where('id', '=', withoutZero(id))
        .orderBy('version', 'desc')
        .execute();
      return rows.map(parse);
    },
    async all() {
      return (await db.selectFrom('claim').select('document').orderBy('id').execute()).map(parse);
    },
  };
}

/** Every word of a search as a LIKE pattern; what LIKE would read as a sign is dropped. */
export const wordPatterns = (text: string): string[] =>
  withoutZero(text)
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[%_\\]/g, ''))
    .filter(Boolean)
    .slice(0, 20)
    .map((word) => `%${word}%`);

type ClaimQuery<O> = SelectQueryBuilder<Tables, 'claim', O>;

function filtered<O>(start: ClaimQuery<O>, filter: ClaimFilter): ClaimQuery<O> {
  let query = start.where('withdrawn', '=', filter.withdrawn ? 1 : 0);
  if (filter.verdicts) query = query.where('verdict', 'in', [...filter.verdicts]);
  if (filter.units) query = query.where(inUnits(filter.units));
  if (filter.reviewBefore !== undefined) query = query.where('review_at', '<', filter.reviewBefore);
  for (const pattern of wordPatterns(filter.text ?? '')) query = query.where('text', 'like', pattern);
  return query;
}

async function listClaims(
  db: Kysely<Tables>,
  filter: ClaimFilter,
): Promise<Awaited<ReturnType<ClaimRecords['list']>>> {
  const { total } = await filtered(
    db.selectFrom('claim').select((e) => e.fn.countAll().as('total')),
    filter,
  ).executeTakeFirstOrThrow();
  let query = filtered(db.selectFrom('claim').select(['document', 'id', 'updated_at']), filter);
  if (filter.cursor !== undefined) {
    const { key, id } = decodeCursor(filter.cursor);
    query = query.where(sql<boolean>`(updated_at, id) < (${key}, ${id})`);
  }
  const rows = await query
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  const nextCursor =
    rows.length > filter.limit && last ? encodeCursor(Number(last.updated_at), last.id) : null;
  return { claims: page.map(parse), nextCursor, total: Number(total) };
}
