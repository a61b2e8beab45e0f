import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { effectDueAt } from '../../../pipelines/disseminate/dissemination-turn.ts';
import { effectAnswerSchema, toApiEffect } from '../../../shared/api/campaigns.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { effectCaveat, effectHours, leastItems } from '../../../shared/domain/effect.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { covers } from '../../../shared/domain/unit.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../book.ts';

/** What was seen 24 and 72 hours after an answer was published. */
export const effectRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    app.route({
      method: 'GET',
      url: '/v1/publications/:publication/effect',
      schema: {
        tags: ['campaigns'],
        summary: 'Volume, tone and the share that carries the correction, before and after; never as a cause',
        params: z.object({ publication: z.string().max(64) }),
        response: { 200: effectAnswerSchema, ...errorResponses },
      },
      handler: async ({ params: { publication: id } }) => {
        const known = await records.publications.get(id);
        // The page is public, what was counted around it is its unit's.
        const mine = known && covers(deps.scope.unit, known.unit) ? known : null;
        const publication = found(mine, 'publication', id);
        const effects = await records.dissemination.effects.of(publication.id);
        const made = new Set(effects.map(({ hours }) => hours));
        const pending = effectHours
          .filter((hours) => publication.issueId !== null && !made.has(hours))
          .map((hours) => ({
            hours,
            dueAt: toRfc3339(Math.max(effectDueAt(publication.publishedAt, hours), clock.now())),
          }));
        return {
          publication: publication.id,
          caveat: effectCaveat,
          leastItems,
          effects: effects.map(toApiEffect),
          pending,
        };
      },
    });
  };
