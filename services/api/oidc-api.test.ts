import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOidcProvider } from '../../infra/sign-in/oidc/create-oidc-provider.ts';
import { tokenHash } from './people/passwords.ts';
import { enterAs } from './testing/enter-as.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { type Said, serveOidc } from './testing/serve-oidc.ts';

const client = { clientId: 'saring', clientSecret: 'rahasia-klien-uji' };
const redirectUri = 'http://127.0.0.1:8140/v1/session/oidc/callback';
const person: Said = {
  claims: { sub: 'p-1', email: 'Petugas@kpu.example', email_verified: true, name: 'Petugas SSO' },
};

let sso: Awaited<ReturnType<typeof serveOidc>>;
let api: TestApp;
beforeAll(async () => {
  sso = await serveOidc(client.clientId, client.clientSecret);
});
afterAll(() => sso.close());
const provider = (issuer = sso.issuer) =>
  createOidcProvider({ ...client, issuer, redirectUri, name: 'SSO KPU' });
const open = async (over: object = {}) => {
  api = await openTestApp({ now: Date.now(), identityProvider: provider(), ...over });
};
beforeEach(() => open());
afterEach(() => api.close());

async function begin(query = ''): Promise<{ url: string; pending: string }> {
  const got = await api.app.inject({ url: `/v1/session/oidc/start${query}` });
  expect(got.statusCode).toBe(302);
  const cookie = got.cookies.find(({ name }) => name === 'saring_oidc')!;
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/v1/session/oidc' });
  return { url: String(got.headers['location']), pending: cookie.value };
}

async function comeBack(query: string, pending: string) {
  const got = await api.app.inject({
    url: `/v1/session/oidc/callback?${query}`,
    headers: { cookie: `saring_oidc=${pending}` },
  });
  return {
    status: got.statusCode,
    text: got.body,
    session: got.cookies.find(({ name }) => name === 'saring_session'),
  };
}

/** The whole way, with what the provider says. */
async function signIn(said: Said = person, query = '') {
  const { url, pending } = await begin(query);
  return comeBack(sso.approve(url, said), pending);
}

const link = (userId: string, subject = 'p-1') =>
  api.records.people.identities.add({ issuer: sso.issuer, subject, userId, email: null, linkedAt: 0 });

