import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteIndex } from '../../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { createRenderers } from '../../../infra/render/create-renderers.ts';
import { writeFileWhole } from '../../../infra/render/write-file-whole.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import { buildIssue } from '../../../shared/testing/build-issue.ts';
import { buildIndexedItem } from '../../../shared/testing/build-item.ts';
import { createFixedClock } from '../../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../../shared/text/search-terms.ts';
import { type OpinionReportContext, writeOpinionReport } from './opinion-report.ts';
import { unitOfCode } from './unit-of-code.ts';

let dir = '';
let context: OpinionReportContext;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'saring-'));
  const sqlite = openSqlite(':memory:');
  const index = createSqliteIndex(sqlite, searchTerms);
  const { records } = await createRecords(createSqliteDialect(sqlite));
  await index.put([
    buildIndexedItem({ nativeId: 'a', publishedAt: Date.UTC(2026, 10, 17) }),
    buildIndexedItem({
      nativeId: 'long',
      publishedAt: Date.UTC(2026, 10, 18),
      text: 'setahun '.repeat(12_000),
    }),
  ]);
  context = {
    index,
    records,
    clock: createFixedClock(Date.UTC(2026, 10, 25)),
    renderers: await createRenderers(),
    writeFile: writeFileWhole,
    modelErrors: [],
  };
});
afterEach(() => rm(dir, { recursive: true }));

describe('writeOpinionReport', () => {
  it('writes last week in every format when nothing else is asked', async () => {
    const result = await writeOpinionReport(context, { unit: 'ri', out: join(dir, 'baru') });
    expect(result).toMatchObject({ unit: 'RI', span: '2026-W47', items: 2 });
    expect((await readdir(join(dir, 'baru'))).sort()).toEqual([
      'peta-opini_RI_2026-W47.csv.zip',
      'peta-opini_RI_2026-W47.docx',
      'peta-opini_RI_2026-W47.html',
      'peta-opini_RI_2026-W47.json',
      'peta-opini_RI_2026-W47.pdf',
      'peta-opini_RI_2026-W47.xlsx',
    ]);
  });

  it('takes a month or days, and only the formats asked for', async () => {
    const month = await writeOpinionReport(context, {
      unit: 'RI',
      month: '2026-11',
      out: dir,
      format: 'json',
    });
    expect(month).toMatchObject({ span: '2026-11', items: 2 });
    const days = { unit: 'RI', from: '2026-11-17', to: '2026-11-17', out: dir, format: 'json,html' };
    expect(await writeOpinionReport(context, days)).toMatchObject({ span: '2026-11-17', items: 1 });
  });

  it('run twice at once gives whole files and the same numbers', async () => {
    const options = { unit: 'RI', week: '2026-W47', out: dir, format: 'json,html' };
    await Promise.all([writeOpinionReport(context, options), writeOpinionReport(context, options)]);
    expect(await readdir(dir)).toHaveLength(2);
    const json = JSON.parse(await readFile(join(dir, 'peta-opini_RI_2026-W47.json'), 'utf8'));
    expect(json.figures[0].value).toBe(2);
  });

  it('writes the dossier of an issue, of a merged one that of where it went', async () => {
    const at = { firstAt: Date.UTC(2026, 10, 17), lastAt: Date.UTC(2026, 10, 18) };
    await context.records.issues.put([
      buildIssue(1, at),
      buildIssue(2, { ...at, state: 'merged', mergedInto: 'issue-001' }),
    ]);
    const options = { unit: 'RI', issue: 'isu-2024-000002', out: dir, format: 'json' };
    expect(await writeOpinionReport(context, options, 'issue')).toMatchObject({ span: 'ISU-2024-000001' });
    await expect(
      writeOpinionReport(context, { ...options, issue: 'ISU-2024-000009' }, 'issue'),
    ).rejects.toThrow('no issue');
  });

  it('says what is wrong with the call before it writes anything', async () => {
    const bad = [
      { unit: '99.99', out: dir },
      { unit: 'RI', week: '2027-W53', out: dir },
      { unit: 'RI', format: 'odt', out: dir },
      { unit: 'RI', from: '2026-13-01', out: dir },
    ];
    for (const options of bad) await expect(writeOpinionReport(context, options)).rejects.toThrow(/"|odt/);
    expect(await readdir(dir)).toEqual([]);
  });
});

describe('unitOfCode', () => {
  it('knows the ways a code is typed, the zones, and KIP in Aceh', () => {
    expect(unitOfCode('3573')).toMatchObject({
      code: '35.73',
      name: 'KPU Kota Malang',
      zone: 'Asia/Jakarta',
    });
    expect(unitOfCode('91').zone).toBe('Asia/Jayapura');
    expect(unitOfCode('11').name).toBe('KIP Aceh');
    expect(unitOfCode('ri')).toMatchObject({ code: 'RI', tier: 'national', parent: null });
  });
});
