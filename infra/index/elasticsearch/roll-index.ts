import type { Client, estypes } from '@elastic/elasticsearch';
import { IndexRefused } from './connect-elasticsearch.ts';
import type { IndexNames } from './index-names.ts';
import type { ItemMapping } from './item-mapping.ts';

/** Documents of one page of the copy: some megabytes. */
const pageSize = 500;

/**
 * Moves one month to a new mapping. All is copied while reads and writes go on; then writes are held back for the
 * moment in which the rest is copied and the aliases change hands. Writers that meet the block wait and try again.
 * Broken off at any point it begins anew: the old index serves until the aliases are moved, in one step.
 */
export async function rollIndex(
  client: Client,
  names: IndexNames,
  mapping: ItemMapping,
  from: string,
): Promise<void> {
  const month = names.monthOf(from);
  if (month === null) throw new IndexRefused(`${from} is no index of this program`);
  const to = names.index(mapping.version, month);
  await client.indices.delete({ index: to, ignore_unavailable: true });
  await client.indices.create({ index: to, settings: { refresh_interval: '-1', number_of_replicas: 0 } });
  await client.indices.putSettings({ index: from, settings: { 'index.blocks.write': false } });
  const copiedTo = await lastSequence(client, from);
  await copy(client, { from, to, query: { range: { _seq_no: { lte: copiedTo } } } });
  await client.indices.addBlock({ index: from, block: 'write' });
  try {
    await copy(client, { from, to, query: { range: { _seq_no: { gt: copiedTo } } } });
    await dropRemoved(client, from, to);
    await client.indices.putSettings({ index: to, settings: { refresh_interval: '1s' } });
    await client.indices.updateAliases({
      actions: [
        { add: { index: to, alias: names.read } },
        { add: { index: to, alias: names.write(month), is_write_index: true } },
        { remove_index: { index: from } },
      ],
    });
  } catch (error) {
    await client.indices.putSettings({ index: from, settings: { 'index.blocks.write': false } });
    throw error;
  }
}

interface Copy {
  from: string;
  to: string;
  query: NonNullable<estypes.QueryDslQueryContainer>;
}

async function* pages(
  client: Client,
  index: string,
  query: NonNullable<estypes.QueryDslQueryContainer>,
  source: boolean,
) {
  const { id } = await client.openPointInTime({ index, keep_alive: '5m' });
  try {
    let after: estypes.SortResults | undefined;
    for (;;) {
      const { hits } = await client.search<object>({
        pit: { id, keep_alive: '5m' },
        size: pageSize,
        query,
        sort: ['_shard_doc'],
        _source: source,
        track_total_hits: false,
        ...(after ? { search_after: after } : {}),
      });
      if (hits.hits.length === 0) return;
      yield hits.hits;
      after = hits.hits.at(-1)!.sort;
    }
  } finally {
    await client.closePointInTime({ id });
  }
}

async function copy(client: Client, { from, to, query }: Copy): Promise<void> {
  await client.indices.refresh({ index: from });
  for await (const hits of pages(client, from, query, true)) {
    const operations = hits.flatMap((hit) => [{ index: { _index: to, _id: hit._id! } }, hit._source!]);
    const { errors, items } = await client.bulk({ operations });
    const failed = errors ? items.map((item) => item.index).find((item) => item?.error) : undefined;
    if (failed)
      throw new IndexRefused(`The new mapping does not take ${failed._id}: ${failed.error?.reason}`);
  }
}

/** Changes are found by their sequence number; a removal leaves none, so the ids themselves are compared. */
async function dropRemoved(client: Client, from: string, to: string): Promise<void> {
  await client.indices.refresh({ index: to });
  const counts = await Promise.all([from, to].map((index) => client.count({ index })));
  if (counts[0]!.count === counts[1]!.count) return;
  for await (const hits of pages(client, to, { match_all: {} }, false)) {
    const ids = hits.map((hit) => hit._id!);
    const { docs } = await client.mget({ index: from, ids, _source: false });
    const gone = docs.filter((doc) => !('found' in doc && doc.found)).map((doc) => doc._id);
    if (gone.length > 0)
      await client.bulk({ operations: gone.map((_id) => ({ delete: { _index: to, _id } })) });
  }
}

async function lastSequence(client: Client, index: string): Promise<number> {
  await client.indices.refresh({ index });
  const { hits } = await client.search({
    index,
    size: 1,
    sort: [{ _seq_no: 'desc' }],
    seq_no_primary_term: true,
    _source: false,
  });
  return hits.hits[0]?._seq_no ?? -1;
}
