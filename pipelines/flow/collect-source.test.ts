import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteEvidence } from '../../infra/evidence/sqlite/create-sqlite-evidence.ts';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { readModel } from '../../infra/models/read-model.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import type { Item } from '../../shared/domain/item.ts';
import { type Source, sourceSchema } from '../../shared/domain/source.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { type Fetcher, type FetchResponse, HttpFailure } from '../../shared/ports/fetcher.ts';
import type { Mail, OpenMailbox } from '../../shared/ports/mailbox.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { createCountingIds, createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { createLabeller } from '../enrich/label-items.ts';
import { openEnricher } from '../enrich/open-enricher.ts';
import { connectors } from '../ingest/connectors/connectors.ts';
import { extractArticle } from '../ingest/page/extract-article.ts';
import { bundledCalendar } from '../watch/calendar.ts';
import { createAllowance } from './allowance.ts';
import { type CollectDeps, collectSource } from './collect-source.ts';
import { createItemRisk } from './item-risk.ts';
import { createEvidenceKeeper } from './keep-evidence.ts';
import { healthOf } from './remember-visit.ts';

const source: Source = sourceSchema.parse({
  id: 'warta',
  kind: 'feed',
  name: 'Warta',
  url: 'https://warta.example/rss',
  platform: 'news',
  outlet: 'Warta',
  outletTier: 3,
  homeArea: '35.73',
  intervalMinutes: 30,
  enabled: true,
  settings: {},
});

const paragraph =
  'Petugas menyampaikan penjelasan panjang mengenai kejadian di tempat pemungutan suara itu. ';

/** What the outlet serves; tests change it between visits. */
interface Site {
  title: string;
  body: string;
  updated: string;
  status: number;
}