describe('signing in by a provider', () => {
  it('lets a linked person in, by issuer and subject, whatever address they have now', async () => {
    await enterAs(api, 'malang', 'analyst', '35.73');
    await link('malang');
    const { status, text, session } = await signIn({ claims: { sub: 'p-1' } });
    expect([status, text.includes('url=/')]).toEqual([200, true]);
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    const who = await api.app.inject({
      url: '/v1/session',
      headers: { cookie: `saring_session=${session!.value}` },
    });
    expect(who.json()).toMatchObject({ user: { id: 'malang' }, unit: '35.73' });
    expect(sso.seen).toContain('/keys');
    const [entry] = await api.records.audit.of('malang', 1);
    expect([entry!.action, entry!.after]).toEqual(['session.open', { issuer: sso.issuer }]);
    const { body } = await api.app.inject({ url: '/v1/session/providers' });
    expect(JSON.parse(body).providers).toEqual([{ name: 'SSO KPU', url: '/v1/session/oidc/start' }]);
  });

  it('makes nobody a user: not by an address somebody has, nor at all, unless the setting says so', async () => {
    const { user } = await enterAs(api, 'kepala', 'head', 'RI');
    const same = { claims: { ...person.claims, email: user.email } };
    for (const said of [person, same]) {
      const refused = await signIn(said);
      expect([refused.status, refused.session]).toEqual([403, undefined]);
      expect(refused.text).toContain('belum terdaftar');
    }
    expect(await api.records.people.users.count()).toBe(1);
    await api.close();
    await open({ newUserGrant: { unit: '35', role: 'reader' } });
    await enterAs(api, 'kepala', 'head', 'RI');
    expect((await signIn(same)).text).toContain('sudah punya akun');
    expect((await signIn({ claims: { ...person.claims, email_verified: false } })).status).toBe(403);
    expect((await signIn()).status).toBe(200);
    const made = await api.records.people.users.byEmail('petugas@kpu.example');
    expect(made).not.toBeNull();
    expect((await signIn()).status).toBe(200);
  });

  it('accepts an invitation to that very address, once', async () => {
    const invite = async (token: string, email: string) =>
      api.records.people.invitations.put({
        tokenHash: tokenHash(token),
        userId: null,
        email,
        name: 'Petugas Baru',
        grants: [{ unit: '35.73', role: 'drafter' }],
        by: 'admin',
        createdAt: api.clock.now(),
        expiresAt: api.clock.now() + 1e6,
        usedAt: null,
      });
    await invite('undangan', 'petugas@kpu.example');
    await invite('lain', 'orang.lain@kpu.example');
    expect((await signIn(person, '?invitation=lain')).text).toContain('bukan alamat yang diundang');
    expect((await signIn(person, '?invitation=undangan')).status).toBe(200);
    expect((await signIn({ claims: { ...person.claims, sub: 'p-2' } }, '?invitation=undangan')).status).toBe(
      403,
    );
    const user = (await api.records.people.users.byEmail('petugas@kpu.example'))!;
    expect(user.grants).toEqual([{ unit: '35.73', role: 'drafter' }]);
    const only = await api.app.inject({
      method: 'POST',
      url: '/v1/session',
      payload: { email: user.email, password: 'kata sandi apa saja' },
    });
    expect(only.statusCode).toBe(401);
  });

  it('links who is signed in already; one identity is one person, and the only way in stays', async () => {
    const one = await enterAs(api, 'satu', 'analyst', '35.73');
    const two = await enterAs(api, 'dua', 'analyst', '35.73');
    const linkAs = async ({ call }: typeof one, id: string) => {
      const got = await api.app.inject({
        method: 'POST',
        url: '/v1/me/identities',
        headers: { cookie: `saring_session=cookie-${id}`, 'x-csrf-token': 'csrf' },
      });
      expect((await call('GET', '/v1/me/identities')).status).toBe(200);
      return comeBack(sso.approve(got.json().url, person), got.cookies[0]!.value);
    };
    expect((await linkAs(one, 'satu')).status).toBe(200);
    expect((await linkAs(two, 'dua')).text).toContain('ditautkan ke pengguna lain');
    const { identities } = (await one.call('GET', '/v1/me/identities')).body;
    expect(identities).toMatchObject([{ issuer: sso.issuer, subject: 'p-1' }]);
    const off = `/v1/me/identities?issuer=${encodeURIComponent(sso.issuer)}&subject=p-1`;
    expect((await two.call('DELETE', off)).status).toBe(404);
    expect((await one.call('DELETE', off)).status).toBe(409);
  });

  it('shuts out who was shut out here', async () => {
    const { user } = await enterAs(api, 'malang', 'analyst', '35.73');
    await link('malang');
    await api.records.people.users.put({ ...user, version: 2, active: false });
    expect((await signIn()).text).toContain('tidak aktif');
  });

  it.each<[string, Said]>([
    ['signed by a strange key', { ...person, strangeKey: true }],
    ['unsigned', { ...person, unsigned: true }],
    ['for another client', { claims: { ...person.claims, aud: 'lain' } }],
    ['of another issuer', { claims: { ...person.claims, iss: 'https://sso.example' } }],
    ['expired', { claims: { ...person.claims, exp: 1_000 } }],
    ['with another nonce', { claims: { ...person.claims, nonce: 'lama' } }],
  ])('believes no token that is %s', async (_what, said) => {
    await enterAs(api, 'malang', 'analyst', '35.73');
    await link('malang');
    const { status, session, text } = await signIn(said);
    expect([status, session]).toEqual([403, undefined]);
    expect(text).toContain('tidak menyatakan Anda sah');
  });

  it('takes a way back once, from the browser that left, within ten minutes, and in its own state', async () => {
    await enterAs(api, 'malang', 'analyst', '35.73');
    await link('malang');
    const first = await begin();
    const query = sso.approve(first.url, person);
    expect((await comeBack(query, 'cookie-of-another-browser')).status).toBe(403);
    expect((await comeBack(query, first.pending)).status).toBe(200);
    expect((await comeBack(query, first.pending)).status).toBe(403);
    const victim = await begin();
    const attacker = await begin();
    const planted = sso.approve(attacker.url, person);
    expect((await comeBack(planted, victim.pending)).status).toBe(403);
    const slow = await begin();
    const late = sso.approve(slow.url, person);
    api.clock.advance(11 * 60_000);
    expect((await comeBack(late, slow.pending)).status).toBe(403);
    const denied = await begin();
    const state = new URL(denied.url).searchParams.get('state')!;
    expect((await comeBack(`error=access_denied&state=${state}`, denied.pending)).status).toBe(403);
    const script = await begin();
    expect((await comeBack('error=%3Cscript%3E&state=x', script.pending)).text).not.toContain('<script>');
  });

  it('says so when the provider is away, and that there is none', async () => {
    await api.close();
    await open({ identityProvider: provider('http://127.0.0.1:9') });
    expect((await api.app.inject({ url: '/v1/session/oidc/start' })).statusCode).toBe(503);
    await api.close();
    await open({ identityProvider: undefined });
    expect((await api.app.inject({ url: '/v1/session/oidc/start' })).statusCode).toBe(404);
    expect((await api.app.inject({ url: '/v1/session/providers' })).json()).toEqual({ providers: [] });
  });
});
