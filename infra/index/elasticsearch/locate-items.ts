import type { ItemStore } from './item-store.ts';

export interface Place {
  index: string;
  version: number;
  linked: boolean;
  sequence: number;
  term: number;
}

/** Where these items are now and in which version; unknown ids are left out. */
export async function locateItems(store: ItemStore, ids: readonly string[]): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  if (ids.length === 0) return places;
  const { hits } = await store.search({
    size: ids.length,
    query: { ids: { values: [...ids] } },
    _source: ['version', 'linkedAt'],
    seq_no_primary_term: true,
    track_total_hits: false,
  });
  for (const { _id, _index, _source, _seq_no, _primary_term } of hits.hits) {
    store.remember(_id!, _index);
    places.set(_id!, {
      index: _index,
      version: _source!.version,
      linked: (_source!.linkedAt ?? null) !== null,
      sequence: _seq_no!,
      term: _primary_term!,
    });
  }
  return places;
}
