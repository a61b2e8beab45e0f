import { randomUUID } from 'node:crypto';
import { sampleOfficerEmail } from '../../../shared/domain/sample-officer.ts';
import { nationalUnit } from '../../../shared/domain/unit.ts';
import type { User } from '../../../shared/domain/user.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { newToken, tokenHash } from './passwords.ts';
import { sameText } from './same-text.ts';

const name = 'people.session_link';

/**
 * A one-time link that opens the desk signed in as the sample's officer, who is made when nobody is there yet. Null
 * where people have accounts of their own: a sample run over a real installation must open no door.
 */
export async function makeSampleLink(records: Records, now: number): Promise<string | null> {
  const { people } = records;
  const known = await people.users.byEmail(sampleOfficerEmail);
  if (!known && (await people.users.count()) > 0) return null;
  const token = newToken();
  await records.transaction(async (inner) => {
    const user = known ?? (await createOfficer(inner, now));
    await inner.state.put(name, { hash: tokenHash(token), user: user.id });
  });
  return token;
}

async function createOfficer(inner: Records, now: number): Promise<User> {
  const user: User = {
    id: randomUUID(),
    version: 1,
    email: sampleOfficerEmail,
    name: 'Petugas contoh',
    // Both, so that every page of the sample can be tried.
    grants: [
      { unit: nationalUnit, role: 'administrator' },
      { unit: nationalUnit, role: 'head' },
    ],
    active: true,
    createdAt: now,
    signedInAt: null,
  };
  await inner.people.users.put(user);
  await inner.people.credentials.put({
    userId: user.id,
    // No password opens this account: only the link does.
    passwordHash: null,
    totpSecret: null,
    totpConfirmed: false,
    totpStep: 0,
    recoveryHashes: [],
  });
  await inner.audit.append({
    at: now,
    actor: user.id,
    action: 'user.create',
    subject: user.id,
    before: null,
    after: { name: user.name, grants: user.grants },
    reason: 'sample',
  });
  return user;
}

/** Uses the link up: the person whom it signs in, null for a link that is unknown or was used. */
export function takeSessionLink(records: Records, token: string): Promise<User | null> {
  return records.transaction(async (inner) => {
    const stored = (await inner.state.get(name)) as { hash: string; user: string } | null;
    if (!stored?.hash || !sameText(tokenHash(token), stored.hash)) return null;
    await inner.state.put(name, null);
    const user = await inner.people.users.get(stored.user);
    return user?.active ? user : null;
  });
}
