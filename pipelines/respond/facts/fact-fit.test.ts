import { describe, expect, it } from 'vitest';
import { createFactFit } from './fact-fit.ts';
import { starterFacts } from './starter-facts.ts';

const fit = createFactFit(starterFacts.map((fact) => ({ ...fact, id: fact.key })));
const none: ReadonlySet<string> = new Set();

/** A rumour, the facts that answer it (every one must be found), and those that may stand beside them. */
const rumours: readonly [text: string, answering: string[], fine?: string[]][] = [
  ['Sirekap sengaja menggelembungkan suara lewat algoritma', ['sirekap-bantu', 'sirekap-salah-baca']],
  ['KPPS meninggal karena diracun supaya kecurangan tidak terbongkar', ['petugas-2019']],
  ['Ada 52 juta pemilih siluman di DPT', ['dpt-2024']],
  ['KPU buka polling capres di lamannya, ayo isi', ['bukan-jajak-pendapat']],
  ['Nomor urut capres diatur KPU supaya menguntungkan', ['nomor-undian']],
  ['Tidak dapat undangan C6 berarti tidak bisa nyoblos', ['tanpa-undangan'], ['undangan-tiga-hari']],
  ['Rekapitulasi di kecamatan dilakukan diam-diam tanpa saksi', ['pleno-terbuka'], ['hitung-di-tps']],
  ['Permohonan informasi ke PPID KPU tidak pernah dijawab', ['layanan-informasi']],
  ['TPS di kampung saya tutup jam 11 siang, banyak yang belum mencoblos', ['jam-tps']],
];
/** They share words with facts of the library, and no matter. */
const others = [
  'Gudang logistik KPU kebanjiran, kotak suara rusak terendam',
  'Honor KPPS Garut belum dibayar sampai sekarang',
  'Ketua KPU kabupaten ketemu caleg di hotel, harus diperiksa DKPP',
  'Debat capres kemarin panelisnya tidak netral, KPU berat sebelah',
  'Pemilih difabel kesulitan masuk TPS karena tangga',
];

const statements = (text: string, hidden = none): string[] =>
  starterFacts
    .filter(({ key, use }) => use === 'statement' && fit.fitting(text, hidden).has(key))
    .map(({ key }) => key);

describe('which facts fit', () => {
  it.each(rumours)('"%s" is answered by its facts and no other', (text, answering, fine = []) => {
    const found = statements(text);
    expect(found).toEqual(expect.arrayContaining(answering));
    expect(found.filter((key) => ![...answering, ...fine].includes(key))).toEqual([]);
  });

  it.each(others)('"%s" has no fact, though words are shared', (text) => {
    expect(statements(text)).toEqual([]);
  });

  it('offers ways to check where they fit', () => {
    const found = fit.fitting('KPU buka polling capres di lamannya, ayo isi', none);
    expect([...found].toSorted()).toEqual(['bukan-jajak-pendapat', 'cek-domain']);
  });

  it('leaves hidden ones out, also as the measure of the others', () => {
    const rumour = 'Ada 52 juta pemilih siluman di DPT';
    expect(statements(rumour, new Set(['dpt-2024']))).not.toContain('dpt-2024');
    expect(createFactFit([]).fitting(rumour, none).size).toBe(0);
  });
});
