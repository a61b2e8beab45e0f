import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs } from '../domain/instant.ts';
import type { Invitation, Session } from '../domain/sign-in.ts';
import type { User } from '../domain/user.ts';
import { EmailTaken, type PeopleRecords } from './people-records.ts';
import { VersionConflict } from './records.ts';

interface PeopleBackend {
  name: string;
  create(): Promise<{ people: PeopleRecords; destroy(): Promise<void> }>;
}

const at = Date.UTC(2024, 10, 27, 1);
const user: User = {
  id: 'u1',
  version: 1,
  email: 'humas@kpu.example',
  name: 'Petugas Humas',
  grants: [{ unit: '35.73', role: 'analyst' }],
  active: true,
  createdAt: at,
  signedInAt: null,
};
const session: Session = {
  tokenHash: 'h1',
  userId: 'u1',
  csrf: 'c',
  unit: '35.73',
  createdAt: at,
  seenAt: at,
};
const invitation: Invitation = {
  tokenHash: 'i1',
  userId: null,
  email: 'baru@kpu.example',
  name: 'Petugas Baru',
  grants: user.grants,
  by: 'u1',
  createdAt: at,
  expiresAt: at + dayMs,
  usedAt: null,
};

/** What every PeopleRecords promises; a backend's test registers it. */
export function describePeopleContract(backend: PeopleBackend): void {
  describe(`People contract: ${backend.name}`, () => {
    let made: Awaited<ReturnType<PeopleBackend['create']>>;
    let people: PeopleRecords;
    beforeEach(async () => {
      made = await backend.create();
      people = made.people;
    });
    afterEach(() => made.destroy());

    it('keeps users, one for each address, and notices two writers', async () => {
      await people.users.put(user);
      expect(await people.users.byEmail(user.email)).toEqual(user);
      await people.users.put({ ...user, version: 2, name: 'Kasubbag' });
      await expect(people.users.put({ ...user, version: 2 })).rejects.toThrow(VersionConflict);
      await expect(people.users.put({ ...user, id: 'u2' })).rejects.toThrow(EmailTaken);
      expect([await people.users.count(), (await people.users.list({ limit: 9 }))[0]?.name]).toEqual([
        1,
        'Kasubbag',
      ]);
    });

    it('takes a code once, also when two use it at the same moment', async () => {
      const credential = {
        userId: 'u1',
        passwordHash: 'x',
        totpSecret: 's',
        totpConfirmed: true,
        totpStep: 5,
        recoveryHashes: ['a', 'b'],
      };
      await people.credentials.put(credential);
      const taken = await Promise.all([6, 6].map((step) => people.credentials.takeStep('u1', step)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await people.credentials.takeStep('u1', 5)).toBe(false);
      const used = await Promise.all(['a', 'a'].map((hash) => people.credentials.takeRecovery('u1', hash)));
      expect(used.filter(Boolean)).toHaveLength(1);
      expect(await people.credentials.get('u1')).toMatchObject({ totpStep: 6, recoveryHashes: ['b'] });
    });

    it('ends sessions one by one, of a person, and those not seen for long', async () => {
      for (const tokenHash of ['h1', 'h2', 'h3']) await people.sessions.put({ ...session, tokenHash });
      await people.sessions.put({ ...session, tokenHash: 'old', userId: 'u9', seenAt: at - dayMs });
      await people.sessions.remove('h1');
      expect(await people.sessions.get('h1')).toBeNull();
      expect(await people.sessions.removeOf('u1')).toBe(2);
      expect(await people.sessions.removeUnseen(at)).toBe(1);
    });

    it('lets an invitation be used once', async () => {
      await people.invitations.put(invitation);
      const taken = await Promise.all([1, 2].map((n) => people.invitations.take('i1', at + n)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect((await people.invitations.get('i1'))?.usedAt).toBeGreaterThan(at);
    });

    it('links an identity to one person, and lets a way to a provider be gone once', async () => {
      const identity = { issuer: 'https://sso', subject: 's', userId: 'u1', email: null, linkedAt: at };
      const both = await Promise.all(
        ['u1', 'u2'].map((userId) => people.identities.add({ ...identity, userId })),
      );
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await people.identities.get('https://ss', 'os')).toBeNull();
      const { userId } = (await people.identities.get('https://sso', 's'))!;
      expect(await people.identities.of(userId)).toHaveLength(1);
      await people.identities.remove('https://sso', 's');
      expect(await people.identities.of(userId)).toEqual([]);
      const way = { state: 's', nonce: 'n', verifier: 'v', userId: null, invitationHash: null };
      for (const tokenHash of ['p1', 'p2'])
        await people.pending.add({ ...way, tokenHash, expiresAt: at + 10 }, at);
      const taken = await Promise.all([1, 2].map(() => people.pending.take('p1', at)));
      expect(taken.filter(Boolean)).toEqual([{ ...way, tokenHash: 'p1', expiresAt: at + 10 }]);
      expect(await people.pending.take('p2', at + 10)).toBeNull();
    });

    it('counts failures in a row', async () => {
      await people.failures.add('e', at);
      expect(await people.failures.add('e', at + 1)).toBe(2);
      expect(await people.failures.get('e')).toEqual({ emailHash: 'e', count: 2, lastAt: at + 1 });
      await people.failures.clear('e');
      expect(await people.failures.get('e')).toBeNull();
    });

    it('finds keys by the hash of their token', async () => {
      const key = {
        id: 'k1',
        name: 'papan',
        tokenHash: 'kh',
        createdBy: 'u1',
        unit: 'RI',
        permissions: ['read' as const],
        createdAt: at,
        expiresAt: at + dayMs,
        revokedAt: null,
      };
      await people.apiKeys.put(key);
      await people.apiKeys.put({ ...key, revokedAt: at });
      expect(await people.apiKeys.byHash('kh')).toEqual({ ...key, revokedAt: at });
      expect(await people.apiKeys.list()).toHaveLength(1);
    });
  });
}
