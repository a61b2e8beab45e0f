import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isUsable, readReadiness } from '../../../pipelines/status/check-parts.ts';
import type { ApiDeps } from '../api-deps.ts';

const degradedSchema = z
  .array(
    z.object({
      part: z.enum(['index', 'records', 'queue', 'work']),
      problem: z.string().describe('in the words of the part itself'),
      effect: z.string().describe('what it means for people, in Indonesian'),
    }),
  )
  .describe('what is not as it should be; empty when all is well');

const checksSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  checks: z.record(z.string(), z.string()),
  degraded: degradedSchema,
});

const countsSchema = z.object({
  waiting: z.number().int(),
  delayed: z.number().int(),
  active: z.number().int(),
  quarantined: z.number().int(),
  oldestMs: z.number(),
});

const statusSchema = checksSchema
  .extend({
    work: z.record(z.string(), countsSchema).describe('jobs by stage; empty while the queue is away'),
  })
  .meta({ id: 'Status' });

/** For supervisors: is it alive, can it serve; for people: what is degraded. */
export const statusRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/livez',
      schema: {
        tags: ['status'],
        summary: 'The process runs',
        response: { 200: z.object({ status: z.literal('ok') }) },
      },
      handler: async () => ({ status: 'ok' as const }),
    });
    app.route({
      method: 'GET',
      url: '/readyz',
      schema: {
        tags: ['status'],
        summary: 'Whether every part can be used, and what is degraded',
        response: { 200: checksSchema, 503: checksSchema },
      },
      handler: async (_request, reply) => {
        const { work: _work, ...readiness } = await readReadiness(deps);
        return reply.code(isUsable(readiness) ? 200 : 503).send(readiness);
      },
    });
    app.route({
      method: 'GET',
      url: '/v1/status',
      schema: {
        tags: ['status'],
        summary: 'What is degraded, what it means, and how much waits',
        response: { 200: statusSchema },
      },
      handler: () => readReadiness(deps),
    });
  };
