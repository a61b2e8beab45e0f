import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses, problemSchema, timestampSchema } from '../../../shared/api/common.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { type IdentityProvider, IdentityRefused } from '../../../shared/ports/identity-provider.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentReader } from '../people/current-reader.ts';
import { sessionCookie } from '../people/guard.ts';
import { newToken, tokenHash } from '../people/passwords.ts';
import { ProvidedRefused, userOfIdentity } from '../people/provided-sign-in.ts';
import { openSession } from '../people/sign-in.ts';
import { ApiProblem } from '../problems.ts';
import { cookieOptions } from './session-routes.ts';

const tags = ['people'];
const refusals = { ...errorResponses, 403: problemSchema };
const pendingCookie = 'saring_oidc';
/** Somebody who looks for their phone needs some minutes. */
const pendingMs = 10 * 60_000;

const identityListSchema = z.object({
  identities: z.array(
    z.object({
      issuer: z.string(),
      subject: z.string(),
      email: z.string().nullable(),
      linkedAt: timestampSchema,
    }),
  ),
});

/** `lax`: the way back from the provider comes from another site. It is good for that way only. */
const pendingOptions = (secure: boolean) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure,
  path: '/v1/session/oidc',
  maxAge: pendingMs / 1_000,
});

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A page of our own: the session's cookie is `strict`, so that a browser sends it only with a request that our own page
 * makes, and not with one that the provider's redirect makes.
 */
const page = (head: string, text: string): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Saring</title>${head}</head><body><main><h1>Masuk</h1><p>${escaped(text)}</p><p><a href="/">Ke Saring</a></p></main></body></html>`;

/** Signing in by a provider (OpenID Connect): authorization code with PKCE, state and nonce. */
export const oidcRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const { people } = records;

    const provider = (): IdentityProvider => {
      if (!deps.identityProvider)
        throw new ApiProblem(404, 'No sign-in provider is set up', 'Sign in at POST /v1/session.');
      return deps.identityProvider;
    };

    async function begin(
      reply: FastifyReply,
      secure: boolean,
      who: { userId: string | null; invitationHash: string | null },
    ): Promise<string> {
      const { url, secrets } = await provider().begin();
      const token = newToken();
      const now = clock.now();
      const expiresAt = now + pendingMs;
      await people.pending.add({ ...secrets, ...who, tokenHash: tokenHash(token), expiresAt }, now);
      reply.setCookie(pendingCookie, token, pendingOptions(secure));
      return url;
    }

    app.route({
      method: 'GET',
      url: '/v1/session/providers',
      schema: {
        tags,
        summary: 'Where people may sign in instead of with a password',
        response: {
          200: z.object({ providers: z.array(z.object({ name: z.string(), url: z.string() })) }),
          ...errorResponses,
        },
      },
      handler: async () => ({
        providers: deps.identityProvider
          ? [{ name: deps.identityProvider.name, url: '/v1/session/oidc/start' }]
          : [],
      }),
    });

    app.route({
      method: 'GET',
      url: '/v1/session/oidc/start',
      schema: {
        tags,
        summary: 'Go to the provider, with the token of an invitation to accept it that way',
        querystring: z.object({ invitation: z.string().max(100).optional() }),
        response: { 302: z.null(), ...refusals },
      },
      handler: async ({ query: { invitation }, protocol }, reply) => {
        const invitationHash = invitation === undefined ? null : tokenHash(invitation);
        const url = await begin(reply, protocol === 'https', { userId: null, invitationHash });
        return reply.redirect(url, 302) as never;
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/session/oidc/callback',
      schema: {
        tags,
        summary: 'Where the provider sends the browser back to; opens the session',
        produces: ['text/html'],
        response: { ...refusals },
      },
      handler: async (request, reply) => {
        const secure = request.protocol === 'https';
        const now = clock.now();
        const token = request.cookies[pendingCookie];
        const pending = token === undefined ? null : await people.pending.take(tokenHash(token), now);
        reply
          .clearCookie(pendingCookie, { path: '/v1/session/oidc' })
          .type('text/html; charset=utf-8')
          .header('cache-control', 'no-store')
          .serializer((body: unknown) => body as string);
        const answer = (status: number, text: string, head = '') =>
          reply.code(status as 403).send(page(head, text) as never);
        if (!pending) return answer(403, 'Masuk lewat SSO sudah kedaluwarsa. Mulailah lagi.');
        try {
          const query = request.url.split('?')[1] ?? '';
          const identity = await provider().finish(query, pending);
          const grant = deps.newUserGrant ?? null;
          const user = await userOfIdentity(
            { records, ids: deps.ids, now, newUserGrant: grant },
            identity,
            pending,
          );
          const opened = await openSession(people, user, now);
          await records.audit.append({
            at: now,
            actor: user.id,
            action: 'session.open',
            subject: user.id,
            before: null,
            after: { issuer: identity.issuer },
            reason: null,
          });
          reply.setCookie(sessionCookie, opened.token, cookieOptions(secure));
          return answer(200, 'Anda sudah masuk.', '<meta http-equiv="refresh" content="0; url=/">');
        } catch (error) {
          if (error instanceof ProvidedRefused) return answer(403, error.message);
          if (!(error instanceof IdentityRefused)) throw error;
          request.log.warn({ reason: error.message }, 'the sign-in provider was not believed');
          return answer(403, 'SSO tidak menyatakan Anda sah. Mulailah lagi.');
        }
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/me/identities',
      schema: {
        tags,
        summary: 'By what else you sign in',
        response: { 200: identityListSchema, ...refusals },
      },
      handler: async () => ({
        identities: (await people.identities.of(currentReader().actor)).map(
          ({ issuer, subject, email, linkedAt }) => ({
            issuer,
            subject,
            email,
            linkedAt: toRfc3339(linkedAt),
          }),
        ),
      }),
    });

    app.route({
      method: 'POST',
      url: '/v1/me/identities',
      schema: {
        tags,
        summary: 'Link yourself to the provider: go to the address that this gives',
        response: { 200: z.object({ url: z.string() }), ...refusals },
      },
      handler: async ({ protocol }, reply) => {
        const { actor, session } = currentReader();
        if (session === undefined) throw new ApiProblem(403, 'Only a person who signed in has this');
        return { url: await begin(reply, protocol === 'https', { userId: actor, invitationHash: null }) };
      },
    });

    app.route({
      method: 'DELETE',
      url: '/v1/me/identities',
      schema: {
        tags,
        summary: 'Take a link off; one’s only way in stays',
        querystring: z.object({ issuer: z.string().max(500), subject: z.string().max(500) }),
        response: { 204: z.null(), ...refusals, 409: problemSchema },
      },
      handler: async ({ query: { issuer, subject } }, reply) => {
        const { actor } = currentReader();
        await records.transaction(async (inner) => {
          const linked = await inner.people.identities.of(actor);
          if (!linked.some((one) => one.issuer === issuer && one.subject === subject))
            throw new ApiProblem(404, 'There is no such link of yours');
          const credential = await inner.people.credentials.get(actor);
          if (linked.length === 1 && !credential?.passwordHash)
            throw new ApiProblem(
              409,
              'It is your only way in',
              'Ask for an invitation and set a password first.',
            );
          await inner.people.identities.remove(issuer, subject);
          const entry = { at: clock.now(), actor, subject: actor, action: 'identity.unlink', reason: null };
          await inner.audit.append({ ...entry, before: { issuer, subject }, after: null });
        });
        return reply.code(204).send(null);
      },
    });
  };
