import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  codeSchema,
  newGeneratorSchema,
  passwordChangeSchema,
  recoveryCodesSchema,
  sessionAnswerSchema,
  sessionLinkSchema,
  signInSchema,
  toApiUser,
  unitChoiceSchema,
} from '../../../shared/api/people.ts';
import type { Credential, Session } from '../../../shared/domain/sign-in.ts';
import { covers } from '../../../shared/domain/unit.ts';
import { permissions, rightsIn, type User } from '../../../shared/domain/user.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentReader } from '../people/current-reader.ts';
import { sessionCookie } from '../people/guard.ts';
import { newGenerator, newRecoveryCodes, recoveryHash, stepOf } from '../people/one-time-codes.ts';
import { hashPassword, isPassword, tokenHash, weaknessOf } from '../people/passwords.ts';
import { owesSecondFactor, rolesAsked } from '../people/second-factor.ts';
import { takeSessionLink } from '../people/session-link.ts';
import { openSession, sessionLimits, signIn, tryOwn } from '../people/sign-in.ts';
import { ApiProblem } from '../problems.ts';

const refusals = { ...errorResponses, 403: problemSchema };
const retryAfter = (reply: FastifyReply, untilAt: number, now: number): void =>
  void reply.header('retry-after', Math.ceil((untilAt - now) / 1_000));

/** Only over TLS where the program is reached that way; loopback has none. */
export const cookieOptions = (secure: boolean) => ({
  httpOnly: true,
  sameSite: 'strict' as const,
  secure,
  path: '/',
  maxAge: sessionLimits.wholeMs / 1_000,
});

