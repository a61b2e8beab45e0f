import {
  type ExpressionBuilder,
  type Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { Issue } from '../../shared/domain/issue.ts';
import { nationalUnit, type Scope, upwards } from '../../shared/domain/unit.ts';
import { BadCursor } from '../../shared/ports/item-index.ts';
import { type IssueFilter, type IssueRecords, VersionConflict } from '../../shared/ports/records.ts';
import { type Tables, withoutZero } from './tables.ts';
import { inScope, inUnits } from './unit-conditions.ts';

type IssueQuery<O> = SelectQueryBuilder<Tables, 'issue', O>;

const mainTone = ({ counts }: Issue): string => {
  const { positive, neutral, negative } = counts;
  const most = Math.max(positive, neutral, negative);
  return most === 0 ? 'none' : negative === most ? 'negative' : neutral === most ? 'neutral' : 'positive';
};

const columns = [
  ...([
    'number',
    'version',
    'state',
    'level',
    'unit',
    'parent_id',
    'narrative_id',
    'topic',
    'main_tone',
  ] as const),
  ...(['priority', 'first_at', 'last_at', 'title', 'document', 'owner', 'handler', 'shown_below'] as const),
] satisfies (keyof Tables['issue'])[];

const toRow = (issue: Issue): Tables['issue'] => ({
  id: issue.id,
  number: issue.number,
  version: issue.version,
  state: issue.state,
  level: issue.risk.level,
  unit: issue.unit,
  parent_id: issue.parentId,
  narrative_id: issue.narrativeId,
  topic: issue.topic,
  main_tone: mainTone(issue),
  priority: issue.priority.score,
  first_at: issue.firstAt,
  last_at: issue.lastAt,
  title: withoutZero(issue.title),
  document: JSON.stringify(issue),
  owner: issue.owner,
  handler: issue.handler ?? null,
  shown_below: issue.visibility === 'below' ? 1 : 0,
});

/** What lies in the unit, and the issues beyond it that are open to it. */
const openTo = (scope: Scope): RawBuilder<SqlBool> =>
  scope.issues === undefined || scope.issues.length === 0
    ? inScope(scope)
    : sql<SqlBool>`(${inScope(scope)} or id in (${sql.join(scope.issues)}))`;

const mostBeyond = 500;

async function issuesBeyond(
  db: Kysely<Tables>,
  unit: string,
): Promise<{ handled: string[]; shown: string[] }> {
  if (unit === nationalUnit) return { handled: [], shown: [] };
  const newest = db
    .selectFrom('issue')
    .select('id')
    .where((e) => e.not(inScope({ unit })))
    .orderBy('last_at', 'desc')
    .limit(mostBeyond);
  const handled = await newest.where('handler', 'is not', null).where(inScope({ unit }, 'handler')).execute();
  const shown = await newest
    .where('shown_below', '=', 1)
    .where('unit', 'in', upwards(unit))
    .where('state', '!=', 'merged')
    .execute();
  // what is offered to it can be read before it is accepted
  const offered = await newest
    .where('id', 'in', (e) =>
      e
        .selectFrom('issue_handover')
        .select('issue_id')
        .where('state', '=', 'open')
        .where(inScope({ unit }, 'to_unit')),
    )
    .execute();
  return {
    handled: handled.map(({ id }) => id),
    shown: [...new Set([...shown, ...offered].map(({ id }) => id))],
  };
}

/** Rows of one statement: SQLite takes 32,766 values. */
const chunk = 500;

/** Issues of one statement: with their documents a megabyte or two. */
const writtenAtOnce = 100;

/** Runs of issues that one statement can write: it may name none of them twice. */
function* groupsOf(issues: readonly Issue[]): Generator<Issue[]> {
  let group = new Map<string, Issue>();
  for (const issue of issues) {
    if (group.size >= writtenAtOnce || group.has(issue.id)) {
      yield [...group.values()];
      group = new Map();
    }
    group.set(issue.id, issue);
  }
  if (group.size > 0) yield [...group.values()];
}

/** Transactions take turns, so nobody changes a version between the look and the write. @throws VersionConflict */
async function putGroup(db: Kysely<Tables>, group: readonly Issue[]): Promise<void> {
  const ids = group.map(({ id }) => id);
  const numbers = group.filter(({ version }) => version === 1).map(({ number }) => number);
  const there = await db
    .selectFrom('issue')
    .select(['id', 'number', 'version'])
    .where((e) => e.or([e('id', 'in', ids), ...(numbers.length > 0 ? [e('number', 'in', numbers)] : [])]))
    .execute();
  const versions = new Map(there.map(({ id, version }) => [id, Number(version)]));
  const taken = new Set(there.map(({ number }) => number));
  for (const { id, number, version } of group) {
    const isNew = version === 1;
    if (isNew ? versions.has(id) || taken.has(number) : versions.get(id) !== version - 1)
      throw new VersionConflict(number);
    if (isNew) taken.add(number);
  }
  await db
    .insertInto('issue')
    .values(group.map(toRow))
    .onConflict((c) =>
      c
        .column('id')
        .doUpdateSet((e) => Object.fromEntries(columns.map((name) => [name, e.ref(`excluded.${name}`)]))),
    )
    .execute();
}

export function createIssueRecords(db: Kysely<Tables>): IssueRecords {
  return {
    async get(idOrNumber, scope) {
      const wanted = withoutZero(idOrNumber);
      const query = db
        .selectFrom('issue')
        .select('document')
        .where((e) => e.or([e('id', '=', wanted), e('number', '=', wanted)]));
      const row = await query.where(openTo(scope)).executeTakeFirst();
      return row ? JSON.parse(row.document) : null;
    },
    async many(ids) {
      const issues: Issue[] = [];
      for (let at = 0; at < ids.length; at += chunk) {
        const rows = await db
          .selectFrom('issue')
          .select('document')
          .where('id', 'in', ids.slice(at, at + chunk))
          .execute();
        for (const row of rows) issues.push(JSON.parse(row.document));
      }
      return issues;
    },
    beyond: (unit) => issuesBeyond(db, unit),
    list: (filter) => listIssues(db, filter),
    async put(issues) {
      for (const group of groupsOf(issues)) await putGroup(db, group);
    },
    async nextNumbers(year, howMany) {
      const { last } = await db
        .insertInto('issue_number')
        .values({ year, last: howMany })
        .onConflict((c) =>
          c.column('year').doUpdateSet((e) => ({ last: e('issue_number.last', '+', howMany) })),
        )
        .returning('last')
        .executeTakeFirstOrThrow();
      return Array.from({ length: howMany }, (_, n) => Number(last) - howMany + 1 + n);
    },
  };
}

const visibleParent = (e: ExpressionBuilder<Tables, 'issue'>, scope: Scope) =>
  e
    .selectFrom('issue as parent')
    .select('parent.id')
    .whereRef('parent.id', '=', 'issue.parent_id')
    .where(inScope(scope, 'parent.unit'));

/**
 * How many there are. Most have no parent, and are topmost without looking for one: asked about all at once, PostgreSQL
 * reads every issue with its document to look for parents.
 */
async function countIssues(db: Kysely<Tables>, filter: IssueFilter): Promise<number> {
  const count = (of: IssueFilter) =>
    filtered(
      db.selectFrom('issue').select((e) => e.fn.countAll().as('total')),
      of,
    );
  const { topmost, ...any } = filter;
  const counts = topmost
    ? [count(any).where('parent_id', 'is', null), count(filter).where('parent_id', 'is not', null)]
    : [count(any)];
  const rows = await Promise.all(counts.map((one) => one.executeTakeFirstOrThrow()));
  return rows.reduce((sum, { total }) => sum + Number(total), 0);
}

function filtered<O>(start: IssueQuery<O>, filter: IssueFilter): IssueQuery<O> {
  let query = start.where(openTo(filter.scope));
  if (filter.states) query = query.where('state', 'in', [...filter.states]);
  if (filter.levels) query = query.where('level', 'in', [...filter.levels]);
  if (filter.units) query = query.where(inUnits(filter.units));
  if (filter.owner !== undefined) query = query.where('owner', '=', withoutZero(filter.owner));
  if (filter.owned !== undefined) query = query.where('owner', filter.owned ? 'is not' : 'is', null);
  if (filter.parentId !== undefined) query = query.where('parent_id', '=', filter.parentId);
  if (filter.narrativeId !== undefined) query = query.where('narrative_id', '=', filter.narrativeId);
  if (filter.topmost) query = query.where((e) => e.not(e.exists(visibleParent(e, filter.scope))));
  if (filter.topics) query = query.where('topic', 'in', [...filter.topics]);
  if (filter.tone) query = query.where('main_tone', '=', filter.tone);
  if (filter.from !== undefined) query = query.where('last_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('first_at', '<', filter.to);
  for (const word of withoutZero(filter.text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean))
    query = query.where((e) =>
      e(e.fn<string>('lower', ['title']), 'like', `%${word.replace(/[%_\\]/g, '')}%`),
    );
  return query;
}

async function listIssues(
  db: Kysely<Tables>,
  filter: IssueFilter,
): Promise<{ issues: Issue[]; nextCursor: string | null; total: number }> {
  const key = filter.sort === 'priority' ? 'priority' : 'last_at';
  const total = await countIssues(db, filter);
  // Who has none, as most units on most days, is not searched for through everybody else's.
  if (total === 0 && filter.cursor === undefined) return { issues: [], nextCursor: null, total };
  let query = filtered(db.selectFrom('issue').select(['document', 'id', key]), filter);
  if (filter.cursor !== undefined) {
    const after = decodeCursor(filter.cursor);
    query = query.where((e) =>
      e.or([e(key, '<', after.key), e.and([e(key, '=', after.key), e('id', '<', after.id)])]),
    );
  }
  const rows = await query
    .orderBy(key, 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  const nextCursor = rows.length > filter.limit && last ? encodeCursor(Number(last[key]), last.id) : null;
  return { issues: page.map((row) => JSON.parse(row.document)), nextCursor, total };
}

export const encodeCursor = (key: number, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

export function decodeCursor(cursor: string): { key: number; id: string } {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof key === 'number' && typeof id === 'string') return { key, id };
  } catch {
    // any broken cursor is answered alike
  }
  throw new BadCursor('The cursor is not one of this list: leave it out to begin at the first page.');
}
