import { createStore } from '../stores/create-store.ts';
import type { components, paths } from './generated/schema.ts';

export type Session = paths['/v1/session']['get']['responses'][200]['content']['application/json'];
export type Permission = Session['permissions'][number];
export type User = components['schemas']['User'];

/** `out`: nobody is signed in. `ended`: somebody was, in the middle of something. */
export type SessionState =
  | { kind: 'unknown' }
  | { kind: 'out' }
  | { kind: 'in'; session: Session }
  | { kind: 'ended'; session: Session };

export const sessionStore = createStore<SessionState>({ kind: 'unknown' });

/** Who works here, also while they are asked to sign in again. */
export function sessionNow(): Session | null {
  const state = sessionStore.get();
  return state.kind === 'in' || state.kind === 'ended' ? state.session : null;
}

export const may = (permission: Permission): boolean =>
  sessionNow()?.permissions.includes(permission) ?? false;

let waiting: { promise: Promise<boolean>; settle(isIn: boolean): void } | null = null;

/** The session has ended: asks for a sign-in over the page. True once the same person is in again. */
export function askToSignInAgain(): Promise<boolean> {
  const state = sessionStore.get();
  if (state.kind !== 'in' && state.kind !== 'ended') return Promise.resolve(false);
  sessionStore.set({ kind: 'ended', session: state.session });
  if (!waiting) {
    let settle: (isIn: boolean) => void = () => {};
    const promise = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    waiting = { promise, settle };
  }
  return waiting.promise;
}

/** It was demanded since this page was opened: nothing else is answered before it is set up. */
export function askForSecondFactor(): void {
  const state = sessionStore.get();
  if (state.kind === 'in' && !state.session.needsSecondFactor)
    sessionStore.set({ kind: 'in', session: { ...state.session, needsSecondFactor: true } });
}

export function enter(session: Session): void {
  sessionStore.set({ kind: 'in', session });
  waiting?.settle(true);
  waiting = null;
}

export function leave(): void {
  sessionStore.set({ kind: 'out' });
  waiting?.settle(false);
  waiting = null;
}
