import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { applyReport } from '../../../pipelines/deliver/apply-report.ts';
import { readWhatsappNews, type WhatsappNews } from '../../../pipelines/deliver/whatsapp-report.ts';
import { takeWish } from '../../../pipelines/disseminate/opt-out.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { ApiProblem } from '../problems.ts';

export const whatsappHookPath = '/v1/hooks/whatsapp';

const isSigned = (body: Buffer, header: unknown, secret: string): boolean => {
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  const given = Buffer.from(typeof header === 'string' ? header : '');
  return given.length === expected.length && timingSafeEqual(given, expected);
};

/** @throws ApiProblem 400 for what is no JSON */
function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new ApiProblem(400, 'The body is no JSON');
  }
}

/** What WhatsApp is given to show that it asks the right address; derived, since addresses are logged and the secret must not be. */
export const verifyTokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('saring verify').digest('hex').slice(0, 32);

/** Writes what WhatsApp tells: states of messages, and who wants none any more. */
async function apply(records: Records, { reports, consents }: WhatsappNews): Promise<void> {
  for (const report of reports)
    await records.transaction(async ({ deliveries }) => {
      const delivery = await deliveries.byProviderId('whatsapp', report.providerId);
      const next = delivery && applyReport(delivery, report);
      if (next) await deliveries.report(next);
    });
  for (const { address, wanted, at } of consents)
    await records.transaction(async (inner) => {
      const action = wanted ? 'recipient.opt-in' : 'recipient.opt-out';
      for (const subject of await takeWish(inner, { channel: 'whatsapp', address, wanted, at })) {
        const entry = { at, actor: 'whatsapp', action, subject };
        await inner.audit.append({ ...entry, before: null, after: { channel: 'whatsapp' }, reason: null });
      }
    });
}

/**
 * Where WhatsApp reports: open to everyone, and therefore every call must carry the signature made with the app's
 * secret (`X-Hub-Signature-256` over the bytes as they came). A token derived from it answers the one-time question by which
 * WhatsApp checks the address. Without a secret there is no such route.
 */
export function registerWhatsappHook(
  app: FastifyInstance,
  { records, whatsappSecret: secret }: { records: Records; whatsappSecret?: string | undefined },
): void {
  if (secret === undefined) return;
  void app.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    inner.post(whatsappHookPath, { schema: { hide: true } }, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!isSigned(body, request.headers['x-hub-signature-256'], secret))
        throw new ApiProblem(401, 'The signature does not fit');
      await apply(records, readWhatsappNews(jsonOf(body)));
      return reply.code(200).send();
    });
    inner.get(whatsappHookPath, { schema: { hide: true } }, async (request, reply) => {
      const query = request.query as Record<string, string | undefined>;
      if (query['hub.mode'] !== 'subscribe' || query['hub.verify_token'] !== verifyTokenOf(secret))
        throw new ApiProblem(401, 'The token does not fit');
      return reply.type('text/plain').send(query['hub.challenge'] ?? '');
    });
  });
}
