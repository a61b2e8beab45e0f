import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  acceptSchema,
  apiUserSchema,
  firstAdministratorSchema,
  invitationAnswerSchema,
  invitationRequestSchema,
  toApiUser,
  userChangeSchema,
  userListSchema,
} from '../../../shared/api/people.ts';
import { isOpenUnit, isUnitCode } from '../../../shared/areas/units.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import { covers, nationalUnit } from '../../../shared/domain/unit.ts';
import type { Grant, User } from '../../../shared/domain/user.ts';
import { EmailTaken } from '../../../shared/ports/people-records.ts';
import type { ApiDeps } from '../api-deps.ts';
import { createUser } from '../people/create-user.ts';
import { currentActor, currentReader } from '../people/current-reader.ts';
import { takeFirstLink } from '../people/first-link.ts';
import { hashPassword, newToken, tokenHash, weaknessOf } from '../people/passwords.ts';
import { ApiProblem } from '../problems.ts';

const refusals = { ...errorResponses, 403: problemSchema, 409: problemSchema };
/** A week, so that a link sent on Friday is good on Monday. */
const invitationMs = 7 * dayMs;

/** Rights may be given away only where the giver's own reach. */
function checkReach(grants: readonly Grant[]): void {
  const { unit } = currentReader().scope;
  const outside = grants.find((grant) => !covers(unit, grant.unit));
  if (outside) throw new ApiProblem(403, `${outside.unit} lies outside your unit`);
  const missing = grants.find((grant) => !isOpenUnit(grant.unit));
  if (missing)
    throw new ApiProblem(
      400,
      isUnitCode(missing.unit) ? `${missing.unit} is closed` : `There is no unit ${missing.unit}`,
      'GET /v1/units lists those there are.',
    );
}

async function checkedHash(password: string, email: string): Promise<string> {
  const weakness = weaknessOf(password, email);
  if (weakness) throw new ApiProblem(400, 'This password is too weak', weakness);
  return hashPassword(password);
}

const taken = (error: unknown): never => {
  if (error instanceof EmailTaken)
    throw new ApiProblem(
      409,
      'Somebody has this address already',
      'Invite the person again to renew a password.',
    );
  throw error;
};

/** People and their rights. */
export const userRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock, ids } = deps;
    const tags = ['people'];
    const within = (user: User): boolean => user.grants.every((grant) => covers(deps.scope.unit, grant.unit));

    app.route({
      method: 'POST',
      url: '/v1/first-administrator',
      schema: {
        tags,
        summary: 'Make the first administrator, by the one-time link of the first start',
        body: firstAdministratorSchema,
        response: { 201: apiUserSchema, ...refusals },
      },
      handler: async ({ body: { token, email, name, password } }, reply) => {
        const passwordHash = await checkedHash(password, email);
        const user = await records.transaction(async (inner) => {
          if (!(await takeFirstLink(inner, token)))
            throw new ApiProblem(
              403,
              'This link is used up or unknown',
              'Start the program again for a new one.',
            );
          const grants: Grant[] = [
            { unit: nationalUnit, role: 'administrator' },
            { unit: nationalUnit, role: 'head' },
          ];
          const id = ids.next();
          return createUser(inner, { id, email, name, grants, passwordHash, at: clock.now() }, id);
        });
        return reply.code(201).send(toApiUser(user));
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/invitations',
      schema: {
        tags,
        summary: 'A link by which somebody sets a password; renews the password where the address is known',
        body: invitationRequestSchema,
        response: { 201: invitationAnswerSchema, ...refusals },
      },
      handler: async ({ body }, reply) => {
        checkReach(body.grants);
        const known = await records.people.users.byEmail(body.email);
        if (known && !within(known)) throw new ApiProblem(403, 'This person belongs to another unit');
        const token = newToken();
        const at = clock.now();
        await records.transaction(async (inner) => {
          await inner.people.invitations.put({
            ...body,
            grants: known ? known.grants : body.grants,
            userId: known?.id ?? null,
            tokenHash: tokenHash(token),
            by: currentActor(),
            createdAt: at,
            expiresAt: at + invitationMs,
            usedAt: null,
          });
          await inner.audit.append({
            at,
            actor: currentActor(),
            action: known ? 'user.renew' : 'user.invite',
            subject: known?.id ?? body.email,
            before: null,
            after: { grants: body.grants },
            reason: null,
          });
        });
        return reply.code(201).send({ token, expiresAt: new Date(at + invitationMs).toISOString() });
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/invitations/accept',
      schema: {
        tags,
        summary: 'Set a password by the link of an invitation; works once',
        body: acceptSchema,
        response: { 200: apiUserSchema, ...refusals },
      },
      handler: async ({ body: { token, password } }) => {
        const at = clock.now();
        const invitation = await records.people.invitations.get(tokenHash(token));
        const refused = new ApiProblem(403, 'This link is used up, too old or unknown', 'Ask for a new one.');
        if (!invitation || invitation.expiresAt <= at || invitation.usedAt !== null) throw refused;
        const passwordHash = await checkedHash(password, invitation.email);
        const { userId, email, name, grants } = invitation;
        return toApiUser(
          await records.transaction(async (inner) => {
            if (!(await inner.people.invitations.take(invitation.tokenHash, at))) throw refused;
            if (userId === null) {
              const id = ids.next();
              return createUser(inner, { id, email, name, grants, passwordHash, at }, id).catch(taken);
            }
            const user = await inner.people.users.get(userId);
            const credential = await inner.people.credentials.get(userId);
            if (!user || !credential) throw refused;
            await inner.people.credentials.put({ ...credential, passwordHash });
            await inner.people.sessions.removeOf(userId);
            return user;
          }),
        );
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/users',
      schema: {
        tags,
        summary: 'People of this unit and below',
        querystring: z.object({
          after: z.string().max(64).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { 200: userListSchema, ...refusals },
      },
      handler: async ({ query: { after, limit } }) => {
        const page = await records.people.users.list({ limit, ...(after === undefined ? {} : { after }) });
        return {
          users: page.filter(within).map(toApiUser),
          nextAfter: page.length === limit ? page.at(-1)!.id : null,
        };
      },
    });

    app.route({
      method: 'PATCH',
      url: '/v1/users/:user',
      schema: {
        tags,
        summary:
          'Change a person’s name or rights, or shut them out; one’s own rights are changed by somebody else',
        params: z.object({ user: z.string().max(64) }),
        body: userChangeSchema,
        response: { 200: apiUserSchema, ...refusals },
      },
      handler: async ({ params, body: { reason, ...change } }) => {
        const actor = currentActor();
        if (actor === params.user && (change.grants || change.active === false))
          throw new ApiProblem(403, 'Nobody changes their own rights', 'Ask another administrator.');
        if (change.grants) checkReach(change.grants);
        return toApiUser(
          await records.transaction(async (inner) => {
            const before = await inner.people.users.get(params.user);
            if (!before || !within(before)) throw new ApiProblem(404, `There is no user ${params.user}`);
            const after: User = {
              ...before,
              name: change.name ?? before.name,
              grants: change.grants ?? before.grants,
              active: change.active ?? before.active,
              version: change.version + 1,
            };
            await inner.people.users.put(after);
            if (!after.active) await inner.people.sessions.removeOf(after.id);
            await inner.audit.append({
              at: clock.now(),
              actor,
              action: 'user.change',
              subject: after.id,
              before,
              after,
              reason,
            });
            return after;
          }),
        );
      },
    });
  };
