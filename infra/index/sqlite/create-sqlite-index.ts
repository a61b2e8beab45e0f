import type { ItemIndex } from '../../../shared/ports/item-index.ts';
import type { Sqlite } from '../../sqlite/open-sqlite.ts';
import { type FindPage, findHere, mayTakeLong } from './find-page.ts';
import { projectItems } from './project-items.ts';
import { getItems, histogram, knownItems, scanItems } from './read-items.ts';
import { indexSchema } from './schema.ts';
import { itemsByBandKeys, searchItems, similarItems } from './search-items.ts';
import { significantTerms } from './significant-terms.ts';
import type { Terms } from './text-query.ts';
import { assignLinks, putItems, removeItems, unfitItems } from './write-items.ts';

/**
 * The ItemIndex in the embedded installation's SQLite file. FTS5 knows no Indonesian, so `terms` stems first.
 * @param findApart searches in a thread of its own, for a process that answers people; without it they run here
 */
export function createSqliteIndex(sqlite: Sqlite, terms: Terms, findApart?: FindPage): ItemIndex {
  sqlite.writer.exec(indexSchema);
  const here = findHere(sqlite);
  const find: FindPage = (question) => (findApart && mayTakeLong(question) ? findApart : here)(question);
  return {
    put: (items) => putItems(sqlite, items, terms),
    unfit: async (items) => unfitItems(items),
    assign: (links) => assignLinks(sqlite, links),
    remove: (ids) => removeItems(sqlite, ids),
    get: async (ids, scope) => getItems(sqlite, ids, scope),
    known: async (ids) => knownItems(sqlite, ids),
    search: (query) => searchItems(find, query, terms),
    histogram: async (filter, intervalMs) => histogram(sqlite, filter, intervalMs, terms),
    significantTerms: (filter, limit) => significantTerms({ sqlite, find }, filter, limit, terms),
    scan: (filter, batchSize) => scanItems(sqlite, filter, batchSize, terms),
    project: (filter, fields, batchSize) => projectItems(sqlite, { filter, fields, batchSize }, terms),
    byBandKeys: async (keys, options) => itemsByBandKeys(sqlite, keys, options),
    similar: async (text, options) => similarItems(sqlite, text, options, terms),
    check: async () => {
      sqlite.read('SELECT 1 FROM item LIMIT 1').get();
    },
    close: async () => {},
  };
}
