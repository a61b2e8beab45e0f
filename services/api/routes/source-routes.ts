import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { healthOf } from '../../../pipelines/flow/remember-visit.ts';
import { spentOf } from '../../../pipelines/flow/spent-of.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { sourceListSchema, toApiSource } from '../../../shared/api/sources.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import type { ApiDeps } from '../api-deps.ts';

const dropListSchema = z.object({
  drops: z.array(
    z.object({
      stage: z.string(),
      code: z.string(),
      count: z.number().int(),
      lastDetail: z.string(),
      lastSubject: z.string(),
    }),
  ),
});

/** What comes in, what was refused and why, and the alerts it raised. */
export const sourceRoutes =
  ({ records, clock, collecting }: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/sources',
      schema: {
        tags: ['sources'],
        summary: 'Sources and their health',
        response: { 200: sourceListSchema, ...errorResponses },
      },
      handler: async () => {
        const sources = await records.sources.list();
        const now = clock.now();
        const shown = sources.map(async (source) => {
          const spent = collecting ? await spentOf(source, now, collecting.visits) : null;
          return toApiSource(source, await healthOf(records, source, now), spent);
        });
        return { sources: await Promise.all(shown) };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/drops',
      schema: {
        tags: ['sources'],
        summary: 'What was refused in the last seven days, by reason',
        response: { 200: dropListSchema, ...errorResponses },
      },
      handler: async () => ({ drops: await records.sources.drops(clock.now() - 7 * dayMs) }),
    });
  };
