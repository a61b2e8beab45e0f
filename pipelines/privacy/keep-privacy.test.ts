import { afterEach, describe, expect, it } from 'vitest';
import { createSqliteEvidence } from '../../infra/evidence/sqlite/create-sqlite-evidence.ts';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { enrichBatch } from '../flow/enrich-batch.ts';
import { keepPrivacy } from './keep-privacy.ts';
import { erasePerson, exportPerson, namesOf } from './person-data.ts';
import { privacyReport } from './privacy-report.ts';
import { putRetention, readErased, readRetention } from './retention.ts';
import { maskHandles } from './without-handles.ts';

const clock = createFixedClock(Date.UTC(2025, 5, 1));
const pseudonymise = (name: string) =>
  `akun-${Buffer.from(name).toString('hex').padEnd(12, '0').slice(0, 12)}`;
let close = async (): Promise<void> => {};
afterEach(() => close());

async function open() {
  const sqlite = openSqlite(':memory:');
  const { records, close: closeRecords } = await createRecords(createSqliteDialect(sqlite));
  close = closeRecords;
  const evidence = createSqliteEvidence(sqlite);
  return { records, index: createSqliteIndex(sqlite, searchTerms), evidence, clock, pseudonymise };
}

const post = (nativeId: string, daysAgo: number, over: object = {}) =>
  buildIndexedItem({
    nativeId,
    platform: 'x',
    url: `https://x.example/warga_${nativeId}/status/1`,
    text: `TPS kami kekurangan surat suara, kata @warga_${nativeId} kepada @KPU_ID`,
    author: pseudonymise('warga'),
    authorKind: 'private',
    publishedAt: clock.now() - daysAgo * dayMs,
    ...over,
  });

describe('masking handles', () => {
  it.each([
    ['kata @budi_s, dan @siti.', 'kata @…, dan @…'],
    ['tulis ke humas@kpu.example', 'tulis ke humas@kpu.example'],
    ['@KPU_ID @bawaslu_RI jawab', '@KPU_ID @bawaslu_RI jawab'],
    ['jam 10 @ balai', 'jam 10 @ balai'],
    ['(@ani.k) dan “@ratna”', '(@…) dan “@…”'],
  ])('%s', (text, masked) => expect(maskHandles(text)).toBe(masked));
});

