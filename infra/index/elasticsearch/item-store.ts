import type { Client, estypes } from '@elastic/elasticsearch';
import { type Bulk, createBulk } from './bulk.ts';
import { translating } from './connect-elasticsearch.ts';
import { type IndexNames, monthOf } from './index-names.ts';
import type { ItemDocument } from './item-document.ts';
import type { ItemMapping } from './item-mapping.ts';
import { createMonth } from './prepare-indices.ts';
import { createRecentWrites, type RecentWrites } from './recent-writes.ts';

/** What the parts of this index share: the connection, what was written and not seen yet, and where items are. */
export interface ItemStore {
  client: Client;
  names: IndexNames;
  bulk: Bulk;
  /** A search over all months; sees everything that this process wrote before. */
  search(request: estypes.SearchRequest): Promise<estypes.SearchResponse<ItemDocument>>;
  /** Makes what was written visible; `everything` also what other processes wrote. */
  refresh(everything?: boolean): Promise<void>;
  wrote(index: string): void;
  /** Makes sure that the month of this time takes writes. */
  ensureMonth(at: number): Promise<void>;
  /** The write alias of the month that an item is in, by id; it stays when the month moves to a new mapping. */
  places: Map<string, string>;
  remember(id: string, index: string): void;
  /** Notes where an item is; the oldest notes go. */
  place(id: string, alias: string): void;
  /** The write aliases that items were last met behind, the latest first. */
  latestAliases(most: number): string[];
  /** Ids that were looked for a moment ago and are in no month: a `put` need not look again. */
  absent: Set<string>;
  /** What this process wrote a moment ago: a search may not show it yet. */
  recent: RecentWrites;
}

/** Ids whose index is remembered: two days of an election week. */
const remembered = 50_000;

export function createItemStore(
  client: Client,
  names: IndexNames,
  mapping: ItemMapping,
  random: () => number,
): ItemStore {
  const unseen = new Set<string>();
  const months = new Set<string>();
  const places = new Map<string, string>();
  const recent = createRecentWrites();
  let latest: string[] = [];
  let refreshing: Promise<unknown> = Promise.resolve();

  const refresh = (everything = false): Promise<void> => {
    const index = everything ? [names.read] : [...unseen];
    if (everything) recent.clear();
    if (index.length > 0) {
      unseen.clear();
      // One after the other: who asks while one runs waits for it, too.
      refreshing = refreshing
        .catch(() => {})
        .then(() => client.indices.refresh({ index, ignore_unavailable: true }))
        .catch((error) => {
          for (const name of index) unseen.add(name);
          throw error;
        });
    }
    return translating(async () => void (await refreshing));
  };

  const place = (id: string, alias: string): void => {
    places.delete(id);
    places.set(id, alias);
    if (places.size > remembered) places.delete(places.keys().next().value!);
  };

  return {
    client,
    place,
    names,
    bulk: createBulk(client, random),
    refresh,
    places,
    async search(request) {
      await refresh();
      return translating(() =>
        client.search<ItemDocument>({
          index: names.read,
          ignore_unavailable: true,
          allow_partial_search_results: false,
          ...request,
        }),
      );
    },
    wrote: (index) => void unseen.add(index),
    async ensureMonth(at) {
      const month = monthOf(at);
      if (months.has(month)) return;
      await translating(() => createMonth(client, names, mapping, month));
      months.add(month);
    },
    absent: new Set(),
    recent,
    latestAliases: (most) => latest.slice(0, most),
    remember(id, index) {
      const month = names.monthOf(index);
      if (month === null) return;
      const alias = names.write(month);
      if (latest[0] !== alias) latest = [alias, ...latest.filter((one) => one !== alias)].slice(0, 8);
      place(id, alias);
    },
  };
}
