import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsIn, roles } from '../../../shared/domain/user.ts';
import { fillUnit } from '../testing/fill-unit.ts';
import { openTestApp, type TestApp, type Who } from '../testing/open-test-people.ts';
import { isEndless, type Route, routesOf } from '../testing/walk-routes.ts';

const mark = 'RAHASIA-SEBELAH';
/** Units that have no business in 35.78: its neighbour, and a province elsewhere. */
const outsiders = ['35.73', '51'];

/** Routes whose path names something that is nobody's: published, shared by all, or one's own. */
const shared = (path: string): boolean =>
  /^\/v1\/(claims|fact-checks|facts|narratives|publications\/\{publication\}$|publications\/\{publication\}\/versions|public|hooks|units|sources)/.test(
    path,
  );

describe('broken access', () => {
  let test: TestApp;
  let ids: Record<string, string>;
  let routes: Route[];
  beforeAll(async () => {
    test = await openTestApp();
    ids = await fillUnit(test, '35.78', mark);
    routes = routesOf(test.app).filter((route) => !isEndless(route));
  });
  afterAll(() => test.close());

  const urlOf = ({ path, query }: Route): string =>
    path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? 'tidak-ada') + query;

  it('refuses strangers on every route that is not open', async () => {
    let refused = 0;
    for (const route of routes) {
      if (route.need === 'open') continue;
      const { status } = await test.call(
        route.method,
        urlOf(route),
        {},
        route.body ? (route.sample() as object) : undefined,
      );
      expect([route.method, route.path, status]).toEqual([route.method, route.path, 401]);
      refused += 1;
    }
    console.info(`broken access, strangers: ${refused} of ${refused} attempts refused`);
    expect(refused).toBeGreaterThan(100);
  });

  it('keeps every role to its permissions, with bodies that the routes would take', async () => {
    let refused = 0;
    const wrong: string[] = [];
    for (const route of routes)
      for (const role of roles) {
        if (route.need === 'open' || route.need === 'self') continue;
        const user = await test.addUser(role, '51.01');
        const allowed = rightsIn(user.grants, '51.01').permissions;
        if (allowed.includes(route.need)) continue;
        const payload = route.body ? (route.sample() as object) : undefined;
        const { status } = await test.call(route.method, urlOf(route), await test.enter(user), payload);
        if (status === 403) refused += 1;
        else wrong.push(`${route.method} ${route.path} as ${role}: ${status}`);
      }
    console.info(`broken access, roles: ${refused} of ${refused + wrong.length} attempts refused`);
    expect(wrong).toEqual([]);
  });

  /** What one person of another unit got on one route; null when it gave nothing away. */
  async function tryAs(route: Route, who: Who): Promise<string | null> {
    const payload = route.body ? (route.sample() as object) : undefined;
    const { status, text } = await test.call(route.method, urlOf(route), who, payload);
    const leaks = text.includes(mark);
    const named = route.path.includes('{') && !shared(route.path);
    if (!leaks && !(named && status < 300)) return null;
    return `${route.method} ${route.path}: ${status}${leaks ? ' leaks' : ''}`;
  }

  it('shows and changes nothing of a unit to any role of another, by id or by list', async () => {
    const wrong: string[] = [];
    let refused = 0;
    const before = JSON.stringify(await snapshot());
    const closed = routes.filter(({ need }) => need !== 'self' && need !== 'open');
    for (const unit of outsiders)
      for (const role of roles) {
        const who = await test.as(role, unit);
        for (const route of closed) {
          const told = await tryAs(route, who);
          if (told === null) refused += 1;
          else wrong.push(`${told} as ${role} of ${unit}`);
        }
      }
    console.info(`broken access, units: ${refused} of ${refused + wrong.length} attempts gave nothing away`);
    expect(wrong).toEqual([]);
    expect(JSON.stringify(await snapshot())).toBe(before);
  });

  it('refuses to act in a unit that one has no role in, whatever the header says', async () => {
    let refused = 0;
    for (const role of roles)
      for (const unit of ['RI', '35', '35.78', '51', '00', "35.73' or 1=1", '..', '%']) {
        const who = { ...(await test.as(role, '35.73')), unit };
        const { status } = await test.call('GET', '/v1/issues', who);
        expect([unit, role, status]).toEqual([unit, role, 403]);
        refused += 1;
      }
    console.info(`broken access, forged units: ${refused} of ${refused} attempts refused`);
  });

  /** What the unit has, as its own people would read it. */
  async function snapshot(): Promise<Record<string, unknown>> {
    const scope = { unit: '35.78' };
    const { records } = test;
    const { stakeholders, campaigns, engagements, groups } = records.dissemination;
    return {
      issues: await records.issues.get('issue-001', scope),
      alert: await records.alerts.get('alert-1', scope),
      recipient: await records.recipients.get('orang-unit'),
      stakeholder: await stakeholders.get('stakeholder-1', scope),
      campaign: await campaigns.get('campaign-1', scope),
      engagements: await engagements.list({ scope, limit: 9 }),
      groups: await groups.list({ scope }),
      activities: await records.activities.list({ scope, limit: 9 }),
      surveys: await records.surveys.list({ scope }),
      tiered: await records.tiered.list({ scope }),
    };
  }
});
