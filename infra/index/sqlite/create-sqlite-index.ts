import type { ItemIndex } from '../../../shared/ports/item-index.ts';
import type { Sqlite } from '../../sqlite/open-sqlite.ts';
import { projectItems } from './project-items.ts';
import { getItems, histogram, knownItems, scanItems } from './read-items.ts';
import { indexSchema } from './schema.ts';
import { itemsByBandKeys, searchItems, similarItems } from './search-items.ts';
import { significantTerms } from './significant-terms.ts';
import type { Terms } from './text-query.ts';
import { assignLinks, putItems, removeItems, unfitItems } from './write-items.ts';

/** The ItemIndex in the embedded installation's SQLite file. FTS5 knows no Indonesian, so `terms` stems first. */
export function createSqliteIndex(sqlite: Sqlite, terms: Terms): ItemIndex {
  sqlite.writer.exec(indexSchema);
  return {
    put: (items) => putItems(sqlite, items, terms),
    unfit: async (items) => unfitItems(items),
    assign: (links) => assignLinks(sqlite, links),
    remove: (ids) => removeItems(sqlite, ids),
    get: async (ids, scope) => getItems(sqlite, ids, scope),
    known: async (ids) => knownItems(sqlite, ids),
    search: async (query) => searchItems(sqlite, query, terms),
    histogram: async (filter, intervalMs) => histogram(sqlite, filter, intervalMs, terms),
    significantTerms: async (filter, limit) => significantTerms(sqlite, filter, limit, terms),
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
