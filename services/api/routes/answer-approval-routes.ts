import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  approveAnswer,
  discardAnswer,
  returnAnswer,
  submitAnswer,
} from '../../../pipelines/respond/keep-answer.ts';
import { publishAnswer } from '../../../pipelines/respond/keep-publication.ts';
import {
  answerActSchema,
  answerApprovalSchema,
  answerDetailSchema,
  answerReasonSchema,
} from '../../../shared/api/answers.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { apiPublicationSchema, toApiPublication } from '../../../shared/api/publications.ts';
import type { Answer } from '../../../shared/domain/answer.ts';
import { answerDeps, showAnswer, tellIssueMoved } from '../answer-desk.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor } from '../people/current-reader.ts';

const tags = ['answers'];
const params = z.object({ answer: z.string().min(1).max(64) });
const refused = { 403: problemSchema, 409: problemSchema, 422: problemSchema } as const;
const detail = { 200: answerDetailSchema, ...errorResponses, ...refused };

/** The way of a draft to the public: handed in by one person, approved by another, published as it was approved. */
export const answerApprovalRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const told = async (answer: Answer) => {
      await tellIssueMoved(deps, answer.issueId);
      return showAnswer(deps, answer);
    };
    app.route({
      method: 'POST',
      url: '/v1/answers/:answer/submit',
      schema: {
        tags,
        summary: 'Hand a draft in; refused with every finding that stands against it',
        params,
        body: answerActSchema,
        response: detail,
      },
      handler: async ({ params: { answer: id }, body: { version, by = currentActor(), reason = null } }) =>
        told(await submitAnswer(answerDeps(deps), { id, version, by, reason })),
    });

    app.route({
      method: 'POST',
      url: '/v1/answers/:answer/approve',
      schema: {
        tags,
        summary: 'Approve the draft of others; of two who do, one is told that the other was first',
        params,
        body: answerApprovalSchema,
        response: detail,
      },
      handler: async ({
        params: { answer: id },
        body: { version, reviewAt, by = currentActor(), reason = null },
      }) =>
        showAnswer(deps, await approveAnswer(answerDeps(deps), { reviewAt }, { id, version, by, reason })),
    });

    for (const [name, act, summary] of [
      ['return', returnAnswer, 'Send it back to its drafters, or take an approval back, with the reason'],
      ['discard', discardAnswer, 'Give a draft up; nothing is removed'],
    ] as const)
      app.route({
        method: 'POST',
        url: `/v1/answers/:answer/${name}`,
        schema: { tags, summary, params, body: answerReasonSchema, response: detail },
        handler: async ({ params: { answer: id }, body: { version, by = currentActor(), reason } }) =>
          told(await act(answerDeps(deps), { id, version, by, reason })),
      });

    app.route({
      method: 'POST',
      url: '/v1/answers/:answer/publish',
      schema: {
        tags,
        summary: 'Publish an approved answer: its page is public from now on',
        params,
        body: answerActSchema,
        response: { 200: apiPublicationSchema, ...errorResponses, ...refused },
      },
      handler: async ({ params: { answer: id }, body: { version, by = currentActor(), reason = null } }) => {
        const publication = await publishAnswer(answerDeps(deps), { id, version, by, reason });
        await tellIssueMoved(deps, publication.issueId);
        return toApiPublication(publication, deps.clock.now());
      },
    });
  };
