import { beforeEach, describe, expect, it } from 'vitest';
import { openMemoryRecords } from '../../infra/records/testdata/open-memory-records.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { FoundClaim } from '../ingest/connectors/connector.ts';
import { keepFactChecks } from './keep-fact-checks.ts';

const found = (over: Partial<FoundClaim> = {}): FoundClaim => ({
  text: 'TPS dipindah diam-diam pada malam hari',
  title: '[SALAH] TPS dipindah diam-diam pada malam hari',
  checker: 'Pemeriksa Fakta Uji',
  rating: 'SALAH',
  verdict: 'salah',
  kind: null,
  url: 'https://cek.example/tps?utm_source=rss',
  firstAppearedAt: null,
  checkedAt: 5,
  ...over,
});

describe('keeping fact-checks', () => {
  let records: Records;
  beforeEach(async () => {
    const opened = await openMemoryRecords();
    records = opened.records;
    return opened.close;
  });
  const keep = (checks: FoundClaim[], sourceId = 'rss', now = 10) =>
    keepFactChecks(records, checks, { sourceId, now });

  it('stores each once, however often and by whichever way it comes', async () => {
    expect(await keep([found(), found()])).toMatchObject({ added: 1, unchanged: 0 });
    expect(await keep([found()], 'rss', 20)).toMatchObject({ added: 0, changed: 0, unchanged: 1, ids: [] });
    const elsewhere = found({ url: 'http://www.cek.example/tps/', text: 'TPS pindah', kind: 'fabricated' });
    expect(await keep([elsewhere], 'google')).toMatchObject({ added: 0, changed: 1 });
    const { factChecks } = await records.factChecks.list({ limit: 5 });
    expect(factChecks).toMatchObject([
      { text: found().text, kind: 'fabricated', sourceId: 'rss', importedAt: 10, version: 2 },
    ]);
    expect(await keep([elsewhere], 'google')).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('follows the checker who corrects a rating', async () => {
    await keep([found()]);
    const { changed, ids } = await keep([found({ rating: 'MENYESATKAN', verdict: 'menyesatkan' })]);
    expect([changed, ids.length]).toEqual([1, 1]);
    expect((await records.factChecks.many(ids))[0]).toMatchObject({ verdict: 'menyesatkan', version: 2 });
  });

  it('tells several reviews of one page, and reviews without an address, apart by what they are about', async () => {
    const page = 'https://cek.example/rangkuman';
    const list = [found({ url: page }), found({ url: page, text: 'Surat suara dicetak dua kali' })];
    const bare = [found({ url: null }), found({ url: null, text: 'DPT ganda' }), found({ url: null })];
    expect((await keep([...list, ...bare])).added).toBe(4);
    expect((await keep([...list, ...bare])).added).toBe(0);
  });
});
