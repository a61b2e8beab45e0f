import exceljs from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createRecords } from '../../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../../infra/sqlite/open-sqlite.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { parseSheetPosts } from './parse-posts.ts';
import { readWorkbook, workbookLimits } from './read-workbook.ts';
import {
  checkColumns,
  MappingRefused,
  readMapping,
  rememberVendor,
  vendorProfile,
  vendorProfileSchema,
  vendorProfiles,
} from './vendor-profile.ts';

async function workbook(fill: (sheet: exceljs.Worksheet) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.addWorksheet('kosong');
  fill(book.addWorksheet('Data'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const export1 = () =>
  workbook((sheet) => {
    sheet.addRow(['Isi Kiriman', 'Waktu', undefined, 'Suka']);
    sheet.addRow([
      { richText: [{ text: 'Antrean ' }, { text: 'TPS lancar' }] },
      new Date(Date.UTC(2024, 1, 14, 9, 30)),
      { text: 'lihat', hyperlink: 'https://fb.example/1' },
      { formula: '6*7', result: 42 },
    ]);
    sheet.addRow([]);
    sheet.addRow(['Surat suara kurang', '14/02/2024 10:00', '', 3]);
  });

describe('workbooks', () => {
  it('are read as people see them, whatever is in a cell', async () => {
    expect(await readWorkbook(await export1())).toEqual({
      columns: ['Isi Kiriman', 'Waktu', 'kolom_3', 'Suka'],
      rows: [
        { 'Isi Kiriman': 'Antrean TPS lancar', Waktu: '2024-02-14T09:30:00', kolom_3: 'lihat', Suka: '42' },
        { 'Isi Kiriman': 'Surat suara kurang', Waktu: '14/02/2024 10:00', kolom_3: '', Suka: '3' },
      ],
    });
  });

  it('become items by a vendor’s mapping, times without a zone being the vendor’s', async () => {
    const sheet = await readWorkbook(await export1());
    if ('refused' in sheet) throw new Error(sheet.refused);
    const mapping = readMapping('text=Isi Kiriman, created_at=Waktu, likes=Suka');
    const items: Item[] = [];
    for await (const { item } of parseSheetPosts(sheet, {
      sourceId: 'impor',
      now: Date.UTC(2024, 1, 20),
      pseudonymise: (name) => name,
      mapping,
      defaultPlatform: 'facebook',
      defaultOffset: 420,
      columnsFound: (columns) => checkColumns(columns, mapping),
    }))
      if (item) items.push(item);
    expect(
      items.map(({ text, platform, publishedAt, metrics }) => [text, platform, publishedAt, metrics.likes]),
    ).toEqual([
      ['Antrean TPS lancar', 'facebook', Date.UTC(2024, 1, 14, 2, 30), 42],
      ['Surat suara kurang', 'facebook', Date.UTC(2024, 1, 14, 3), 3],
    ]);
  });

  it('are refused in words when they are none, too large or damaged', async () => {
    const whole = await export1();
    const bomb = zipSync({
      'xl/workbook.xml': new Uint8Array(5_000_000),
      'xl/a.xml': new Uint8Array(5_000_000),
    });
    const cases: [Uint8Array, RegExp][] = [
      [strToU8('id,text\n1,a'), /bukan berkas Excel/],
      [zipSync({ 'a.txt': strToU8('a') }), /bukan berkas Excel/],
      [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), /\.xls lama/],
      [whole.slice(0, whole.length - 200), /tidak terbaca|bukan berkas Excel/],
      [await workbook((sheet) => void sheet.addRow(['judul'])), /tidak memuat/],
    ];
    for (const [bytes, reason] of cases)
      expect(await readWorkbook(bytes)).toEqual({ refused: expect.stringMatching(reason) });
    expect(await readWorkbook(bomb, { ...workbookLimits, unpackedBytes: 8_000_000 })).toEqual({
      refused: expect.stringMatching(/terlalu besar/),
    });
    expect(await readWorkbook(whole, { ...workbookLimits, rows: 1 })).toEqual({
      refused: expect.stringMatching(/lebih dari 1 baris/),
    });
  });
});

describe('vendors', () => {
  it('are remembered with their columns', async () => {
    const sqlite = openSqlite(':memory:');
    const { records } = await createRecords(createSqliteDialect(sqlite));
    const profile = vendorProfileSchema.parse({
      vendor: 'pantau',
      columns: { text: 'Isi' },
      platform: 'tiktok',
    });
    expect(profile.utcOffsetMinutes).toBe(420);
    await rememberVendor(records, profile);
    await rememberVendor(records, { ...profile, vendor: 'amati' });
    await rememberVendor(records, { ...profile, utcOffsetMinutes: 480 });
    expect(await vendorProfile(records, 'pantau')).toMatchObject({
      utcOffsetMinutes: 480,
      columns: { text: 'Isi' },
    });
    expect((await vendorProfiles(records)).map(({ vendor }) => vendor)).toEqual(['amati', 'pantau']);
    expect(await vendorProfile(records, 'lain')).toBeNull();
    sqlite.close();
  });

  it('say what is wrong with a mapping', () => {
    expect(() => readMapping('isi=Teks')).toThrow(/"isi" bukan bidang; pilih dari: id, text/);
    expect(() => readMapping('text')).toThrow(MappingRefused);
    expect(() => checkColumns(['A', 'B'], { text: 'C' })).toThrow(/Kolom "C" untuk text tidak ada.*A, B/);
  });
});
