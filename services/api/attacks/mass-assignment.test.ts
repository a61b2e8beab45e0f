import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillUnit } from '../testing/fill-unit.ts';
import { asToken, openTestApp, type TestApp } from '../testing/open-test-people.ts';
import { isEndless, routesOf } from '../testing/walk-routes.ts';

const evil = 'EVIL-MARK';
/** Fields that only the program sets, and ways by which objects are poisoned. */
const extras = {
  id: evil,
  createdBy: evil,
  updatedBy: evil,
  startedBy: evil,
  approver: evil,
  checker: evil,
  drafters: [evil],
  tokenHash: evil,
  passwordHash: evil,
  optOutKey: evil.padEnd(32, 'x'),
  actor: evil,
  isAdmin: evil,
  role: evil,
  document: evil,
  recordedAt: evil,
};

describe('mass assignment', () => {
  let test: TestApp;
  let ids: Record<string, string>;
  beforeAll(async () => {
    test = await openTestApp();
    ids = await fillUnit(test, '35.73', 'milik sendiri');
  });
  afterAll(() => test.close());

  it('keeps nothing of fields that are not the sender’s to set, on any route', async () => {
    let attempts = 0;
    let taken = 0;
    for (const route of routesOf(test.app)) {
      if (route.body === null || isEndless(route)) continue;
      const url =
        route.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? 'tidak-ada') + route.query;
      const sample = route.sample();
      if (typeof sample !== 'object' || sample === null || Array.isArray(sample)) continue;
      const known = new Set(Object.keys(route.body.properties ?? {}));
      const added = Object.fromEntries(Object.entries(extras).filter(([name]) => !known.has(name)));
      const { status } = await test.call(route.method, url, asToken, { ...sample, ...added });
      attempts += Object.keys(added).length;
      if (status < 300) taken += 1;
    }
    expect(attempts).toBeGreaterThan(500);
    expect(taken).toBeGreaterThan(5);
    const found: string[] = [];
    for (const table of await test.tableTexts()) if (table.text.includes(evil)) found.push(table.name);
    console.info(
      `mass assignment: ${attempts - found.length} of ${attempts} fields kept out (${taken} calls went through without them)`,
    );
    expect(found).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('gives nobody rights, versions or an author by a body', async () => {
    const admin = await test.as('administrator', '35');
    const user = await test.addUser('reader', '35.73');
    const patch = (more: object) =>
      test.call('PATCH', `/v1/users/${user.id}`, admin, { version: 1, reason: 'coba', ...more });
    expect((await patch({ grants: [{ unit: 'RI', role: 'head' }] })).status).toBe(403);
    expect((await patch({ permissions: ['manage'] })).status).toBe(400);
    expect((await patch({ email: 'baru@kpu.example' })).status).toBe(400);
    const drafter = await test.as('drafter', '35.73');
    const activity = { unit: '35.73', kind: 'event', title: 'Rapat', at: '2024-11-27T00:00:00Z' };
    const made = await test.call('POST', '/v1/activities', drafter, { ...activity, by: 'orang lain' });
    expect([made.status, made.body.by.startsWith('user-')]).toEqual([201, true]);
    const proto =
      '{"unit":"35.73","kind":"event","title":"Rapat","at":"2024-11-27T00:00:00Z","__proto__":{"by":"x"}}';
    const json = { ...drafter, headers: { 'content-type': 'application/json' } };
    expect((await test.call('POST', '/v1/activities', json, proto)).status).toBe(400);
    const built = { ...activity, constructor: { prototype: { polluted: evil } } };
    expect((await test.call('POST', '/v1/activities', json, JSON.stringify(built))).status).toBe(400);
  });
});
