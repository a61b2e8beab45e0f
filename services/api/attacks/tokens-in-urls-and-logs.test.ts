import { afterEach, describe, expect, it } from 'vitest';
import { buildPerson, buildStakeholder } from '../../../shared/testing/build-stakeholder.ts';
import { hashPassword } from '../people/passwords.ts';
import { asToken, openTestApp, testPassword, testToken } from '../testing/open-test-people.ts';

const write = process.stderr.write;
afterEach(() => {
  process.stderr.write = write;
});

describe('tokens in addresses and logs', () => {
  it('takes no token from an address, whatever it is called', async () => {
    const test = await openTestApp();
    const admin = await test.as('administrator', 'RI');
    const body = { name: 'papan', unit: 'RI', permissions: ['read'], days: 2 };
    const { token } = (await test.call('POST', '/v1/keys', admin, body)).body;
    let refused = 0;
    for (const secret of [testToken, token, admin.cookie])
      for (const name of [
        'token',
        'access_token',
        'bearer',
        'authorization',
        'api_key',
        'apikey',
        'key',
        'session',
        'saring_session',
      ]) {
        expect([name, (await test.call('GET', `/v1/issues?${name}=${secret}`, {})).status]).toEqual([
          name,
          401,
        ]);
        refused += 1;
      }
    expect(
      (
        await test.call('GET', '/v1/issues', {
          headers: { authorization: `Basic ${btoa(`x:${testToken}`)}` },
        })
      ).status,
    ).toBe(401);
    console.info(`tokens in addresses: ${refused + 1} of ${refused + 1} refused`);
    await test.close();
  });

  it('writes no secret to the log, not even of requests that fail', async () => {
    const lines: string[] = [];
    process.stderr.write = ((text: string) => lines.push(String(text)) > 0) as typeof write;
    const test = await openTestApp({ logLevel: 'trace' });
    const user = await test.addUser('drafter', '35.73');
    await test.records.people.credentials.put({
      userId: user.id,
      passwordHash: await hashPassword(testPassword),
      totpSecret: null,
      totpConfirmed: false,
      totpStep: 0,
      recoveryHashes: [],
    });
    const signed = await test.call('POST', '/v1/session', {}, { email: user.email, password: testPassword });
    const who = { cookie: signed.cookie, csrf: signed.body.csrf };
    const { secret } = (await test.call('POST', '/v1/me/generator', who)).body;
    const person = buildPerson(1);
    await test.records.dissemination.stakeholders.put(buildStakeholder(1, { persons: [person] }));
    const email = 'rahasia.orang@media.example';
    await test.call('GET', `/v1/public/opt-out/${person.optOutKey}`, {});
    await test.call(
      'POST',
      `/v1/public/opt-out/${person.optOutKey}`,
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      '',
    );
    await test.call('GET', `/v1/issues?token=${testToken}&text=${email}`, asToken);
    await test.call('GET', '/v1/hooks/whatsapp?hub.verify_token=geheim-verify', {});
    await test.call(
      'POST',
      '/v1/invitations/accept',
      {},
      { token: 'undangan-rahasia', password: 'sandi undangan 123' },
    );
    await test.call('POST', '/v1/activities', who, { title: email });
    await test.call('GET', '/v1/tidak-ada/rahasia', { bearer: 'bearer-yang-salah' });
    await test.close();
    process.stderr.write = write;
    const log = lines.join('');
    expect(lines.length).toBeGreaterThan(10);
    expect(log).toContain('/v1/issues');
    const secrets = [
      testToken,
      testPassword,
      signed.cookie!,
      signed.body.csrf,
      secret,
      person.optOutKey,
      'geheim-verify',
      'undangan-rahasia',
      'sandi undangan',
      'bearer-yang-salah',
      email,
    ];
    const told = secrets.filter((one) => log.includes(one));
    console.info(
      `tokens in logs: ${secrets.length - told.length} of ${secrets.length} secrets kept out of ${lines.length} lines`,
    );
    expect(told).toEqual([]);
  });

  it('keeps only hashes of what opens a door, and answers with none of them', async () => {
    const test = await openTestApp();
    const admin = await test.as('administrator', 'RI');
    const key = await test.call('POST', '/v1/keys', admin, {
      name: 'papan',
      unit: 'RI',
      permissions: ['read'],
      days: 2,
    });
    const invitation = await test.call('POST', '/v1/invitations', admin, {
      email: 'baru@kpu.example',
      name: 'Petugas Baru',
      grants: [{ unit: '35.73', role: 'reader' }],
    });
    const stored = (await test.tableTexts()).map(({ text }) => text).join('');
    for (const secret of [key.body.token, invitation.body.token, admin.cookie])
      expect([typeof secret, stored.includes(secret)]).toEqual(['string', false]);
    for (const url of ['/v1/keys', '/v1/users', '/v1/audit', '/v1/session']) {
      const { text } = await test.call('GET', url, admin);
      expect([url, /passwordHash|tokenHash|totpSecret|recoveryHashes|argon2/.test(text)]).toEqual([
        url,
        false,
      ]);
    }
    const back = await test.call('GET', '/v1/issues', { cookie: admin.cookie });
    expect([back.headers['referrer-policy'], back.headers['cache-control']]).toEqual([
      'same-origin',
      expect.stringMatching(/no-store|private, no-cache/),
    ]);
    await test.close();
  });
});
