import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses } from '../../../shared/api/common.ts';
import {
  apiRecipientSchema,
  recipientBodySchema,
  recipientListSchema,
  recipientQuerySchema,
  toApiRecipient,
} from '../../../shared/api/deliveries.ts';
import { type Recipient, recipientSchema } from '../../../shared/domain/recipient.ts';
import { covers } from '../../../shared/domain/unit.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { dropUndefined } from './issue-routes.ts';

const params = z.object({ recipient: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/) });
const pushKeySchema = z.object({ publicKey: z.string().nullable() });

/** For the audit: what was set, without addresses, which must be erasable. */
const withoutAddresses = ({ contacts, name: _name, ...rest }: Recipient) => ({
  ...rest,
  channels: contacts.map(({ channel }) => channel),
});

/** The body as a recipient; secrets that were left out stay as they are. @throws ApiProblem 400 */
function recipientOf(
  id: string,
  body: z.infer<typeof recipientBodySchema>,
  stored: Recipient | null,
): Recipient {
  const contacts = body.contacts.map((contact) => ({
    ...contact,
    secrets:
      contact.secrets ??
      stored?.contacts.find((one) => one.channel === contact.channel && one.address === contact.address)
        ?.secrets ??
      [],
  }));
  const parsed = recipientSchema.safeParse({ ...body, id, contacts });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ApiProblem(
    400,
    `${issue?.path.join('.')}: ${issue?.message}`,
    'See /docs for what a recipient has.',
  );
}

/** Who is told of alerts, and how. */
export const recipientRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const inScope = (unit: string): boolean => covers(deps.scope.unit, unit);

    app.route({
      method: 'GET',
      url: '/v1/recipients',
      schema: {
        tags: ['deliveries'],
        summary: 'People and systems that are told of alerts',
        querystring: recipientQuerySchema,
        response: { 200: recipientListSchema, ...errorResponses },
      },
      handler: async ({ query: { after, limit } }) => {
        const found = await records.recipients.list({
          scope: deps.scope,
          limit,
          ...dropUndefined({ after }),
        });
        const nextCursor = found.length === limit ? found.at(-1)!.id : null;
        return { recipients: found.map(toApiRecipient), nextCursor };
      },
    });

    app.route({
      method: 'PUT',
      url: '/v1/recipients/:recipient',
      schema: {
        tags: ['deliveries'],
        summary: 'Say whom to tell of what, by which ways and when',
        params,
        body: recipientBodySchema,
        response: { 200: apiRecipientSchema, ...errorResponses },
      },
      handler: async ({ params: { recipient: id }, body }) => {
        if (![body.unit, ...body.units].every(inScope))
          throw new ApiProblem(403, 'Some of these units lie outside your scope');
        return records.transaction(async (inner) => {
          const stored = await inner.recipients.get(id);
          if (stored && !inScope(stored.unit)) throw new ApiProblem(404, `There is no recipient ${id}`);
          const recipient = recipientOf(id, body, stored);
          await inner.recipients.put(recipient);
          await inner.audit.append({
            at: clock.now(),
            actor: currentActor(),
            action: 'recipient.put',
            subject: id,
            before: stored ? withoutAddresses(stored) : null,
            after: withoutAddresses(recipient),
            reason: null,
          });
          return toApiRecipient(recipient);
        });
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/recipients/:recipient/webhook-secret',
      schema: {
        tags: ['deliveries'],
        summary:
          'A new secret for a webhook, shown this once; the one before it stays good until the next change',
        params,
        body: z.object({ address: z.string().max(2_000) }),
        response: { 200: z.object({ secret: z.string(), active: z.number().int() }), ...errorResponses },
      },
      handler: async ({ params: { recipient: id }, body: { address } }) =>
        records.transaction(async (inner) => {
          const stored = await inner.recipients.get(id);
          const held = stored?.contacts.find((one) => one.channel === 'webhook' && one.address === address);
          if (!stored || !held || !inScope(stored.unit))
            throw new ApiProblem(404, `Recipient ${id} has no such webhook`);
          const secret = `whsec_${randomBytes(32).toString('base64')}`;
          const secrets = [secret, ...held.secrets].slice(0, 2);
          const contacts = stored.contacts.map((one) => (one === held ? { ...one, secrets } : one));
          await inner.recipients.put({ ...stored, contacts });
          await inner.audit.append({
            at: clock.now(),
            actor: currentActor(),
            action: 'recipient.rotate_secret',
            subject: id,
            before: null,
            after: { channel: 'webhook', active: secrets.length },
            reason: null,
          });
          return { secret, active: secrets.length };
        }),
    });

    app.route({
      method: 'DELETE',
      url: '/v1/recipients/:recipient',
      schema: {
        tags: ['deliveries'],
        summary: 'Erase a person and every address; receipts stay, without them',
        params,
        response: { 204: z.null(), ...errorResponses },
      },
      handler: async ({ params: { recipient: id } }, reply) => {
        await records.transaction(async (inner) => {
          const stored = await inner.recipients.get(id);
          if (!stored || !inScope(stored.unit)) throw new ApiProblem(404, `There is no recipient ${id}`);
          await inner.recipients.remove(id);
          await inner.audit.append({
            at: clock.now(),
            actor: currentActor(),
            action: 'recipient.remove',
            subject: id,
            before: withoutAddresses(stored),
            after: null,
            reason: null,
          });
        });
        return reply.code(204).send(null);
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/push-key',
      schema: {
        tags: ['deliveries'],
        summary: 'The key with which a browser subscribes to notifications; null while web push is off',
        response: { 200: pushKeySchema, ...errorResponses },
      },
      handler: async () => {
        const keys = pushKeySchema.safeParse(await records.state.get('push.vapid'));
        return { publicKey: keys.success ? keys.data.publicKey : null };
      },
    });
  };
