import { describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createSqliteQueue } from '../../infra/queue/sqlite/create-sqlite-queue.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { createTelemetry } from '../../infra/telemetry/node/create-telemetry.ts';
import { hourMs } from '../../shared/domain/instant.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { defaultSources } from '../ingest/default-sources.ts';
import { afterVisit, initialHealth } from '../ingest/source-health.ts';
import { isUsable, readReadiness } from './check-parts.ts';
import { readGauges } from './read-gauges.ts';

async function open() {
  const sqlite = openSqlite(':memory:');
  const clock = createFixedClock();
  const { records } = await createRecords(createSqliteDialect(sqlite));
  return {
    sqlite,
    clock,
    records,
    queue: createSqliteQueue({ sqlite, clock, random: () => 0 }),
    index: createSqliteIndex(sqlite, searchTerms),
  };
}
const telemetryOf = () => createTelemetry({ service: 'test', version: '1', logLevel: 'silent' });

describe('readGauges', () => {
  it('shows queues, the lag of sources and the clocks of living issues', async () => {
    const { clock, records, queue, index } = await open();
    const telemetry = telemetryOf();
    await queue.add([{ name: 'link', payload: {} }]);
    clock.advance(90_000);
    const [source] = defaultSources;
    await records.sources.put({ ...source!, id: 'a', enabled: true });
    const [failed, fresh] = [
      { ...source!, id: 'b', enabled: true },
      { ...source!, id: 'c', enabled: true },
    ];
    await records.sources.put(failed);
    await records.sources.put(fresh);
    const timedOut = { code: 'timed_out', httpStatus: null, explanation: 'Terlalu lama.' };
    const firstVisit = { at: clock.now(), ok: false as const, ...timedOut };
    await records.sources.putHealth(
      afterVisit(initialHealth(failed, clock.now()), failed, firstVisit, [0, 0]),
    );
    await records.sources.putHealth({
      ...initialHealth({ ...source!, id: 'a' }, clock.now()),
      state: 'well',
      lastSuccessAt: clock.now() - 300_000,
    });
    const risk = { ...buildIssue(1).risk, level: 'kritis' as const };
    await records.issues.put([
      buildIssue(1, {
        firstAt: clock.now() - 2 * hourMs,
        lastAt: clock.now(),
        risk,
        state: 'new',
        parentId: null,
      }),
    ]);
    await readGauges({ clock, records, queue, index }, telemetry);
    const text = await telemetry.page.text();
    expect(text).toContain('saring_queue_jobs{queue="link",state="waiting"} 1');
    expect(text).toContain('saring_queue_oldest_job_age_seconds{queue="link"} 90');
    expect(text).toContain('saring_source_lag_seconds{source="a"} 300');
    expect(text).toContain('saring_sources{state="well"} 1\n');
    expect(text).toContain('saring_sources{state="failing"} 1\n');
    expect(text).toContain('saring_sources{state="never"} 1\n');
    expect(text).not.toContain('saring_source_lag_seconds{source="b"}');
    // On voting day: triage (15 min) and the holding statement (60 min) are over, the clarification (4 h) is not.
    expect(text).toMatch(/saring_response_clocks\{level="kritis",state="late"\} [23]/);
    expect(text).toContain('saring_response_clocks{level="kritis",state="running"} ');
    expect(text).toContain('saring_part_up{part="index"} 1');
  });

  it('goes on when a part is away and shows it as down', async () => {
    const parts = await open();
    const telemetry = telemetryOf();
    const away = async (): Promise<never> => {
      throw new Error('the server is away');
    };
    await readGauges({ ...parts, index: { ...parts.index, check: away } }, telemetry);
    const text = await telemetry.page.text();
    expect(text).toContain('saring_part_up{part="index"} 0');
    expect(text).toContain('saring_part_up{part="records"} 1');
  });
});

describe('readReadiness', () => {
  it('says what waits for somebody though every part is there', async () => {
    const parts = await open();
    await parts.queue.add([{ name: 'enrich', payload: {} }]);
    expect(await readReadiness(parts)).toMatchObject({
      status: 'ok',
      checks: { index: 'ok', records: 'ok', queue: 'ok' },
      degraded: [],
      work: { enrich: { waiting: 1 } },
    });
    parts.clock.advance(20 * 60_000);
    const late = await readReadiness(parts);
    expect(late.status).toBe('degraded');
    expect(late.degraded).toMatchObject([{ part: 'work', problem: expect.stringContaining('enrich 20') }]);
    expect(isUsable(late)).toBe(true);
  });

  it('names a part that cannot be used', async () => {
    const parts = await open();
    const away = async (): Promise<never> => {
      throw new Error('Redis cannot be reached');
    };
    const found = await readReadiness({ ...parts, queue: { ...parts.queue, check: away } });
    expect(found).toMatchObject({ status: 'degraded', checks: { queue: 'Redis cannot be reached' } });
    expect(isUsable(found)).toBe(false);
  });
});
