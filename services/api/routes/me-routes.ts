import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { apiUserSchema, generatorStateSchema, ownNameSchema, toApiUser } from '../../../shared/api/people.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentReader } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

const refusals = { ...errorResponses, 403: problemSchema };

/** What people see and set of themselves, whatever their role. */
export const meRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const tags = ['people'];
    const notAPerson = () => new ApiProblem(403, 'Only a person who signed in has this');

    app.route({
      method: 'GET',
      url: '/v1/me/generator',
      schema: {
        tags,
        summary: 'Whether a code generator is set up, and how many recovery codes are left',
        response: { 200: generatorStateSchema, ...refusals },
      },
      handler: async () => {
        const { actor, session } = currentReader();
        const credential = session === undefined ? null : await records.people.credentials.get(actor);
        if (!credential) throw notAPerson();
        return { confirmed: credential.totpConfirmed, recoveryCodes: credential.recoveryHashes.length };
      },
    });

    app.route({
      method: 'PATCH',
      url: '/v1/me',
      schema: {
        tags,
        summary: 'Change one’s name; rights are changed by an administrator',
        body: ownNameSchema,
        response: { 200: apiUserSchema, ...refusals, 409: problemSchema },
      },
      handler: async ({ body: { name, version } }) => {
        const { actor, session } = currentReader();
        return toApiUser(
          await records.transaction(async (inner) => {
            const before = session === undefined ? null : await inner.people.users.get(actor);
            if (!before) throw notAPerson();
            const after = { ...before, name, version: version + 1 };
            await inner.people.users.put(after);
            await inner.audit.append({
              at: clock.now(),
              actor,
              action: 'user.rename',
              subject: actor,
              before: { name: before.name },
              after: { name },
              reason: null,
            });
            return after;
          }),
        );
      },
    });
  };
