import type { ItemQuery } from '../../../shared/ports/item-index.ts';
import { filterSql } from './filter-sql.ts';
import type { Reader } from './reader.ts';

/** Matches that are counted, and paged through by time; the newest ones where there are more. */
const window = 10_000;
/** Matches that are ranked by relevance: BM25 costs about 2 µs each, and what is read first is new. */
const rankedWindow = 1_000;

export interface Position {
  /** Published at, or minus the BM25 score: both sort descending. */
  key: number;
  row: number;
}

export interface Found {
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
function findByTime(reader: Reader, query: ItemQuery, after: Position | null): Found {
  const { where, values } = filterSql(query);
  const rest = beyond(after);
  const page = reader
    .read(
      `SELECT row, published_at AS key FROM item WHERE ${where} AND ${rest.where.replaceAll('key', 'published_at')}
       ORDER BY published_at DESC, row DESC LIMIT ${query.limit + 1}`,
    )
    .all(...values, ...rest.values) as unknown as Position[];
  const { total } = reader
    .read(`SELECT count(*) AS total FROM (SELECT 1 FROM item WHERE ${where} LIMIT ${window + 1})`)
    .get(...values) as { total: number };
  return { page, total: Math.min(total, window), totalIsExact: total <= window };
}

/**
 * One page of what holds the words, by relevance or by time. The newest matches come from the index in falling order:
 * a bound from below would make it walk through all older ones first. Words of more items than are counted say little
 * about which is meant, and BM25 would count all of them for every search: the newest come first then.
 */
function findByWords(reader: Reader, query: ItemQuery, match: string, after: Position | null): Found {
  const { where, values } = filterSql(query);
  const isPlain = values.length === 0 && where === '1';
  const counted = isPlain
    ? 'item_text WHERE item_text MATCH ?'
    : `item_text JOIN item ON item.row = item_text.rowid WHERE item_text MATCH ? AND ${where}`;
  const { total } = reader
    .read(`SELECT count(*) AS total FROM (SELECT 1 FROM ${counted} LIMIT ${window + 1})`)
    .get(match, ...values) as { total: number };
  const ranks = query.sort !== 'time' && total <= window;
  const newest = `SELECT rowid AS row${ranks ? ', -bm25(item_text) AS score' : ''} FROM item_text
    WHERE item_text MATCH ? ORDER BY rowid DESC LIMIT ${query.sort === 'time' ? window : rankedWindow}`;
  const from = isPlain && ranks ? 'found AS item' : 'found JOIN item USING (row)';
  const rest = beyond(after);
  const page = reader
    .read(
      `WITH found AS MATERIALIZED (${newest})
       SELECT * FROM (SELECT item.row, ${ranks ? 'score' : 'published_at'} AS key FROM ${from} WHERE ${where}) AS item
       WHERE ${rest.where} ORDER BY key DESC, row DESC LIMIT ${query.limit + 1}`,
    )
    .all(match, ...values, ...rest.values) as unknown as Position[];
  return { page, total: Math.min(total, window), totalIsExact: total <= window };
}

/** One page of what a query finds, without documents; `match` are its words as an expression of FTS5. */
export const findPositions = (
  reader: Reader,
  query: ItemQuery,
  match: string | null,
  after: Position | null,
): Found => (match === null ? findByTime(reader, query, after) : findByWords(reader, query, match, after));
