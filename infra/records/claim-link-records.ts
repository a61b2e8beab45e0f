import { type Kysely, sql } from 'kysely';
import type { ClaimLink, ClaimSpread } from '../../shared/domain/claim-link.ts';
import { notSpreading } from '../../shared/domain/claim-link.ts';
import type { ClaimLinkFilter, ClaimLinkRecords } from '../../shared/ports/claim-records.ts';
import { decodeCursor, encodeCursor } from './issue-records.ts';
import type { Tables } from './tables.ts';

const toRow = (link: ClaimLink): Tables['claim_link'] => ({
  id: link.id,
  subject_kind: link.subjectKind,
  subject_id: link.subjectId,
  entry_id: link.entryId,
  state: link.state,
  decided_by: link.by,
  stance: link.stance,
  is_repost: link.isRepost ? 1 : 0,
  platform: link.platform,
  at: link.at,
  rank: link.rank,
  document: JSON.stringify(link),
});

const parse = (row: { document: string }): ClaimLink => JSON.parse(row.document);

/** Rows of one statement: 12 values each, below SQLite's 32,766. */
const chunk = 500;

function* chunks<T>(values: readonly T[]): Generator<T[]> {
  for (let at = 0; at < values.length; at += chunk) yield values.slice(at, at + chunk);
}

/** What a person decided stays; what the machine saw since is written beside it. */
const merged = (before: ClaimLink | undefined, link: ClaimLink): ClaimLink =>
  before?.by === 'person'
    ? {
        ...link,
        state: before.state,
        by: 'person',
        person: before.person,
        decidedAt: before.decidedAt,
        ...(before.via === undefined ? {} : { via: before.via }),
      }
    : link;

export function createClaimLinkRecords(db: Kysely<Tables>): ClaimLinkRecords {
  const ofSubjects = async (ids: readonly string[]): Promise<ClaimLink[]> => {
    const links: ClaimLink[] = [];
    for (const part of chunks(ids))
      links.push(
        ...(
          await db.selectFrom('claim_link').select('document').where('subject_id', 'in', part).execute()
        ).map(parse),
      );
    return links;
  };
  const many: ClaimLinkRecords['many'] = async (ids) => {
    const links: ClaimLink[] = [];
    for (const part of chunks(ids))
      links.push(
        ...(await db.selectFrom('claim_link').select('document').where('id', 'in', part).execute()).map(
          parse,
        ),
      );
    return links;
  };
  return {
    many,
    async suggest(subjectIds, links) {
      const before = new Map((await ofSubjects(subjectIds)).map((link) => [link.id, link]));
      const wanted = new Set(links.map((link) => link.id));
      const gone = [...before.values()].filter((link) => link.by === 'machine' && !wanted.has(link.id));
      for (const part of chunks(gone.map(({ id }) => id)))
        await db
          .deleteFrom('claim_link')
          .where('id', 'in', part)
          .where('decided_by', '=', 'machine')
          .execute();
      const changed = links
        .map((link) => merged(before.get(link.id), link))
        .filter((link) => JSON.stringify(link) !== JSON.stringify(before.get(link.id)));
      await write(db, changed);
      return changed.filter(
        ({ id, state, by }) => state === 'linked' && by === 'machine' && before.get(id)?.state !== 'linked',
      );
    },
    async decide(ids, { state, person, at }) {
      const decided = (await many(ids)).map(
        ({ via: _, ...link }): ClaimLink => ({ ...link, state, by: 'person', person, decidedAt: at }),
      );
      await write(db, decided);
      return decided;
    },
    put: (link) => write(db, [link]),
    list: (filter) => listLinks(db, filter),
    async rejected(subjectIds) {
      const entries = new Map<string, Set<string>>();
      for (const part of chunks(subjectIds)) {
        const rows = await db
          .selectFrom('claim_link')
          .select(['subject_id', 'entry_id'])
          .where('subject_id', 'in', part)
          .where('state', '=', 'rejected')
          .execute();
        for (const { subject_id, entry_id } of rows)
          entries.set(subject_id, (entries.get(subject_id) ?? new Set()).add(entry_id));
      }
      return entries;
    },
    spread: (entryIds) => spreadOf(db, entryIds),
  };
}

