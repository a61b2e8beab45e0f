import type { Role, User } from '../../../shared/domain/user.ts';
import { tokenHash } from '../people/passwords.ts';
import type { TestApp } from './open-test-app.ts';

export interface Entered {
  user: User;
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    headers?: Record<string, string>,
  ): Promise<{
    status: number;
    // biome-ignore lint/suspicious/noExplicitAny: what is looked at is asserted
    body: any;
    etag: string;
  }>;
}

/** Somebody with a role in a unit, signed in, without the cost of a password. */
export async function enterAs(
  { app, records, clock }: TestApp,
  id: string,
  role: Role,
  unit: string,
): Promise<Entered> {
  const user: User = {
    id,
    version: 1,
    email: `${id}@kpu.example`,
    name: `Petugas ${id}`,
    grants: [{ unit, role }],
    active: true,
    createdAt: clock.now(),
    signedInAt: null,
  };
  await records.people.users.put(user);
  await records.people.sessions.put({
    tokenHash: tokenHash(`cookie-${id}`),
    userId: id,
    csrf: 'csrf',
    unit,
    createdAt: clock.now(),
    seenAt: clock.now(),
  });
  return {
    user,
    async call(method, url, payload, headers = {}) {
      const got = await app.inject({
        method,
        url,
        headers: { cookie: `saring_session=cookie-${id}`, 'x-csrf-token': 'csrf', ...headers },
        ...(payload ? { payload } : {}),
      });
      return {
        status: got.statusCode,
        body: String(got.headers['content-type']).includes('json') ? got.json() : got.body,
        etag: String(got.headers['etag'] ?? ''),
      };
    },
  };
}
