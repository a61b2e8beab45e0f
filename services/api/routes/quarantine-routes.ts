import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actOnQuarantine } from '../../../pipelines/flow/act-on-quarantine.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

const listSchema = z.object({
  jobs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      attempt: z.number().int(),
      error: z.string(),
      quarantinedAt: z.iso.datetime(),
    }),
  ),
});

/** As many as the port lists at once. */
const most = 1_000;

const actSchema = z
  .object({
    ids: z.array(z.string().min(1).max(200)).min(1).max(most),
    reason: z.string().trim().max(500).optional(),
  })
  .strict();

/** Batches that failed every try: why, and what to do with them. */
export const quarantineRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { queue } = deps;
    app.route({
      method: 'GET',
      url: '/v1/quarantine',
      schema: {
        tags: ['sources'],
        summary: 'Batches that failed every try, newest first',
        response: { 200: listSchema, ...errorResponses },
      },
      handler: async () => {
        const jobs = await queue.quarantined({ limit: 100 });
        return {
          jobs: jobs.map(({ id, name, attempt, error, quarantinedAt }) => ({
            ...{ id, name, attempt, error },
            quarantinedAt: toRfc3339(quarantinedAt),
          })),
        };
      },
    });

    for (const [act, summary] of [
      ['replay', 'Put batches back on their queues, as if they were new'],
      ['discard', 'Throw batches away for good'],
    ] as const)
      app.route({
        method: 'POST',
        url: `/v1/quarantine/${act}`,
        schema: {
          tags: ['sources'],
          summary,
          body: actSchema,
          response: { 200: z.object({ jobs: z.number().int() }), ...errorResponses },
        },
        handler: async ({ body: { ids, reason = null } }) => {
          const jobs = (await queue.quarantined({ limit: most })).filter(({ id }) => ids.includes(id));
          if (jobs.length === 0)
            throw new ApiProblem(404, 'None of these is in quarantine', 'GET /v1/quarantine lists them.');
          return { jobs: await actOnQuarantine(deps, act, jobs, { actor: currentActor(), reason }) };
        },
      });
  };