async function write(db: Kysely<Tables>, links: readonly ClaimLink[]): Promise<void> {
  for (const part of chunks(links))
    await db
      .insertInto('claim_link')
      .values(part.map(toRow))
      .onConflict((c) =>
        c.column('id').doUpdateSet((e) => ({
          state: e.ref('excluded.state'),
          decided_by: e.ref('excluded.decided_by'),
          stance: e.ref('excluded.stance'),
          is_repost: e.ref('excluded.is_repost'),
          platform: e.ref('excluded.platform'),
          at: e.ref('excluded.at'),
          rank: e.ref('excluded.rank'),
          document: e.ref('excluded.document'),
        })),
      )
      .execute();
}

async function listLinks(
  db: Kysely<Tables>,
  { subjectKind, subjectIds, entryIds, states, by, limit, cursor }: ClaimLinkFilter,
): Promise<{ links: ClaimLink[]; nextCursor: string | null }> {
  let query = db.selectFrom('claim_link').select(['document', 'at', 'id']);
  if (subjectKind) query = query.where('subject_kind', '=', subjectKind);
  if (subjectIds) query = query.where('subject_id', 'in', [...subjectIds]);
  if (entryIds) query = query.where('entry_id', 'in', [...entryIds]);
  if (states) query = query.where('state', 'in', [...states]);
  if (by) query = query.where('decided_by', '=', by);
  if (cursor !== undefined) {
    const { key, id } = decodeCursor(cursor);
    query = query.where(sql<boolean>`(at, id) < (${key}, ${id})`);
  }
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const links = page.map(parse);
  if (subjectIds) links.sort((a, b) => b.at - a.at || a.rank - b.rank);
  return { links, nextCursor: rows.length > limit && last ? encodeCursor(Number(last.at), last.id) : null };
}

const noSpread = (): ClaimSpread => ({
  spreading: 0,
  unique: 0,
  denying: 0,
  reporting: 0,
  asking: 0,
  issues: 0,
  firstAt: null,
  lastAt: null,
  platforms: {},
});

const countedAs = { membantah: 'denying', memberitakan: 'reporting', bertanya: 'asking' } as const;
const isQuiet = (stance: string | null): stance is (typeof notSpreading)[number] =>
  (notSpreading as readonly (string | null)[]).includes(stance);

async function spreadOf(db: Kysely<Tables>, entryIds: readonly string[]): Promise<Map<string, ClaimSpread>> {
  const spreads = new Map<string, ClaimSpread>();
  for (const part of chunks(entryIds)) {
    const rows = await db
      .selectFrom('claim_link')
      .select((e) => [
        'entry_id',
        'subject_kind',
        'stance',
        'is_repost',
        'platform',
        e.fn.countAll().as('count'),
        e.fn.min('at').as('first'),
        e.fn.max('at').as('last'),
      ])
      .where('entry_id', 'in', part)
      .where('state', '=', 'linked')
      // What was found of a merged issue is counted where it stands now.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('issue')
              .select('issue.id')
              .whereRef('issue.id', '=', 'claim_link.subject_id')
              .where('issue.state', '=', 'merged'),
          ),
        ),
      )
      .groupBy(['entry_id', 'subject_kind', 'stance', 'is_repost', 'platform'])
      .execute();
    for (const row of rows) {
      const spread = spreads.get(row.entry_id) ?? noSpread();
      spreads.set(row.entry_id, spread);
      const count = Number(row.count);
      if (row.subject_kind === 'issue') spread.issues += count;
      else if (isQuiet(row.stance)) spread[countedAs[row.stance]] += count;
      else {
        spread.spreading += count;
        if (row.is_repost === 0) spread.unique += count;
        spread.firstAt = Math.min(spread.firstAt ?? Number(row.first), Number(row.first));
        spread.lastAt = Math.max(spread.lastAt ?? 0, Number(row.last));
        const platform = row.platform ?? 'other';
        spread.platforms[platform] = (spread.platforms[platform] ?? 0) + count;
      }
    }
  }
  return spreads;
}
