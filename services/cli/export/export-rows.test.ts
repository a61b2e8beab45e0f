import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { createRowWriters } from '../../../infra/render/create-row-writers.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { issueColumns } from '../../../pipelines/report/export/issue-rows.ts';
import { itemColumns } from '../../../pipelines/report/export/item-rows.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { buildIndexedItem, buildLabels } from '../../../shared/testing/build-item.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { type ExportRowsContext, exportRows } from './export-rows.ts';

let dir = '';
let context: ExportRowsContext;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'saring-'));
  const sqlite = openSqlite(':memory:');
  const index = createSqliteIndex(sqlite, searchTerms);
  const { records } = await createRecords(createSqliteDialect(sqlite));
  const negative = { ...buildLabels().tone, value: 'negative' as const };
  const malang = { code: '35.73', from: 'text' as const, words: [] };
  await index.put(
    Array.from({ length: 250 }, (_, n) =>
      buildIndexedItem({
        nativeId: `n${n}`,
        publishedAt: Date.UTC(2026, 10, 16) + n * 3_600_000,
        labels: buildLabels({
          ...(n % 5 === 0 ? { tone: negative } : {}),
          places: n % 2 === 0 ? [malang] : [],
        }),
      }),
    ),
  );
  await records.issues.put(Array.from({ length: 700 }, (_, n) => buildIssue(n + 1)));
  context = { index, records, writers: createRowWriters(), now: 0 };
});
afterEach(() => rm(dir, { recursive: true }));

const lines = async (path: string) => (await readFile(path, 'utf8')).trim().split(/\r?\n/);

describe('exportRows', () => {
  it('writes every item once, in time order, under columns that stay', async () => {
    const out = join(dir, 'items.jsonl');
    expect(await exportRows(context, { what: 'items', out })).toEqual({ rows: 250, out });
    const rows = (await lines(out)).map((line) => JSON.parse(line));
    expect(rows.map(({ native_id }) => native_id)).toEqual(Array.from({ length: 250 }, (_, n) => `n${n}`));
    expect(Object.keys(rows[0])).toEqual(itemColumns.map(({ name }) => name));
    expect(rows[0]).toMatchObject({
      export_version: 1,
      published_at: '2026-11-16T00:00:00.000Z',
      areas: '35.73',
    });
  });

  it('takes the same filters as the list', async () => {
    const out = join(dir, 'items.csv');
    const filters = { unit: '3573', tone: 'negative', from: '2026-11-17', to: '2026-11-19' };
    // Hours 24 to 71 that are even and a fifth one: 30, 40, 50, 60, 70.
    expect(await exportRows(context, { what: 'items', out, ...filters })).toMatchObject({ rows: 5 });
    expect(await lines(out)).toHaveLength(6);
  });

  it('pages through more issues than a page holds', async () => {
    const out = join(dir, 'issues.csv');
    expect(await exportRows(context, { what: 'issues', out, level: 'sedang' })).toMatchObject({ rows: 700 });
    const [head] = await lines(out);
    expect(head!.replace('\ufeff', '')).toBe(issueColumns.map(({ name }) => name).join(','));
  });

  it('says what is wrong with the call', async () => {
    await expect(exportRows(context, { what: 'items', out: join(dir, 'a.doc') })).rejects.toThrow(
      'is no format',
    );
    await expect(exportRows(context, { what: 'items', out: 'a.csv', unit: '99' })).rejects.toThrow(
      'no unit "99"',
    );
    await expect(exportRows(context, { what: 'items', out: 'a.csv', from: 'kemarin' })).rejects.toThrow(
      '--from',
    );
  });
});
