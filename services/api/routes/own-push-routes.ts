import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  type Contact,
  pushSubscriptionSchema,
  type Recipient,
  recipientSchema,
} from '../../../shared/domain/recipient.ts';
import type { User } from '../../../shared/domain/user.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentReader } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { sendTest, testLimit, testResponses } from './recipient-test-route.ts';

/** One browser each: the office computer, the phone, one at home. */
const mostBrowsers = 6;
const endpointSchema = z.string().max(1_500);
const stateSchema = z.object({
  publicKey: z.string().nullable().describe('null while web push is off'),
  browsers: z.array(z.string()).describe('end points of the browsers that are told'),
});
const refusals = { ...errorResponses, 403: problemSchema, 422: problemSchema };
const keySchema = z.object({ publicKey: z.string() });

const endpointOf = ({ address }: Contact): string =>
  (JSON.parse(address) as z.infer<typeof pushSubscriptionSchema>).endpoint;
const isPush = ({ channel }: Contact): boolean => channel === 'web_push';

/** The recipient that a person is by their own browsers; whoever runs the unit may have others for them. */
const ownId = (userId: string): string => `orang-${userId}`.slice(0, 64);

const freshRecipient = (user: User, unit: string): Recipient =>
  recipientSchema.parse({
    id: ownId(user.id),
    name: user.name,
    unit,
    units: [unit],
    // Everything else is in the queue; a browser at home is woken by little.
    levels: ['tinggi', 'kritis'],
    quiet: { from: '22:00', to: '05:00' },
    contacts: [],
    digest: false,
  });

/** Notifications in one's own browsers, which everybody turns on and off for themselves. */
export const ownPushRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const tags = ['deliveries'];

    async function me(): Promise<User> {
      const { actor, session } = currentReader();
      const user = session === undefined ? null : await records.people.users.get(actor);
      if (!user) throw new ApiProblem(403, 'Only a person who signed in has this');
      return user;
    }
    async function state(): Promise<z.infer<typeof stateSchema>> {
      const keys = keySchema.safeParse(await records.state.get('push.vapid'));
      const own = await records.recipients.get(ownId((await me()).id));
      return {
        publicKey: keys.success ? keys.data.publicKey : null,
        browsers: own?.contacts.filter(isPush).map(endpointOf) ?? [],
      };
    }
    /** Writes one's ways anew, with its audit entry; a recipient without any goes. */
    async function change(work: (contacts: readonly Contact[]) => Contact[]): Promise<void> {
      const user = await me();
      await records.transaction(async (inner) => {
        const known = await inner.recipients.get(ownId(user.id));
        const base = known ?? freshRecipient(user, deps.scope.unit);
        const contacts = work(base.contacts);
        if (contacts.length === 0) await inner.recipients.remove(base.id);
        else await inner.recipients.put({ ...base, contacts });
        await inner.audit.append({
          at: clock.now(),
          actor: user.id,
          action: 'recipient.own_browsers',
          subject: base.id,
          before: { browsers: known?.contacts.filter(isPush).length ?? 0 },
          after: { browsers: contacts.filter(isPush).length },
          reason: null,
        });
      });
    }

    app.route({
      method: 'GET',
      url: '/v1/me/push',
      schema: {
        tags,
        summary: 'Which of your browsers are told of alerts, and the key to subscribe one',
        response: { 200: stateSchema, ...refusals },
      },
      handler: state,
    });

    app.route({
      method: 'PUT',
      url: '/v1/me/push',
      schema: {
        tags,
        summary: 'Be told of alerts tinggi and kritis of this unit in this browser',
        body: z.object({ subscription: pushSubscriptionSchema }).strict(),
        response: { 200: stateSchema, ...refusals },
      },
      handler: async ({ body: { subscription } }) => {
        const { endpoint, keys } = subscription;
        if (endpoint.length > 1_500)
          throw new ApiProblem(400, 'The end point of this subscription is too long');
        const contact: Contact = {
          channel: 'web_push',
          address: JSON.stringify({ endpoint, keys }),
          secrets: [],
          optedInAt: clock.now(),
          optedOutAt: null,
        };
        await change((contacts) => {
          const others = contacts.filter((one) => !isPush(one) || endpointOf(one) !== endpoint);
          // The oldest browser goes: it is the one that was given away.
          const browsers = others.filter(isPush).slice(1 - mostBrowsers);
          return [...others.filter((one) => !isPush(one)), ...browsers, contact];
        });
        return state();
      },
    });

    app.route({
      method: 'DELETE',
      url: '/v1/me/push',
      schema: {
        tags,
        summary: 'Be told no longer in a browser; without an end point in none',
        querystring: z.object({ endpoint: endpointSchema.optional() }),
        response: { 200: stateSchema, ...refusals },
      },
      handler: async ({ query: { endpoint } }) => {
        await change((contacts) =>
          contacts.filter((one) => !isPush(one) || (endpoint !== undefined && endpointOf(one) !== endpoint)),
        );
        return state();
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/me/push/test',
      config: testLimit,
      schema: {
        tags,
        summary: 'Send a test to your own browsers',
        response: { ...testResponses, 403: problemSchema },
      },
      handler: async (_request, reply) => {
        const own = await records.recipients.get(ownId((await me()).id));
        if (!own)
          throw new ApiProblem(
            422,
            'No browser of yours is subscribed',
            'Hidupkan pemberitahuan di peramban ini dahulu.',
          );
        return reply.code(202).send(await sendTest(deps, own));
      },
    });
  };
