import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { rephraseAnswer } from '../../../pipelines/respond/rephrase-answer.ts';
import { answerDetailSchema, takeOverSchema } from '../../../shared/api/answers.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { RephraserFailed } from '../../../shared/ports/rephraser.ts';
import { answerDeps, showAnswer } from '../answer-desk.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

/** Lets a language model say a form in other words, where an operator set one up. */
export const answerRephraseRoute =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/v1/answers/:answer/rephrase',
      schema: {
        tags: ['answers'],
        summary:
          'Let the model that was set up say a form in other words; somebody must take it over before it is handed in',
        params: z.object({ answer: z.string().min(1).max(64) }),
        body: takeOverSchema,
        response: {
          200: answerDetailSchema,
          ...errorResponses,
          409: problemSchema,
          422: problemSchema,
          502: problemSchema,
        },
      },
      handler: async ({
        params: { answer: id },
        body: { version, channel, by = currentActor(), reason = null },
      }) => {
        if (!deps.rephraser)
          throw new ApiProblem(
            503,
            'No language model is set up here',
            'It is optional: set SARING_REPHRASE_URL and SARING_REPHRASE_MODEL, a local server first.',
          );
        try {
          const act = { id, version, by, reason };
          return await showAnswer(deps, await rephraseAnswer(answerDeps(deps), deps.rephraser, channel, act));
        } catch (error) {
          if (!(error instanceof RephraserFailed)) throw error;
          throw new ApiProblem(502, 'The language model gave no text', error.explanation);
        }
      },
    });
  };
