import type { Role, User } from '../../../shared/domain/user.ts';
import { hashPassword, tokenHash } from '../people/passwords.ts';
import { openTestApp as openApp } from './open-test-app.ts';

export const testToken = 'a-token-for-tests-only';
export const testPassword = 'perahu kertas biru 7';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what is looked at is asserted
  body: any;
  text: string;
  headers: Record<string, string | string[] | number | undefined>;
  cookie: string | undefined;
}

export interface Who {
  cookie?: string | undefined;
  csrf?: string | undefined;
  bearer?: string;
  unit?: string;
  headers?: Record<string, string>;
}

export const asToken: Who = { bearer: testToken };
type Options = Omit<NonNullable<Parameters<typeof openApp>[0]>, 'now'> & { at?: number };

/** The real app over SQLite in memory, and people made at will. */
export async function openTestApp({ at, ...more }: Options = {}) {
  const opened = await openApp({
    requestsPerMinute: 1e6,
    ...more,
    ...(at === undefined ? {} : { now: at }),
  });
  const { app, records, clock } = opened;
  await app.ready();
  let count = 0;
  let passwordHash: Promise<string> | null = null;

  async function call(
    method: string,
    url: string,
    who: Who = asToken,
    payload?: object | string,
  ): Promise<Answer> {
    const headers = {
      ...(who.cookie ? { cookie: `saring_session=${who.cookie}` } : {}),
      ...(who.csrf ? { 'x-csrf-token': who.csrf } : {}),
      ...(who.bearer ? { authorization: `Bearer ${who.bearer}` } : {}),
      ...(who.unit ? { 'saring-unit': who.unit } : {}),
      ...who.headers,
    };
    const given = payload === undefined ? {} : { payload };
    const got = await app.inject({ method: method as 'GET', url, headers, ...given });
    return {
      status: got.statusCode,
      body: got.body !== '' && String(got.headers['content-type']).includes('json') ? got.json() : null,
      text: got.body,
      headers: got.headers,
      cookie: got.cookies.find((one) => one.name === 'saring_session')?.value,
    };
  }

  /** A person with one role in one unit; with `withPassword` they can sign in by {@link testPassword}. */
  async function addUser(role: Role, unit = '35.73', withPassword = false): Promise<User> {
    const id = `user-${++count}`;
    const user: User = {
      id,
      version: 1,
      email: `${id}@kpu.example`,
      name: `Petugas ${count}`,
      grants: [{ unit, role }],
      active: true,
      createdAt: clock.now(),
      signedInAt: null,
    };
    await records.people.users.put(user);
    passwordHash ??= withPassword ? hashPassword(testPassword) : null;
    await records.people.credentials.put({
      userId: id,
      passwordHash: withPassword ? await passwordHash : null,
      totpSecret: null,
      totpConfirmed: false,
      totpStep: 0,
      recoveryHashes: [],
    });
    return user;
  }

  /** A session without the cost of a sign-in. */
  async function enter(user: User): Promise<{ cookie: string; csrf: string }> {
    count += 1;
    const [cookie, csrf] = [`cookie-${count}`, `csrf-${count}`];
    await records.people.sessions.put({
      tokenHash: tokenHash(cookie),
      userId: user.id,
      csrf,
      unit: user.grants[0]!.unit,
      createdAt: clock.now(),
      seenAt: clock.now(),
    });
    return { cookie, csrf };
  }

  return {
    ...opened,
    call,
    addUser,
    enter,
    /** Every table of the file as text. */
    async tableTexts(): Promise<{ name: string; text: string }[]> {
      const { reader } = opened.sqlite;
      const names = reader.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
      return names.map((row) => {
        const name = String(row['name']);
        return { name, text: JSON.stringify(reader.prepare(`SELECT * FROM "${name}"`).all()) };
      });
    },
    as: async (role: Role, unit?: string) => enter(await addUser(role, unit)),
  };
}
export type TestApp = Awaited<ReturnType<typeof openTestApp>>;
