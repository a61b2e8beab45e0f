import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { draftCorrection, withdrawPublication } from '../../../pipelines/respond/keep-publication.ts';
import { answerDetailSchema } from '../../../shared/api/answers.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  apiPublicationSchema,
  correctionBodySchema,
  publicationListSchema,
  publicationQuerySchema,
  publicationVersionsSchema,
  toApiPublication,
  withdrawalSchema,
} from '../../../shared/api/publications.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import { answerDeps, showAnswer, tellIssueMoved } from '../answer-desk.ts';
import type { ApiDeps } from '../api-deps.ts';
import { visibleIssue } from '../issue-work.ts';
import { cursorAfter, placeOf } from '../list-places.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { dropUndefined } from './issue-routes.ts';

const tags = ['publications'];
const params = z.object({ publication: z.string().min(1).max(64).describe('id, or the code of its page') });
const refused = { 403: problemSchema, 409: problemSchema, 422: problemSchema } as const;

export async function publicationOr404({ records }: ApiDeps, id: string): Promise<Publication> {
  const publication = await records.publications.get(id);
  if (!publication)
    throw new ApiProblem(404, `There is no publication ${id}`, 'GET /v1/publications lists those there are.');
  return publication;
}

/** What was published, and the ways to take it back or correct it. */
export const publicationRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const show = (publication: Publication) => toApiPublication(publication, clock.now());

    app.route({
      method: 'GET',
      url: '/v1/publications',
      schema: {
        tags,
        summary: 'What was published by any unit, the last first',
        querystring: publicationQuerySchema,
        response: { 200: publicationListSchema, ...errorResponses },
      },
      handler: async ({ query: { unit, state, issue, claim, cursor, limit } }) => {
        const issueId = issue === undefined ? undefined : (await visibleIssue(deps, issue)).id;
        const filter = dropUndefined({
          units: unit,
          states: state,
          issueId,
          claimId: claim,
          after: placeOf(cursor),
        });
        const found = await records.publications.list({ ...filter, limit });
        return {
          publications: found.map((one) => {
            const { texts: _texts, sources: _sources, ...rest } = show(one);
            return rest;
          }),
          nextCursor: cursorAfter(found, limit, ({ publishedAt }) => publishedAt),
        };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/publications/:publication',
      schema: {
        tags,
        summary: 'A publication with all its forms',
        params,
        response: { 200: apiPublicationSchema, ...errorResponses },
      },
      handler: async ({ params: { publication } }) => show(await publicationOr404(deps, publication)),
    });

    app.route({
      method: 'GET',
      url: '/v1/publications/:publication/versions',
      schema: {
        tags,
        summary: 'Every version, newest first',
        params,
        response: { 200: publicationVersionsSchema, ...errorResponses },
      },
      handler: async ({ params: { publication } }) => {
        const { id } = await publicationOr404(deps, publication);
        return { versions: (await records.publications.versions(id)).map(show) };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/publications/:publication/withdraw',
      schema: {
        tags,
        summary: 'Take a publication back; its page stays and says why',
        params,
        body: withdrawalSchema,
        response: { 200: apiPublicationSchema, ...errorResponses, ...refused },
      },
      handler: async ({
        params: { publication },
        body: { version, notice, by = currentActor(), reason },
      }) => {
        const { id } = await publicationOr404(deps, publication);
        const withdrawn = await withdrawPublication(answerDeps(deps), notice, { id, version, by, reason });
        await tellIssueMoved(deps, withdrawn.issueId);
        return show(withdrawn);
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/publications/:publication/correct',
      schema: {
        tags,
        summary:
          'Begin a correction: a draft for the same page, to be handed in and approved as the first one was',
        params,
        body: correctionBodySchema,
        response: { 201: answerDetailSchema, ...errorResponses, ...refused },
      },
      handler: async (
        {
          params: { publication },
          body: { version, note, facts, notes, by = currentActor(), reason = null },
        },
        reply,
      ) => {
        const { id } = await publicationOr404(deps, publication);
        const answer = await draftCorrection(
          answerDeps(deps),
          { note, factIds: facts, notes: notes && dropUndefined(notes) },
          { id, version, by, reason },
        );
        return reply.code(201).send(await showAnswer(deps, answer));
      },
    });
  };
