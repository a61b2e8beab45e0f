import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { keyListSchema, keyRequestSchema, newKeySchema, toApiKey } from '../../../shared/api/people.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import type { ApiKey } from '../../../shared/domain/sign-in.ts';
import { covers } from '../../../shared/domain/unit.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor, currentReader } from '../people/current-reader.ts';
import { newToken, tokenHash } from '../people/passwords.ts';
import { ApiProblem } from '../problems.ts';

const refusals = { ...errorResponses, 403: problemSchema };

/** Ways in for programs: with an end, and never with more rights than whoever made them. */
export const keyRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock, ids } = deps;
    const tags = ['people'];
    const audit = (action: string, key: ApiKey) => ({
      at: clock.now(),
      actor: currentActor(),
      action,
      subject: `key:${key.id}`,
      before: null,
      after: { name: key.name, unit: key.unit, permissions: key.permissions },
      reason: null,
    });

    app.route({
      method: 'POST',
      url: '/v1/keys',
      schema: {
        tags,
        summary: 'Make a key; its token is shown this once',
        body: keyRequestSchema,
        response: { 201: newKeySchema, ...refusals },
      },
      handler: async ({ body: { name, unit, permissions, days } }, reply) => {
        const reader = currentReader();
        if (!covers(reader.scope.unit, unit)) throw new ApiProblem(403, `${unit} lies outside your unit`);
        const beyond = permissions.find((one) => !reader.permissions.has(one));
        if (beyond) throw new ApiProblem(403, `You may not give "${beyond}": you do not have it`);
        const token = newToken();
        const at = clock.now();
        const key: ApiKey = {
          id: ids.next(),
          name,
          tokenHash: tokenHash(token),
          createdBy: reader.actor,
          unit,
          permissions,
          createdAt: at,
          expiresAt: at + days * dayMs,
          revokedAt: null,
        };
        await records.transaction(async (inner) => {
          await inner.people.apiKeys.put(key);
          await inner.audit.append(audit('key.create', key));
        });
        return reply.code(201).send({ key: toApiKey(key), token });
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/keys',
      schema: { tags, summary: 'Keys of this unit and below', response: { 200: keyListSchema, ...refusals } },
      handler: async () => ({
        keys: (await records.people.apiKeys.list())
          .filter((key) => covers(deps.scope.unit, key.unit))
          .map(toApiKey),
      }),
    });

    app.route({
      method: 'DELETE',
      url: '/v1/keys/:key',
      schema: {
        tags,
        summary: 'Revoke a key',
        params: z.object({ key: z.string().max(64) }),
        response: { 204: z.null(), ...refusals },
      },
      handler: async ({ params }, reply) => {
        await records.transaction(async (inner) => {
          const key = await inner.people.apiKeys.get(params.key);
          if (!key || !covers(deps.scope.unit, key.unit))
            throw new ApiProblem(404, `There is no key ${params.key}`);
          await inner.people.apiKeys.put({ ...key, revokedAt: clock.now() });
          await inner.audit.append(audit('key.revoke', key));
        });
        return reply.code(204).send(null);
      },
    });
  };
