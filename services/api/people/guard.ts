import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUnitCode } from '../../../shared/areas/units.ts';
import { covers, nationalUnit, type Scope } from '../../../shared/domain/unit.ts';
import { permissions, rightsIn } from '../../../shared/domain/user.ts';
import type { Records } from '../../../shared/ports/records.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ApiProblem } from '../problems.ts';
import { actAs, type Reader } from './current-reader.ts';
import { tokenHash } from './passwords.ts';
import { showsPersonalData } from './personal-data.ts';
import { isForWhole, permissionOf } from './route-permissions.ts';
import { sameText } from './same-text.ts';
import { owesSecondFactor, refuseWithoutSecondFactor, rolesAsked } from './second-factor.ts';
import { sessionOf } from './sign-in.ts';

export const sessionCookie = 'saring_session';
export const csrfHeader = 'x-csrf-token';

declare module 'fastify' {
  interface FastifyRequest {
    reader: Reader | null;
  }
}

/** Who asks for an open route without saying who they are: no unit has this code, so nothing is seen. */
const stranger: Reader = {
  kind: 'stranger',
  actor: 'public',
  scope: { unit: '00' },
  permissions: new Set(),
};

const changes = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/**
 * Knows who asks before anything else happens, and lets a request on only where `permissionOf` its route allows it.
 * Every route must be in that table: one that is not stops the start. A bearer is never read from the address, where
 * logs would keep it. The handler runs as the reader: `deps.scope` and `currentActor` are theirs.
 */
export async function registerGuard(app: FastifyInstance, deps: ApiDeps): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('reader', null);
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') permissionOf(one, url);
  });
  // After every onRequest hook, the limit of requests among them: guesses without a sign-in must count, too. Nothing of
  // the body is read before.
  app.addHook('preParsing', async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url;
    const needed = route === undefined ? 'read' : permissionOf(method === 'HEAD' ? 'GET' : method, route);
    request.reader = await readerOf(request, deps);
    if (needed === 'open') return;
    if (!request.reader) throw unknownReader(reply);
    if (request.reader.owesSecondFactor) refuseWithoutSecondFactor(route);
    if (!request.reader.permissions.has(needed === 'self' ? 'read' : needed))
      throw new ApiProblem(403, 'Your role does not allow this', `It needs "${needed}" in this unit.`);
    const isWhole = route !== undefined && isForWhole(method === 'HEAD' ? 'GET' : method, route);
    if (isWhole && request.reader.scope.unit !== nationalUnit)
      throw new ApiProblem(403, 'This is one for all units', 'It takes an administrator of KPU RI.');
    if (route !== undefined && showsPersonalData(method, route))
      await logAccess(deps, request.reader, request);
  });
  app.addHook('preHandler', (request, _reply, done) => {
    const { reader } = request;
    if (!reader) return actAs(stranger, done);
    if (reader.kind !== 'token' && asksForAnother(request, reader.actor))
      return done(
        new ApiProblem(403, 'Only the installation’s own token may act for somebody else', 'Leave "by" out.'),
      );
    return actAs(reader, done);
  });
}

/** Who asked for whose data; written before they are answered. */
async function logAccess(
  { records, clock }: ApiDeps,
  { actor, scope }: Reader,
  { routeOptions, params }: FastifyRequest,
): Promise<void> {
  await records.audit.append({
    at: clock.now(),
    actor,
    action: 'personal.read',
    subject: String(routeOptions.url),
    before: null,
    after: { unit: scope.unit, ...(params as object) },
    reason: null,
  });
}

/** `by` names who decided; a person or a key decides for themselves only. */
function asksForAnother({ body, query }: FastifyRequest, actor: string): boolean {
  return [body, query].some(
    (part) =>
      typeof part === 'object' && part !== null && 'by' in part && part.by !== undefined && part.by !== actor,
  );
}

function unknownReader(reply: FastifyReply): ApiProblem {
  reply.header('www-authenticate', 'Bearer realm="saring"');
  return new ApiProblem(
    401,
    'This route needs a sign-in or a token',
    'Sign in at POST /v1/session, or send "Authorization: Bearer …"; the program printed its own token at its start.',
  );
}

async function readerOf(request: FastifyRequest, deps: ApiDeps): Promise<Reader | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return bearerOf(authorization, request, deps);
  const token = request.cookies[sessionCookie];
  if (token === undefined) return null;
  const found = await sessionOf(deps.records.people, token, deps.clock.now());
  if (!found) return null;
  const { session, user } = found;
  if (changes(request.method) && !sameText(headerOf(request, csrfHeader), session.csrf))
    throw new ApiProblem(403, 'The request did not come from our own page', `Send ${csrfHeader} with it.`);
  const unit = unitOf(request, session.unit);
  const { permissions: allowed } = rightsIn(user.grants, unit);
  const scope = await scopeOf(deps.records, unit, request);
  return {
    kind: 'session',
    actor: user.id,
    scope,
    permissions: new Set(allowed),
    session: session.tokenHash,
    owesSecondFactor: await owesSecondFactor(
      deps.records.people,
      user,
      rolesAsked(deps.secondFactor ?? 'off'),
    ),
  };
}

async function bearerOf(
  authorization: string,
  request: FastifyRequest,
  { token, records, clock, scope }: ApiDeps,
): Promise<Reader | null> {
  const given = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (given === undefined) return null;
  if (sameText(given, token))
    return {
      kind: 'token',
      actor: 'administrator',
      scope: await scopeOf(records, scope.unit, request),
      permissions: new Set(permissions),
    };
  const key = await records.people.apiKeys.byHash(tokenHash(given));
  if (!key || key.revokedAt !== null || key.expiresAt <= clock.now()) return null;
  const unit = unitOf(request, key.unit);
  if (!covers(key.unit, unit)) throw new ApiProblem(403, `This key does not reach ${unit}`);
  const reach = await scopeOf(records, unit, request);
  return { kind: 'key', actor: `key:${key.id}`, scope: reach, permissions: new Set(key.permissions) };
}

/** A unit with the issues beyond it that are open to it: those shown from above to look at, those handed over to change too. */
async function scopeOf(records: Records, unit: string, { method }: FastifyRequest): Promise<Scope> {
  if (unit === nationalUnit) return { unit };
  const { handled, shown } = await records.issues.beyond(unit);
  const issues = changes(method) ? handled : [...handled, ...shown];
  return issues.length === 0 ? { unit } : { unit, issues };
}

/** The unit to act in: the header's, else the one the person chose. */
function unitOf(request: FastifyRequest, fallback: string): string {
  const asked = headerOf(request, 'saring-unit');
  if (asked === undefined) return fallback;
  // What is no code of a unit must not reach the rules that take codes apart.
  if (!isUnitCode(asked))
    throw new ApiProblem(403, 'You have no role in this unit', 'There is no such unit.');
  return asked;
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The same deps for routes, with the scope of whoever asks: no route can forget it. */
export function depsOfReader(deps: ApiDeps, scope: () => ApiDeps['scope']): ApiDeps {
  return Object.defineProperty({ ...deps }, 'scope', { get: scope, enumerable: true }) as ApiDeps;
}
