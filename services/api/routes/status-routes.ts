import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { checkParts, degradedOf, inTime } from '../check-parts.ts';

const checksSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  checks: z.record(z.string(), z.string()),
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
    degraded: z
      .array(
        z.object({
          part: z.enum(['index', 'records', 'queue', 'work']),
          problem: z.string().describe('in the words of the part itself'),
          effect: z.string().describe('what it means for people, in Indonesian'),
        }),
      )
      .describe('what is not as it should be; empty when all is well'),
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
        summary: 'Every part can be used',
        response: { 200: checksSchema, 503: checksSchema },
      },
      handler: async (_request, reply) => {
        const checks = await checkParts(deps);
        const ok = Object.values(checks).every((one) => one === 'ok');
        return reply.code(ok ? 200 : 503).send({ status: ok ? 'ok' : 'degraded', checks });
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
      handler: async () => {
        const checks = await checkParts(deps);
        const work = await inTime(deps.queue.counts()).catch(() => ({}));
        const degraded = degradedOf(checks, work);
        return {
          status: degraded.length === 0 ? ('ok' as const) : ('degraded' as const),
          checks,
          degraded,
          work,
        };
      },
    });
  };
