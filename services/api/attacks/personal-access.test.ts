import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showsPersonalData } from '../people/personal-data.ts';
import { permissionOf } from '../people/route-permissions.ts';
import { fillUnit } from '../testing/fill-unit.ts';
import { asToken, openTestApp, type TestApp } from '../testing/open-test-people.ts';
import { isEndless, routesOf } from '../testing/walk-routes.ts';

const mark = 'ORANG-TERCATAT';
/** Names and addresses of people whom the installation knows: of partners, of those who are told, of users. */
const people = [
  `${mark} orang`,
  `${mark} petugas`,
  'redaksi1@media.example',
  '62811',
  'humas@malang.example',
  'user-1@kpu.example',
];
/** The trail tells of people by their ids; what it kept of an act is for inspectors, and reading it is their task. */
const isTrail = (path: string): boolean => path.startsWith('/v1/audit');

describe('access to personal data', () => {
  let test: TestApp;
  let ids: Record<string, string>;
  beforeAll(async () => {
    test = await openTestApp();
    ids = await fillUnit(test, '35.78', mark);
    await test.addUser('reader', '35.78');
  });
  afterAll(() => test.close());

  const lastRead = async () => {
    const entries = await test.records.audit.list({ after: 0, limit: 10_000 });
    return entries.filter(({ action }) => action.startsWith('personal')).length;
  };

  it('is in the trail whichever route names a person or gives an address', async () => {
    const named: string[] = [];
    const silent: string[] = [];
    for (const route of routesOf(test.app)) {
      if (route.method !== 'GET' || isEndless(route) || isTrail(route.path)) continue;
      const before = await lastRead();
      const url = route.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? 'tidak-ada');
      const { text, status } = await test.call('GET', url + route.query, asToken);
      if (status !== 200 || !people.some((one) => text.includes(one))) continue;
      named.push(route.path);
      if ((await lastRead()) === before) silent.push(route.path);
    }
    expect(silent).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['/v1/users', '/v1/recipients', '/v1/stakeholders/export']));
    console.info(
      `access to personal data: ${named.length} of ${named.length} routes that name people are on record`,
    );
  });

  it('is in the trail for the list of partners, with who, where and in which unit', async () => {
    const officer = await test.addUser('analyst', '35.78');
    const seen = await test.call('GET', '/v1/stakeholders', await test.enter(officer));
    expect(seen.body.stakeholders).toHaveLength(1);
    const entries = await test.records.audit.list({ after: 0, limit: 10_000 });
    expect(entries.at(-1)).toMatchObject({
      action: 'personal.read',
      actor: officer.id,
      subject: '/v1/stakeholders',
      after: { unit: '35.78' },
    });
    const refused = await test.call('GET', '/v1/stakeholders', await test.as('reader', '35.78'));
    expect(refused.status).toBe(403);
    expect(await test.records.audit.list({ after: 0, limit: 10_000 })).toHaveLength(entries.length);
  });

  // Served where sources are collected only, which this application does not; services/standalone reads it there.
  it('holds for evidence, which keeps posts as they were', () => {
    for (const route of ['/v1/items/:item/evidence', '/v1/items/:item/evidence.zip']) {
      expect(showsPersonalData('GET', route)).toBe(true);
      expect(permissionOf('GET', route)).toBe('triage');
    }
  });
});
