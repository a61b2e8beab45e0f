import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { enqueueTest, testAllowedAt } from '../../../pipelines/deliver/enqueue-test.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { receiptsSchema, toApiReceipt } from '../../../shared/api/deliveries.ts';
import type { Delivery } from '../../../shared/domain/delivery.ts';
import type { Recipient } from '../../../shared/domain/recipient.ts';
import { covers } from '../../../shared/domain/unit.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { deliverJob } from '../../../shared/jobs/jobs.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

/** Of one address, whatever the recipients: nobody uses this to flood phones. */
const testsPerHour = 30;

export const testResponses = {
  202: receiptsSchema.describe(
    'one receipt for each way; GET /v1/deliveries?recipient= tells what became of them',
  ),
  ...errorResponses,
  422: problemSchema,
  429: problemSchema,
};
export const testLimit = { rateLimit: { max: testsPerHour, timeWindow: 3_600_000 } };

/** Puts a test into the outbox with its audit entry, and wakes the senders. @throws ApiProblem 422, 429 */
export async function sendTest(
  { records, clock, ids, queue }: ApiDeps,
  recipient: Recipient,
): Promise<z.infer<typeof receiptsSchema>> {
  const now = clock.now();
  const rows = await records.transaction(async (inner): Promise<Delivery[]> => {
    const notBefore = await testAllowedAt(inner, recipient, now);
    if (notBefore !== null)
      throw new ApiProblem(
        429,
        'This recipient was sent a test a moment ago',
        `Tunggu ${Math.ceil((notBefore - now) / 1_000)} detik sebelum menguji lagi.`,
      );
    const made = await enqueueTest(inner, recipient, ids.next(), now);
    if (made.length === 0)
      throw new ApiProblem(
        422,
        'There is no way open to reach this recipient',
        'Penerima ini belum punya jalur, atau sudah meminta berhenti.',
      );
    await inner.audit.append({
      at: now,
      actor: currentActor(),
      action: 'recipient.test',
      subject: recipient.id,
      before: null,
      after: { channels: made.map(({ channel }) => channel) },
      reason: null,
    });
    return made;
  });
  await queue.add(rows.map(({ channel }) => newJob(deliverJob, { channel }, { priority: 1 })));
  return { receipts: rows.map((row) => toApiReceipt(row, recipient.name)) };
}

/** Whether a message really arrives is seen before the night in which it has to. */
export const recipientTestRoute =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/v1/recipients/:recipient/test',
      config: testLimit,
      schema: {
        tags: ['deliveries'],
        summary: 'Send a test by each way of a recipient, once a minute at most',
        params: z.object({ recipient: z.string().max(64) }),
        response: testResponses,
      },
      handler: async ({ params: { recipient: id } }, reply) => {
        const recipient = await deps.records.recipients.get(id);
        if (!recipient || !covers(deps.scope.unit, recipient.unit))
          throw new ApiProblem(404, `There is no recipient ${id}`);
        return reply.code(202).send(await sendTest(deps, recipient));
      },
    });
  };
