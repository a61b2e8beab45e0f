import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { enterAs } from './testing/enter-as.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const pseudonym = 'akun-0123456789ab';
const negative = {
  value: 'negative' as const,
  confidence: 0.9,
  words: [],
  by: 'machine' as const,
  needsReview: false,
};

let api: TestApp;
beforeEach(async () => {
  api = await openTestApp({ requestsPerMinute: 1e6 });
  await api.app.ready();
  await api.records.issues.put([buildIssue(1)]);
  const items = [1, 2, 3, 4].map((n) => ({
    ...buildIndexedItem({
      nativeId: `p${n}`,
      author: pseudonym,
      authorKind: 'private',
      text: `TPS ${n} kurang surat suara`,
    }),
    labels: buildLabels({ tone: negative }),
  }));
  await api.index.put(items);
  await api.index.assign(
    items.map(({ id }) => ({ id, storyId: 's', issueId: 'issue-001', duplicateOf: null, linkedAt: 1 })),
  );
});
afterEach(() => api.close());

interface Operation {
  parameters?: { name: string; in: string; schema?: { enum?: string[]; items?: { enum?: string[] } } }[];
}

describe('no list of citizens by opinion', () => {
  it('has no route that filters, groups or sorts by author', () => {
    const paths = api.app.swagger().paths as Record<string, Record<string, Operation>>;
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
    expect(operations.length).toBeGreaterThan(150);
    const wrong = operations.flatMap(({ path, operation }) =>
      (operation.parameters ?? [])
        .filter(({ name, schema }) =>
          [name, ...(schema?.enum ?? []), ...(schema?.items?.enum ?? [])].some((word) =>
            /author|account|handle|penulis|akun/i.test(word),
          ),
        )
        .map(({ name }) => `${path} ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('gives the pseudonym of a private author on no route, whatever is asked', async () => {
    const paths = api.app.swagger().paths as Record<string, Record<string, unknown>>;
    const [hit] = (await api.index.search({ scope: api.scope, limit: 1 })).hits;
    const leaks: string[] = [];
    const read: string[] = [];
    for (const [path, methods] of Object.entries(paths)) {
      if (!('get' in methods) || path === '/v1/events') continue;
      const plain = path
        .replace('{issue}', 'issue-001')
        .replace('{item}', hit!.item.id)
        .replaceAll(/\{\w+\}/g, 'x');
      for (const query of ['', '?tone=negative', '?facets=tone,platform', '?q=TPS']) {
        const answer = await api.app.inject({ url: plain + query, headers: api.headers });
        if (answer.statusCode === 200) read.push(plain + query);
        if (answer.body.includes(pseudonym) && !plain.includes(pseudonym)) leaks.push(plain + query);
      }
    }
    expect(read).toEqual(expect.arrayContaining(['/v1/items?tone=negative', '/v1/issues/issue-001']));
    expect(leaks).toEqual([]);
    const { body } = await api.app.inject({ url: '/v1/items?facets=tone', headers: api.headers });
    expect(JSON.parse(body).facets.tone).toEqual([{ value: 'negative', count: 4 }]);
  });
});

describe('access to personal data', () => {
  it('is in the trail, with who and what, before it is answered', async () => {
    const admin = await enterAs(api, 'admin', 'administrator', 'RI');
    const analyst = await enterAs(api, 'analis', 'analyst', '35.73');
    expect((await admin.call('GET', '/v1/users')).status).toBe(200);
    expect((await analyst.call('GET', '/v1/users')).status).toBe(403);
    await analyst.call('GET', '/v1/stakeholders/media-x');
    const entries = await api.records.audit.list({ after: 0, limit: 10 });
    expect(entries.map(({ action, actor, subject, after }) => [action, actor, subject, after])).toEqual([
      ['personal.read', 'admin', '/v1/users', { unit: 'RI' }],
      ['personal.read', 'analis', '/v1/stakeholders/:stakeholder', { unit: '35.73', stakeholder: 'media-x' }],
    ]);
  });
});

describe('how long personal data is kept', () => {
  it('is set by an administrator of KPU RI, with a reason; handles stay 90 days at the most', async () => {
    const admin = await enterAs(api, 'admin', 'administrator', 'RI');
    const local = await enterAs(api, 'lokal', 'administrator', '35');
    const { retention } = (await admin.call('GET', '/v1/privacy/retention')).body;
    expect(retention).toEqual({ handles: 90, contacts: 90, privatePosts: 730, notices: 180 });
    const change = { retention: { ...retention, handles: 30 }, reason: 'arahan ketua' };
    expect((await local.call('PUT', '/v1/privacy/retention', change)).status).toBe(403);
    const longer = { ...change, retention: { ...retention, handles: 91 } };
    expect((await admin.call('PUT', '/v1/privacy/retention', longer)).status).toBe(400);
    expect((await admin.call('PUT', '/v1/privacy/retention', change)).body.retention.handles).toBe(30);
    const [entry] = await api.records.audit.of('privacy', 1);
    expect(entry).toMatchObject({
      action: 'privacy.retention',
      reason: 'arahan ketua',
      after: { handles: 30 },
    });
  });
});
