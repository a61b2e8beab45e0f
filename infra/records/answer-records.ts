import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Answer } from '../../shared/domain/answer.ts';
import type { Fact } from '../../shared/domain/fact.ts';
import type { Publication } from '../../shared/domain/publication.ts';
import type { Referral } from '../../shared/domain/referral.ts';
import { covers, nationalUnit, parentOf, type Scope } from '../../shared/domain/unit.ts';
import type {
  AnswerRecords,
  FactFilter,
  FactRecords,
  PublicationRecords,
  ReferralRecords,
} from '../../shared/ports/answer-records.ts';
import type { ListPlace } from '../../shared/ports/list-place.ts';
import { VersionConflict } from '../../shared/ports/records.ts';
import { behindPlace } from './behind-place.ts';
import { wordPatterns } from './claim-records.ts';
import { type Tables, withoutZero } from './tables.ts';
import { inScope, inUnits } from './unit-conditions.ts';

type Kind = 'fact' | 'answer' | 'publication' | 'referral';
type Row = Tables['answer_record'];
type Columns = Omit<Row, 'kind' | 'id' | 'version' | 'document'>;
type Versioned = { id: string; version: number };
type Query<O> = SelectQueryBuilder<Tables, 'answer_record', O>;

/** Ids of one statement. */
const chunk = 500;

/** What all four kinds have in common. */
function documentsOf<T extends Versioned>(
  db: Kysely<Tables>,
  kind: Kind,
  columnsOf: (document: T) => Columns,
) {
  const parse = (row: { document: string }): T => JSON.parse(row.document);
  const all = (): Query<{ document: string }> =>
    db.selectFrom('answer_record').select('document').where('kind', '=', kind);
  return {
    all,
    parse,
    async put(document: T): Promise<void> {
      const { id, version } = document;
      const row = { kind, id, version, ...columnsOf(document), document: JSON.stringify(document) };
      const count =
        version === 1
          ? await db
              .insertInto('answer_record')
              .values(row)
              .onConflict((c) => c.doNothing())
              .executeTakeFirst()
              .then((result) => result.numInsertedOrUpdatedRows)
          : await db
              .updateTable('answer_record')
              .set(row)
              .where('kind', '=', kind)
              .where('id', '=', id)
              .where('version', '=', version - 1)
              .executeTakeFirst()
              .then((result) => result.numUpdatedRows);
      if (Number(count ?? 0) === 0) throw new VersionConflict(`${kind} ${id}`);
      await db.insertInto('answer_version').values({ kind, id, version, document: row.document }).execute();
    },
    async get(id: string): Promise<T | null> {
      const row = await all().where('id', '=', withoutZero(id)).executeTakeFirst();
      return row ? parse(row) : null;
    },
    async many(ids: readonly string[]): Promise<T[]> {
      const found: T[] = [];
      for (let at = 0; at < ids.length; at += chunk)
        found.push(
          ...(
            await all()
              .where('id', 'in', ids.slice(at, at + chunk))
              .execute()
          ).map(parse),
        );
      return found;
    },
    async versions(id: string): Promise<T[]> {
      const rows = await db
        .selectFrom('answer_version')
        .select('document')
        .where('kind', '=', kind)
        .where('id', '=', withoutZero(id))
        .orderBy('version', 'desc')
        .execute();
      return rows.map(parse);
    },
  };
}

/** The units that a fact may come from to be offered here. */
function unitsAbove(unit: string): string[] {
  const above: string[] = [];
  for (let at = parentOf(unit); at !== null; at = parentOf(at)) above.push(at);
  return above;
}

const newestFirst = <O>(query: Query<O>, limit: number, after?: ListPlace): Query<O> =>
  (after ? query.where(behindPlace(after, 'at', 'downwards')) : query)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);

const plain = { issue_id: null, claim_id: null, code: null, topic: null, review_at: null } as const;

const factColumns = (fact: Fact): Columns => ({
  ...plain,
  unit: fact.unit,
  state: fact.withdrawnAt !== null ? 'withdrawn' : fact.approver === null ? 'draft' : 'approved',
  code: fact.use,
  topic: fact.topic,
  text: withoutZero(`${fact.statement} ${fact.keywords} ${fact.source.regulation ?? ''}`).toLowerCase(),
  at: fact.updatedAt,
  review_at: fact.reviewAt,
});

