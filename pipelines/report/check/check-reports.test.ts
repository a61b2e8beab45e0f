import { describe, expect, it } from 'vitest';
import { namesOfUnits } from '../../../pipelines/report/check/names-of-units.ts';
import { checkReports } from './check-reports.ts';
import { findDates } from './find-dates.ts';
import { parseReport } from './parse-report.ts';
import { readNumber } from './read-figures.ts';
import { dayNumber } from './report-period.ts';

const busy = (month: string, people: number) =>
  `Sosialisasi pemilih pemula digelar di SMA Negeri 3 pada 14 ${month} 2028 dan diikuti ${people} siswa. Materi dibuka dengan simulasi memakai surat suara contoh berukuran penuh. Radar Lintas memuat liputannya pada 16 ${month} 2028 dan menyoroti antrean di dua bilik. Warga Kelurahan Purwantoro meminta pos layanan dibuka sampai pukul 21.00 selama 5 hari.`;

function report(
  unit: string,
  quarter: number,
  text: string,
  more: Partial<Record<'date' | 'table', string>> = {},
) {
  const month = ['April', 'Juli', 'Oktober', 'Januari'][quarter - 1]!;
  const date = more.date ?? `5 ${month} ${quarter === 4 ? 2029 : 2028}`;
  const table = more.table ?? `| Uraian | Jumlah |\n|---|---|\n| Siaran pers | ${quarter + 3} |`;
  return {
    name: `${unit}_2028-TW${quarter}.md`,
    text: `# Laporan\n\n- Unit: ${unit}\n- Periode: Triwulan ${quarter} 2028\n- Tanggal: ${date}\n\n## Data\n\n${table}\n\n## Kegiatan\n\n${text}\n`,
  };
}

const check = (files: Parameters<typeof checkReports>[0]) => checkReports(files, namesOfUnits);
const kinds = (found: ReturnType<typeof check>, file: string) => found[file]!.map(({ kind }) => kind);

describe('checkReports', () => {
  it('names the later report of a plain copy, its source, and shows both passages', () => {
    const found = check([
      report('35.73', 1, busy('Februari', 120)),
      report('35.73', 2, busy('Februari', 120)),
    ]);
    expect(found['35.73_2028-TW1.md']).toEqual([]);
    const [finding] = found['35.73_2028-TW2.md']!;
    expect(finding).toMatchObject({ kind: 'copied_forward', source: '35.73_2028-TW1.md' });
    expect(finding!.passages[0]!.text).toBe(finding!.passages[0]!.sourceText);
    expect(finding!.explanation).toContain('2 tanggal di dalam teks');
  });

  it('tells a re-dated copy from a lightly edited one', () => {
    const edited = busy('Mei', 120)
      .replace('digelar', 'diselenggarakan')
      .replace('meminta', 'mengharapkan')
      .replace('menyoroti', 'mengulas')
      .replace('dibuka dengan', 'diawali dengan');
    const found = check([
      report('35.73', 1, busy('Februari', 120)),
      report('35.73', 2, busy('Mei', 120)),
      report('33.74', 1, busy('Maret', 77).replaceAll('Purwantoro', 'Pekunden')),
      report('33.74', 2, edited.replaceAll('120', '77').replaceAll('Purwantoro', 'Pekunden')),
    ]);
    expect(kinds(found, '35.73_2028-TW2.md')).toEqual(['redated']);
    expect(kinds(found, '33.74_2028-TW2.md')).toEqual(['edited_lightly']);
  });

  it('blames the neighbour that handed in later, or names the other place, and not the source', () => {
    const own = busy('Februari', 120).replace('Kelurahan Purwantoro', 'Kota Malang');
    const found = check([
      report('35.73', 1, own, { date: '9 April 2028' }),
      report('33.74', 1, own, { date: '7 April 2028' }),
    ]);
    expect(found['33.74_2028-TW1.md']![0]).toMatchObject({ kind: 'neighbour', source: '35.73_2028-TW1.md' });
    expect(found['35.73_2028-TW1.md']).toEqual([]);
  });

  it('lets quiet quarters and new numbers in old words be alike', () => {
    const quiet =
      'Tidak ada tahapan yang berlangsung pada periode ini. Pemeliharaan laman berjalan rutin. Tidak ditemukan isu yang menonjol.';
    const found = check([
      report('35.73', 1, quiet),
      report('35.73', 2, quiet),
      report('33.74', 1, `${quiet} Pemilih berkelanjutan ditetapkan 412.310 orang pada 28 Maret 2028.`),
      report('33.74', 2, `${quiet} Pemilih berkelanjutan ditetapkan 413.055 orang pada 27 Juni 2028.`),
    ]);
    expect(Object.values(found).flat()).toEqual([]);
  });

  it('finds tables left as they were, but not empty ones', () => {
    const table = (rows: number[]) =>
      `| Uraian | Jumlah |\n|---|---|\n${rows.map((n, i) => `| Baris ${'abcdef'[i]} | ${n} |`).join('\n')}`;
    const full = { table: table([17, 204, 9, 1310, 66]) };
    const empty = { table: table([0, 0, 1, 0, 0]) };
    const found = check([
      report('35.73', 1, busy('Februari', 120), full),
      report('35.73', 2, 'Klinik cek fakta untuk 31 kader PKK di Blimbing berlangsung 8 Juni 2028.', full),
      report('33.74', 1, 'Nihil.', empty),
      report('33.74', 2, 'Nihil.', empty),
    ]);
    expect(kinds(found, '35.73_2028-TW2.md')).toEqual(['figures_identical']);
    expect(kinds(found, '33.74_2028-TW2.md')).toEqual([]);
  });

  it('names a late report with its deadline and a missing one by the file it would have', () => {
    const found = check([
      report('35.73', 1, 'Nihil.', { date: '20 Mei 2028' }),
      report('35.73', 3, 'Nihil.'),
      report('33.74', 1, 'Nihil.'),
      report('33.74', 2, 'Nihil.'),
      report('33.74', 3, 'Nihil.'),
    ]);
    expect(kinds(found, '35.73_2028-TW1.md')).toEqual(['late']);
    expect(found['35.73_2028-TW1.md']![0]!.explanation).toContain('35 hari setelah batas 15 April 2028');
    expect(kinds(found, '35.73_2028-TW2.md')).toEqual(['missing']);
  });

  it('says from which quarter the dates are when the copied report is not there', () => {
    const text = busy('Februari', 120).replace('selama 5 hari', 'sejak 20 Februari 2028');
    const [finding] = check([report('35.73', 2, text)])['35.73_2028-TW2.md']!;
    expect(finding).toMatchObject({ kind: 'copied_forward', source: '2028-TW1' });
  });

  it('survives files that are no reports', () => {
    const huge = { name: 'x.md', text: `${'| a '.repeat(20_000)}\n${'kata '.repeat(50_000)}` };
    expect(check([])).toEqual({});
    expect(
      check([{ name: 'a.md', text: '' }, { name: 'b.md', text: '\u0000###\n|||\n- : \n' }, huge]),
    ).toEqual({
      'a.md': [],
      'b.md': [],
      'x.md': [],
    });
  });
});

