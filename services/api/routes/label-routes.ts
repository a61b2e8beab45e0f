import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { applyPending, keepLabel } from '../../../pipelines/learn/keep-label.ts';
import { labellingQueue } from '../../../pipelines/learn/labelling-queue.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { toApiItem } from '../../../shared/api/items.ts';
import {
  labelAnswerSchema,
  labelBodySchema,
  labelListSchema,
  labellingQuerySchema,
  labellingSchema,
  toApiLabel,
} from '../../../shared/api/quality.ts';
import { unitName } from '../../../shared/areas/units.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { matchJob } from '../../../shared/jobs/jobs.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

const itemParams = z.object({ item: z.string().regex(/^[0-9a-f]{32}$/) });

/** Items the queue is chosen from: the newest of a fortnight, ten pages of the index. Chosen: a second at most. */
const pages = 10;
const perPage = 200;
const windowMs = 14 * dayMs;

async function newestItems({ index, clock, scope }: ApiDeps): Promise<IndexedItem[]> {
  const items: IndexedItem[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const { hits, nextCursor } = await index.search({
      scope,
      from: clock.now() - windowMs,
      uniqueOnly: true,
      sort: 'time',
      limit: perPage,
      ...(cursor === undefined ? {} : { cursor }),
    });
    items.push(...hits.map(({ item }) => item));
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return items;
}

/** What people say of items, and which items are worth asking about. */
export const labelRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/v1/items/:item/labels',
      schema: {
        tags: ['labels'],
        summary: 'Say what an item says; a person’s word stays in force over the machine’s',
        params: itemParams,
        body: labelBodySchema,
        response: { 200: labelAnswerSchema, ...errorResponses },
      },
      handler: async ({ params, body: { values, by = currentActor(), reason } }) => {
        const strange = values.areas?.find((code) => unitName(code) === code);
        if (strange !== undefined)
          throw new ApiProblem(400, `There is no area ${strange}`, 'Send codes such as 35 or 35.73.');
        const given = { itemId: params.item, values, by, actor: currentActor(), reason, scope: deps.scope };
        const kept = await keepLabel(deps, given);
        if (!kept) throw new ApiProblem(404, `There is no item ${params.item}`);
        // Its stance decides whether it counts as spread of what it is linked to.
        const itemIds = [kept.item.id];
        await deps.queue.add([newJob(matchJob, { itemIds, issueIds: [], entryIds: [] })]);
        return { label: toApiLabel(kept.label), item: toApiItem(kept.item) };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/items/:item/labels',
      schema: {
        tags: ['labels'],
        summary: 'What people said of an item, oldest first',
        params: itemParams,
        response: { 200: labelListSchema, ...errorResponses },
      },
      handler: async ({ params }) => {
        const [item] = await deps.index.get([params.item], deps.scope);
        if (!item) throw new ApiProblem(404, `There is no item ${params.item}`);
        return { labels: (await deps.records.labels.of([item.id])).map(toApiLabel) };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/labelling',
      schema: {
        tags: ['labels'],
        summary: 'Items worth labelling: unsure, far-reaching and unlike each other',
        querystring: labellingQuerySchema,
        response: { 200: labellingSchema, ...errorResponses },
      },
      handler: async ({ query }) => {
        await applyPending(deps);
        const tasks = labellingQueue(await newestItems(deps), query.limit);
        return { items: tasks.map((task) => ({ ...task, item: toApiItem(task.item) })) };
      },
    });
  };
