import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp, testPassword } from '../testing/open-test-people.ts';

describe('session fixation', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test.close());
  const signIn = (email: string, cookie?: string) =>
    test.call('POST', '/v1/session', { cookie }, { email, password: testPassword });
  const sees = async (cookie: string | undefined) =>
    (await test.call('GET', '/v1/session', { cookie })).status;

  it('takes no token that somebody planted, before or after the sign-in', async () => {
    const { email } = await test.addUser('analyst', '35.73', true);
    let refused = 0;
    for (const planted of ['planted', 'a'.repeat(43), '', '../..', 'undefined']) {
      const answer = await signIn(email, planted);
      expect([answer.status, answer.cookie === planted]).toEqual([200, false]);
      expect(await sees(planted)).toBe(401);
      refused += 1;
    }
    console.info(`session fixation: ${refused} of ${refused} planted tokens refused`);
  });

  it('gives a new token at every sign-in and ends the one before it in that browser', async () => {
    const { email } = await test.addUser('analyst', '35.73', true);
    const first = await signIn(email);
    const again = await test.call(
      'POST',
      '/v1/session',
      { cookie: first.cookie, csrf: first.body.csrf },
      { email, password: testPassword },
    );
    expect([again.status, again.cookie === first.cookie]).toEqual([200, false]);
    expect([await sees(first.cookie), await sees(again.cookie)]).toEqual([401, 200]);
    const other = await signIn(email);
    expect([await sees(again.cookie), await sees(other.cookie)]).toEqual([200, 200]);
  });

  it('takes a token from the cookie only: not from the address, a header or a body', async () => {
    const { email } = await test.addUser('analyst', '35.73', true);
    const { cookie } = await signIn(email);
    const ways = [
      await test.call('GET', `/v1/session?saring_session=${cookie}`, {}),
      await test.call('GET', `/v1/session;saring_session=${cookie}`, {}),
      await test.call('GET', '/v1/session', { headers: { 'x-session': cookie! } }),
      await test.call('GET', '/v1/session', { bearer: cookie! }),
    ];
    expect(ways.map(({ status }) => status).every((status) => status === 401 || status === 404)).toBe(true);
  });

  it('ends every other session when the password changes', async () => {
    const { email } = await test.addUser('analyst', '35.73', true);
    const thief = await signIn(email);
    const own = await signIn(email);
    const who = { cookie: own.cookie, csrf: own.body.csrf };
    const change = { old: testPassword, new: 'layang-layang merah 42 senja' };
    expect((await test.call('PUT', '/v1/me/password', who, change)).status).toBe(204);
    expect([await sees(thief.cookie), await sees(own.cookie)]).toEqual([401, 200]);
  });
});
