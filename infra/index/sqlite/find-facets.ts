import type { ItemPage, ItemQuery } from '../../../shared/ports/item-index.ts';
import { filterSql } from './filter-sql.ts';
import type { Reader } from './reader.ts';

/** Matches that are counted; the newest where there are more. */
const window = 10_000;
const columns = 'item.row, platform, outlet, topic, tone, stance';

/** Over the newest 10,000 matches; most frequent values first, at most 50 a facet. */
export function facetsOf(reader: Reader, query: ItemQuery, match: string | null): ItemPage['facets'] {
  const facets: ItemPage['facets'] = {};
  const names = query.facets ?? [];
  if (names.length === 0) return facets;
  const matches = facetMatches(reader, query, match);
  for (const name of names) {
    const counts = new Map<string, number>();
    const add = (value: string | null): void => {
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    };
    if (name === 'area') for (const one of matches) for (const area of areasOf(reader, one.row)) add(area);
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

function facetMatches(reader: Reader, query: ItemQuery, match: string | null): FacetRow[] {
  const { where, values } = filterSql(query);
  const from =
    match !== null
      ? 'item_text JOIN item ON item.row = item_text.rowid WHERE item_text MATCH ? AND'
      : 'item WHERE';
  const order = match !== null ? 'item_text.rowid' : 'published_at';
  const statement = reader.read(
    `SELECT ${columns} FROM ${from} ${where} ORDER BY ${order} DESC LIMIT ${window}`,
  );
  return statement.all(...(match !== null ? [match] : []), ...values) as unknown as FacetRow[];
}

function areasOf(reader: Reader, row: number): string[] {
  const found = reader
    .read(`SELECT json_extract(document, '$.labels.places') AS places FROM item_document WHERE row = ?`)
    .get(row) as { places: string };
  const codes = (JSON.parse(found.places) as { code: string }[]).map((place) => place.code);
  return [...new Set(codes.flatMap((code) => [code, code.slice(0, 2)]))];
}
