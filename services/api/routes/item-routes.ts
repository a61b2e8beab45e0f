import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses } from '../../../shared/api/common.ts';
import { bucketSchema } from '../../../shared/api/issues.ts';
import {
  apiItemSchema,
  histogramQuerySchema,
  itemPageSchema,
  itemQuerySchema,
  termListSchema,
  termQuerySchema,
  toApiItem,
} from '../../../shared/api/items.ts';
import { dayMs, hourMs, toRfc3339 } from '../../../shared/domain/instant.ts';
import type { ItemQuery } from '../../../shared/ports/item-index.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ApiProblem } from '../problems.ts';
import type { SharedReads } from '../shared-reads.ts';
import { dropUndefined } from './issue-routes.ts';

type Query = Partial<z.infer<typeof itemQuerySchema>> & { limit: number };

const toQuery = (query: Query, scope: ItemQuery['scope']): ItemQuery =>
  dropUndefined({
    scope,
    text: query.q,
    from: query.from,
    to: query.to,
    areas: query.area,
    platforms: query.platform,
    outlets: query.outlet,
    topics: query.topic,
    tones: query.tone,
    stances: query.stance,
    issueIds: query.issue,
    storyIds: query.story,
    criticism: query.criticism,
    indicated: query.indicated,
    uniqueOnly: query.unique,
    sort: query.sort,
    limit: query.limit,
    cursor: query.cursor,
    facets: query.facets,
    highlight: query.q !== undefined,
  }) as ItemQuery;

/** Search over everything collected. */
export const itemRoutes =
  (deps: ApiDeps, shared: SharedReads): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/items',
      schema: {
        tags: ['items'],
        summary: 'Search items by words and labels',
        querystring: itemQuerySchema,
        response: { 200: itemPageSchema, ...errorResponses },
      },
      handler: ({ url, query }) =>
        shared.of(url, deps.scope, async () => {
          const page = await deps.index.search(toQuery(query, deps.scope));
          const { total, totalIsExact, facets, nextCursor } = page;
          const items = page.hits.map(({ item, highlight }) => ({ item: toApiItem(item), highlight }));
          return { items, total, totalIsExact, facets: dropUndefined(facets), nextCursor };
        }),
    });

    app.route({
      method: 'GET',
      url: '/v1/item-terms',
      schema: {
        tags: ['items'],
        summary: 'Words that stand out in what matches, beside everything collected',
        querystring: termQuerySchema,
        response: { 200: termListSchema, ...errorResponses },
      },
      handler: async ({ query }) => ({
        terms: await deps.index.significantTerms(toQuery(query, deps.scope), query.limit),
      }),
    });

    app.route({
      method: 'GET',
      url: '/v1/item-histogram',
      schema: {
        tags: ['items'],
        summary: 'How many items match on each day or in each hour; empty ones are left out',
        querystring: histogramQuerySchema,
        response: { 200: z.object({ buckets: z.array(bucketSchema) }), ...errorResponses },
      },
      handler: async ({ query: { every, ...query } }) => {
        const buckets = await deps.index.histogram(
          toQuery({ ...query, limit: 1 }, deps.scope),
          every === 'hour' ? hourMs : dayMs,
        );
        return { buckets: buckets.map((bucket) => ({ ...bucket, at: toRfc3339(bucket.at) })) };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/items/:item',
      schema: {
        tags: ['items'],
        summary: 'One item with its labels and their reasons',
        params: z.object({ item: z.string().regex(/^[0-9a-f]{32}$/) }),
        response: { 200: apiItemSchema, ...errorResponses },
      },
      handler: async ({ params }) => {
        const [item] = await deps.index.get([params.item], deps.scope);
        if (!item) throw new ApiProblem(404, `There is no item ${params.item}`);
        return toApiItem(item);
      },
    });
  };
