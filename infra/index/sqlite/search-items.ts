import {
  BadCursor,
  type FacetName,
  type ItemHit,
  type ItemPage,
  type ItemQuery,
} from '../../../shared/ports/item-index.ts';
import type { Sqlite } from '../../sqlite/open-sqlite.ts';
import { filterSql } from './filter-sql.ts';
import { highlight } from './highlight.ts';
import { type DocumentRow, documentColumns, toItem } from './read-items.ts';
import { likenessQuery, type Terms, textQuery } from './text-query.ts';

/** Matches that are counted, ranked and paged through; the newest ones where there are more. */
const window = 10_000;

interface Position {
  /** Published at, or minus the BM25 score: both sort descending. */
  key: number;
  row: number;
}

interface Match extends Position {
  platform: string;
  outlet: string | null;
  topic: string;
  tone: string;
  stance: string;
}

const encode = (position: Position): string =>
  Buffer.from(JSON.stringify([position.key, position.row])).toString('base64url');

function decode(cursor: string): Position {
  try {
    const [key, row] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof key === 'number' && typeof row === 'number') return { key, row };
  } catch {
    // falls through: any broken cursor is answered alike
  }
  throw new BadCursor('The cursor is not one of this index: leave it out to begin at the first page.');
}

const columns = 'item.row, platform, outlet, topic, tone, stance';

/** The newest `window` + 1 matches with their sort key. */
function matchesOf(sqlite: Sqlite, query: ItemQuery, terms: Terms): Match[] {
  const { where, values } = filterSql(query);
  const hasText = query.text !== undefined && query.text.trim() !== '';
  if (!hasText)
    return sqlite
      .read(
        `SELECT ${columns}, published_at AS key FROM item WHERE ${where} ORDER BY published_at DESC, row DESC LIMIT ${window + 1}`,
      )
      .all(...values) as unknown as Match[];
  const match = textQuery(query.text!, terms);
  if (match === null) return [];
  // BM25 over a common word is slow, so it ranks only the newest matches (rows grow with time).
  const floor = sqlite
    .read(
      `SELECT rowid AS row FROM item_text WHERE item_text MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ${window}`,
    )
    .get(match) as { row: number } | undefined;
  const key = query.sort === 'time' ? 'published_at' : '-bm25(item_text)';
  return sqlite
    .read(
      `SELECT ${columns}, ${key} AS key FROM item_text JOIN item ON item.row = item_text.rowid
       WHERE item_text MATCH ? AND item_text.rowid >= ? AND ${where} ORDER BY key DESC, item.row DESC`,
    )
    .all(match, floor?.row ?? 0, ...values) as unknown as Match[];
}

export function searchItems(sqlite: Sqlite, query: ItemQuery, terms: Terms): ItemPage {
  const after = query.cursor === undefined ? null : decode(query.cursor);
  const found = matchesOf(sqlite, query, terms);
  const totalIsExact = found.length <= window;
  const matches = found.slice(0, window);
  const start = after
    ? matches.findIndex((m) => m.key < after.key || (m.key === after.key && m.row < after.row))
    : 0;
  const page = start < 0 ? [] : matches.slice(start, start + query.limit);
  const last = page.at(-1);
  const more = last !== undefined && start + query.limit < matches.length;
  return {
    hits: page.map((match) => hitOf(sqlite, match.row, query, terms)),
    total: matches.length,
    totalIsExact,
    facets: facetsOf(sqlite, matches, query.facets ?? []),
    nextCursor: more ? encode(last) : null,
  };
}

function hitOf(sqlite: Sqlite, row: number, query: ItemQuery, terms: Terms): ItemHit {
  const item = toItem(
    sqlite
      .read(`SELECT ${documentColumns} FROM item JOIN item_document USING (row) WHERE item.row = ?`)
      .get(row) as unknown as DocumentRow,
  );
  const marked =
    query.highlight && query.text
      ? highlight(`${item.title ? `${item.title}\n` : ''}${item.text}`, query.text, terms)
      : null;
  return { item, highlight: marked };
}

/** Most values first, at most 50 a facet. */
function facetsOf(
  sqlite: Sqlite,
  matches: readonly Match[],
  names: readonly FacetName[],
): ItemPage['facets'] {
  const facets: ItemPage['facets'] = {};
  for (const name of names) {
    const counts = new Map<string, number>();
    const add = (value: string | null): void => {
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    };
    if (name === 'area')
      for (const match of matches) for (const area of areasOf(sqlite, match.row)) add(area);
    else for (const match of matches) add(match[name]);
    facets[name] = [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, 50);
  }
  return facets;
}

function areasOf(sqlite: Sqlite, row: number): string[] {
  const found = sqlite
    .read(`SELECT json_extract(document, '$.labels.places') AS places FROM item_document WHERE row = ?`)
    .get(row) as { places: string };
  const codes = (JSON.parse(found.places) as { code: string }[]).map((place) => place.code);
  return [...new Set(codes.flatMap((code) => [code, code.slice(0, 2)]))];
}

export function similarItems(
  sqlite: Sqlite,
  text: string,
  options: { since: number; limit: number },
  terms: Terms,
): { id: string; score: number }[] {
  const match = likenessQuery(text, terms);
  if (match === null) return [];
  const rows = sqlite
    .read(
      `SELECT lower(hex(id)) AS id, -bm25(item_text) AS score FROM item_text JOIN item ON item.row = item_text.rowid
       WHERE item_text MATCH ? AND published_at >= ? ORDER BY score DESC, item.row LIMIT ?`,
    )
    .all(match, options.since, options.limit);
  return rows.map((row) => ({ ...row })) as { id: string; score: number }[];
}

export function itemsByBandKeys(
  sqlite: Sqlite,
  keys: readonly string[],
  options: { since: number; limit: number },
): { id: string; shared: number }[] {
  if (keys.length === 0) return [];
  const rows = sqlite
    .read(
      `SELECT lower(hex(id)) AS id, count(*) AS shared FROM item_band JOIN item ON item.row = item_band.item
       WHERE key IN (${keys.map(() => '?').join()}) AND published_at >= ?
       GROUP BY item.row ORDER BY shared DESC, item.row LIMIT ?`,
    )
    .all(...keys, options.since, options.limit);
  return rows.map((row) => ({ ...row })) as { id: string; shared: number }[];
}