describe('reading', () => {
  it.each([
    '# L\n\n- Unit: 35.73\n- Periode: Triwulan II Tahun 2028\n- Tanggal: 3 Juli 2028',
    'Laporan\n=======\n\n* **Satker**: KPU Kota Malang (3573)\n* **Triwulan**: kedua 2028\n* **Tgl. penyampaian** : 03/07/2028',
    '# L\n\n| Unit | 35.73 |\n|---|---|\n| Periode | TW-2 2028 |\n| Tanggal | 2028-07-03 |',
    '**Laporan**\n\n1. Kode Unit : 3573\n2. Periode : 2028-TW2\n3. Disampaikan : 3 Jul 2028',
    '---\nunit: 35.73\nperiode: Q2 2028\ntanggal: 2028-07-03\n---\n# L',
  ])('reads unit, period and date from %j', (head) => {
    const { unit, period, handedIn } = parseReport({
      name: 'laporan.md',
      text: `${head}\n\n## Isi\n\nTeks.`,
    });
    expect([unit, period, handedIn]).toEqual(['35.73', { year: 2028, quarter: 2 }, dayNumber(2028, 7, 3)]);
  });

  it.each(['3573_2028-TW2.md', '35.73_2028-TW2.md', '35-73_2028_TW_II.md'])('reads the name %s', (name) => {
    const { unit, period } = parseReport({ name, text: '' });
    expect([unit, period]).toEqual(['35.73', { year: 2028, quarter: 2 }]);
  });

  it('reads dates in the forms offices use, and no others', () => {
    const text =
      '12–14 Mei, 3 Juni 2028, 05/04/2028, Senin (9 April), bulan April; Nomor 7 Tahun 2017, 31/31/2028, pasal 12';
    const found = findDates(text, { year: 2028, quarter: 2 }).filter(
      ({ precision }) => precision !== 'weekday',
    );
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      '12–14 Mei',
      '3 Juni 2028',
      '05/04/2028',
      '9 April',
      'April',
    ]);
    expect(found[0]).toMatchObject({ from: dayNumber(2028, 5, 12), to: dayNumber(2028, 5, 14) });
  });

  it('gives a bare month the year that is nearest to the period', () => {
    const [december] = findDates('pada 28 Desember', { year: 2028, quarter: 1 });
    expect(december!.from).toBe(dayNumber(2027, 12, 28));
  });

  it.each([
    ['1.234', 1234],
    ['12,5 %', 12.5],
    ['7 kali', 7],
    ['–', null],
    ['12/04/2028', null],
  ])('reads the cell %j as %s', (cell, value) => expect(readNumber(cell)).toBe(value));
});