const feedOf = ({ title, updated }: Site): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Warta</title><entry><id>https://warta.example/1</id><title>${title}</title><link href="https://warta.example/1"/><updated>${updated}</updated><summary>Ringkas.</summary></entry></feed>`;
const pageOf = ({ title, body }: Site): string =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${`<p>${body} ${paragraph}</p>`.repeat(4)}</article></body></html>`;

describe('collectSource', () => {
  const clock = createFixedClock(Date.UTC(2025, 5, 3, 1));
  let sqlite: ReturnType<typeof openSqlite>;
  let records: Records;
  let deps: CollectDeps;
  let site: Site;
  let asked: string[];
  let delivered: Item[];
  let evidence: ReturnType<typeof createSqliteEvidence>;

  const fetcher: Fetcher = {
    async fetch({ url }): Promise<FetchResponse> {
      asked.push(url);
      if (site.status !== 200) throw new HttpFailure(url, site.status);
      const isFeed = url.endsWith('/rss');
      const contentType = isFeed ? 'application/atom+xml' : 'text/html; charset=utf-8';
      return {
        status: 200,
        notModified: false,
        finalUrl: url,
        headers: { etag: null, lastModified: null, contentType, retryAfter: null },
        received: { 'content-type': contentType, server: 'uji' },
        body: new TextEncoder().encode(isFeed ? feedOf(site) : pageOf(site)),
      };
    },
    close: async () => {},
  };

  beforeEach(async () => {
    clock.set(Date.UTC(2025, 5, 3, 1));
    sqlite = openSqlite(':memory:');
    const index = createSqliteIndex(sqlite, searchTerms);
    ({ records } = await createRecords(createSqliteDialect(sqlite)));
    evidence = createSqliteEvidence(sqlite);
    site = {
      title: 'KPU dituduh mengatur hasil pemilu, warga marah',
      body: 'KPU dituduh mengatur hasil pemilu secara curang.',
      updated: '2025-06-03T00:00:00Z',
      status: 200,
    };
    asked = [];
    delivered = [];
    deps = {
      records,
      index,
      fetcher,
      clock,
      ids: createCountingIds(clock),
      connectors,
      readPage: async (html, url) => extractArticle(html, url),
      allowance: createAllowance(records),
      pseudonymise: (name) => name,
      secrets: {},
      keeper: createEvidenceKeeper({
        store: evidence,
        records,
        clock,
        level: 'sedang',
        riskOf: createItemRisk(createLabeller(await openEnricher(readModel)), bundledCalendar),
      }),
      async deliver(items) {
        delivered.push(...items);
        await index.put(items.map((item) => buildIndexedItem(item)));
      },
    };
  });
  afterEach(() => sqlite.close());

  it('keeps text, page and headers of a grave item when it is first seen, and once', async () => {
    const first = await collectSource(source, deps);
    expect(first).toMatchObject({ items: 1, newItems: 1, error: null });
    const [kept, ...more] = await records.evidence.of([delivered[0]!.id]);
    expect(more).toEqual([]);
    expect(kept!.reason).toBe('risk');
    expect(kept!.parts.map((part) => part.name)).toEqual([
      'text.txt',
      'item.json',
      'page.html',
      'headers.json',
    ]);
    const bytesOf = async (name: string) =>
      new TextDecoder().decode(
        (await evidence.get(kept!.parts.find((part) => part.name === name)!.hash)) ?? undefined,
      );
    expect(await bytesOf('page.html')).toBe(pageOf(site));
    expect(JSON.parse(await bytesOf('headers.json'))).toMatchObject({
      status: 200,
      fetchedAt: '2025-06-03T01:00:00.000Z',
      headers: { server: 'uji' },
    });
    clock.advance(30 * 60_000);
    expect(await collectSource(source, deps)).toMatchObject({ newItems: 0, edits: 0 });
    expect(await records.evidence.list({ limit: 10 })).toHaveLength(1);
  });

  it('keeps nothing of what has nothing to do with KPU', async () => {
    site = { ...site, title: 'Harga cabai turun di pasar', body: 'Harga cabai turun sejak pekan lalu.' };
    await collectSource(source, deps);
    expect(await records.evidence.list({ limit: 10 })).toEqual([]);
  });

  it('makes an edited page a new version of the same item, and keeps both', async () => {
    await collectSource(source, deps);
    site = { ...site, body: 'Kami meralat: tuduhan itu tidak terbukti.', updated: '2025-06-03T01:20:00Z' };
    clock.advance(30 * 60_000);
    expect(await collectSource(source, deps)).toMatchObject({ newItems: 0, edits: 1 });
    const [item] = await deps.index.get([delivered[0]!.id], nationalScope);
    expect(item).toMatchObject({ version: 2, text: expect.stringContaining('meralat') });
    const kept = await records.evidence.of([item!.id]);
    expect(kept.map(({ version, reason }) => [version, reason])).toEqual([
      [1, 'risk'],
      [2, 'edit'],
    ]);
  });

  it('looks again after hours at a page that was edited without a word', async () => {
    await collectSource(source, deps);
    site = { ...site, body: 'Kami meralat: tuduhan itu tidak terbukti.' };
    clock.advance(30 * 60_000);
    expect((await collectSource(source, deps)).edits).toBe(0);
    clock.advance(6 * hourMs);
    expect((await collectSource(source, deps)).edits).toBe(1);
    clock.advance(30 * 60_000);
    asked = [];
    await collectSource(source, deps);
    expect(asked).toEqual([source.url]);
  });

  it('does not take a shorter account of the same page by another source for an edit', async () => {
    await collectSource(source, deps);
    const other = { ...source, id: 'lain', settings: { fetchPages: false } };
    await collectSource(other, deps);
    site = { ...site, updated: '2025-06-03T02:00:00Z' };
    clock.advance(30 * 60_000);
    expect((await collectSource(other, deps)).edits).toBe(0);
  });

  describe('a mailbox', () => {
    const mailSource: Source = { ...source, id: 'surat', kind: 'mail', url: 'imap', platform: 'report' };
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const mail = (uid: number, text: string): Mail => ({
      ...{ uid, messageId: `<${uid}@surat.example>`, from: 'warga@surat.example', subject: '', text },
      ...{ isHtml: false, sentAt: clock.now(), pictures: [picture], picturesLeft: 0 },
    });
    const openMailbox: OpenMailbox = async () => ({
      since: async () => ({
        mails: [mail(1, 'Benarkah TPS 4 dipindah?'), mail(2, '')],
        cursor: { validity: '7', lastUid: 2 },
      }),
      close: async () => {},
    });

    it('keeps pictures beside what was written, and lets those without a word wait to be typed out', async () => {
      const withMail = { ...deps, openMailbox, store: evidence };
      expect((await collectSource(mailSource, withMail)).error).toBeNull();
      expect(delivered.map(({ text }) => text)).toEqual(['Benarkah TPS 4 dipindah?']);
      const [kept] = await records.evidence.of([delivered[0]!.id]);
      expect(kept).toMatchObject({ reason: 'report' });
      const part = kept!.parts.find(({ name }) => name === 'picture-1.png')!;
      expect(new Uint8Array((await evidence.get(part.hash))!)).toEqual(picture);
      const waiting = () => records.reports.list({ scope: { unit: '35.73' }, limit: 10 });
      expect(await waiting()).toMatchObject([
        { state: 'waiting_text', text: null, screenshot: { contentType: 'image/png', bytes: 7 } },
      ]);
      // what somebody typed meanwhile is not undone when the same mail is read again
      const [report] = await waiting();
      await records.reports.put({ ...report!, text: 'Surat suara tercoblos', state: 'taken' });
      await collectSource(mailSource, withMail);
      expect(await waiting()).toMatchObject([{ state: 'taken', text: 'Surat suara tercoblos' }]);
    });
  });

  it('counts only what was not known as new, and so notices silence', async () => {
    for (let day = 0; day < 8; day += 1) {
      await collectSource(source, deps);
      clock.advance(dayMs);
    }
    const health = await healthOf(records, source, clock.now());
    expect(health).toMatchObject({ state: 'silent', lastNewItemAt: Date.UTC(2025, 5, 3, 1) });
    const alerts = await records.alerts.list({ scope: nationalScope, limit: 10 });
    expect(alerts.map(({ rule, unit }) => [rule, unit])).toEqual([['source_silent', '35.73']]);
    expect(alerts[0]!.sentence).toContain('"Warta" tidak membawa unggahan sejak 3 Juni 2025');
  });

  it('comes back later after every failure, and tells once after three dead days', async () => {
    site.status = 500;
    const visits: boolean[] = [];
    for (let turn = 0; turn < 4 * 48; turn += 1) {
      visits.push(!(await collectSource(source, deps)).waits);
      clock.advance(30 * 60_000);
    }
    // 0, 1, 3, 7, 15 half-hours after the start, then every six hours.
    expect(visits.slice(0, 16).flatMap((done, at) => (done ? [at] : []))).toEqual([0, 2, 6, 14]);
    expect(visits.filter(Boolean).length).toBeLessThan(25);
    const health = await healthOf(records, source, clock.now());
    expect(health).toMatchObject({ state: 'failing', httpStatus: 500 });
    expect(health.changes.map(({ state }) => state)).toEqual(['failing']);
    expect(await records.alerts.list({ scope: nationalScope, limit: 10 })).toHaveLength(1);
    site.status = 200;
    clock.advance(6 * hourMs);
    await collectSource(source, deps);
    expect(await healthOf(records, source, clock.now())).toMatchObject({ state: 'well', noticeAt: null });
  });
});
