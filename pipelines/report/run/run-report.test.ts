import { beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { createReportFiles } from '../../../infra/render/create-report-files.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import type { ReportRun, RunRequest } from '../../../shared/domain/report-run.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { ItemReader } from '../../../shared/ports/item-index.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { buildIndexedItem } from '../../../shared/testing/build-item.ts';
import { createFixedClock } from '../../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { itemPages } from '../export/item-rows.ts';
import { rowsFile, runReport, storedRows } from './run-report.ts';
import { endedSpanKey, reportScheduleName, takeTurn } from './take-turn.ts';

const at = Date.UTC(2026, 10, 17, 2);
const count = 25_000;

describe('runReport', () => {
  let records: Records;
  let index: ItemReader & { put(items: never): Promise<unknown> };
  const clock = createFixedClock(at);
  const files = createReportFiles();

  beforeEach(async () => {
    const sqlite = openSqlite(':memory:');
    index = createSqliteIndex(sqlite, searchTerms) as never;
    ({ records } = await createRecords(createSqliteDialect(sqlite)));
  });

  const ask = async (request: RunRequest): Promise<ReportRun> => {
    const run: ReportRun = {
      id: 'run-1',
      unit: request.unit,
      request,
      state: 'queued',
      by: 'a',
      requestedAt: at,
      finishedAt: null,
      rows: 0,
      cursor: null,
      files: [],
      error: null,
    };
    await records.runs.put(run);
    return run;
  };
  /** Rows without an index: as a store of this many would give them, three at one instant each. */
  const project: ItemReader['project'] = async function* ({ from = 0 }, fields, batchSize) {
    let batch: unknown[][] = [];
    for (let n = 0; n < count; n++) {
      const publishedAt = at + Math.floor(n / 3) * 1_000;
      if (publishedAt < from) continue;
      batch.push(
        fields.map((field) =>
          field === 'id'
            ? `id-${String(n).padStart(6, '0')}`
            : field === 'publishedAt' || field === 'collectedAt'
              ? publishedAt
              : field === 'labels.places'
                ? []
                : null,
        ),
      );
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  };

  it('goes on after a break where the last part landed, with every row once', async () => {
    await ask({ kind: 'export', unit: 'RI', what: 'items', filter: {} });
    let parts = 0;
    const breaking: Records = {
      ...records,
      transaction: (work) =>
        records.transaction((inner) =>
          work({
            ...inner,
            runs: {
              ...inner.runs,
              async putPart(...part) {
                if (++parts === 2) throw new Error('disk is full');
                await inner.runs.putPart(...part);
              },
            },
          }),
        ),
    };
    const ports = { index: { scan: index.scan, project }, clock, files };
    await expect(runReport({ ...ports, records: breaking }, 'run-1')).rejects.toThrow('disk is full');
    const half = (await records.runs.get('run-1', nationalScope))!;
    expect([half.state, half.rows]).toEqual(['running', 10_000]);
    const done = (await runReport({ ...ports, records }, 'run-1'))!;
    expect([done.state, done.rows]).toEqual(['done', count]);
    const ids: unknown[] = [];
    for await (const rows of storedRows(records, 'run-1')) ids.push(...rows.map((row) => row[1]));
    expect(ids).toEqual(Array.from({ length: count }, (_, n) => `id-${String(n).padStart(6, '0')}`));
    expect((await runReport({ ...ports, records }, 'run-1'))!.rows).toBe(count);
  });

  it('stops when it is told to and goes on later', async () => {
    await ask({ kind: 'export', unit: 'RI', what: 'items', filter: {} });
    const ports = { index: { scan: index.scan, project }, clock, files, records };
    const stop = new AbortController();
    stop.abort();
    await expect(runReport(ports, 'run-1', stop.signal)).rejects.toThrow('stopped');
    expect((await runReport(ports, 'run-1'))!.rows).toBe(count);
    expect(await records.runs.part('run-1', rowsFile, 3)).toBeNull();
  });

  it('resumes real pages at an instant that several items share', async () => {
    const items = Array.from({ length: 120 }, (_, n) =>
      buildIndexedItem({ nativeId: `n${n}`, publishedAt: at + Math.floor(n / 40) }),
    );
    await index.put(items as never);
    const seen: unknown[] = [];
    let cursor: unknown;
    for (;;) {
      const page = await itemPages(index, { scope: nationalScope }, structuredClone(cursor)).next();
      if (page.done || page.value.rows.length === 0) break;
      seen.push(...page.value.rows.map((row) => row[1]));
      cursor = page.value.cursor;
    }
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
  });
});

describe('takeTurn', () => {
  it('begins each ended span once, by the settings, however often it is called', async () => {
    const { records } = await createRecords(createSqliteDialect(openSqlite(':memory:')));
    const monday = Date.UTC(2026, 10, 15, 20);
    expect((await takeTurn({ records, now: monday })).map(({ request }) => request)).toMatchObject([
      { unit: 'RI', span: '2026-W46' },
    ]);
    expect(await takeTurn({ records, now: monday + 3_600_000 })).toEqual([]);
    await records.state.put(reportScheduleName, {
      maps: [
        { unit: '91', every: 'day', formats: ['pdf'] },
        { unit: '35', every: 'month', formats: ['pdf'] },
      ],
      keepDays: 1,
    });
    const spans = (await takeTurn({ records, now: monday + 2 * 86_400_000 })).map(({ unit, request }) => [
      unit,
      request.kind === 'opinion_map' && request.span,
    ]);
    expect(spans).toEqual([
      ['91', '2026-11-17'],
      ['35', '2026-10'],
    ]);
    expect(
      (await records.runs.list({ scope: nationalScope, limit: 10 })).map(({ unit }) => unit).sort(),
    ).toEqual(['35', '91']);
  });

  it('waits until two in the morning of the unit', () => {
    const midnight = Date.UTC(2026, 10, 15, 17);
    expect(endedSpanKey('week', midnight + 3_600_000, 'Asia/Jakarta')).toBe('2026-W45');
    expect(endedSpanKey('week', midnight + 7_200_000, 'Asia/Jakarta')).toBe('2026-W46');
    expect(endedSpanKey('month', Date.UTC(2027, 0, 1), 'Asia/Jakarta')).toBe('2026-12');
  });
});
