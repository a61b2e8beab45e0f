import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainLinear } from '../train/train-linear.ts';
import { decodeLinearModel } from './model/linear-model.ts';
import { createTextTone, ToneModelError } from './text-tone.ts';

const MODEL = new URL('../../models/tone/model.bin', import.meta.url);

describe('createTextTone', () => {
  it('refuses a model of other classes', () => {
    const bytes = trainLinear({
      name: 'other',
      classes: ['a', 'b'],
      rows: [
        { text: 'satu', label: 'a' },
        { text: 'dua', label: 'b' },
      ],
      features: { bits: 8 },
      folds: 0,
    });
    expect(() => createTextTone(decodeLinearModel(bytes))).toThrow(ToneModelError);
  });
});

describe('the shipped model', () => {
  const read = createTextTone(decodeLinearModel(readFileSync(MODEL)));

  it.each([
    ['Pelayanannya cepat, petugas ramah sekali, saya puas', 'positive'],
    ['Bangga dan terima kasih untuk semua petugas yang bekerja keras', 'positive'],
    ['Kecewa berat, pelayanan lambat dan petugas kasar', 'negative'],
    ['Makanannya tidak enak dan harganya mahal, parah bgt', 'negative'],
    ['Rapat pleno digelar hari Senin pukul 10.00 di kantor kecamatan', 'neutral'],
  ])('reads %j as %s', (text, tone) => {
    expect(read(text).value).toBe(tone);
  });

  it('says which words made it', () => {
    expect(read('Sungguh mengecewakan, petugas kasar').words).toContain('kasar');
  });

  it('takes any text, gives a confidence, and judges the same without words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { value, confidence } = read(text);
        expect(confidence).toBeGreaterThan(0.33);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(read.judge(text)).toEqual({ value, confidence });
      }),
    );
  });

  it('looks at a bounded part of a text of 1 MB', () => {
    const long = 'petugas kasar '.repeat(80_000);
    expect(read(long)).toEqual(read(long.slice(0, 20_000)));
  });
});
