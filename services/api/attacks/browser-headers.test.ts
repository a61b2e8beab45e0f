import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asToken, openTestApp, type TestApp } from '../testing/open-test-people.ts';

describe('what browsers are told', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test.close());

  it('is on every answer, good or bad, for people and for strangers', async () => {
    const answers = [
      await test.call('GET', '/v1/issues'),
      await test.call('GET', '/v1/issues', {}),
      await test.call('GET', '/v1/tidak-ada'),
      await test.call('POST', '/v1/activities', asToken, {}),
      await test.call('GET', '/v1/public/opt-out/tidak-ada', {}),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 404, 400, 200]);
    for (const { headers } of answers) {
      const policy = String(headers['content-security-policy']);
      for (const part of [
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "default-src 'self'",
      ])
        expect(policy).toContain(part);
      expect(policy).not.toContain('unsafe-eval');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
      expect(headers['referrer-policy']).toMatch(/same-origin|no-referrer/);
      expect(headers['cache-control']).toMatch(/no-store|private, no-cache/);
      expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
    }
  });

  it('leaves no method open that nobody needs, and takes a parameter once', async () => {
    for (const method of ['TRACE', 'PROPFIND', 'LOCK'])
      expect([method, (await test.call(method, '/v1/issues')).status]).toEqual([method, 404]);
    expect((await test.call('GET', '/v1/issues?limit=1&limit=500')).status).toBe(400);
    expect((await test.call('GET', '/v1/issues?limit[]=1')).status).toBeLessThan(500);
  });
});
