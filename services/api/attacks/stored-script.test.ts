import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReportFiles } from '../../../infra/render/create-report-files.ts';
import { composeTest } from '../../../pipelines/deliver/compose-test.ts';
import { messageFor } from '../../../pipelines/disseminate/compose-campaign.ts';
import { makeOpinionMap } from '../../../pipelines/report/run/run-report.ts';
import { cardSvg } from '../../../pipelines/respond/publish/card-svg.ts';
import { atomFeed, listPage } from '../../../pipelines/respond/publish/list-pages.ts';
import { publicationPage } from '../../../pipelines/respond/publish/publication-page.ts';
import { buildPublication } from '../../../shared/testing/build-answer.ts';
import { buildAlert } from '../../../shared/testing/build-delivery.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../../shared/testing/build-item.ts';
import { buildCampaign, buildPerson } from '../../../shared/testing/build-stakeholder.ts';
import { asToken, openTestApp, type TestApp } from '../testing/open-test-people.ts';

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></textarea><svg onload=alert(1)>',
  ']]><script>alert(1)</script><![CDATA[',
  '<a href="javascript:alert(1)">x</a>',
  '\u003cscript\u003ealert(1)\u003c/script\u003e{{7*7}}#{7*7}',
];

/** Whether a browser that reads this as a page or picture would run anything of it. */
function runs(markup: string): boolean {
  const page = load(markup);
  const scripts = page('script').filter((_, one) => page(one).attr('type') !== 'application/ld+json');
  const handlers = page('*').filter((_, one) =>
    Object.entries('attribs' in one ? one.attribs : {}).some(
      ([name, value]) => /^on/i.test(name) || /^\s*(javascript|vbscript):/i.test(value),
    ),
  );
  return scripts.length > 0 || handlers.length > 0 || page('img[src="x"],iframe,object,embed').length > 0;
}

describe('stored script', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp({ files: createReportFiles() });
  });
  afterAll(() => test.close());
  let tried = 0;
  const holds = (where: string, markup: string): void => {
    tried += 1;
    expect([where, runs(markup)]).toEqual([where, false]);
  };

  /** A reader shows as markup only what the feed says is markup. */
  const holdsFeed = (where: string, xml: string): void => {
    const feed = load(xml, { xml: true });
    expect([where, feed('script,svg,img').length, feed('entry').length > 0]).toEqual([where, 0, true]);
    feed('[type="html"],[type="xhtml"]').each((_, one) => holds(where, feed(one).text()));
    tried += 1;
  };

  it('is text in every page, picture, feed and mail that is made of it', async () => {
    expect(runs('<p onclick="x()">')).toBe(true);
    for (const [n, evil] of attacks.entries()) {
      const publication = buildPublication(n, { title: evil, summary: evil, claimSaid: evil });
      holds('page', publicationPage(publication));
      const site = { url: 'https://kpu.example/klarifikasi', unitName: evil };
      holds('list', listPage(site, [publication]));
      holds('card', cardSvg(publication, [[true]]));
      holdsFeed('feed', atomFeed(site, [publication]));
      const campaign = buildCampaign(1, {
        package: { title: evil, text: evil, link: 'https://x.example', card: null },
      });
      holds('mail', messageFor(campaign, buildPerson(1, { name: evil }), 'https://saring.example').html);
      holds('notice', composeTest('x', 1, '35.73', 'Asia/Jakarta', `https://x.example/${evil}`).html);
    }
    console.info(`stored script, made pages: ${tried} of ${tried} ran nothing`);
  });

  it('is text in what the API gives, and no answer can be taken for a page', async () => {
    const from = tried;
    for (const [n, evil] of attacks.entries()) {
      await test.records.issues.put([buildIssue(100 + n, { title: evil, lastAt: test.clock.now() - 1_000 })]);
      await test.records.alerts.put([
        buildAlert({ id: `alert-${n}`, sentence: evil, issueId: `issue-${100 + n}` }),
      ]);
      await test.index.put([
        buildIndexedItem({
          nativeId: `evil-${n}`,
          text: evil,
          title: evil,
          outlet: evil,
          author: evil,
          issueId: `issue-${100 + n}`,
          linkedAt: 1,
          publishedAt: test.clock.now() - 2_000,
          labels: buildLabels({ places: [{ code: '35.73', from: 'text', words: [] }] }),
        }),
      ]);
      const survey = {
        unit: '35.73',
        service: evil,
        from: '2024-11-01T00:00:00Z',
        to: '2024-12-30T00:00:00Z',
      };
      const made = await test.call('POST', '/v1/surveys', asToken, survey);
      const { form } = made.body.survey ?? made.body;
      holds('survey', (await test.call('GET', form, {})).text);
      const svg = await test.call('GET', `/v1/alerts/alert-${n}/chart.svg`);
      expect(svg.headers['content-type']).toContain('svg');
      holds('chart', svg.text);
      for (const body of [
        { unit: '35.73', kind: 'media', name: evil },
        { unit: '35.73', kind: 'event', title: evil, at: '2024-11-27T00:00:00Z' },
      ])
        await test.call('POST', 'name' in body ? '/v1/stakeholders' : '/v1/activities', asToken, body);
    }
    holdsFeed('atom', (await test.call('GET', '/v1/feeds/issues.atom')).text);
    const files = createReportFiles();
    const map = await makeOpinionMap({ ...test, files }, { unit: '35.73', span: '2024-11' });
    expect(map.sections.length).toBeGreaterThan(3);
    const html = (await files.renderers()).find(({ format }) => format === 'html')!;
    holds('report', new TextDecoder().decode(await html.render(map)));
    for (const url of [
      '/v1/issues',
      '/v1/items',
      '/v1/alerts',
      '/v1/stakeholders',
      '/v1/activities',
      '/v1/surveys',
    ]) {
      const got = await test.call('GET', url);
      expect([url, got.status, got.headers['content-type']]).toEqual([
        url,
        200,
        'application/json; charset=utf-8',
      ]);
      expect(got.headers['x-content-type-options']).toBe('nosniff');
      expect(String(got.headers['content-security-policy'])).toContain("default-src 'self'");
      tried += 1;
    }
    const nowhere = await test.call('GET', '/v1/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect([nowhere.status, nowhere.headers['content-type']]).toEqual([404, 'application/problem+json']);
    console.info(`stored script, API: ${tried - from} of ${tried - from} ran nothing`);
  });

  it('cannot be kept as an address that would run', async () => {
    let refused = 0;
    for (const link of [
      'javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      ' javascript:x',
    ]) {
      const agreement = {
        title: 'Nota',
        number: '1',
        signedAt: '2024-01-01T00:00:00Z',
        expiresAt: '2025-01-01T00:00:00Z',
        link,
      };
      const bodies: [string, object][] = [
        ['/v1/stakeholders', { unit: '35.73', kind: 'media', name: 'Media', agreements: [agreement] }],
        [
          '/v1/activities',
          { unit: '35.73', kind: 'event', title: 'Rapat', at: '2024-11-27T00:00:00Z', links: [link] },
        ],
        [
          '/v1/claims',
          {
            text: 'Sebuah klaim yang cukup panjang untuk diuji',
            evidence: [{ title: 'x', url: link, tier: 'primary' }],
          },
        ],
      ];
      for (const [url, body] of bodies) {
        expect([url, link, (await test.call('POST', url, asToken, body)).status]).toEqual([url, link, 400]);
        refused += 1;
      }
    }
    console.info(`stored script, addresses: ${refused} of ${refused} refused`);
  });
});
