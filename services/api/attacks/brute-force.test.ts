import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hourMs } from '../../../shared/domain/instant.ts';
import { openTestApp, type TestApp, testPassword } from '../testing/open-test-people.ts';

describe('brute force', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test.close());
  const signIn = (email: string, password: string, code?: string) =>
    test.call('POST', '/v1/session', {}, { email, password, ...(code ? { code } : {}) });

  it('lets fewer than forty guesses a day through, each wait twice the one before', async () => {
    const { email } = await test.addUser('analyst', '35.73', true);
    const from = test.clock.now();
    let [tried, held] = [0, 0];
    const waits: number[] = [];
    while (test.clock.now() < from + 20 * hourMs) {
      const answer = await signIn(email, `tebakan nomor ${tried} sekali`);
      if (answer.status === 401) tried += 1;
      else {
        held += 1;
        waits.push(Number(answer.headers['retry-after']));
        // hammering while held up changes nothing
        expect((await signIn(email, testPassword)).status).toBe(429);
        test.clock.advance(waits.at(-1)! * 1_000);
      }
    }
    console.info(
      `brute force, password: ${tried} guesses got through in 20 hours, ${2 * held} refused unlooked`,
    );
    expect(waits.slice(0, 5)).toEqual([30, 60, 120, 240, 480]);
    expect(Math.max(...waits)).toBe(3_600);
    expect(tried).toBeLessThan(40);
    expect((await signIn(email, testPassword)).status).toBe(200);
  });

  it('holds up guesses of codes by somebody who has the password', async () => {
    const { email } = await test.addUser('approver', '35.73', true);
    const first = await signIn(email, testPassword);
    const who = { cookie: first.cookie, csrf: first.body.csrf };
    const { secret } = (await test.call('POST', '/v1/me/generator', who)).body;
    const generator = new TOTP({ secret: Secret.fromBase32(secret), digits: 6 });
    const code = generator.generate({ timestamp: test.clock.now() });
    await test.call('POST', '/v1/me/generator/confirm', who, { code });
    const answers: number[] = [];
    for (let n = 0; n < 20; n += 1)
      answers.push((await signIn(email, testPassword, String(100_000 + n))).status);
    console.info(`brute force, codes: ${answers.filter((one) => one === 429).length} of 20 refused unlooked`);
    expect(answers).toEqual([...Array(5).fill(401), ...Array(15).fill(429)]);
  });

  it('holds up guesses of the password and of codes inside a stolen session', async () => {
    const { email } = await test.addUser('approver', '35.73', true);
    const first = await signIn(email, testPassword);
    const who = { cookie: first.cookie, csrf: first.body.csrf };
    const change = (old: string) =>
      test.call('PUT', '/v1/me/password', who, { old, new: 'layang-layang merah 42 senja' });
    const answers: number[] = [];
    for (let n = 0; n < 12; n += 1) answers.push((await change(`tebakan ${n} kali lagi`)).status);
    expect(answers).toEqual([...Array(5).fill(403), ...Array(7).fill(429)]);
    expect((await change(testPassword)).status).toBe(429);
    test.clock.advance(31_000);
    const { secret } = (await test.call('POST', '/v1/me/generator', who)).body;
    const generator = new TOTP({ secret: Secret.fromBase32(secret), digits: 6 });
    const code = generator.generate({ timestamp: test.clock.now() });
    expect((await test.call('POST', '/v1/me/generator/confirm', who, { code })).status).toBe(200);
    const codes: number[] = [];
    for (let n = 0; n < 12; n += 1)
      codes.push((await test.call('DELETE', '/v1/me/generator', who, { code: String(200_000 + n) })).status);
    console.info(
      `brute force, stolen session: ${[...answers, ...codes].filter((one) => one === 429).length} of 24 refused unlooked`,
    );
    expect(codes.filter((status) => status === 204)).toEqual([]);
    expect(codes.filter((status) => status === 403).length).toBeLessThanOrEqual(5);
  });

  it('stops one address that asks too much, whoever it says it is', async () => {
    const tight = await openTestApp({ requestsPerMinute: 10 });
    const answers: number[] = [];
    for (let n = 0; n < 15; n += 1) {
      const headers = { 'x-forwarded-for': `10.0.0.${n}`, 'x-real-ip': `10.0.0.${n}` };
      answers.push((await tight.call('GET', '/v1/issues', { headers })).status);
    }
    expect(answers.filter((status) => status === 429)).toHaveLength(5);
    await tight.close();
  });
});
