import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  approveFact,
  changeFact,
  createFact,
  type FactDeps,
  withdrawFact,
} from '../../../pipelines/respond/facts/keep-fact.ts';
import { addStarterFacts } from '../../../pipelines/respond/facts/starter-facts.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  apiFactSchema,
  factActSchema,
  factApprovalSchema,
  factApprovalsSchema,
  factBodySchema,
  factChangeSchema,
  factListSchema,
  factOfferQuerySchema,
  factOfferSchema,
  factPageSchema,
  factQuerySchema,
  toApiFact,
} from '../../../shared/api/facts.ts';
import type { Fact } from '../../../shared/domain/fact.ts';
import { claimOf, libraryOf } from '../answer-desk.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { dropUndefined } from './issue-routes.ts';

const tags = ['facts'];
const params = z.object({ fact: z.string().min(1).max(64) });
const refused = { 409: problemSchema, 422: problemSchema } as const;
const changed = { 200: apiFactSchema, ...errorResponses, ...refused };

/** Approved facts to answer with: kept, approved by a second person, looked at again in time, found by text. */
export const factRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const show = (fact: Fact) => toApiFact(fact, clock.now());
    const actDeps = (): FactDeps => ({
      records,
      clock,
      ids: deps.ids,
      scope: deps.scope,
      ...(deps.calendar ? { calendar: deps.calendar } : {}),
    });

    app.route({
      method: 'GET',
      url: '/v1/facts',
      schema: {
        tags,
        summary: 'The fact library: of the units above yours, your own, and those below',
        querystring: factQuerySchema,
        response: { 200: factPageSchema, ...errorResponses },
      },
      handler: async ({ query: { q, topic, use, review, approval, withdrawn, after, limit } }) => {
        const facts = await records.facts.list({
          scope: deps.scope,
          limit,
          ...dropUndefined({ text: q, topics: topic, uses: use, withdrawn, after }),
          ...(review === 'due' ? { reviewBefore: clock.now() + 1 } : {}),
          ...(approval === 'missing' ? { unapproved: true } : {}),
        });
        return { facts: facts.map(show), nextCursor: facts.length === limit ? facts.at(-1)!.id : null };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/facts/offer',
      schema: {
        tags,
        summary: 'Approved facts in force for a text or a claim, the nearest first',
        querystring: factOfferQuerySchema,
        response: { 200: factOfferSchema, ...errorResponses },
      },
      handler: async ({ query: { text, claim, topic, limit } }) => {
        if (text === undefined && claim === undefined)
          throw new ApiProblem(400, 'Say what the facts are for', 'Send "text" or "claim".');
        const said = claim === undefined ? text! : (await claimOf(deps, claim)).text;
        const library = await libraryOf(deps);
        const options = { now: clock.now(), unit: deps.scope.unit, most: limit, topic };
        return {
          facts: library.offer(said, options).map(({ fact, ...why }) => ({ fact: show(fact), ...why })),
        };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/facts',
      schema: {
        tags,
        summary: 'Add a fact with its source; somebody else approves it',
        body: factBodySchema,
        response: { 201: apiFactSchema, ...errorResponses, ...refused },
      },
      handler: async (
        { body: { by = currentActor(), reason = null, unit = deps.scope.unit, ...content } },
        reply,
      ) => reply.code(201).send(show(await createFact(actDeps(), { ...content, unit }, { by, reason }))),
    });

    app.route({
      method: 'POST',
      url: '/v1/facts/starter',
      schema: {
        tags,
        summary: 'Add the bundled facts to the library of your unit, unapproved; read their sources first',
        response: { 200: factListSchema, ...errorResponses },
      },
      handler: async () => ({ facts: (await addStarterFacts(actDeps(), deps.scope.unit)).map(show) }),
    });

    app.route({
      method: 'POST',
      url: '/v1/facts/approve',
      schema: {
        tags,
        summary: 'Approve many facts of others at once; all of them or none',
        body: factApprovalsSchema,
        response: { 200: factListSchema, ...errorResponses, ...refused },
      },
      handler: async ({ body: { facts, reviewAt, by = currentActor(), reason = null } }) => {
        const approved = await records.transaction(async (inner) => {
          const all: Fact[] = [];
          for (const { id, version } of facts)
            all.push(
              await approveFact({ ...actDeps(), records: inner }, { reviewAt }, { id, version, by, reason }),
            );
          return all;
        });
        return { facts: approved.map(show) };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/facts/:fact',
      schema: { tags, summary: 'One fact', params, response: { 200: apiFactSchema, ...errorResponses } },
      handler: async ({ params: { fact: id } }) => {
        const fact = await records.facts.get(id, deps.scope);
        if (!fact)
          throw new ApiProblem(404, `There is no fact ${id}`, 'GET /v1/facts lists those there are.');
        return show(fact);
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/facts/:fact/versions',
      schema: {
        tags,
        summary: 'Every version, newest first',
        params,
        response: { 200: factListSchema, ...errorResponses },
      },
      handler: async ({ params: { fact: id } }) => {
        if (!(await records.facts.get(id, deps.scope))) throw new ApiProblem(404, `There is no fact ${id}`);
        return { facts: (await records.facts.versions(id)).map(show) };
      },
    });

    app.route({
      method: 'PATCH',
      url: '/v1/facts/:fact',
      schema: {
        tags,
        summary: 'Change a fact; its approval lapses',
        params,
        body: factChangeSchema,
        response: changed,
      },
      handler: async ({ params: { fact: id }, body: { version, by = currentActor(), reason, ...content } }) =>
        show(await changeFact(actDeps(), dropUndefined(content), { id, version, by, reason })),
    });

    app.route({
      method: 'POST',
      url: '/v1/facts/:fact/approve',
      schema: {
        tags,
        summary: 'Approve a fact of somebody else, or renew its approval',
        params,
        body: factApprovalSchema,
        response: changed,
      },
      handler: async ({
        params: { fact: id },
        body: { version, reviewAt, by = currentActor(), reason = null },
      }) => show(await approveFact(actDeps(), { reviewAt }, { id, version, by, reason })),
    });

    for (const [name, withdrawn, summary] of [
      ['withdraw', true, 'Take a fact out of the library; nothing is removed'],
      ['restore', false, 'Take a withdrawn fact back in'],
    ] as const)
      app.route({
        method: 'POST',
        url: `/v1/facts/:fact/${name}`,
        schema: { tags, summary, params, body: factActSchema, response: changed },
        handler: async ({ params: { fact: id }, body: { version, by = currentActor(), reason } }) =>
          show(await withdrawFact(actDeps(), withdrawn, { id, version, by, reason })),
      });
  };
