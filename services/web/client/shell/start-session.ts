import { api, bodyOf } from '../api/client.ts';
import { statusOf } from '../api/problem.ts';
import { enter, leave, type Session, sessionStore } from '../api/session.ts';
import { forgetAll } from '../api/use-api.ts';
import { forgetDrafts } from '../components/use-draft.ts';
import { createStore } from '../stores/create-store.ts';

/** Why it could not be found out who is here. */
export const bootError = createStore<unknown>(null);

/** Asks who is here: the cookie is the browser's alone. */
export async function readSession(): Promise<void> {
  bootError.set(null);
  try {
    enter(await bodyOf(api.GET('/v1/session')));
  } catch (error) {
    if (statusOf(error) === 401) leave();
    else bootError.set(error);
  }
}

/** Somebody signed in: what another one saw or typed is not theirs. */
export function enterAs(session: Session): void {
  const state = sessionStore.get();
  const isSame = state.kind === 'ended' && state.session.user?.id === session.user?.id;
  if (!isSame) {
    forgetAll();
    if (state.kind === 'ended') forgetDrafts();
  }
  enter(session);
}

export async function signOut(): Promise<void> {
  await api.DELETE('/v1/session').catch(() => {});
  forgetDrafts();
  leave();
  forgetAll();
  // What was kept for reading offline belongs to who signed in; last, so that nothing on the way is kept after it.
  if ('caches' in globalThis) await caches.delete('saring-data').catch(() => {});
}

export async function workIn(unit: string): Promise<void> {
  const session = await bodyOf(api.PATCH('/v1/session', { body: { unit } }));
  forgetAll();
  enter(session);
}
