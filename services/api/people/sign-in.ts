import { createHash } from 'node:crypto';
import { dayMs, hourMs } from '../../../shared/domain/instant.ts';
import type { Session } from '../../../shared/domain/sign-in.ts';
import { homeUnit, type User } from '../../../shared/domain/user.ts';
import type { PeopleRecords } from '../../../shared/ports/people-records.ts';
import { takeCode } from './one-time-codes.ts';
import { isPassword, newToken, tokenHash } from './passwords.ts';

/** A working day away from the desk ends a session, and so does a week in all (OWASP ASVS 5, 7.3). */
export const sessionLimits = { idleMs: 12 * hourMs, wholeMs: 7 * dayMs };
/** Seen times are written no oftener than this. */
const seenEveryMs = 5 * 60_000;

/** Wrong tries that cost nothing; after them each doubles the wait, up to an hour. */
const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = hourMs;
/** A row of failures is forgotten after a day. */
const failuresKeptMs = dayMs;

export type SignIn =
  | { kind: 'in'; user: User; session: Session; token: string }
  /** The password is right; a code is asked for. */
  | { kind: 'code_needed' }
  /** Whatever was wrong: it is not said what. */
  | { kind: 'refused' }
  | { kind: 'wait'; untilAt: number };

export interface Attempt {
  email: string;
  password: string;
  code?: string | undefined;
}

const emailHashOf = (email: string): string => createHash('sha256').update(email.toLowerCase()).digest('hex');

/** When the next try is allowed after so many failures in a row. */
export function nextTryAt(failures: { count: number; lastAt: number } | null): number {
  if (!failures || failures.count < freeTries) return 0;
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures.count - freeTries));
  return failures.lastAt + wait;
}

/**
 * Tries a password, and a code where the person set one up. Addresses that nobody has are held up, answered and timed
 * like those of users.
 */
export async function signIn(
  people: PeopleRecords,
  { email, password, code }: Attempt,
  now: number,
): Promise<SignIn> {
  const key = emailHashOf(email);
  const known = await people.failures.get(key);
  const failures = known && now - known.lastAt < failuresKeptMs ? known : null;
  if (known && !failures) await people.failures.clear(key);
  const untilAt = nextTryAt(failures);
  if (now < untilAt) return { kind: 'wait', untilAt };

  const user = await people.users.byEmail(email.toLowerCase());
  const credential = user?.active ? await people.credentials.get(user.id) : null;
  const refuse = async (): Promise<SignIn> => {
    await people.failures.add(key, now);
    return { kind: 'refused' };
  };
  if (!(await isPassword(credential?.passwordHash ?? null, password)) || !user || !credential)
    return refuse();
  if (credential.totpConfirmed) {
    if (code === undefined) return { kind: 'code_needed' };
    if (!(await takeCode(people.credentials, credential, code, now))) return refuse();
  }
  await people.failures.clear(key);
  return { kind: 'in', user, ...(await openSession(people, user, now)) };
}

/** A new session under a new token; one that a stranger planted is never taken over. */
export async function openSession(
  people: PeopleRecords,
  user: User,
  now: number,
): Promise<{ session: Session; token: string }> {
  const token = newToken();
  const session: Session = {
    tokenHash: tokenHash(token),
    userId: user.id,
    csrf: newToken(),
    unit: homeUnit(user.grants),
    createdAt: now,
    seenAt: now,
  };
  await people.users.put({ ...user, version: user.version + 1, signedInAt: now });
  await people.sessions.removeUnseen(now - sessionLimits.idleMs);
  await people.sessions.put(session);
  return { session, token };
}

/** The session and person behind a cookie; null when it has ended or they may no longer come in. */
export async function sessionOf(
  people: PeopleRecords,
  token: string,
  now: number,
): Promise<{ session: Session; user: User } | null> {
  const session = await people.sessions.get(tokenHash(token));
  if (!session) return null;
  const isOver =
    now - session.seenAt > sessionLimits.idleMs || now - session.createdAt > sessionLimits.wholeMs;
  const user = isOver ? null : await people.users.get(session.userId);
  if (!user?.active) {
    await people.sessions.remove(session.tokenHash);
    return null;
  }
  if (now - session.seenAt > seenEveryMs) await people.sessions.put({ ...session, seenAt: now });
  return { session, user };
}

/** What became of a secret that a person in a session was asked for again. */
export type OwnTry = { kind: 'right' } | { kind: 'wrong' } | { kind: 'wait'; untilAt: number };

/**
 * Asks for a secret again inside a session, held up like a sign-in: whoever took the session over must not guess the
 * password or a code there.
 */
export async function tryOwn(
  { failures }: PeopleRecords,
  userId: string,
  now: number,
  isRight: () => Promise<boolean>,
): Promise<OwnTry> {
  const key = emailHashOf(`own ${userId}`);
  const known = await failures.get(key);
  const untilAt = nextTryAt(known && now - known.lastAt < failuresKeptMs ? known : null);
  if (now < untilAt) return { kind: 'wait', untilAt };
  if (await isRight()) {
    await failures.clear(key);
    return { kind: 'right' };
  }
  await failures.add(key, now);
  return { kind: 'wrong' };
}
