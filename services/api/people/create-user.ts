import type { Grant, User } from '../../../shared/domain/user.ts';
import type { Records } from '../../../shared/ports/records.ts';

export interface NewUser {
  id: string;
  email: string;
  name: string;
  grants: readonly Grant[];
  /** null for who signs in by a provider only. */
  passwordHash: string | null;
  at: number;
}

/** A user with what they sign in by, and its audit entry; call it in a transaction. @throws EmailTaken */
export async function createUser(
  inner: Records,
  { passwordHash, at, ...who }: NewUser,
  actor: string,
): Promise<User> {
  const user: User = {
    ...who,
    grants: [...who.grants],
    version: 1,
    active: true,
    createdAt: at,
    signedInAt: null,
  };
  await inner.people.users.put(user);
  await inner.people.credentials.put({
    userId: user.id,
    passwordHash,
    totpSecret: null,
    totpConfirmed: false,
    totpStep: 0,
    recoveryHashes: [],
  });
  await inner.audit.append({
    at,
    actor,
    action: 'user.create',
    subject: user.id,
    before: null,
    after: { name: user.name, grants: user.grants },
    reason: null,
  });
  return user;
}
