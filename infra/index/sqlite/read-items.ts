import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import type { Scope } from '../../../shared/domain/unit.ts';
import type { HistogramBucket, ItemFilter } from '../../../shared/ports/item-index.ts';
import type { Sqlite } from '../../sqlite/open-sqlite.ts';
import { filterSql } from './filter-sql.ts';
import { type Terms, textQuery } from './text-query.ts';
import { idBytes } from './write-items.ts';

export interface DocumentRow {
  row: number;
  document: string;
  story_id: string | null;
  issue_id: string | null;
  duplicate_of: string | null;
  linked_at: number | null;
}

export const documentColumns = 'item.row, document, story_id, issue_id, duplicate_of, linked_at';

/** Set on the object just parsed: a copy of its 25 members costs as much as the parsing. */
export const toItem = (row: DocumentRow): IndexedItem =>
  Object.assign(JSON.parse(row.document) as IndexedItem, {
    storyId: row.story_id,
    issueId: row.issue_id,
    duplicateOf: row.duplicate_of,
    linkedAt: row.linked_at,
  });

export function getItems(sqlite: Sqlite, ids: readonly string[], scope: Scope): IndexedItem[] {
  const { where, values } = filterSql({ scope });
  const one = sqlite.read(
    `SELECT ${documentColumns} FROM item JOIN item_document USING (row) WHERE id = ? AND ${where}`,
  );
  return ids.flatMap((id) => {
    const row = one.get(idBytes(id), ...values) as unknown as DocumentRow | undefined;
    return row ? [toItem(row)] : [];
  });
}

export function knownItems(
  sqlite: Sqlite,
  ids: readonly string[],
): Map<string, { version: number; linked: boolean }> {
  const one = sqlite.read('SELECT version, linked_at FROM item WHERE id = ?');
  const found = new Map<string, { version: number; linked: boolean }>();
  for (const id of ids) {
    const row = one.get(idBytes(id)) as { version: number; linked_at: number | null } | undefined;
    if (row) found.set(id, { version: row.version, linked: row.linked_at !== null });
  }
  return found;
}

/** Filter and text as one condition over `item`; `null` when the text asks for words and none can be found. */
export function conditionOf(
  filter: ItemFilter,
  terms: Terms,
): { where: string; values: (string | number)[] } | null {
  const sql = filterSql(filter);
  if (filter.text === undefined || filter.text.trim() === '') return sql;
  const match = textQuery(filter.text, terms);
  if (match === null) return null;
  return {
    where: `${sql.where} AND item.row IN (SELECT rowid FROM item_text WHERE item_text MATCH ?)`,
    values: [...sql.values, match],
  };
}

export function histogram(
  sqlite: Sqlite,
  filter: ItemFilter,
  intervalMs: number,
  terms: Terms,
): HistogramBucket[] {
  const condition = conditionOf(filter, terms);
  if (!condition) return [];
  return sqlite
    .read(
      `SELECT (published_at / ${intervalMs}) * ${intervalMs} AS at, count(*) AS items, sum(duplicate_of IS NULL) AS "unique",
         sum(tone = 'positive') AS positive, sum(tone = 'neutral') AS neutral, sum(tone = 'negative') AS negative
       FROM item WHERE ${condition.where} GROUP BY 1 ORDER BY 1`,
    )
    .all(...condition.values)
    .map((row) => ({ ...row })) as unknown as HistogramBucket[];
}

/**
 * Time order by keyset. What is written while it runs and lies behind the position is not seen; what lies ahead is:
 * the view is bounded by the last row at the start, so it is the same set throughout.
 */
export async function* scanItems(
  sqlite: Sqlite,
  filter: ItemFilter,
  batchSize: number,
  terms: Terms,
): AsyncIterable<IndexedItem[]> {
  const condition = conditionOf(filter, terms);
  if (!condition) return;
  const { last } = sqlite.read('SELECT coalesce(max(row), 0) AS last FROM item').get() as { last: number };
  const page = sqlite.read(
    `SELECT ${documentColumns}, published_at FROM item JOIN item_document USING (row)
     WHERE (published_at, item.row) > (?, ?) AND item.row <= ? AND ${condition.where}
     ORDER BY published_at, item.row LIMIT ?`,
  );
  let at = Number.MIN_SAFE_INTEGER;
  let row = 0;
  for (;;) {
    const rows = page.all(at, row, last, ...condition.values, batchSize) as unknown as (DocumentRow & {
      published_at: number;
    })[];
    const end = rows.at(-1);
    if (!end) return;
    yield rows.map(toItem);
    if (rows.length < batchSize) return;
    at = end.published_at;
    row = end.row;
  }
}
