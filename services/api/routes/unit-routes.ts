import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { keepUnitChange, UnitRefused } from '../../../pipelines/flow/unit-changes.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { allUnits, isClosedUnit } from '../../../shared/areas/units.ts';
import { areaCodeSchema } from '../../../shared/domain/area.ts';
import { unitSchema } from '../../../shared/domain/unit.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

/** A minute: units change by law, but who changes one looks at once whether it did. */
const keptSeconds = 60;

const apiUnitSchema = unitSchema.extend({ closed: z.boolean() }).meta({ id: 'Unit' });
const listUnits = (): z.infer<typeof apiUnitSchema>[] =>
  allUnits().map((unit) => ({ ...unit, closed: isClosedUnit(unit.code) }));

const changeSchema = z
  .object({
    /** Of the area: "Kabupaten …", "Kota …", or a province's bare name. */
    name: z.string().max(80),
    /** Left out: as the bundled data or the province has it. */
    zone: unitSchema.shape.zone.optional(),
    closed: z.boolean().default(false),
    reason: z.string().trim().min(3, 'tulis dasar hukumnya atau alasannya').max(500),
  })
  .strict();

/** Every office by code and name; pages show names with it, and a form its choices. KPU RI keeps them up to date. */
export const unitRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/units',
      schema: {
        tags: ['units'],
        summary: 'KPU RI, every province, regency and city, with its time zone, and whether it is closed',
        response: { 200: z.object({ units: z.array(apiUnitSchema) }), ...errorResponses },
      },
      handler: async (_request, reply) => {
        reply.header('cache-control', `private, max-age=${keptSeconds}`);
        return { units: listUnits() };
      },
    });

    app.route({
      method: 'PUT',
      url: '/v1/units/:code',
      schema: {
        tags: ['units'],
        summary:
          'Adds a province, regency or city, renames it, corrects its zone, closes or opens it; for KPU RI',
        description:
          'The whole of what differs from the bundled data is sent each time. Nothing is ever deleted: issues and reports keep the code of a closed unit, and it takes no new people, sources or duties.',
        params: z.object({ code: areaCodeSchema }),
        body: changeSchema,
        response: { 200: apiUnitSchema, 422: problemSchema, ...errorResponses },
      },
      handler: async ({ params: { code }, body: { name, zone = null, closed, reason } }) => {
        try {
          await keepUnitChange(deps, { code, name, zone, closed }, { by: currentActor(), reason });
        } catch (error) {
          if (!(error instanceof UnitRefused)) throw error;
          throw new ApiProblem(422, 'The unit cannot become this', error.message);
        }
        deps.changes.tell({ kind: 'units.changed', at: deps.clock.now(), id: code, unit: code });
        return listUnits().find((unit) => unit.code === code)!;
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
