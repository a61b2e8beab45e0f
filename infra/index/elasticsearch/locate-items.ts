import type { estypes } from '@elastic/elasticsearch';
import { IndexUnavailable } from '../../../shared/ports/item-index.ts';
import { translating } from './connect-elasticsearch.ts';
import type { ItemDocument } from './item-document.ts';
import type { ItemStore } from './item-store.ts';

/** A document as it is this moment, refreshed or not. */
export interface Found {
  document: ItemDocument;
  sequence: number;
  term: number;
}

interface FindOptions {
  /** Of the document that are wanted; all when absent. */
  fields?: readonly string[];
  /** false: do not look for what another process wrote within the last second. */
  guess?: boolean;
}

/** Indices in which an item of another process is looked for by id before a search: the months now written. */
const guessed = 2;

/**
 * Items by id, as they are this moment. What this process wrote or met before is read from its index, which needs no
 * refresh; the rest is searched for in all months. An item that another process wrote within the last second, into a
 * month this process has not met yet, may be missed.
 */
export async function findItems(
  store: ItemStore,
  ids: readonly string[],
  { fields, guess = true }: FindOptions = {},
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  if (ids.length === 0) return found;
  const placed = ids.filter((id) => store.places.has(id));
  await read(
    store,
    found,
    placed.map((id) => ({ _id: id, _index: store.places.get(id)! })),
    fields,
  );
  let missing = ids.filter((id) => !found.has(id));
  for (const id of missing) store.places.delete(id);
  const aliases = guess ? store.latestAliases(guessed) : [];
  const guesses = aliases.flatMap((_index) => missing.map((_id) => ({ _id, _index })));
  await read(store, found, guesses, fields);
  missing = missing.filter((id) => !found.has(id));
  for (const [id, one] of await searchIds(store, missing, fields)) found.set(id, one);
  return found;
}

async function read(
  { client, remember }: ItemStore,
  found: Map<string, Found>,
  docs: { _id: string; _index: string }[],
  fields: readonly string[] | undefined,
): Promise<void> {
  if (docs.length === 0) return;
  const answer = await translating(() =>
    client.mget<ItemDocument>({ docs, ...(fields ? { _source_includes: [...fields] } : {}) }),
  );
  for (const doc of answer.docs) {
    // A shard that is not up yet must not pass for an item that is not there.
    if ('error' in doc && doc.error.type !== 'index_not_found_exception')
      throw new IndexUnavailable(
        `Elasticsearch cannot read ${doc._id}: ${doc.error.reason ?? doc.error.type}`,
      );
    if (!('found' in doc) || !doc.found || !doc._source) continue;
    remember(doc._id, doc._index);
    found.set(doc._id, {
      document: doc._source,
      sequence: doc._seq_no!,
      term: doc._primary_term!,
    });
  }
}

/**
 * Version and link by a search over all months, from the columns beside the documents: unpacking these costs several
 * times as much as finding them. Does not show what was written within the last second.
 */
export async function searchStates(
  { client, names, remember }: ItemStore,
  ids: readonly string[],
): Promise<Map<string, { version: number; linked: boolean }>> {
  const states = new Map<string, { version: number; linked: boolean }>();
  if (ids.length === 0) return states;
  const { hits } = await translating(() =>
    client.search({
      index: names.read,
      ignore_unavailable: true,
      allow_partial_search_results: false,
      query: { ids: { values: [...ids] } },
      size: ids.length,
      sort: ['_doc'],
      track_total_hits: false,
      _source: false,
      stored_fields: '_none_',
      docvalue_fields: ['id', 'version', 'linkedAt'],
    }),
  );
  for (const { _index, fields = {} } of hits.hits) {
    const [id, version] = [String(fields['id']?.[0]), Number(fields['version']?.[0])];
    remember(id, _index);
    states.set(id, { version, linked: fields['linkedAt'] !== undefined });
  }
  return states;
}

/** By a search over all months, which does not show what was written within the last second. */
export async function searchIds(
  { client, names, remember }: ItemStore,
  ids: readonly string[],
  fields?: readonly string[],
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  if (ids.length === 0) return found;
  const query: estypes.SearchRequest = { query: { ids: { values: [...ids] } }, size: ids.length };
  // No refresh: what this process wrote lately is remembered and was read above.
  const { hits } = await translating(() =>
    client.search<ItemDocument>({
      ...query,
      index: names.read,
      ignore_unavailable: true,
      allow_partial_search_results: false,
      seq_no_primary_term: true,
      track_total_hits: false,
      ...(fields ? { _source: [...fields] } : {}),
    }),
  );
  for (const hit of hits.hits) {
    remember(hit._id!, hit._index);
    found.set(hit._id!, {
      document: hit._source!,
      sequence: hit._seq_no!,
      term: hit._primary_term!,
    });
  }
  return found;
}
