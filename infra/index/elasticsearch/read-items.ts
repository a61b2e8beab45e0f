import type { estypes } from '@elastic/elasticsearch';
import { dayMs } from '../../../shared/domain/instant.ts';
import { fieldOf, type ItemField } from '../../../shared/domain/item-field.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import { nationalUnit, type Scope } from '../../../shared/domain/unit.ts';
import type { HistogramBucket, ItemFilter } from '../../../shared/ports/item-index.ts';
import { isMissingIndex, translating } from './connect-elasticsearch.ts';
import { filterQuery } from './filter-query.ts';
import { type ItemDocument, toItem } from './item-document.ts';
import type { ItemStore } from './item-store.ts';
import { findItems, searchStates } from './locate-items.ts';

/** By id, in the order asked. What another process wrote a moment ago is looked for once more before it is missed. */
export async function getItems(
  store: ItemStore,
  ids: readonly string[],
  scope: Scope,
): Promise<IndexedItem[]> {
  let found = await findItems(store, ids);
  if (found.size < new Set(ids).size) {
    await store.refresh(true);
    found = new Map([
      ...found,
      ...(await findItems(
        store,
        [...new Set(ids)].filter((id) => !found.has(id)),
      )),
    ]);
  }
  return ids.flatMap((id) => {
    const document = found.get(id)?.document;
    return document && isOpenTo(scope, document) ? [toItem(document)] : [];
  });
}

const isOpenTo = ({ unit, issues }: Scope, { areas, issueId }: ItemDocument): boolean =>
  unit === nationalUnit ||
  areas.includes(unit) ||
  (typeof issueId === 'string' && issues?.includes(issueId) === true);

/** What this process wrote a moment ago it knows itself; the rest is searched for, without a refresh. */
export async function knownItems(
  store: ItemStore,
  ids: readonly string[],
): Promise<Map<string, { version: number; linked: boolean }>> {
  const known = new Map<string, { version: number; linked: boolean }>();
  const toFind: string[] = [];
  for (const id of ids) {
    const recent = store.recent.get(id);
    if (recent) known.set(id, { version: recent.version, linked: recent.linked });
    else toFind.push(id);
  }
  const found = await searchStates(store, toFind);
  for (const [id, state] of found) known.set(id, state);
  noteAbsent(
    store,
    toFind.filter((id) => !found.has(id)),
  );
  return known;
}

/** Batches that were looked for and not written yet: two at a time, and what was refused in between. */
const mostAbsent = 4_000;

function noteAbsent({ absent }: ItemStore, ids: readonly string[]): void {
  if (absent.size > mostAbsent) absent.clear();
  for (const id of ids) absent.add(id);
}

interface ToneBuckets {
  buckets: { key: string; doc_count: number }[];
}

interface HourBucket {
  key: number;
  doc_count: number;
  unique: { doc_count: number };
  tone: ToneBuckets;
}

export async function histogram(
  store: ItemStore,
  filter: ItemFilter,
  intervalMs: number,
): Promise<HistogramBucket[]> {
  const { aggregations } = await store.search({
    size: 0,
    query: filterQuery(filter),
    aggs: {
      hours: {
        date_histogram: {
          field: 'publishedAt',
          fixed_interval: intervalMs === dayMs ? '1d' : '1h',
          min_doc_count: 1,
        },
        aggs: { unique: { missing: { field: 'duplicateOf' } }, tone: { terms: { field: 'tone', size: 4 } } },
      },
    },
  });
  const hours = aggregations?.['hours'] as { buckets: HourBucket[] } | undefined;
  return (hours?.buckets ?? []).map(({ key, doc_count, unique, tone }) => {
    const of = (name: string): number => tone.buckets.find((one) => one.key === name)?.doc_count ?? 0;
    const tones = { positive: of('positive'), neutral: of('neutral'), negative: of('negative') };
    return { at: key, items: doc_count, unique: unique.doc_count, ...tones };
  });
}

/** A reader may think this long between two batches. */
const keepAlive = '10m';

/**
 * Time order over a point in time: what is written while it runs is not seen. Whatever other processes wrote before is:
 * a writer of links that takes over must not miss what the one before did in its last second.
 */
export async function* scanItems(
  store: ItemStore,
  filter: ItemFilter,
  batchSize: number,
): AsyncIterable<IndexedItem[]> {
  await store.refresh(true);
  const id = await openView(store);
  if (id === null) return;
  try {
    let after: estypes.SortResults | undefined;
    for (;;) {
      const { hits } = await translating(() =>
        store.client.search<ItemDocument>({
          pit: { id, keep_alive: keepAlive },
          allow_partial_search_results: false,
          size: batchSize,
          query: filterQuery(filter),
          sort: [{ publishedAt: { order: 'asc' } }, '_shard_doc'],
          track_total_hits: false,
          ...(after ? { search_after: after } : {}),
        }),
      );
      if (hits.hits.length > 0) yield hits.hits.map((hit) => toItem(hit._source!));
      if (hits.hits.length < batchSize) return;
      after = hits.hits.at(-1)!.sort;
    }
  } finally {
    await store.client.closePointInTime({ id }).catch(() => {}); // it ends by itself after `keepAlive`
  }
}

/** The network and the JSON of whole documents cost little beside the search itself: parts are taken here. */
export async function* projectItems(
  store: ItemStore,
  filter: ItemFilter,
  fields: readonly ItemField[],
  batchSize: number,
): AsyncIterable<unknown[][]> {
  for await (const items of scanItems(store, filter, batchSize))
    yield items.map((item) => fields.map((field) => fieldOf(item, field)));
}

/** null while nothing was ever written. */
async function openView({ client, names }: ItemStore): Promise<string | null> {
  try {
    return (await client.openPointInTime({ index: names.read, keep_alive: keepAlive })).id;
  } catch (error) {
    if (isMissingIndex(error)) return null;
    return translating(() => Promise.reject(error));
  }
}
