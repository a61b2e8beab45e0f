import type { ItemIndex } from '../../../shared/ports/item-index.ts';
import { connectElasticsearch, type ElasticsearchSettings, translating } from './connect-elasticsearch.ts';
import { createIndexNames } from './index-names.ts';
import { type ItemMapping, itemMapping } from './item-mapping.ts';
import { createItemStore } from './item-store.ts';
import { checkServer, prepareIndices } from './prepare-indices.ts';
import { getItems, histogram, knownItems, projectItems, scanItems } from './read-items.ts';
import { itemsByBandKeys, searchItems, similarItems } from './search-items.ts';
import { significantTerms } from './significant-terms.ts';
import { unfitItems } from './unfit-items.ts';
import { assignLinks, putItems, removeItems } from './write-items.ts';

interface IndexSettings {
  server: ElasticsearchSettings;
  /** Tells this installation from others on the same cluster. */
  prefix: string;
  /** Uniform in [0, 1): spreads retries. */
  random: () => number;
  /** Default: the program's own; another one only to try a change of it. */
  mapping?: ItemMapping;
}

/** An ItemIndex that has to be made ready once, by one process at a time. */
export interface ElasticsearchIndex extends ItemIndex {
  /** Puts the template and moves older indices to this program's mapping. @throws IndexRefused */
  prepare(): Promise<void>;
}

/** The ItemIndex on Elasticsearch: monthly indices behind aliases. */
export function createElasticsearchIndex(settings: IndexSettings): ElasticsearchIndex {
  const { server, prefix, random, mapping = itemMapping } = settings;
  const client = connectElasticsearch(server);
  const names = createIndexNames(prefix);
  const store = createItemStore(client, names, mapping, random);
  return {
    prepare: () => translating(() => prepareIndices(client, names, mapping)),
    put: (items) => putItems(store, items),
    unfit: async (items) => unfitItems(mapping, items),
    assign: (links) => assignLinks(store, links),
    remove: (ids) => removeItems(store, ids),
    get: (ids, scope) => getItems(store, ids, scope),
    known: (ids) => knownItems(store, ids),
    search: (query) => searchItems(store, query),
    histogram: (filter, intervalMs) => histogram(store, filter, intervalMs),
    significantTerms: (filter, limit) => significantTerms(store, filter, limit),
    scan: (filter, batchSize) => scanItems(store, filter, batchSize),
    project: (filter, fields, batchSize) => projectItems(store, filter, fields, batchSize),
    byBandKeys: (keys, options) => itemsByBandKeys(store, keys, options),
    similar: (text, options) => similarItems(store, text, options),
    check: () => translating(() => checkServer(client, names)),
    close: () => client.close(),
  };
}
