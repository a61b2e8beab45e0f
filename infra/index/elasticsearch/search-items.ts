import type { estypes } from '@elastic/elasticsearch';
import {
  BadCursor,
  type FacetName,
  type ItemPage,
  type ItemQuery,
} from '../../../shared/ports/item-index.ts';
import { filterQuery } from './filter-query.ts';
import { toItem } from './item-document.ts';
import type { ItemStore } from './item-store.ts';
import { createMarker } from './mark-hits.ts';
import { likenessQuery } from './text-query.ts';

/** Counted exactly up to here, by the port's promise. */
const countedTo = 10_000;
const facetSize = 50;

const byRelevance = { _score: { order: 'desc' } } as const;

const facetFields: Record<FacetName, string> = {
  platform: 'platform',
  outlet: 'outlet',
  topic: 'topic',
  tone: 'tone',
  area: 'areas',
  stance: 'stance',
};

const encode = (sort: estypes.SortResults): string => Buffer.from(JSON.stringify(sort)).toString('base64url');

function decode(cursor: string): estypes.SortResults {
  try {
    const sort = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (sort.length === 2 && typeof sort[0] === 'number' && typeof sort[1] === 'string')
      return [sort[0], sort[1]];
  } catch {
    // falls through: any broken cursor is answered alike
  }
  throw new BadCursor('The cursor is not one of this index: leave it out to begin at the first page.');
}

export async function searchItems(store: ItemStore, query: ItemQuery): Promise<ItemPage> {
  const hasText = query.text !== undefined && query.text.trim() !== '';
  const byScore = hasText && query.sort !== 'time';
  const facets = [...new Set(query.facets ?? [])];
  const { hits, aggregations } = await store.search({
    size: query.limit + 1,
    query: filterQuery(query),
    sort: [byScore ? byRelevance : { publishedAt: { order: 'desc' } }, { id: { order: 'desc' } }],
    track_total_hits: countedTo,
    ...(query.cursor === undefined ? {} : { search_after: decode(query.cursor) }),
    ...(facets.length === 0 ? {} : { aggs: facetRequests(facets) }),
    // The same search by somebody else is found again until something is written: the server knows by itself.
    request_cache: true,
  });
  const total = hits.total as estypes.SearchTotalHits;
  const page = hits.hits.slice(0, query.limit);
  const last = page.at(-1)?.sort;
  const mark = query.highlight && hasText ? createMarker(query.text!) : () => null;
  return {
    hits: page.map(({ _source }) => {
      const item = toItem(_source!);
      return { item, highlight: mark(item.title ? `${item.title}\n${item.text}` : item.text) };
    }),
    total: total.value,
    totalIsExact: total.relation === 'eq',
    facets: Object.fromEntries(facets.map((name) => [name, facetOf(aggregations, name)])),
    nextCursor: hits.hits.length > query.limit && last ? encode(last) : null,
  };
}

const facetRequests = (
  names: readonly FacetName[],
): Record<string, estypes.AggregationsAggregationContainer> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      { terms: { field: facetFields[name], size: facetSize, order: [{ _count: 'desc' }, { _key: 'asc' }] } },
    ]),
  );

function facetOf(
  aggregations: Record<string, estypes.AggregationsAggregate> | undefined,
  name: FacetName,
): { value: string; count: number }[] {
  const facet = aggregations?.[name] as { buckets: { key: string; doc_count: number }[] } | undefined;
  return (facet?.buckets ?? []).map(({ key, doc_count }) => ({ value: key, count: doc_count }));
}

interface CandidateOptions {
  since: number;
  limit: number;
}

async function candidates(
  store: ItemStore,
  { since, limit }: CandidateOptions,
  scored: NonNullable<estypes.QueryDslQueryContainer>[],
): Promise<{ id: string; score: number }[]> {
  const { hits } = await store.search({
    size: limit,
    query: {
      bool: {
        filter: [{ range: { publishedAt: { gte: since } } }],
        should: scored,
        minimum_should_match: 1,
      },
    },
    sort: [byRelevance, { publishedAt: { order: 'asc' } }, { id: { order: 'asc' } }],
    track_scores: true,
    _source: false,
    track_total_hits: false,
  });
  return hits.hits.map((hit) => ({ id: hit._id!, score: hit._score! }));
}

/** Each shared key scores one. */
export async function itemsByBandKeys(
  store: ItemStore,
  keys: readonly string[],
  options: CandidateOptions,
): Promise<{ id: string; shared: number }[]> {
  if (keys.length === 0) return [];
  const each = [...new Set(keys)].map((key) => ({
    constant_score: { filter: { term: { bandKeys: key } }, boost: 1 },
  }));
  const found = await candidates(store, options, each);
  return found.map(({ id, score }) => ({ id, shared: Math.round(score) }));
}

export async function similarItems(
  store: ItemStore,
  text: string,
  options: CandidateOptions,
): Promise<{ id: string; score: number }[]> {
  const query = likenessQuery(text);
  return query === null ? [] : candidates(store, options, [query]);
}
