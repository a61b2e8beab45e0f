import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainLinear } from '../train/train-linear.ts';
import { createIndication, IndicationModelError } from './indication.ts';
import { findIndicationCues } from './indication-cues.ts';
import { styleCues } from './indication-style.ts';
import { decodeLinearModel } from './model/linear-model.ts';
import { modelWords } from './model/model-words.ts';

const MODEL = new URL('../../models/indication/model.bin', import.meta.url);
const codes = (text: string) => findIndicationCues(modelWords(text)).map(({ code }) => code);

describe('findIndicationCues', () => {
  it.each([
    ['Tolong sebarkan ke semua!', ['ajakan-sebar']],
    ['Tlg viralin ya', ['ajakan-sebar']],
    ['Dapat dari grup sebelah, katanya benar', ['jejak-terusan']],
    ['Terbongkar, media bungkam', ['rahasia']],
    ['KPU SUDAH TIDAK BENAR, INI NYATA!!', ['huruf-besar', 'tanda-seru']],
    ['Jangan sebarkan pesan ini, cek fakta dulu', ['membantah']],
    ['Wkwkwk ada-ada saja', ['kelakar']],
    ['KPU dan TPS di RT 3', []],
    ['KPU kerjanya lambat dan mengecewakan', []],
    ['', []],
  ])('finds in %j: %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('gives each sign once, with the words as written', () => {
    const [cue] = findIndicationCues(
      modelWords('SEBARKAN! sebarkan lagi, Viralkan, tolong bagikan, kirim ke grup'),
    );
    expect(cue?.code).toBe('ajakan-sebar');
    expect(cue?.words).toEqual(['SEBARKAN', 'sebarkan', 'Viralkan']);
  });
});

describe('styleCues', () => {
  it('sees manner, not matter: the same sentence about another thing has the same cues', () => {
    const cues = (text: string) => styleCues(modelWords(text));
    expect(cues('Katanya vaksin dari Jakarta tidak aman')).toEqual(
      cues('Katanya mesin dari Bandung tidak kuat'),
    );
    expect(cues('Katanya vaksin aman')).not.toEqual(cues('KATANYA VAKSIN AMAN'));
  });
});

describe('createIndication', () => {
  it('refuses another model', () => {
    const rows = ['a', 'b'].map((label) => ({ text: `kata ${label}`, label }));
    const bytes = trainLinear({ name: 'x', classes: ['a', 'b'], rows, features: { bits: 8 }, folds: 0 });
    expect(() => createIndication(decodeLinearModel(bytes))).toThrow(IndicationModelError);
  });
});

describe('the shipped model', () => {
  const read = createIndication(decodeLinearModel(readFileSync(MODEL)));

  it.each([
    'KPU provinsi payah, sosialisasi nihil dan warga bingung. Kami menuntut perbaikan!',
    'Kerja KPU memalukan! Data berubah-ubah, penjelasan tidak ada, rakyat dibuat menunggu.',
    'Saya kecewa dengan PPS desa kami, undangan terlambat dan banyak yang salah nama.',
    'Sirekap ini aplikasi hitung suara atau aplikasi tebak-tebak buah manggis? Hahaha',
    'Selamat, KPU meraih penghargaan sebagai lembaga paling sabar menunggu servernya sendiri wkwk',
    'Komisioner digaji besar tetapi TPS ramah difabel saja tidak sanggup menyediakan!!',
    'Mau tanya min, formulir pindah memilih diambil di kelurahan atau di kantor KPU ya?',
  ])('criticism, satire or a question alone raises nothing: %s', (text) => {
    expect(read(text).raised).toBe(false);
  });

  it.each([
    'Sebarkan!! Ada gudang penuh surat suara yang sudah dicoblos, polisi tutup mata dan media bungkam. Viralkan sebelum dihapus.',
    'Info dari orang dalam: hasil pemilu sudah diatur lewat komputer di luar negeri, mohon teruskan ke semua grup keluarga.',
  ])('raises a chain message and says why: %s', (text) => {
    const { raised, reasons } = read(text);
    expect(raised).toBe(true);
    expect(reasons[0]?.code).toBe('gaya-pesan');
    expect(reasons[0]?.words.length).toBeGreaterThan(0);
    expect(reasons.map(({ code }) => code)).toContain('ajakan-sebar');
  });

  it('takes any text and gives a score from 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { score, raised } = read(text);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        if (raised) expect(score).toBeGreaterThanOrEqual(0.5);
      }),
    );
  });

  it('says nothing of very short texts', () => {
    expect(read('Viralkan segera')).toEqual({ score: 0, raised: false, reasons: [] });
  });
});