export function createFactRecords(db: Kysely<Tables>): FactRecords {
  const { all, parse, put, get, many, versions } = documentsOf<Fact>(db, 'fact', factColumns);
  const seen = <O>(query: Query<O>, { unit }: Scope): Query<O> =>
    unit === nationalUnit
      ? query
      : query.where((e) => e.or([e('unit', 'in', unitsAbove(unit)), inUnits([unit])]));
  function filtered(filter: FactFilter): Query<{ document: string }> {
    let query = seen(all(), filter.scope);
    query = filter.withdrawn
      ? query.where('state', '=', 'withdrawn')
      : query.where('state', 'in', filter.unapproved ? ['draft'] : ['draft', 'approved']);
    if (filter.uses) query = query.where('code', 'in', [...filter.uses]);
    if (filter.topics) query = query.where('topic', 'in', [...filter.topics]);
    if (filter.reviewBefore !== undefined) query = query.where('review_at', '<', filter.reviewBefore);
    if (filter.after !== undefined) query = query.where('id', '>', withoutZero(filter.after));
    for (const pattern of wordPatterns(filter.text ?? '')) query = query.where('text', 'like', pattern);
    return query;
  }
  return {
    put,
    many,
    versions,
    async get(id, scope) {
      const fact = await get(id);
      const isSeen = fact !== null && (covers(scope.unit, fact.unit) || covers(fact.unit, scope.unit));
      return isSeen ? fact : null;
    },
    async list(filter) {
      return (await filtered(filter).orderBy('id').limit(filter.limit).execute()).map(parse);
    },
    async stamp() {
      const { changes } = await db
        .selectFrom('answer_version')
        .select((e) => e.fn.countAll().as('changes'))
        .where('kind', '=', 'fact')
        .executeTakeFirstOrThrow();
      return String(changes);
    },
  };
}

export function createAnswerRecords(db: Kysely<Tables>): AnswerRecords {
  const { all, parse, put, get, versions } = documentsOf<Answer>(db, 'answer', (answer) => ({
    ...plain,
    unit: answer.unit,
    state: answer.state,
    issue_id: answer.issueId,
    claim_id: answer.claimId,
    code: answer.code,
    text: '',
    at: answer.updatedAt,
    review_at: answer.reviewAt,
  }));
  return {
    put,
    versions,
    async get(id, scope) {
      const answer = await get(id);
      return answer && covers(scope.unit, answer.unit) ? answer : null;
    },
    async list({ scope, states, issueId, claimId, after, limit }) {
      let query = all().where(inScope(scope));
      if (states) query = query.where('state', 'in', [...states]);
      if (issueId !== undefined) query = query.where('issue_id', '=', issueId);
      if (claimId !== undefined) query = query.where('claim_id', '=', claimId);
      return (await newestFirst(query, limit, after).execute()).map(parse);
    },
  };
}

export function createPublicationRecords(db: Kysely<Tables>): PublicationRecords {
  const { all, parse, put, versions } = documentsOf<Publication>(db, 'publication', (publication) => ({
    ...plain,
    unit: publication.unit,
    state: publication.state,
    issue_id: publication.issueId,
    claim_id: publication.claimId,
    code: publication.code,
    text: withoutZero(publication.title).toLowerCase(),
    at: publication.publishedAt,
    review_at: publication.reviewAt,
  }));
  return {
    put,
    versions,
    async get(idOrCode) {
      const wanted = withoutZero(idOrCode);
      const row = await all().where(sql<boolean>`(id = ${wanted} or code = ${wanted})`).executeTakeFirst();
      return row ? parse(row) : null;
    },
    async list({ units, states, issueId, claimId, from, before, after, limit }) {
      let query = all();
      if (units) query = query.where('unit', 'in', [...units]);
      if (states) query = query.where('state', 'in', [...states]);
      if (issueId !== undefined) query = query.where('issue_id', '=', issueId);
      if (claimId !== undefined) query = query.where('claim_id', '=', claimId);
      if (from !== undefined) query = query.where('at', '>=', from);
      if (before !== undefined) query = query.where('at', '<', before);
      return (await newestFirst(query, limit, after).execute()).map(parse);
    },
  };
}

export function createReferralRecords(db: Kysely<Tables>): ReferralRecords {
  const { all, parse, put, get } = documentsOf<Referral>(db, 'referral', (referral) => ({
    ...plain,
    unit: referral.unit,
    state: referral.state,
    issue_id: referral.issueId,
    claim_id: referral.claimId,
    text: '',
    at: referral.updatedAt,
  }));
  return {
    put,
    async get(id, scope) {
      const referral = await get(id);
      return referral && covers(scope.unit, referral.unit) ? referral : null;
    },
    async list({ scope, issueId, limit }) {
      let query = all().where(inScope(scope));
      if (issueId !== undefined) query = query.where('issue_id', '=', issueId);
      return (await newestFirst(query, limit).execute()).map(parse);
    },
  };
}
