import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, openTestApp, type TestApp } from '../testing/open-test-people.ts';

describe('enumeration of users', () => {
  let test: TestApp;
  const addresses: Record<string, string> = {};
  beforeAll(async () => {
    test = await openTestApp();
    addresses['known'] = (await test.addUser('analyst', '35.73', true)).email;
    const shut = await test.addUser('analyst', '35.73', true);
    await test.records.people.users.put({ ...shut, active: false, version: 2 });
    addresses['shut out'] = shut.email;
    addresses['signs in elsewhere'] = (await test.addUser('analyst')).email;
    addresses['unknown'] = 'tidak-ada@kpu.example';
  });
  afterAll(() => test.close());

  /** All that an attacker sees but the request's own id and the moment. */
  const seen = ({ status, body, headers }: Answer) => {
    const { requestId: _id, ...rest } = body;
    const { 'x-request-id': _own, date: _date, ...others } = headers;
    const shown = Object.entries(others).filter(([name]) => !name.startsWith('x-ratelimit'));
    return JSON.stringify([status, rest, shown]);
  };
  const tryIn = (email: string) =>
    test.call('POST', '/v1/session', {}, { email, password: 'bukan sandinya 1' });

  it('answers alike for an address that is known, shut out, elsewhere or nobody’s', async () => {
    const answers = new Map<string, string[]>();
    for (let n = 0; n < 7; n += 1)
      for (const [name, email] of Object.entries(addresses))
        answers.set(name, [...(answers.get(name) ?? []), seen(await tryIn(email))]);
    const [first, ...others] = [...answers.values()];
    for (const other of others) expect(other).toEqual(first);
    console.info(`enumeration of users: ${7 * answers.size} of ${7 * answers.size} answers told nothing`);
    test.clock.advance(25 * 3_600_000);
  });

  it('does the same work for each, counted in processor time', async () => {
    const costs = new Map<string, number>();
    await tryIn('warm@kpu.example');
    for (let n = 0; n < 4; n += 1)
      for (const [name, email] of Object.entries(addresses)) {
        const before = process.cpuUsage();
        await tryIn(email);
        const { user, system } = process.cpuUsage(before);
        costs.set(name, Math.min(costs.get(name) ?? Number.POSITIVE_INFINITY, user + system));
      }
    const known = costs.get('known')!;
    // Without the hash an unknown address costs a twentieth; noise of a busy machine is a fifth.
    for (const [name, cost] of costs)
      expect([name, cost / known > 0.5, cost / known < 2]).toEqual([name, true, true]);
  });

  it('tells nobody below an administrator who has an account', async () => {
    for (const role of ['reader', 'analyst', 'drafter', 'approver', 'head'] as const) {
      const who = await test.as(role);
      const body = { email: addresses['known'], name: 'X', grants: [{ unit: '35.73', role: 'reader' }] };
      expect((await test.call('GET', '/v1/users', who)).status).toBe(403);
      expect((await test.call('POST', '/v1/invitations', who, body)).status).toBe(403);
    }
    for (const token of ['x', 'a'.repeat(43)])
      expect(
        (await test.call('POST', '/v1/invitations/accept', {}, { token, password: 'perahu kertas biru 9' }))
          .status,
      ).toBe(403);
  });
});
