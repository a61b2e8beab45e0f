import type { ItemPage, ItemQuery } from '../../../shared/ports/item-index.ts';
import { filterSql } from './filter-sql.ts';
import { facetsOf } from './find-facets.ts';
import { type Found, findPositions, type Position } from './find-positions.ts';
import { type DocumentRow, documentColumns } from './read-items.ts';
import type { Reader } from './reader.ts';

/** What is asked for, with its words as an expression of FTS5; `null` when it asks for none. */
export interface Question {
  query: ItemQuery;
  match: string | null;
  after: Position | null;
}

export interface FoundPage extends Pick<ItemPage, 'total' | 'totalIsExact' | 'facets'> {
  rows: DocumentRow[];
  /** Where the next page begins after; null on the last one. */
  next: Position | null;
}

export type FindPage = (question: Question) => FoundPage | Promise<FoundPage>;

/** Which rows a question finds, before their documents are read. */
export interface Answer extends Found {
  facets: ItemPage['facets'];
}

export const answerOf = (reader: Reader, { query, match, after }: Question): Answer => ({
  ...findPositions(reader, query, match, after),
  facets: facetsOf(reader, query, match),
});

/** The documents of an answer's page. One that was removed since is left out. */
export function pageOf(reader: Reader, { limit }: ItemQuery, answer: Answer): FoundPage {
  const { page, total, totalIsExact, facets } = answer;
  const one = reader.read(
    `SELECT ${documentColumns} FROM item JOIN item_document USING (row) WHERE item.row = ?`,
  );
  const shown = page.slice(0, limit);
  const rows = shown.flatMap(({ row }) => (one.get(row) as unknown as DocumentRow | undefined) ?? []);
  const next = page.length > limit ? (shown.at(-1) ?? null) : null;
  return { rows, next, total, totalIsExact, facets };
}

/** Finds on this connection, at once. */
export const findHere =
  (reader: Reader): FindPage =>
  (question) =>
    pageOf(reader, question.query, answerOf(reader, question));

/** What lies together in an index of the table is found at once; everything else may be looked for all over the file. */
export const mayTakeLong = ({ query, match }: Question): boolean => {
  const { linked, issueIds, storyIds, facets = [] } = query;
  if (match !== null || facets.length > 0) return true;
  const isIndexed = linked !== undefined || issueIds !== undefined || storyIds !== undefined;
  return !isIndexed && filterSql(query).where !== '1';
};
