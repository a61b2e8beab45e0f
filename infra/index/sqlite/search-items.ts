import { BadCursor, type ItemHit, type ItemPage, type ItemQuery } from '../../../shared/ports/item-index.ts';
import type { Sqlite } from '../../sqlite/open-sqlite.ts';
import type { FindPage } from './find-page.ts';
import type { Position } from './find-positions.ts';
import { createHighlight } from './highlight.ts';
import { toItem } from './read-items.ts';
import { likenessQuery, type Terms, textQuery } from './text-query.ts';

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

const nothing: ItemPage = { hits: [], total: 0, totalIsExact: true, facets: {}, nextCursor: null };

/** `find` looks it up, here or in a thread of its own. */
export async function searchItems(find: FindPage, query: ItemQuery, terms: Terms): Promise<ItemPage> {
  const after = query.cursor === undefined ? null : decode(query.cursor);
  const hasText = query.text !== undefined && query.text.trim() !== '';
  const match = hasText ? textQuery(query.text!, terms) : null;
  if (hasText && match === null)
    return { ...nothing, facets: Object.fromEntries((query.facets ?? []).map((name) => [name, []])) };
  const { rows, next, ...counts } = await find({ query, match, after });
  const mark = query.highlight && hasText ? createHighlight(query.text!, terms) : () => null;
  const hits = rows.map((row): ItemHit => {
    const item = toItem(row);
    return { item, highlight: mark(item.title ? `${item.title}\n${item.text}` : item.text) };
  });
  return { ...counts, hits, nextCursor: next && encode(next) };
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
