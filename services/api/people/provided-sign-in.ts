import type { PendingSignIn } from '../../../shared/domain/sign-in.ts';
import type { Grant, User } from '../../../shared/domain/user.ts';
import type { Ids } from '../../../shared/ports/clock.ts';
import type { ProvidedIdentity } from '../../../shared/ports/identity-provider.ts';
import { EmailTaken } from '../../../shared/ports/people-records.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { createUser } from './create-user.ts';

/** Why somebody whom the provider vouches for does not come in; what they read, in Indonesian. */
export class ProvidedRefused extends Error {
  override name = 'ProvidedRefused';
}

export interface ProvidedDeps {
  records: Records;
  ids: Ids;
  now: number;
  /** What somebody nobody invited gets; null refuses them. */
  newUserGrant: Grant | null;
}

/**
 * The user behind an identity. It is linked by issuer and subject, never by its e-mail address alone, which a provider
 * may give to somebody else: by a signed-in person, by an invitation to that very address, or, where the setting says
 * so, by making a reader. @throws ProvidedRefused
 */
export const userOfIdentity = (
  { records, ids, now, newUserGrant }: ProvidedDeps,
  identity: ProvidedIdentity,
  pending: PendingSignIn,
): Promise<User> =>
  records.transaction(async (inner) => {
    const linked = await inner.people.identities.get(identity.issuer, identity.subject);
    if (linked) {
      if (pending.userId !== null && linked.userId !== pending.userId)
        throw new ProvidedRefused('Akun SSO ini sudah ditautkan ke pengguna lain.');
      return activeUser(inner, linked.userId);
    }
    const user =
      pending.userId !== null
        ? await activeUser(inner, pending.userId)
        : pending.invitationHash !== null
          ? await invitedUser(inner, identity, pending.invitationHash, { ids, now })
          : await newReader(inner, identity, newUserGrant, { ids, now });
    await inner.people.identities.add({
      issuer: identity.issuer,
      subject: identity.subject,
      userId: user.id,
      email: identity.email,
      linkedAt: now,
    });
    await inner.audit.append({
      at: now,
      actor: user.id,
      action: 'identity.link',
      subject: user.id,
      before: null,
      after: { issuer: identity.issuer, subject: identity.subject },
      reason: null,
    });
    return user;
  });

async function activeUser(inner: Records, id: string): Promise<User> {
  const user = await inner.people.users.get(id);
  if (!user?.active) throw new ProvidedRefused('Akun Anda tidak aktif. Hubungi administrator unit Anda.');
  return user;
}

interface Making {
  ids: Ids;
  now: number;
}

async function invitedUser(
  inner: Records,
  { email }: ProvidedIdentity,
  hash: string,
  { ids, now }: Making,
): Promise<User> {
  const invitation = await inner.people.invitations.get(hash);
  if (!invitation || invitation.expiresAt <= now || invitation.usedAt !== null)
    throw new ProvidedRefused('Tautan undangan sudah dipakai atau kedaluwarsa. Minta yang baru.');
  if (email !== invitation.email.toLowerCase())
    throw new ProvidedRefused('Alamat surel akun SSO Anda bukan alamat yang diundang.');
  if (!(await inner.people.invitations.take(hash, now)))
    throw new ProvidedRefused('Tautan undangan sudah dipakai.');
  if (invitation.userId !== null) return activeUser(inner, invitation.userId);
  const { name, grants } = invitation;
  const id = ids.next();
  return createUser(inner, { id, email, name, grants, passwordHash: null, at: now }, id).catch(taken);
}

async function newReader(
  inner: Records,
  { email, name }: ProvidedIdentity,
  grant: Grant | null,
  { ids, now }: Making,
): Promise<User> {
  if (grant === null || email === null)
    throw new ProvidedRefused('Akun SSO ini belum terdaftar. Minta undangan kepada administrator unit Anda.');
  const id = ids.next();
  const fresh = { id, email, name: name ?? email, grants: [grant], passwordHash: null, at: now };
  return createUser(inner, fresh, id).catch(taken);
}

const taken = (error: unknown): never => {
  if (error instanceof EmailTaken)
    throw new ProvidedRefused(
      'Alamat surel ini sudah punya akun. Masuk dengan kata sandi, lalu tautkan SSO di halaman profil.',
    );
  throw error;
};