describe('the privacy turn', () => {
  it('drops what leads to a private author after 90 days, once, and keeps the rest', async () => {
    const deps = await open();
    const outlet = post('koran', 200, { authorKind: 'outlet', author: 'Kabar Kota' });
    const [old, young] = [post('lama', 91), post('baru', 89)];
    await deps.index.put([old, young, outlet]);
    await deps.index.assign([{ id: old.id, storyId: 's', issueId: 'i', duplicateOf: null, linkedAt: 1 }]);
    expect(await privacyReport(deps)).toMatchObject({
      privatePosts: 2,
      withHandle: 2,
      overdueHandles: 1,
      lastTurnAt: null,
    });
    expect(await keepPrivacy(deps)).toEqual({ handles: 1, contacts: 0, privatePosts: 0, notices: 0 });
    const [bare, kept, paper] = await deps.index.get([old.id, young.id, outlet.id], nationalScope);
    expect(JSON.stringify(bare)).not.toMatch(/warga_lama/);
    expect(bare).toMatchObject({
      url: null,
      author: old.author,
      issueId: 'i',
      version: 2,
      text: expect.stringContaining('@KPU_ID'),
    });
    expect([kept, paper]).toEqual([young, outlet]);
    expect(await deps.index.search({ scope: nationalScope, text: 'warga_lama', limit: 5 })).toMatchObject({
      total: 0,
    });
    expect(await keepPrivacy(deps)).toMatchObject({ handles: 0 });
    // collected again as it was: the bare one stays
    await deps.index.put([old]);
    expect((await deps.index.get([old.id], nationalScope))[0]!.url).toBeNull();
    clock.advance(2 * dayMs);
    expect(await keepPrivacy(deps)).toMatchObject({ handles: 1 });
    await deps.index.put([post('terlambat', 300)]);
    expect(await keepPrivacy(deps)).toMatchObject({ handles: 0 });
    clock.advance(6 * dayMs);
    expect(await keepPrivacy(deps)).toMatchObject({ handles: 1 });
    expect(await privacyReport(deps)).toMatchObject({ withHandle: 0, overdueHandles: 0 });
    expect((await deps.records.audit.verify()).brokenAt).toBeNull();
  });

  it('removes posts, contacts and notices by the days that are set, with their evidence', async () => {
    const deps = await open();
    const act = { by: 'admin', reason: 'kebijakan baru', at: clock.now() };
    await putRetention(
      deps.records,
      { ...(await readRetention(deps.records)), privatePosts: 100, contacts: 10 },
      act,
    );
    const [gone, kept] = [post('a', 101), post('b', 99)];
    const paper = post('c', 500, { authorKind: 'outlet' });
    await deps.index.put([gone, kept, paper]);
    const [own, common] = [
      await deps.evidence.put(new Uint8Array([1])),
      await deps.evidence.put(new Uint8Array([2])),
    ];
    const evidenceOf = (itemId: string, hashes: string[]) => ({
      id: itemId,
      itemId,
      version: 1,
      at: 0,
      reason: 'risk' as const,
      level: null,
      url: null,
      fetchedAt: null,
      parts: hashes.map((hash) => ({ hash, name: 'teks', contentType: 'text/plain', bytes: 1 })),
    });
    await deps.records.evidence.add(evidenceOf(gone.id, [own, common]) as never);
    await deps.records.evidence.add(evidenceOf(paper.id, [common]) as never);
    await deps.records.reports.put({
      id: 'r1',
      at: clock.now() - 11 * dayMs,
      unit: 'RI',
      text: 'x',
      url: null,
      screenshot: null,
      contact: '0812',
      state: 'taken',
      itemId: null,
    });
    const notice = { userId: 'u', readAt: null, kind: 'mention' as const, issueId: 'i', text: 't' };
    await deps.records.workflow.notices.add({ ...notice, id: 'n1', at: clock.now() - 181 * dayMs });
    await deps.records.workflow.notices.add({ ...notice, id: 'n2', at: clock.now() });
    expect(await keepPrivacy(deps)).toMatchObject({ privatePosts: 1, contacts: 1, notices: 1 });
    expect((await deps.index.get([gone.id, kept.id, paper.id], nationalScope)).map(({ id }) => id)).toEqual([
      kept.id,
      paper.id,
    ]);
    expect([await deps.evidence.get(own), (await deps.evidence.get(common))?.length]).toEqual([null, 1]);
  });
});

describe('a person’s rights', () => {
  const act = { by: 'admin', reason: 'permohonan 12/2025' };

  it('give out and erase everything of them, by handle in any form, and nothing of others', async () => {
    const deps = await open();
    const other = post('lain', 5, { author: pseudonymise('orang-lain') });
    await deps.index.put([post('satu', 5), post('dua', 300), other]);
    await deps.records.reports.put({
      id: 'r1',
      at: clock.now(),
      unit: 'RI',
      text: 'TPS pindah',
      url: null,
      screenshot: null,
      contact: '@Warga',
      state: 'taken',
      itemId: null,
    });
    const found = await exportPerson(deps, '@Warga', act);
    expect([found.items.length, found.reports.length]).toEqual([2, 1]);
    expect(await erasePerson(deps, '@warga', act)).toEqual({ items: 2, contacts: 1 });
    expect(
      (await deps.index.search({ scope: nationalScope, limit: 9 })).hits.map(({ item }) => item.id),
    ).toEqual([other.id]);
    expect((await deps.records.reports.get('r1', nationalScope))?.contact).toBeNull();
    expect(await erasePerson(deps, '@warga', act)).toEqual({ items: 0, contacts: 0 });
    const trail = JSON.stringify(await deps.records.audit.list({ after: 0, limit: 99 }));
    expect(trail).not.toMatch(/warga|akun-/i);
    // and nothing of theirs comes back
    const again = post('tiga', 0);
    const result = await enrichBatch([again, other], {
      index: deps.index,
      label: async (items) => items.map((item) => ({ item: { ...again, ...item } })),
      erased: await readErased(deps.records),
      now: clock.now(),
    });
    expect(result.drops.map(({ code, subject }) => [code, subject])).toEqual([['erased', again.id]]);
  });

  it('take a pseudonym for itself', () => {
    expect(namesOf('akun-0123456789ab', pseudonymise)).toEqual(['akun-0123456789ab']);
    expect(namesOf(' @Warga ', (name) => name)).toEqual(['Warga', '@Warga', 'warga', '@warga']);
  });
});
