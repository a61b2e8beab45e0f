import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Role, User } from '../../../shared/domain/user.ts';
import { hashPassword, tokenHash } from '../../api/people/passwords.ts';
import type { Desk, OpenOptions } from './open-desk.ts';

export const colleaguePassword = 'kuda hijau makan rumput laut';

export interface Colleague {
  user: User;
  /** Opens a page of the desk as this person, in a browser profile of their own. */
  open(path: string, options?: OpenOptions): Promise<Page>;
  /** As if the person had been away too long. */
  endSession(): Promise<void>;
}

/** Another person at the same desk, in a role; with a password, so that they can sign in again. */
export async function addColleague(desk: Desk, name: string, role: Role, unit = 'RI'): Promise<Colleague> {
  const { people } = desk.installation.records;
  const now = Date.now();
  const user: User = {
    id: randomUUID(),
    version: 1,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@contoh.example`,
    name,
    grants: [{ unit, role }],
    active: true,
    createdAt: now,
    signedInAt: now,
  };
  await people.users.put(user);
  await people.credentials.put({
    userId: user.id,
    passwordHash: await hashPassword(colleaguePassword),
    totpSecret: null,
    totpConfirmed: false,
    totpStep: 0,
    recoveryHashes: [],
  });
  const token = randomUUID();
  const session = { tokenHash: tokenHash(token), userId: user.id, csrf: randomUUID(), unit };
  return {
    user,
    async open(path, options) {
      await people.sessions.put({ ...session, createdAt: now, seenAt: now });
      const page = await desk.openSignedOut('/masuk', options);
      await page.context().addCookies([{ name: 'saring_session', value: token, url: desk.address }]);
      await page.goto(desk.address + path);
      await page.locator('main h1').waitFor();
      return page;
    },
    endSession: async () => void (await people.sessions.remove(session.tokenHash)),
  };
}
