import type { Records } from '../../../shared/ports/records.ts';
import { newToken, tokenHash } from './passwords.ts';
import { sameText } from './same-text.ts';

const name = 'people.first_link';

/** A one-time link for the first administrator, fresh at every start until it was used; null when there are people. */
export async function makeFirstLink(records: Records): Promise<string | null> {
  if ((await records.people.users.count()) > 0) return null;
  const token = newToken();
  await records.state.put(name, tokenHash(token));
  return token;
}

/** Uses the link up; call it in the transaction that makes the administrator. */
export async function takeFirstLink(inner: Records, token: string): Promise<boolean> {
  const stored = await inner.state.get(name);
  if (typeof stored !== 'string' || stored === '' || !sameText(tokenHash(token), stored)) return false;
  if ((await inner.people.users.count()) > 0) return false;
  await inner.state.put(name, '');
  return true;
}
