import { useRef, useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { paths } from '../../api/generated/schema.ts';
import { useApi } from '../../api/use-api.ts';
import { facetNames, filterOf, type Search } from './search-query.ts';

type Page = paths['/v1/items']['get']['responses'][200]['content']['application/json'];

const pageSize = 20;
/** Further pages by the first one they follow, so that going back finds them. */
const further = new WeakMap<Page, Page[]>();

/** One search, page by page. */
export function useSearch(search: Search) {
  const query = { ...filterOf(search), sort: search.sort, limit: pageSize };
  const key = `/v1/items?${JSON.stringify(query)}`;
  const first = useApi(key, () =>
    bodyOf(api.GET('/v1/items', { params: { query: { ...query, facets: facetNames.join(',') } } })),
  );
  const [, draw] = useState({});
  const isMoreComing = useRef(false);
  const pages = first.data ? [first.data, ...(further.get(first.data) ?? [])] : [];
  const loadMore = (): void => {
    const head = first.data;
    const cursor = pages.at(-1)?.nextCursor;
    if (!head || !cursor || isMoreComing.current) return;
    isMoreComing.current = true;
    bodyOf(api.GET('/v1/items', { params: { query: { ...query, cursor } } }))
      .then((page) => {
        further.set(head, [...(further.get(head) ?? []), page]);
        draw({});
      })
      .catch(() => {})
      .finally(() => {
        isMoreComing.current = false;
      });
  };
  return { ...first, hits: pages.flatMap((page) => page.items), loadMore };
}
