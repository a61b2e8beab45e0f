import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { checkSource, type Preview, previewSource } from '../../../pipelines/flow/check-source.ts';
import { installSources } from '../../../pipelines/flow/install-sources.ts';
import { healthOf } from '../../../pipelines/flow/remember-visit.ts';
import { spentOf } from '../../../pipelines/flow/spent-of.ts';
import { bareName, coverageGaps } from '../../../pipelines/ingest/coverage.ts';
import { SourceRefused, sourceFrom } from '../../../pipelines/ingest/new-source.ts';
import { proposeUnitSources } from '../../../pipelines/ingest/unit-sources.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  apiSourceSchema,
  coverageSchema,
  newSourceSchema,
  previewSchema,
  toApiSource,
} from '../../../shared/api/sources.ts';
import { allAreas, isOpenUnit, unitName } from '../../../shared/areas/units.ts';
import { areaCodeSchema, isWithin } from '../../../shared/domain/area.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Source, SourceHealth } from '../../../shared/domain/source.ts';
import { nationalUnit } from '../../../shared/domain/unit.ts';
import type { CollectingDeps } from '../collecting-deps.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

const params = z.object({ source: z.string().max(80) });
const conflict = { 409: problemSchema };

function sourceOf(body: z.infer<typeof newSourceSchema>): Source {
  try {
    return sourceFrom(body, (code) => code !== nationalUnit && isOpenUnit(code));
  } catch (error) {
    if (error instanceof SourceRefused) throw new ApiProblem(400, 'The source does not fit', error.message);
    throw error;
  }
}

/** Items and letters of each that a preview shows. */
const shown = { items: 20, letters: 200 };

const toApiPreview = ({ items, claims, drops, error, feeds }: Preview): z.infer<typeof previewSchema> => ({
  entries: items.length + claims.length,
  error,
  feeds: [...feeds],
  items: items.slice(0, shown.items).map(({ title, url, publishedAt, text }) => ({
    title,
    url,
    publishedAt: toRfc3339(publishedAt),
    textLength: text.length,
    start: text.slice(0, shown.letters),
  })),
  drops: drops.slice(0, 50).map(({ code, detail, subject }) => ({ code, detail, subject })),
});

/** What an officer does with sources: look, add, check, switch, remove, and see what nobody watches. */
export const sourceActRoutes =
  (deps: CollectingDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock, collecting } = deps;
    const { visits } = collecting;
    const known = async (id: string): Promise<Source> => {
      const source = (await records.sources.list()).find((one) => one.id === id);
      if (!source) throw new ApiProblem(404, `There is no source ${id}`, 'GET /v1/sources lists them.');
      return source;
    };
    const change = async (action: string, before: Source | null, after: Source | null): Promise<void> => {
      await records.transaction(async (inner) => {
        if (after) await inner.sources.put(after);
        else await inner.sources.remove(before!.id);
        const subject = (after ?? before)!.id;
        await inner.audit.append({
          at: clock.now(),
          actor: currentActor(),
          action,
          subject,
          before,
          after,
          reason: null,
        });
      });
    };
    const shownSource = async (source: Source, health?: SourceHealth) => {
      const now = clock.now();
      return toApiSource(
        source,
        health ?? (await healthOf(records, source, now)),
        await spentOf(source, now, visits),
      );
    };

    app.route({
      method: 'POST',
      url: '/v1/sources/preview',
      schema: {
        tags: ['sources'],
        summary: 'What a source would bring; nothing is stored',
        body: newSourceSchema,
        response: { 200: previewSchema, ...errorResponses },
      },
      handler: async ({ body }) => toApiPreview(await previewSource(sourceOf(body), visits)),
    });

    app.route({
      method: 'POST',
      url: '/v1/sources',
      schema: {
        tags: ['sources'],
        summary: 'Visit a source and store it; one that cannot be read is refused',
        body: newSourceSchema,
        response: { 200: apiSourceSchema, ...errorResponses, ...conflict },
      },
      handler: async ({ body }) => {
        const source = sourceOf(body);
        const { sources } = await installSources(records);
        if (sources.some(({ id }) => id === source.id))
          throw new ApiProblem(409, `This source is there already: ${source.id}`);
        if (source.kind !== 'bluesky_stream') {
          const { error, feeds } = await previewSource(source, visits);
          if (error !== null)
            throw new ApiProblem(400, 'The source cannot be read', [error, ...feeds].join(' '));
        }
        await change('source.add', null, source);
        return shownSource(source);
      },
    });

    app.route({
      method: 'PATCH',
      url: '/v1/sources/:source',
      schema: {
        tags: ['sources'],
        summary: 'Switch a source on or off',
        params,
        body: z.object({ enabled: z.boolean() }).strict(),
        response: { 200: apiSourceSchema, ...errorResponses },
      },
      handler: async ({ params: { source: id }, body: { enabled } }) => {
        const before = await known(id);
        const after = { ...before, enabled };
        await change(enabled ? 'source.on' : 'source.off', before, after);
        return shownSource(after);
      },
    });

    app.route({
      method: 'DELETE',
      url: '/v1/sources/:source',
      schema: {
        tags: ['sources'],
        summary: 'Take a source out; what it brought stays',
        params,
        response: { 204: z.null(), ...errorResponses },
      },
      handler: async ({ params: { source: id } }, reply) => {
        await change('source.remove', await known(id), null);
        return reply.code(204).send(null);
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/sources/:source/check',
      schema: {
        tags: ['sources'],
        summary: 'Visit a source now and store how it fares; its items come with its next turn',
        params,
        response: {
          200: z.object({ source: apiSourceSchema, entries: z.number().int(), error: z.string().nullable() }),
          ...errorResponses,
        },
      },
      handler: async ({ params: { source: id } }) => {
        const source = await known(id);
        const { health, entries, error } = await checkSource(source, { ...visits, records });
        return { source: await shownSource(source, health), entries, error };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/coverage',
      schema: {
        tags: ['sources'],
        summary: 'Units without an outlet or a query of their own; "nothing collected" is not "safe"',
        querystring: z.object({ unit: areaCodeSchema.optional() }),
        response: { 200: coverageSchema, ...errorResponses },
      },
      handler: async ({ query: { unit } }) => {
        const below = unit ?? (deps.scope.unit === nationalUnit ? undefined : deps.scope.unit);
        const units = allAreas().filter(
          ({ code }) => isOpenUnit(code) && (below === undefined || isWithin(code, below)),
        );
        const sources = await records.sources.list();
        const pairs = sources.map(
          async (one) => [one.id, await healthOf(records, one, clock.now())] as const,
        );
        return {
          units: units.length,
          gaps: coverageGaps({ sources, health: new Map(await Promise.all(pairs)), units }),
        };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/units/:unit/source-proposals',
      schema: {
        tags: ['sources'],
        summary: 'What to watch for a province or regency, ready for POST /v1/sources',
        params: z.object({ unit: areaCodeSchema }),
        response: { 200: z.object({ proposals: z.array(newSourceSchema) }), ...errorResponses },
      },
      handler: async ({ params: { unit } }) => {
        if (!isOpenUnit(unit)) throw new ApiProblem(404, `There is no unit ${unit}`);
        return {
          proposals: proposeUnitSources(unit).map((source) => toNew(source, bareName(unitName(unit)))),
        };
      },
    });
  };

const toNew = ({ url, kind, name, outlet, homeArea, intervalMinutes, settings }: Source, area: string) => ({
  url,
  kind,
  name: name || area,
  ...(outlet === null ? {} : { outlet }),
  ...(homeArea === null ? {} : { area: homeArea }),
  intervalMinutes,
  settings,
});
