import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { putRetention, readRetention, readTurn } from '../../../pipelines/privacy/retention.ts';
import { errorResponses, problemSchema, timestampSchema } from '../../../shared/api/common.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { retentionSchema } from '../../../shared/domain/retention.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor } from '../people/current-reader.ts';

const retentionAnswerSchema = z.object({
  retention: retentionSchema.describe('days, by kind'),
  lastTurnAt: timestampSchema.nullable().describe('when what was over its time was dropped last'),
});

/** How long personal data is kept. */
export const privacyRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const answer = async () => {
      const turn = await readTurn(records);
      return {
        retention: await readRetention(records),
        lastTurnAt: turn === null ? null : toRfc3339(turn.at),
      };
    };
    app.route({
      method: 'GET',
      url: '/v1/privacy/retention',
      schema: {
        tags: ['privacy'],
        summary: 'How many days personal data of each kind is kept',
        response: { 200: retentionAnswerSchema, ...errorResponses },
      },
      handler: answer,
    });
    app.route({
      method: 'PUT',
      url: '/v1/privacy/retention',
      schema: {
        tags: ['privacy'],
        summary: 'Change it, for the whole installation; handles and contacts stay 90 days at the most',
        body: z.object({ retention: retentionSchema, reason: z.string().trim().min(5).max(1_000) }).strict(),
        response: { 200: retentionAnswerSchema, ...errorResponses, 403: problemSchema },
      },
      handler: async ({ body: { retention, reason } }) => {
        await putRetention(records, retention, { by: currentActor(), reason, at: clock.now() });
        return answer();
      },
    });
  };
