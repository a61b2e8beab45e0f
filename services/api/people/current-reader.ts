import { AsyncLocalStorage } from 'node:async_hooks';
import type { Scope } from '../../../shared/domain/unit.ts';
import type { Permission } from '../../../shared/domain/user.ts';

/** Whoever asks: a person at a browser, a program with a key, or the bearer of the installation's own token. */
export interface Reader {
  kind: 'token' | 'session' | 'key' | 'stranger';
  /** For the audit trail: a user's id, `key:<id>`, or `administrator` for the installation's own token. */
  actor: string;
  scope: Scope;
  permissions: ReadonlySet<Permission>;
  /** Of a session: what it is kept under. */
  session?: string;
  /** Still has to set up a second factor, and does nothing else before. */
  owesSecondFactor?: boolean;
}

const storage = new AsyncLocalStorage<Reader>();

/** Runs a request's handler as `reader`. */
export const actAs = <T>(reader: Reader, work: () => T): T => storage.run(reader, work);

/** Who the running request is for. @throws when nobody is: a route that forgot to ask must not answer */
export function currentReader(): Reader {
  const reader = storage.getStore();
  if (!reader) throw new Error('no reader is known here; this runs outside of a request');
  return reader;
}

export const currentActor = (): string => currentReader().actor;
