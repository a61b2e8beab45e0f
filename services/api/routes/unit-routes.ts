import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses } from '../../../shared/api/common.ts';
import { allUnits } from '../../../shared/areas/units.ts';
import { unitSchema } from '../../../shared/domain/unit.ts';
import type { ApiDeps } from '../api-deps.ts';

/** A day: units change by law. */
const keptSeconds = 86_400;

/** Every office by code and name; pages show names with it, and a form its choices. */
export const unitRoutes =
  (_deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/units',
      schema: {
        tags: ['units'],
        summary: 'KPU RI, every province, regency and city, with its time zone',
        response: { 200: z.object({ units: z.array(unitSchema) }), ...errorResponses },
      },
      handler: async (_request, reply) => {
        reply.header('cache-control', `private, max-age=${keptSeconds}`);
        return { units: [...allUnits()] };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/public/units',
      schema: {
        tags: ['units'],
        summary: 'Their codes and names alone, for the form by which anybody reports',
        response: {
          200: z.object({ units: z.array(unitSchema.pick({ code: true, name: true })) }),
          ...errorResponses,
        },
      },
      handler: async (_request, reply) => {
        reply.header('cache-control', `public, max-age=${keptSeconds}`);
        return { units: allUnits().map(({ code, name }) => ({ code, name })) };
      },
    });
  };
