import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RowValue } from '../../shared/ports/row-writer.ts';
import { createRowWriters } from './create-row-writers.ts';
import { columnName } from './rows/sheet-xml.ts';

const columns = [
  { name: 'export_version' },
  { name: 'text' },
  { name: 'likes' },
  { name: 'raised' },
  { name: 'issue' },
];
const rows: RowValue[][] = [
  [1, 'Surat suara kurang, kata "warga"\nbaris dua', 12, true, null],
  [1, '=cmd|calc', -3, false, 'ISU-2026-000001'],
  [1, 'a & b <c> \ud83d lone \u0000\u000b 🗳️', 0.5, true, null],
];

async function* batches(times = 1): AsyncGenerator<RowValue[][]> {
  for (let n = 0; n < times; n++) yield rows;
}

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'saring-'));
});
afterEach(() => rm(dir, { recursive: true }));

const readBack: Record<string, (path: string) => Promise<unknown[][]>> = {
  csv: async (path) =>
    (parse(await readFile(path, 'utf8'), { bom: true }) as string[][]).map((row) =>
      row.map((cell) => (cell === '' ? null : cell)),
    ),
  jsonl: async (path) => {
    const lines = (await readFile(path, 'utf8')).trim().split('\n');
    return [columns.map(({ name }) => name), ...lines.map((line) => Object.values(JSON.parse(line)))];
  },
  xlsx: async (path) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const read: unknown[][] = [];
    book.worksheets[0]!.eachRow((row) => read.push(columns.map((_, at) => row.getCell(at + 1).value)));
    return read;
  },
};

describe.each(createRowWriters())('rows as $format', (writer) => {
  it('come back as they were, formulas escaped', async () => {
    const path = join(dir, `a.${writer.format}`);
    const seen: number[] = [];
    const result = await writer.write(path, columns, batches(2), (count) => seen.push(count));
    expect([result.rows, seen]).toEqual([6, [3, 6]]);
    const [head, first, second, third] = await readBack[writer.format]!(path);
    expect(head).toEqual(columns.map(({ name }) => name));
    expect(first!.map(String)).toEqual(rows[0]!.map(String));
    expect(second![1]).toBe(writer.format === 'jsonl' ? '=cmd|calc' : "'=cmd|calc");
    expect(String(third![1])).toContain('a & b <c>');
    expect(await readdir(dir)).toEqual([`a.${writer.format}`]);
  });

  it('of nothing are a head alone', async () => {
    const path = join(dir, `b.${writer.format}`);
    expect(await writer.write(path, columns, batches(0))).toEqual({ rows: 0 });
    expect((await readBack[writer.format]!(path).catch(() => [[]])).length).toBeLessThanOrEqual(1);
  });

  it('that fail half-way leave the old file and no half one', async () => {
    const path = join(dir, `c.${writer.format}`);
    await writeFile(path, 'lama');
    async function* broken(): AsyncGenerator<RowValue[][]> {
      yield rows;
      throw new Error('the index is gone');
    }
    await expect(writer.write(path, columns, broken())).rejects.toThrow('the index is gone');
    expect([await readFile(path, 'utf8'), await readdir(dir)]).toEqual(['lama', [`c.${writer.format}`]]);
  });

  it('cannot be written where there is no folder, and say so', async () => {
    await expect(writer.write(join(dir, 'no', 'x'), columns, batches(50))).rejects.toThrow('ENOENT');
  });
});

describe('columnName', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
  ])('of %d is %s', (number, name) => expect(columnName(number)).toBe(name));
});
