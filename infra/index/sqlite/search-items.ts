import { BadCursor, type ItemHit, type ItemPage, type ItemQuery } from '../../../shared/ports/item-index.ts';
import type { Sqlite } from '../../sqlite/open-sqlite.ts';
import { filterSql } from './filter-sql.ts';
import { createHighlight } from './highlight.ts';
import { type DocumentRow, documentColumns, toItem } from './read-items.ts';
import { likenessQuery, type Terms, textQuery } from './text-query.ts';

/** Matches that are counted, paged through by time and faceted; the newest ones where there are more. */
const window = 10_000;
/** Matches that are ranked by relevance: BM25 costs about 2 µs each, and what is read first is new. */
const rankedWindow = 1_000;

interface Position {
  /** Published at, or minus the BM25 score: both sort descending. */
  key: number;
  row: number;
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

interface Found {
  /** In order, without those before the cursor's position. */
  page: Position[];
  total: number;
  totalIsExact: boolean;
}

const beyond = (after: Position | null): { where: string; values: number[] } =>
  after === null
    ? { where: '1', values: [] }
    : { where: '(key < ? OR (key = ? AND item.row < ?))', values: [after.key, after.key, after.row] };

/** One page by time, without words. */
function findByTime(sqlite: Sqlite, query: ItemQuery, after: Position | null): Found {
  const { where, values } = filterSql(query);
  const rest = beyond(after);
  const page = sqlite
    .read(
      `SELECT row, published_at AS key FROM item WHERE ${where} AND ${rest.where.replaceAll('key', 'published_at')}
       ORDER BY published_at DESC, row DESC LIMIT ${query.limit + 1}`,
    )
    .all(...values, ...rest.values) as unknown as Position[];
  const { total } = sqlite
    .read(`SELECT count(*) AS total FROM (SELECT 1 FROM item WHERE ${where} LIMIT ${window + 1})`)
    .get(...values) as { total: number };
  return { page, total: Math.min(total, window), totalIsExact: total <= window };
}

/**
 * One page of what holds the words, by relevance or by time. The newest matches come from the index in falling order:
 * a bound from below would make it walk through all older ones first. Words of more items than are counted say little
 * about which is meant, and BM25 would count all of them for every search: the newest come first then.
 */
function findByWords(sqlite: Sqlite, query: ItemQuery, match: string, after: Position | null): Found {
  const { where, values } = filterSql(query);
  const isPlain = values.length === 0 && where === '1';
  const counted = isPlain
    ? 'item_text WHERE item_text MATCH ?'
    : `item_text JOIN item ON item.row = item_text.rowid WHERE item_text MATCH ? AND ${where}`;
  const { total } = sqlite
    .read(`SELECT count(*) AS total FROM (SELECT 1 FROM ${counted} LIMIT ${window + 1})`)
    .get(match, ...values) as { total: number };
  const ranks = query.sort !== 'time' && total <= window;
  const newest = `SELECT rowid AS row${ranks ? ', -bm25(item_text) AS score' : ''} FROM item_text
    WHERE item_text MATCH ? ORDER BY rowid DESC LIMIT ${query.sort === 'time' ? window : rankedWindow}`;
  const from = isPlain && ranks ? 'found AS item' : 'found JOIN item USING (row)';
  const rest = beyond(after);
  const page = sqlite
    .read(
      `WITH found AS MATERIALIZED (${newest})
       SELECT * FROM (SELECT item.row, ${ranks ? 'score' : 'published_at'} AS key FROM ${from} WHERE ${where}) AS item
       WHERE ${rest.where} ORDER BY key DESC, row DESC LIMIT ${query.limit + 1}`,
    )
    .all(match, ...values, ...rest.values) as unknown as Position[];
  return { page, total: Math.min(total, window), totalIsExact: total <= window };
}

const nothing: Found = { page: [], total: 0, totalIsExact: true };

export function searchItems(sqlite: Sqlite, query: ItemQuery, terms: Terms): ItemPage {
  const after = query.cursor === undefined ? null : decode(query.cursor);
  const hasText = query.text !== undefined && query.text.trim() !== '';
  const match = hasText ? textQuery(query.text!, terms) : null;
  const found = hasText
    ? match === null
      ? nothing
      : findByWords(sqlite, query, match, after)
    : findByTime(sqlite, query, after);
  const page = found.page.slice(0, query.limit);
  const last = page.at(-1);
  const mark = query.highlight && hasText ? createHighlight(query.text!, terms) : () => null;
  return {
    hits: page.map((one) => hitOf(sqlite, one.row, mark)),
    total: found.total,
    totalIsExact: found.totalIsExact,
    facets: facetsOf(sqlite, query, match),
    nextCursor: found.page.length > query.limit && last ? encode(last) : null,
  };
}

function hitOf(sqlite: Sqlite, row: number, mark: (text: string) => string | null): ItemHit {
  const item = toItem(
    sqlite
      .read(`SELECT ${documentColumns} FROM item JOIN item_document USING (row) WHERE item.row = ?`)
      .get(row) as unknown as DocumentRow,
  );
  return { item, highlight: mark(item.title ? `${item.title}\n${item.text}` : item.text) };
}

/** Over the newest 10,000 matches; most frequent values first, at most 50 a facet. */
function facetsOf(sqlite: Sqlite, query: ItemQuery, match: string | null): ItemPage['facets'] {
  const facets: ItemPage['facets'] = {};
  const names = query.facets ?? [];
  if (names.length === 0) return facets;
  const matches = facetMatches(sqlite, query, match);
  for (const name of names) {
    const counts = new Map<string, number>();
    const add = (value: string | null): void => {
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    };
    if (name === 'area') for (const one of matches) for (const area of areasOf(sqlite, one.row)) add(area);
    else for (const one of matches) add(one[name]);
    facets[name] = [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, 50);
  }
  return facets;
}

interface FacetRow {
  row: number;
  platform: string;
  outlet: string | null;
  topic: string;
  tone: string;
  stance: string;
}

function facetMatches(sqlite: Sqlite, query: ItemQuery, match: string | null): FacetRow[] {
  const { where, values } = filterSql(query);
  const hasText = query.text !== undefined && query.text.trim() !== '';
  if (hasText && match === null) return [];
  const from = hasText
    ? 'item_text JOIN item ON item.row = item_text.rowid WHERE item_text MATCH ? AND'
    : 'item WHERE';
  const order = hasText ? 'item_text.rowid' : 'published_at';
  const statement = sqlite.read(
    `SELECT ${columns} FROM ${from} ${where} ORDER BY ${order} DESC LIMIT ${window}`,
  );
  return statement.all(...(hasText ? [match] : []), ...values) as unknown as FacetRow[];
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
