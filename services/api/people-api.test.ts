import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import { type Permission, type Role, rightsIn, roles, type User } from '../../shared/domain/user.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { makeFirstLink } from './people/first-link.ts';
import { tokenHash } from './people/passwords.ts';
import { isForWhole, permissionOf, type RouteNeed } from './people/route-permissions.ts';
import {
  type Answer,
  testToken as bearer,
  openTestApp,
  testPassword as password,
  type TestApp,
  type Who,
} from './testing/open-test-people.ts';

/** Whether a status is what somebody with these permissions must get; open and own routes refuse by reasons of their own. */
function fitsNeed(
  status: number,
  need: RouteNeed,
  allowed: readonly Permission[],
  isWhole: boolean,
): boolean {
  if (isWhole) return status === 403;
  // the audit trail is one for all units: below KPU RI it is refused, whoever asks
  if (need === 'audit') return status === 403;
  if (need === 'open' || need === 'self') return need === 'open' || status !== 401;
  return allowed.includes(need) ? status !== 401 && status !== 403 : status === 403;
}

describe('people', () => {
  let test: TestApp;
  let records: TestApp['records'];
  let clock: TestApp['clock'];

  beforeAll(async () => {
    test = await openTestApp();
    ({ records, clock } = test);
  });
  afterAll(() => test.close());

  /** A stranger, where nobody is named. */
  const call = (method: string, url: string, who: Who = {}, payload?: object): Promise<Answer> =>
    test.call(method, url, who, payload);
  const addUser = (role: Role, unit?: string): Promise<User> => test.addUser(role, unit, true);
  const enter = (user: User) => test.enter(user);
  const signIn = (email: string, given: string = password, code?: string): Promise<Answer> =>
    call('POST', '/v1/session', {}, { email, password: given, ...(code ? { code } : {}) });

  it('makes the first administrator by a link that works once', async () => {
    const token = (await makeFirstLink(records))!;
    const body = { token, email: 'Admin@KPU.example', name: 'Administrator', password };
    expect((await call('POST', '/v1/first-administrator', {}, { ...body, token: 'x' })).status).toBe(403);
    expect(
      (await call('POST', '/v1/first-administrator', {}, { ...body, password: 'rahasia123456' })).status,
    ).toBe(400);
    expect((await call('POST', '/v1/first-administrator', {}, body)).status).toBe(201);
    expect(
      (await call('POST', '/v1/first-administrator', {}, { ...body, email: 'b@kpu.example' })).status,
    ).toBe(403);
    expect(await makeFirstLink(records)).toBeNull();
    expect((await signIn('admin@kpu.example')).body).toMatchObject({
      unit: 'RI',
      user: { email: 'admin@kpu.example' },
    });
  });

  it('lets every role do what the table says on every route, and nothing else', async () => {
    const paths = test.app.swagger().paths as Record<string, Record<string, unknown>>;
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
    );
    expect(routes.length).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const { method, path } of routes) {
      if (path === '/v1/events') continue; // it never ends; its scope has a test of its own
      const need = permissionOf(method, path.replaceAll(/\{(\w+)\}/g, ':$1'));
      const url = path.replaceAll(/\{\w+\}/g, 'tidak-ada');
      const stranger = (await call(method, url)).status;
      if (need !== 'open' && stranger !== 401) wrong.push(`${method} ${url} without a sign-in: ${stranger}`);
      for (const role of roles) {
        const user = await addUser(role);
        const { status } = await call(method, url, await enter(user), method === 'GET' ? undefined : {});
        const isWhole = isForWhole(method, path.replaceAll(/\{(\w+)\}/g, ':$1'));
        if (!fitsNeed(status, need, rightsIn(user.grants, '35.73').permissions, isWhole))
          wrong.push(`${method} ${url} as ${role}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('shows a unit what is its own, and nothing of its neighbours or from above', async () => {
    await records.issues.put([
      buildIssue(1, { unit: '35.73', number: 'ISU-2024-000001' }),
      buildIssue(2, { unit: '35.78', number: 'ISU-2024-000002' }),
      buildIssue(3, { unit: 'RI', number: 'ISU-2024-000003' }),
    ]);
    const seen = async (unit: string): Promise<string[]> =>
      (await call('GET', '/v1/issues', await enter(await addUser('reader', unit)))).body.issues
        .map((issue: { number: string }) => issue.number.slice(-1))
        .sort();
    expect([await seen('35.73'), await seen('35'), await seen('RI'), await seen('51')]).toEqual([
      ['1'],
      ['1', '2'],
      ['1', '2', '3'],
      [],
    ]);
    const neighbour = await enter(await addUser('head', '35.78'));
    expect((await call('GET', '/v1/issues/ISU-2024-000001', neighbour)).status).toBe(404);
    expect((await call('GET', '/v1/issues', { ...neighbour, unit: '35.73' })).status).toBe(403);
    expect((await call('GET', '/v1/issues', { ...neighbour, unit: 'RI' })).status).toBe(403);
  });

  it('refuses changes that do not come from its own page', async () => {
    const { cookie, csrf } = await enter(await addUser('administrator'));
    const body = { name: 'kunci', unit: '35.73', permissions: ['read'], days: 3 };
    expect((await call('POST', '/v1/keys', { cookie }, body)).status).toBe(403);
    expect((await call('POST', '/v1/keys', { cookie, csrf: 'wrong' }, body)).status).toBe(403);
    expect((await call('POST', '/v1/keys', { cookie, csrf }, body)).status).toBe(201);
  });

  it('gives a new session at every sign-in and takes none that was planted', async () => {
    const { email } = await addUser('analyst');
    const answer = await test.app.inject({
      method: 'POST',
      url: '/v1/session',
      headers: { cookie: 'saring_session=planted' },
      payload: { email, password },
    });
    const set = answer.cookies.find((one) => one.name === 'saring_session')!;
    expect(set).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(set.value).not.toBe('planted');
    expect((await call('GET', '/v1/issues', { cookie: 'planted' })).status).toBe(401);
    expect((await call('GET', '/v1/issues', { cookie: set.value })).status).toBe(200);
  });

  it('holds up guessing, alike for addresses that nobody has', async () => {
    const { email } = await addUser('analyst');
    for (const address of [email, 'tidak-ada@kpu.example']) {
      const answers = [];
      for (let n = 0; n < 6; n += 1) answers.push(await signIn(address, 'bukan sandinya 1'));
      expect(answers.map((one) => one.status)).toEqual([401, 401, 401, 401, 401, 429]);
      expect(answers[5]!.headers['retry-after']).toBe('30');
      expect(new Set(answers.slice(0, 5).map((one) => one.body.title)).size).toBe(1);
    }
    expect((await signIn(email)).status).toBe(429);
    clock.advance(31_000);
    expect((await signIn(email)).status).toBe(200);
  });

  it('asks for a code where one is set up; a code and a recovery code work once', async () => {
    const { email } = await addUser('approver');
    const first = await signIn(email);
    const who = { cookie: first.cookie, csrf: first.body.csrf };
    const { secret } = (await call('POST', '/v1/me/generator', who)).body;
    const codeNow = (): string =>
      new TOTP({ secret: Secret.fromBase32(secret), digits: 6 }).generate({ timestamp: clock.now() });
    const { recoveryCodes } = (await call('POST', '/v1/me/generator/confirm', who, { code: codeNow() })).body;
    expect(recoveryCodes).toHaveLength(10);
    const stateNow = async () => (await call('GET', '/v1/me/generator', who)).body;
    expect(await stateNow()).toEqual({ confirmed: true, recoveryCodes: 10 });
    expect((await signIn(email)).body.title).toBe('A code is needed');
    expect((await signIn(email, password, codeNow())).status).toBe(401); // used to confirm
    clock.advance(60_000);
    expect((await signIn(email, password, codeNow())).status).toBe(200);
    expect((await signIn(email, password, codeNow())).status).toBe(401);
    expect((await signIn(email, password, recoveryCodes[3])).status).toBe(200);
    expect((await signIn(email, password, recoveryCodes[3])).status).toBe(401);
    expect(await stateNow()).toEqual({ confirmed: true, recoveryCodes: 9 });
  });

  it('lets everybody change their own name, and nothing else of themselves', async () => {
    const user = await addUser('reader');
    const who = await enter(user);
    const rename = (body: object) => call('PATCH', '/v1/me', who, body);
    expect((await rename({ name: '  ', version: 1 })).status).toBe(400);
    expect((await rename({ name: 'Nama Baru', version: 1 })).body).toMatchObject({
      name: 'Nama Baru',
      grants: user.grants,
      version: 2,
    });
    expect((await rename({ name: 'Tertinggal', version: 1 })).status).toBe(409);
    expect((await call('PATCH', '/v1/me', { bearer }, { name: 'Program', version: 1 })).status).toBe(403);
    const [entry] = (await records.audit.list({ after: 0, limit: 1_000 })).slice(-1);
    expect(entry).toMatchObject({ action: 'user.rename', actor: user.id, after: { name: 'Nama Baru' } });
  });

  it('ends sessions when they are idle, old, signed out everywhere, or the person is shut out', async () => {
    const user = await addUser('reader');
    const sees = async (cookie: string | undefined): Promise<number> =>
      (await call('GET', '/v1/issues', { cookie })).status;
    const idle = await enter(user);
    clock.advance(13 * hourMs);
    expect(await sees(idle.cookie)).toBe(401);
    const old = await enter(user);
    for (let n = 0; n < 15; n += 1) {
      clock.advance(11 * hourMs);
      if (n < 14) expect(await sees(old.cookie)).toBe(200);
    }
    clock.advance(5 * hourMs);
    expect(await sees(old.cookie)).toBe(401);
    const [here, there] = [await enter(user), await enter(user)];
    expect((await call('DELETE', '/v1/sessions', here)).status).toBe(204);
    expect([await sees(here.cookie), await sees(there.cookie)]).toEqual([401, 401]);
    const shut = await enter(user);
    const admin = await enter(await addUser('administrator'));
    const { version } = (await records.people.users.get(user.id))!;
    await call('PATCH', `/v1/users/${user.id}`, admin, { version, active: false, reason: 'pindah tugas' });
    expect(await sees(shut.cookie)).toBe(401);
  });

  it('gives rights away only within reach, never to oneself, and notices two who do', async () => {
    const administrator = await addUser('administrator', '35');
    const who = await enter(administrator);
    const invite = async (unit: string) =>
      call('POST', '/v1/invitations', await enter(administrator), {
        email: `baru${unit}@kpu.example`,
        name: 'Petugas Baru',
        grants: [{ unit, role: 'drafter' }],
      });
    expect([(await invite('RI')).status, (await invite('51')).status]).toEqual([403, 403]);
    const { token } = (await invite('35.73')).body;
    const accepted = await Promise.all(
      [1, 2].map(() => call('POST', '/v1/invitations/accept', {}, { token, password })),
    );
    expect(accepted.map((one) => one.status).sort()).toEqual([200, 403]);
    const self = { version: 1, grants: [{ unit: '35', role: 'head' }], reason: 'perlu' };
    expect((await call('PATCH', `/v1/users/${administrator.id}`, who, self)).status).toBe(403);
    const { id, version } = accepted.find((one) => one.status === 200)!.body;
    const change = { version, name: 'Petugas Humas', reason: 'salah eja' };
    expect((await call('PATCH', `/v1/users/${id}`, who, change)).status).toBe(200);
    expect((await call('PATCH', `/v1/users/${id}`, who, change)).status).toBe(409);
    expect((await call('PATCH', `/v1/users/${id}`, who, { ...change, version: 2, id: 'x' })).status).toBe(
      400,
    );
    clock.advance(8 * dayMs);
    const late = (await invite('35.78')).body.token;
    clock.advance(8 * dayMs);
    expect((await call('POST', '/v1/invitations/accept', {}, { token: late, password })).status).toBe(403);
  });

  it('limits a key to its rights, unit and time', async () => {
    const who = await enter(await addUser('administrator', '35'));
    const ask = (more: object) =>
      call('POST', '/v1/keys', who, {
        name: 'papan',
        unit: '35.73',
        permissions: ['read'],
        days: 2,
        ...more,
      });
    expect((await ask({ permissions: ['approve'] })).status).toBe(403);
    expect((await ask({ unit: 'RI' })).status).toBe(403);
    const { token, key } = (await ask({})).body;
    const use = async (unit?: string): Promise<number> =>
      (await call('GET', '/v1/issues', { bearer: token, ...(unit ? { unit } : {}) })).status;
    expect([
      await use(),
      await use('35'),
      (await call('POST', '/v1/keys', { bearer: token }, {})).status,
    ]).toEqual([200, 403, 403]);
    expect(JSON.stringify((await call('GET', '/v1/keys', who)).body)).not.toContain(tokenHash(token));
    clock.advance(3 * dayMs);
    expect(await use()).toBe(401);
    expect(key.name).toBe('papan');
  });

  it('lets nobody but the installation’s own token act for somebody else', async () => {
    const who = await enter(await addUser('analyst'));
    const refused = await call('POST', '/v1/claim-links/decide', who, {
      ids: ['x'],
      decision: 'reject',
      by: 'orang lain',
    });
    expect([refused.status, refused.body.title]).toEqual([
      403,
      'Only the installation’s own token may act for somebody else',
    ]);
  });

  it('takes approvals from a file of the installation’s own token only, and lets every reader ask what is known', async () => {
    const who = await enter(await addUser('approver'));
    const refused = await call('POST', '/v1/claims/import?approvals=keep', who, { claims: [] });
    expect([refused.status, refused.body.title]).toEqual([
      403,
      'Only the installation’s own token may bring approvals along',
    ]);
    expect((await call('POST', '/v1/claims/import', who, { claims: [] })).status).toBe(200);
    const reader = await enter(await addUser('reader'));
    expect((await call('POST', '/v1/claims/match', reader, { text: 'kontainer' })).status).toBe(200);
    expect((await call('POST', '/v1/claims', reader, { text: 'kontainer' })).status).toBe(403);
  });

  it('writes every change of people to an audit chain that is whole', async () => {
    const { entries, brokenAt } = await records.audit.verify();
    expect([entries > 10, brokenAt]).toEqual([true, null]);
    const inspector = await enter(await addUser('head', 'RI'));
    expect((await call('GET', '/v1/audit/verify', inspector)).body).toEqual({ entries, brokenAt: null });
    const page = (await call('GET', '/v1/audit?limit=2', inspector)).body;
    expect([page.entries.length, page.nextAfter]).toEqual([2, 2]);
  });
});
