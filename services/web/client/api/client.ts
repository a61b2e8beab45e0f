import createClient from 'openapi-fetch';
import { keptStore, serverAnswered, serverIsAway } from './connection.ts';
import type { paths } from './generated/schema.ts';
import { problemOf, ServerAway, SignedOut } from './problem.ts';
import { askForSecondFactor, askToSignInAgain, sessionNow } from './session.ts';

/** Set by the service worker on what it kept: when it was fetched, epoch ms. */
const keptHeader = 'saring-kept-at';
/** The installation asks for a second factor that this person has not set up. */
const secondFactorType = 'urn:saring:second-factor';
/** Kept for every page: who is in, and the names of the units. They say nothing of how old a page is. */
const ofEveryPage = /^\/v1\/(session|units)$/;
const aboutSession = /^\/v1\/(session|first-administrator|invitations\/accept)/;

async function ask(request: Request): Promise<Response> {
  const response = await fetch(request).catch(() => null);
  if (!response) {
    serverIsAway();
    throw new ServerAway('The server gave no answer');
  }
  const keptAt = response.headers.get(keptHeader);
  if (keptAt !== null) {
    serverIsAway();
    if (!ofEveryPage.test(new URL(request.url).pathname))
      keptStore.set(Math.min(keptStore.get() ?? Infinity, Number(keptAt)));
  } else serverAnswered();
  return response;
}

function withCsrf(request: Request): Request {
  const csrf = sessionNow()?.csrf;
  if (csrf && request.method !== 'GET') request.headers.set('x-csrf-token', csrf);
  return request;
}

/**
 * Sends a request. A session that has ended in the middle asks for a sign-in over the page and sends the same request
 * again, so that nothing typed is lost.
 * @throws ApiError for every answer that is no success, ServerAway for none, SignedOut
 */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  let response = await ask(withCsrf(request));
  if (response.status === 401 && sessionNow() && !aboutSession.test(new URL(request.url).pathname)) {
    if (!(await askToSignInAgain())) throw new SignedOut('Signed out');
    response = await ask(withCsrf(again));
  }
  if (!response.ok && response.status !== 304) {
    const error = await problemOf(response);
    if (error.problem.type === secondFactorType) askForSecondFactor();
    throw error;
  }
  return response;
}

const client = createClient<paths>({ baseUrl: location.origin, fetch: send });

/** The API by its own description: `api.GET('/v1/issues', { params: { query } })`. */
export const api = client;

/** The body of an answer; errors were thrown before. */
export async function bodyOf<T>(answer: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  return (await answer).data as NonNullable<T>;
}
