import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../shared/domain/user.ts';
import { rolesAsked } from './people/second-factor.ts';
import { openTestApp, testPassword as password, type TestApp } from './testing/open-test-people.ts';

describe('roles that a setting names', () => {
  it.each([
    ['off', []],
    ['all', roles],
    ['administrator,head', ['head', 'administrator']],
  ])('%s', (setting, asked) => {
    expect(rolesAsked(setting)).toEqual(asked);
  });
});

describe('a second factor that is demanded', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp({ secondFactor: 'administrator,head' });
  });
  afterAll(() => test.close());

  const signIn = (email: string, code?: string) =>
    test.call('POST', '/v1/session', {}, { email, password, ...(code ? { code } : {}) });

  it('is set up before anything else is answered, and then asked for', async () => {
    const user = await test.addUser('head', '35', true);
    const opened = await signIn(user.email);
    expect([opened.status, opened.body.needsSecondFactor]).toEqual([200, true]);
    const who = { cookie: opened.cookie, csrf: opened.body.csrf };
    const refusals = [
      await test.call('GET', '/v1/issues', who),
      await test.call('GET', '/v1/events', who),
      await test.call('GET', '/v1/me/todo', who),
      await test.call('PATCH', '/v1/me', who, { name: 'Nama baru', version: 2 }),
      await test.call('PUT', '/v1/me/password', who, { old: password, new: `${password} lagi` }),
      await test.call('POST', '/v1/answers', who, {}),
    ];
    for (const { status, body } of refusals)
      expect([status, body.type]).toEqual([403, 'urn:saring:second-factor']);
    expect((await test.call('GET', '/v1/session', who)).body.needsSecondFactor).toBe(true);
    expect((await test.call('POST', '/v1/me/generator/confirm', who, { code: '000000' })).status).not.toBe(
      200,
    );
    expect((await test.call('GET', '/v1/issues', who)).status).toBe(403);

    const { secret } = (await test.call('POST', '/v1/me/generator', who)).body;
    expect((await test.call('GET', '/v1/issues', who)).status).toBe(403);
    const generator = new TOTP({ secret: Secret.fromBase32(secret) });
    const code = generator.generate({ timestamp: test.clock.now() });
    expect((await test.call('POST', '/v1/me/generator/confirm', who, { code })).status).toBe(200);
    expect((await test.call('GET', '/v1/session', who)).body.needsSecondFactor).toBe(false);
    expect((await test.call('GET', '/v1/issues', who)).status).toBe(200);
    expect((await signIn(user.email)).body.title).toBe('A code is needed');
  });

  it('leaves out other roles, people without a password, keys and the program’s own token', async () => {
    const analyst = await test.addUser('analyst', '35', true);
    expect((await signIn(analyst.email)).body.needsSecondFactor).toBe(false);
    const elsewhere = await test.enter(await test.addUser('head', '35'));
    expect((await test.call('GET', '/v1/issues', elsewhere)).status).toBe(200);
    expect((await test.call('GET', '/v1/issues')).status).toBe(200);
  });

  it('holds for whoever has the role in any unit, and again when it was taken off', async () => {
    const user = await test.addUser('analyst', '35', true);
    const { people } = test.records;
    await people.users.put({ ...user, version: 2, grants: [...user.grants, { unit: '51', role: 'head' }] });
    const who = await test.enter(user);
    expect((await test.call('GET', '/v1/issues', who)).status).toBe(403);
    const credential = (await people.credentials.get(user.id))!;
    await people.credentials.put({ ...credential, totpSecret: 'A', totpConfirmed: true });
    expect((await test.call('GET', '/v1/issues', who)).status).toBe(200);
    await people.credentials.put(credential);
    expect((await test.call('GET', '/v1/issues', who)).status).toBe(403);
  });
});
