import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { OpinionMap } from '../../shared/domain/opinion-map.ts';
import { escapeFormula, sayCell } from '../../shared/text/say-cell.ts';
import { createRenderers } from './create-renderers.ts';
import { definePages } from './pdf/create-pdf-renderer.ts';
import { writeFileWhole } from './write-file-whole.ts';

const hostile = '=HYPERLINK("http://x","klik")<script>alert(1)</script>\u0000\u000b';
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" width="60" height="20"><text x="2" y="12">Teks</text></svg>';

const map: OpinionMap = {
  version: 1,
  baseUrl: 'https://saring.example/',
  unit: { code: '35.73', name: 'KPU Kota Malang', tier: 'regency', parent: '35', zone: 'Asia/Jakarta' },
  span: {
    kind: 'week',
    key: '2026-W47',
    label: 'Minggu ke-47',
    from: Date.UTC(2026, 10, 15, 17),
    to: Date.UTC(2026, 10, 22, 17),
    previousFrom: Date.UTC(2026, 10, 8, 17),
  },
  generatedAt: Date.UTC(2026, 10, 23, 1),
  title: 'Peta opini KPU Kota Malang',
  summary: ['Satu.', 'Dua.', 'Tiga.'],
  figures: [
    {
      key: 'items',
      label: 'Kiriman',
      value: 12_345,
      text: '12.345',
      definition: 'Semua.',
      query: '/v1/items?a=1&b=2',
    },
    {
      key: 'netTone',
      label: 'Nada bersih',
      value: null,
      text: 'tidak ditampilkan',
      definition: 'NT.',
      query: null,
    },
  ],
  sections: [
    {
      id: 'topics',
      title: 'Topik',
      paragraphs: [`Kata orang: ${hostile}`],
      charts: [{ id: 'c', title: 'Bagan', alt: 'Terbanyak: A.', svg, width: 60, height: 20 }],
      tables: [
        {
          id: 'topics',
          title: 'Topik menurut nada',
          columns: [
            { key: 'topic', label: 'Topik', type: 'text', definition: null },
            { key: 'items', label: 'Kiriman', type: 'integer', definition: 'Semua kiriman.' },
            { key: 'share', label: 'Bagian', type: 'share', definition: 'Bagian negatif.' },
            { key: 'tone', label: 'Nada', type: 'decimal', definition: 'Nada bersih.' },
            { key: 'at', label: 'Pada', type: 'instant', definition: null },
          ],
          rows: [
            [hostile, 1_234, 0.4567, -20.3, Date.UTC(2026, 10, 16, 2)],
            ['+62 812', 0, null, null, null],
            ['kata '.repeat(20_000), 7, 0, 0, null],
          ],
          queries: ['/v1/items?topic=dpt', null, null],
          empty: 'Kosong.',
        },
        {
          id: 'none',
          title: 'Tabel kosong',
          columns: [{ key: 'a', label: 'A', type: 'text', definition: null }],
          rows: [],
          queries: [],
          empty: 'Tidak ada apa-apa.',
        },
      ],
    },
  ],
};
const [table] = map.sections[0]!.tables;

const rendered = async (format: string, of: OpinionMap = map): Promise<Uint8Array> => {
  const renderers = await createRenderers();
  return renderers.find((one) => one.format === format)!.render(of);
};
const withoutLong: OpinionMap = {
  ...map,
  sections: map.sections.map((section) => ({
    ...section,
    tables: section.tables.map((one) => ({ ...one, rows: one.rows.slice(0, 2) })),
  })),
};

