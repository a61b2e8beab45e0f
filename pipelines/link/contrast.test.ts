import { describe, expect, it } from 'vitest';
import { contrastOf } from './contrast.ts';
import { numberAt } from './number-words.ts';
import { readTokens } from './telling-words.ts';

const between = (first: string, second: string) => {
  const found = contrastOf(readTokens(first), readTokens(second));
  return found === null || found.kind !== 'denial' ? (found?.kind ?? null) : found.by;
};

const dismissed = 'KPU Kota Malang memecat ketua PPK Klojen karena terbukti menerima uang dari calon';
const punched = 'Surat suara pilkada sudah tercoblos di gudang penyimpanan sebelum hari pemungutan suara';
const broken = 'KPU menemukan 12 kotak suara rusak di gudang logistik kecamatan pagi ini';

describe('two like texts say opposite things', () => {
  it.each([
    [dismissed, dismissed.replace('memecat', 'tidak memecat')],
    [dismissed, dismissed.replace('memecat', 'belum pernah memecat')],
    [dismissed, dismissed.replace('memecat', 'gak memecat')],
    [dismissed, dismissed.replace('memecat', 'batal memecat')],
    [dismissed, dismissed.replace('memecat', 'enggan memecat')],
    [dismissed, dismissed.replace('memecat', 'menolak memecat')],
    [dismissed, dismissed.replace('memecat', 'tidak memberhentikan')],
    [dismissed, dismissed.replace('terbukti', 'tanpa terbukti')],
    [punched, punched.replace('sudah', 'belum')],
    [punched, `Tidak benar ${punched}`],
    [punched, `HOAKS: ${punched}`],
    [punched, `#TidakBenar ${punched}`],
    [punched, `Jangan percaya kabar ${punched}`],
    [punched, `Kabar ${punched} adalah palsu`],
    // In the place of a lone mark, before a verb.
    [dismissed.replace('memecat', '- memecat'), dismissed.replace('memecat', 'tidak memecat')],
    [`${punched} !`, `${punched} bohong`],
    [`KPU : ${punched}`, `KPU bantah ${punched}`],
    [punched, `Pesan berantai yang beredar di grup warga itu hoaks: ${punched}`],
  ])('%s | %s', (claim, denial) => {
    expect(between(claim, denial)).toBe('second');
    expect(between(denial, claim)).toBe('first');
  });

  it.each([
    [broken, broken.replace('12', '1.200'), 'number'],
    [broken, broken.replace('12', 'ribuan'), 'number'],
    ['tujuh kontainer tercoblos', '8 kontainer tercoblos', 'number'],
    [dismissed, dismissed.replace('Malang', 'Surabaya'), 'place'],
    [dismissed, dismissed.replace('Kota Malang', 'Kabupaten Gowa'), 'place'],
    [dismissed, dismissed.replace('Kota Malang', 'Kota Batu'), 'place'],
    [dismissed, dismissed.replace('Kota Malang', 'Kabupaten Malang'), 'place'],
    ['KPU Jatim memecat ketua', 'KPU Jawa Barat memecat ketua', 'place'],
    ['gudang di Aceh Besar terbakar', 'gudang di Aceh Selatan terbakar', 'place'],
    ['gudang di Desa Sukaraja terbakar', 'gudang di Desa Sukamulya terbakar', 'place'],
    ['KPU memecat ketua', 'Bawaslu memecat ketua', 'body'],
    ['calon bupati ditahan', 'calon walikota ditahan', 'body'],
  ])('%s | %s: another %s', (first, second, kind) => {
    expect(between(first, second)).toBe(kind);
    expect(between(second, first)).toBe(kind);
  });
});

describe('two like texts say the same', () => {
  it.each([
    [broken, broken.replace('12', 'dua belas')],
    ['Tujuh kontainer tercoblos', '7 kontainer tercoblos'],
    ['dana 5 juta hilang', 'dana lima juta hilang'],
    ['dana 5 juta hilang', 'dana 5jt hilang'],
    ['honor Rp1,1 juta belum cair', 'honor Rp 1.100.000 belum cair'],
    [punched, `${punched.toUpperCase()} !!!`],
    [`Hoaks: ${punched}`, `Tidak benar ${punched}`],
    [punched, `[10/11 09.12] Ketua RT: ${punched}`],
    [punched, `Diteruskan dari grup, tidak tahu ini bagaimana, mohon dibaca: ${punched}`],
    [dismissed.replace('memecat', 'tidak memecat'), dismissed.replace('memecat', 'belum memecat')],
    // Ordinary words that are parts of names elsewhere, and words after "desa" that name nothing.
    ['Suara pemilih besar sekali di gudang itu', 'Suara pemilih penuh sekali di gudang itu'],
    ['Gudang di Desa Sukaraja terbakar tadi', 'Gudang di Desa Sekarang terbakar tadi'],
    ['KPU Jatim memecat ketua', 'KPU Jawa Timur memecat ketua'],
    // A lone mark that was changed.
    ['KPU hebat - semua warga senang', 'KPU hebat jangan semua warga senang'],
    ['KPU hebat ? warga senang', 'KPU hebat ! warga senang'],
    ['Polisi menahan ketua', 'Polres menahan ketua'],
    // The negation took a word's place and turned nothing round.
    [dismissed, dismissed.replace('ketua', 'tidak')],
    [dismissed, dismissed.replace('uang', '@USER')],
    ['', ''],
  ])('%s | %s', (first, second) => {
    expect(between(first, second)).toBeNull();
    expect(between(second, first)).toBeNull();
  });
});

describe('a number', () => {
  it.each([
    ['dua ratus lima puluh ribu orang', '250000', 5],
    ['12 ribu orang', '12000', 2],
    ['1,2 juta orang', '1200000', 2],
    ['sebelas', '11', 1],
    ['dua tiga orang', '2', 1],
    ['seribu lima ratus', '1500', 3],
    ['07', '7', 1],
    ['3/11/2024', '3/11/2024', 1],
    ['ribuan orang', 'ribuan', 1],
  ])('is read from "%s"', (text, value, length) => {
    expect(numberAt(text.split(' '), 0)).toEqual({ value, length });
  });

  it('is neither "salah satu" nor a factor alone nor a word with a figure', () => {
    expect(numberAt(['salah', 'satu'], 1)).toBeNull();
    expect(numberAt(['ribu'], 0)).toBeNull();
    expect(numberAt(['4presiden'], 0)).toBeNull();
  });
});
