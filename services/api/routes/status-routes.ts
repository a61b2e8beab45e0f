import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';

const checksSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  checks: z.record(z.string(), z.string()),
});

/** Each part by its own check: `ok` or what is wrong. */
async function checkAll({ index, records, queue }: ApiDeps): Promise<Record<string, string>> {
  const check = async (work: () => Promise<unknown>): Promise<string> => {
    try {
      await work();
      return 'ok';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  const [items, database, jobs] = await Promise.all([
    check(() => index.check()),
    check(() => records.state.get('check')),
    check(() => queue.counts()),
  ]);
  return { index: items, records: database, queue: jobs };
}

/** For supervisors: is it alive, can it serve. */
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
        const checks = await checkAll(deps);
        const ok = Object.values(checks).every((one) => one === 'ok');
        return reply.code(ok ? 200 : 503).send({ status: ok ? 'ok' : 'degraded', checks });
      },
    });
  };
