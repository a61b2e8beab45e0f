import type { ItemFilter, SignificantTerm } from '../../../shared/ports/item-index.ts';
import { filterQuery } from './filter-query.ts';
import type { ItemStore } from './item-store.ts';

/** Of one shard; a month is one. The text of each is analysed again, so that a bound is needed. */
const counted = 500;
const leastItems = 3;

interface Bucket {
  key: string;
  doc_count: number;
  bg_count: number;
  score: number;
}

/** Words as they are written; their frequency everywhere comes from the exact field's own index. */
export async function significantTerms(
  store: ItemStore,
  filter: ItemFilter,
  limit: number,
): Promise<SignificantTerm[]> {
  const { aggregations } = await store.search({
    size: 0,
    track_total_hits: false,
    // The sampler takes those with the best score: the newest.
    query: {
      function_score: {
        query: filterQuery(filter),
        functions: [{ field_value_factor: { field: 'publishedAt', missing: 0, factor: 1e-9 } }],
        boost_mode: 'replace',
      },
    },
    aggs: {
      newest: {
        sampler: { shard_size: counted },
        aggs: {
          words: {
            significant_text: {
              field: 'words.exact',
              source_fields: ['title', 'text'],
              size: limit,
              min_doc_count: leastItems,
              shard_min_doc_count: leastItems,
              jlh: {},
            },
          },
        },
      },
    },
  });
  const newest = aggregations?.['newest'] as { words?: { buckets: Bucket[] } } | undefined;
  return (newest?.words?.buckets ?? []).map(({ key, doc_count, score }) => ({
    term: key,
    items: doc_count,
    score,
  }));
}