describe('every format shows the same numbers', () => {
  it('xlsx: typed cells, frozen head, filter, definitions, no formula', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await rendered('xlsx')) as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Ringkasan',
      'Topik menurut nada',
      'Tabel kosong',
      'Grafik',
      'Definisi',
    ]);
    const sheet = book.getWorksheet('Topik menurut nada')!;
    expect(sheet.getRow(2).values).toEqual([
      undefined,
      escapeFormula(hostile),
      1_234,
      0.4567,
      -20.3,
      new Date(Date.UTC(2026, 10, 16, 9)),
      { text: '/v1/items?topic=dpt', hyperlink: 'https://saring.example/v1/items?topic=dpt' },
    ]);
    expect(sheet.getCell('A3').value).toBe("'+62 812");
    expect(sheet.getCell('C2').numFmt).toBe('0.0%');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toBeTruthy();
    sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
    expect(book.getWorksheet('Definisi')!.rowCount).toBe(1 + 2 + 3);
  });

  it('csv: BOM, semicolons, decimal commas, escaped formulas, a file per table', async () => {
    const files = unzipSync(await rendered('csv'));
    expect(Object.keys(files).sort()).toEqual([
      '00-ringkasan.csv',
      '01-angka-utama.csv',
      '02-topics.csv',
      '03-none.csv',
      '99-definisi.csv',
    ]);
    const bytes = files['02-topics.csv']!;
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = strFromU8(bytes).split('\r\n');
    expect(lines[0]!.replace('\ufeff', '')).toBe('Topik;Kiriman;Bagian;Nada;Pada;Kueri');
    expect(lines[1]).toMatch(
      /^"'=HYPERLINK.*;1234;0,4567;-20,3;2026-11-16T02:00:00\.000Z;\/v1\/items\?topic=dpt$/,
    );
    expect(lines[2]).toBe("'+62 812;0;;;;");
  });

  it('html: one safe page with each number as people read it', async () => {
    const page = new TextDecoder().decode(await rendered('html'));
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/(?:src|href)="https?:\/\/(?!saring\.example\/v1\/)/);
    for (const text of ['1.234', '45,7%', '−20,3', '12.345', 'Tidak ada apa-apa.'])
      expect(page).toContain(text);
    expect(page).toContain('href="https://saring.example/v1/items?a=1&amp;b=2"');
    expect(page).toContain('role="img"');
  });

  it('json: the definition without drawings, instants as RFC 3339', async () => {
    const json = JSON.parse(new TextDecoder().decode(await rendered('json')));
    expect(json.sections[0].tables[0].rows[0]).toEqual([
      hostile,
      1_234,
      0.4567,
      -20.3,
      '2026-11-16T02:00:00.000Z',
    ]);
    expect(json.span.from).toBe('2026-11-15T17:00:00.000Z');
    expect(json.sections[0].charts).toEqual([{ id: 'c', title: 'Bagan', alt: 'Terbanyak: A.' }]);
  });

  it('docx and pdf: every number in their text', async () => {
    const docx = unzipSync(await rendered('docx', withoutLong));
    const written = strFromU8(docx['word/document.xml']!);
    const pages = JSON.stringify(definePages(withoutLong));
    for (const [at, { type }] of table!.columns.entries()) {
      const text = sayCell(table!.rows[0]![at]!, type, 'Asia/Jakarta');
      if (type === 'text') continue;
      expect(written).toContain(text);
      expect(pages).toContain(text);
    }
    expect(written).not.toContain('<script');
  });

  it('pdf: is drawn, even with a year of text in one cell', async () => {
    const long = await rendered('pdf');
    expect(new TextDecoder().decode(long.slice(0, 5))).toBe('%PDF-');
  });
});

describe('writeFileWhole', () => {
  it('replaces a file at once, keeps it when writing fails, and leaves no half', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'saring-'));
    const path = join(dir, 'a.json');
    await writeFile(path, 'lama');
    // Bytes that cannot be written stand in for a full disk: the error comes after the file was opened.
    await expect(writeFileWhole(path, 7 as unknown as Uint8Array)).rejects.toThrow();
    expect([await readFile(path, 'utf8'), await readdir(dir)]).toEqual(['lama', ['a.json']]);
    const writers = ['satu', 'dua', 'tiga'].map((text) =>
      writeFileWhole(path, new TextEncoder().encode(text)),
    );
    await Promise.all(writers);
    expect(['satu', 'dua', 'tiga']).toContain(await readFile(path, 'utf8'));
    expect(await readdir(dir)).toEqual(['a.json']);
    await rm(dir, { recursive: true });
  });

  it('leaves no half file where the disk is full in the middle', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'saring-'));
    await writeFile(join(dir, 'a.json'), 'lama');
    // a limit of 8 KiB on the size of files: the system refuses the rest of a megabyte, as a full disk does
    const code = `const { writeFileWhole } = await import(${JSON.stringify(new URL('./write-file-whole.ts', import.meta.url).href)});
      await writeFileWhole(process.argv[1], new Uint8Array(1 << 20)).catch((error) => console.log(error.code));`;
    const child = spawnSync(
      'bash',
      [
        '-c',
        'ulimit -f 8; trap "" XFSZ; exec "$0" --input-type=module -e "$1" "$2"',
        process.execPath,
        code,
        join(dir, 'a.json'),
      ],
      { encoding: 'utf8' },
    );
    expect(child.stdout.trim()).toBe('EFBIG');
    expect([await readFile(join(dir, 'a.json'), 'utf8'), await readdir(dir)]).toEqual(['lama', ['a.json']]);
    await rm(dir, { recursive: true });
  });
});
