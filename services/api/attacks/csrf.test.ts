import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asToken, openTestApp, type TestApp } from '../testing/open-test-people.ts';
import { isEndless, routesOf } from '../testing/walk-routes.ts';

describe('cross-site request forgery', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test.close());

  it('refuses every change by a cookie alone, by a guessed token and by that of somebody else', async () => {
    const own = await test.as('administrator', 'RI');
    const other = await test.as('head', 'RI');
    let refused = 0;
    const wrong: string[] = [];
    for (const route of routesOf(test.app)) {
      if (route.method === 'GET' || isEndless(route)) continue;
      const url = route.path.replaceAll(/\{\w+\}/g, 'tidak-ada') + route.query;
      const payload = route.body ? (route.sample() as object) : undefined;
      for (const csrf of [undefined, '', 'csrf', other.csrf, `${own.csrf}x`]) {
        const { status } = await test.call(route.method, url, { cookie: own.cookie, csrf }, payload);
        if (status === 403) refused += 1;
        else wrong.push(`${route.method} ${route.path} with ${csrf}: ${status}`);
      }
    }
    console.info(`CSRF: ${refused} of ${refused + wrong.length} attempts refused`);
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(300);
  });

  it('takes no form of another page as JSON', async () => {
    const who = await test.as('drafter');
    const body = JSON.stringify({ unit: '35.73', kind: 'event', title: 'Palsu', at: '2024-11-27T00:00:00Z' });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const got = await test.call(
        'POST',
        '/v1/activities',
        { ...who, headers: { 'content-type': type } },
        body,
      );
      // text is no object, so it does not fit; the others have no reader at all
      expect([type, got.status]).toEqual([type, type === 'text/plain' ? 400 : 415]);
    }
  });

  it('lets no other origin read an answer, and changes nothing on GET, HEAD and OPTIONS', async () => {
    const foreign = { ...asToken, headers: { origin: 'https://jahat.example' } };
    const got = await test.call('GET', '/v1/issues', foreign);
    expect(Object.keys(got.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    const preflight = await test.call('OPTIONS', '/v1/activities', {
      headers: { origin: 'https://jahat.example', 'access-control-request-method': 'POST' },
    });
    expect([preflight.status >= 400, preflight.headers['access-control-allow-origin']]).toEqual([
      true,
      undefined,
    ]);
    const { entries } = await test.records.audit.verify();
    const who = await test.as('head', 'RI');
    for (const route of routesOf(test.app)) {
      if (route.method !== 'GET' || isEndless(route)) continue;
      await test.call('HEAD', route.path.replaceAll(/\{\w+\}/g, 'tidak-ada') + route.query, who);
    }
    const after = await test.records.audit.list({ after: entries, limit: 100 });
    expect(after.filter(({ action }) => !action.startsWith('personal_data.'))).toEqual([]);
  });
});
