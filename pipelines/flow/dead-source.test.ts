import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite, type Sqlite } from '../../infra/sqlite/open-sqlite.ts';
import { unitName, zoneOf } from '../../shared/areas/units.ts';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import { type Source, sourceSchema } from '../../shared/domain/source.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { createCountingIds, createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import type { Visit } from '../ingest/source-health.ts';
import { bundledCalendar } from '../watch/calendar.ts';
import { defaultWatchSettings } from '../watch/settings.ts';
import { healthOf, rememberVisit } from './remember-visit.ts';
import { tellSilentSources } from './tell-sources.ts';

const source: Source = sourceSchema.parse({
  id: 'contoh',
  kind: 'feed',
  name: 'Harian Contoh',
  url: 'https://warta.example/rss',
  platform: 'news',
  outlet: 'Harian Contoh',
  outletTier: 1,
  homeArea: '35.73',
  intervalMinutes: 60,
  enabled: true,
});

describe('a source that is dead', () => {
  let clock: ReturnType<typeof createFixedClock>;
  let sqlite: Sqlite;
  let index: ItemIndex;
  let records: Records;
  beforeEach(async () => {
    clock = createFixedClock(Date.UTC(2025, 5, 3, 1));
    sqlite = openSqlite(':memory:');
    index = createSqliteIndex(sqlite, searchTerms);
    ({ records } = await createRecords(createSqliteDialect(sqlite)));
    await records.sources.put(source);
  });
  afterEach(() => sqlite.close());

  type Outcome = 'read' | 'failed' | 'brought one';
  /** One visit and one look of the watch. */
  const hour = async (outcome: Outcome): Promise<void> => {
    const ids = createCountingIds(clock);
    const now = clock.now();
    const before = await healthOf(records, source, now);
    const explanation = 'Situs sedang bermasalah (500).';
    const visit: Visit =
      outcome === 'failed'
        ? { at: now, ok: false, code: 'http_failure', httpStatus: 500, explanation }
        : { at: now, ok: true, newItems: outcome === 'read' ? 0 : 1, cursor: {} };
    if (outcome === 'brought one') await bring(now);
    await rememberVisit({ records, ids }, source, before, visit, []);
    await tellSilentSources({
      ...{ records, index, ids, now, unitName, zoneOf },
      ...{ calendar: bundledCalendar, settings: defaultWatchSettings, outletTier: () => 0 },
    });
    clock.advance(hourMs);
  };
  const bring = (at: number): Promise<unknown> =>
    index.put([
      buildIndexedItem({ nativeId: `n${at}`, sourceId: source.id, publishedAt: at, collectedAt: at }),
    ]);
  /** Items every so many hours, for as many days. */
  const habit = async (everyHours: number, days: number): Promise<void> => {
    for (let at = 0; at < days * 24; at += 1) await hour(at % everyHours === 0 ? 'brought one' : 'read');
  };
  const days = async (howMany: number, outcome: Outcome): Promise<void> => {
    for (let at = 0; at < howMany * 24; at += 1) await hour(outcome);
  };
  const sentences = async (): Promise<string[]> =>
    (await records.alerts.list({ scope: nationalScope, limit: 100 }))
      .filter(({ rule }) => rule === 'source_silent')
      .map(({ sentence }) => sentence)
      .toReversed();

  it('is told once when it falls silent beyond its habit and stays so for a week', async () => {
    await habit(2, 5);
    await days(7, 'read');
    const told = await sentences();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('"Harian Contoh" (Kota Malang): tidak ada unggahan selama');
    expect(await healthOf(records, source, clock.now())).toMatchObject({
      state: 'silent',
      noticeAt: expect.any(Number),
    });
  });

  it('is told once, with the reason, when it cannot be read', async () => {
    await habit(2, 5);
    await days(7, 'failed');
    const told = await sentences();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Situs sedang bermasalah (500).');
  });

  it('is told after three days at the latest where it writes too seldom for a habit', async () => {
    await hour('brought one');
    const deadFrom = clock.now();
    await days(14, 'failed');
    const alerts = await records.alerts.list({ scope: nationalScope, limit: 10 });
    expect(alerts.map(({ rule, unit }) => [rule, unit])).toEqual([['source_silent', '35.73']]);
    expect((alerts[0]!.at - deadFrom) / dayMs).toBeCloseTo(3, 1);
    expect(alerts[0]!.sentence).toContain('tidak membawa unggahan sejak 3 Juni 2025');
  });

  it('is told again when it came back in between', async () => {
    await habit(2, 5);
    await days(4, 'read');
    await habit(2, 5);
    await days(4, 'failed');
    expect(await sentences()).toHaveLength(2);
  });
});