/** Signing in and out, and what people set for themselves. */
export const sessionRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const { people } = records;
    const tags = ['people'];

    /** The person of the running request. @throws 403 for a bearer, who has no password or phone */
    const me = async (): Promise<{ user: User; credential: Credential; session: string }> => {
      const { actor, session } = currentReader();
      const user = session === undefined ? null : await people.users.get(actor);
      const credential = user && (await people.credentials.get(user.id));
      if (!user || !credential || session === undefined)
        throw new ApiProblem(403, 'Only a person who signed in has this');
      return { user, credential, session };
    };
    const owes = (user: User) => owesSecondFactor(people, user, rolesAsked(deps.secondFactor ?? 'off'));
    const answerOf = async (user: User, { unit, csrf }: Pick<Session, 'unit' | 'csrf'>) => ({
      user: toApiUser(user),
      unit,
      permissions: [...rightsIn(user.grants, unit).permissions],
      csrf,
      needsSecondFactor: await owes(user),
    });
    /** Asks for a secret again. @throws 403 when it is wrong, 429 after too many tries */
    const ask = async (reply: FastifyReply, user: User, title: string, isRight: () => Promise<boolean>) => {
      const now = clock.now();
      const result = await tryOwn(people, user.id, now, isRight);
      if (result.kind === 'wait') {
        retryAfter(reply, result.untilAt, now);
        throw new ApiProblem(429, 'Too many wrong tries', 'Wait as long as Retry-After says.');
      }
      if (result.kind === 'wrong') throw new ApiProblem(403, title);
    };
    const audit = (action: string, subject: string, reason: string | null = null) =>
      records.audit.append({
        at: clock.now(),
        actor: subject,
        action,
        subject,
        before: null,
        after: null,
        reason,
      });

    app.route({
      method: 'POST',
      url: '/v1/session',
      schema: {
        tags,
        summary: 'Sign in; sets the cookie',
        body: signInSchema,
        response: { 200: sessionAnswerSchema, ...refusals },
      },
      handler: async ({ body, protocol, cookies }, reply) => {
        const now = clock.now();
        const result = await signIn(people, body, now);
        if (result.kind === 'wait') {
          retryAfter(reply, result.untilAt, now);
          throw new ApiProblem(429, 'Too many wrong tries', 'Wait as long as Retry-After says.');
        }
        if (result.kind === 'code_needed')
          throw new ApiProblem(401, 'A code is needed', 'Send "code" from the generator on the phone too.');
        if (result.kind === 'refused')
          throw new ApiProblem(
            401,
            'Address, password or code is wrong',
            'Ask your administrator for a new link.',
          );
        // What this browser had before ends with it: nobody goes on in it.
        const before = cookies[sessionCookie];
        if (before !== undefined) await people.sessions.remove(tokenHash(before));
        await audit('session.open', result.user.id);
        reply.setCookie(sessionCookie, result.token, cookieOptions(protocol === 'https'));
        return answerOf(result.user, result.session);
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/session/link',
      schema: {
        tags,
        summary: 'Sign in by the one-time link that the sample printed',
        body: sessionLinkSchema,
        response: { 200: sessionAnswerSchema, ...refusals },
      },
      handler: async ({ body, protocol }, reply) => {
        const user = await takeSessionLink(records, body.token);
        if (!user)
          throw new ApiProblem(
            403,
            'This link is used up or unknown',
            'Start the program again for a new one.',
          );
        const { session, token } = await openSession(people, user, clock.now());
        await audit('session.open', user.id);
        reply.setCookie(sessionCookie, token, cookieOptions(protocol === 'https'));
        return answerOf(user, session);
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/session',
      schema: {
        tags,
        summary: 'Who asks, and what they may do',
        response: { 200: sessionAnswerSchema, ...refusals },
      },
      handler: async () => {
        const reader = currentReader();
        const session = reader.session === undefined ? null : await people.sessions.get(reader.session);
        const user = session && (await people.users.get(session.userId));
        return {
          user: user ? toApiUser(user) : null,
          unit: reader.scope.unit,
          permissions: permissions.filter((one) => reader.permissions.has(one)),
          csrf: session?.csrf ?? null,
          needsSecondFactor: reader.owesSecondFactor ?? false,
        };
      },
    });

    app.route({
      method: 'PATCH',
      url: '/v1/session',
      schema: {
        tags,
        summary: 'Work in another of one’s units',
        body: unitChoiceSchema,
        response: { 200: sessionAnswerSchema, ...refusals },
      },
      handler: async ({ body: { unit } }) => {
        const { user, session } = await me();
        if (!user.grants.some((grant) => covers(grant.unit, unit)))
          throw new ApiProblem(403, `You have no role in ${unit}`);
        const stored = (await people.sessions.get(session))!;
        await people.sessions.put({ ...stored, unit });
        return answerOf(user, { ...stored, unit });
      },
    });

    app.route({
      method: 'DELETE',
      url: '/v1/session',
      schema: { tags, summary: 'Sign out', response: { 204: z.null(), ...refusals } },
      handler: async (_request, reply) => {
        const { session } = currentReader();
        if (session !== undefined) await people.sessions.remove(session);
        return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send(null);
      },
    });

    app.route({
      method: 'DELETE',
      url: '/v1/sessions',
      schema: { tags, summary: 'Sign out everywhere', response: { 204: z.null(), ...refusals } },
      handler: async (_request, reply) => {
        const { user } = await me();
        await people.sessions.removeOf(user.id);
        await audit('session.close_all', user.id);
        return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send(null);
      },
    });

    app.route({
      method: 'PUT',
      url: '/v1/me/password',
      schema: {
        tags,
        summary: 'Change one’s password; ends every other session',
        body: passwordChangeSchema,
        response: { 204: z.null(), ...refusals },
      },
      handler: async ({ body }, reply) => {
        const { user, credential, session } = await me();
        await ask(reply, user, 'The old password is wrong', () =>
          isPassword(credential.passwordHash, body.old),
        );
        const weakness = weaknessOf(body.new, user.email);
        if (weakness) throw new ApiProblem(400, 'This password is too weak', weakness);
        const own = (await people.sessions.get(session))!;
        await people.credentials.put({ ...credential, passwordHash: await hashPassword(body.new) });
        await people.sessions.removeOf(user.id);
        await people.sessions.put(own);
        await audit('password.change', user.id);
        return reply.code(204).send(null);
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/me/generator',
      schema: {
        tags,
        summary: 'Begin with a code generator on the phone; works once confirmed',
        response: { 200: newGeneratorSchema, ...refusals, 409: problemSchema },
      },
      handler: async () => {
        const { user, credential } = await me();
        if (credential.totpConfirmed)
          throw new ApiProblem(409, 'A generator is set up already', 'Remove it first.');
        const fresh = newGenerator(user.email);
        await people.credentials.put({ ...credential, totpSecret: fresh.secret, totpStep: 0 });
        return fresh;
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/me/generator/confirm',
      schema: {
        tags,
        summary: 'Confirm the generator with a code of it; gives recovery codes, once',
        body: codeSchema,
        response: { 200: recoveryCodesSchema, ...refusals },
      },
      handler: async ({ body: { code } }) => {
        const { user, credential } = await me();
        const step = credential.totpSecret === null ? null : stepOf(credential.totpSecret, code, clock.now());
        if (step === null || credential.totpConfirmed)
          throw new ApiProblem(
            400,
            'This code does not fit',
            'Check the time of the phone, then send the newest code.',
          );
        const recoveryCodes = newRecoveryCodes();
        await people.credentials.put({
          ...credential,
          totpConfirmed: true,
          totpStep: step,
          recoveryHashes: recoveryCodes.map(recoveryHash),
        });
        await audit('generator.confirm', user.id);
        return { recoveryCodes };
      },
    });

    app.route({
      method: 'DELETE',
      url: '/v1/me/generator',
      schema: {
        tags,
        summary: 'Do without the generator; asks for a code of it',
        body: codeSchema,
        response: { 204: z.null(), ...refusals },
      },
      handler: async ({ body: { code } }, reply) => {
        const { user, credential } = await me();
        await ask(reply, user, 'This code does not fit', async () => {
          const step =
            credential.totpSecret === null ? null : stepOf(credential.totpSecret, code, clock.now());
          return step !== null && people.credentials.takeStep(user.id, step);
        });
        await people.credentials.put({
          ...credential,
          totpSecret: null,
          totpConfirmed: false,
          totpStep: 0,
          recoveryHashes: [],
        });
        await audit('generator.remove', user.id);
        return reply.code(204).send(null);
      },
    });
  };
