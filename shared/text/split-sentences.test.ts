import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitSentences } from './split-sentences.ts';

it.each([
  ['Surat suara rusak. KPU mengganti!', ['Surat suara rusak.', 'KPU mengganti!']],
  ['Biaya Rp 2.000 per lembar. Benar?', ['Biaya Rp 2.000 per lembar.', 'Benar?']],
  ['Ketua KPU Kab. Malang, Dr. A. hadir.', ['Ketua KPU Kab. Malang, Dr. A. hadir.']],
  ['"Kami siap." Ia pergi…', ['"Kami siap."', 'Ia pergi...']],
  ['satu\ndua\n\ntiga', ['satu', 'dua', 'tiga']],
  ['Kok bisa?!! Aneh', ['Kok bisa?!!', 'Aneh']],
  ['', []],
])('splits %j', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});

it('loses no word and gives no empty sentence, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      const sentences = splitSentences(text);
      expect(sentences.every((sentence) => sentence.length > 0 && sentence === sentence.trim())).toBe(true);
      const letters = (value: string) => value.replace(/[^a-z]/g, '');
      if (!/[<>&]/.test(text)) expect(letters(sentences.join(''))).toBe(letters(text));
    }),
  );
});

it('cuts a text without end marks', () => {
  const longest = Math.max(...splitSentences('kata '.repeat(5000)).map((sentence) => sentence.length));
  expect(longest).toBeLessThanOrEqual(1001);
});

it('passes a run of marks inside a word, and ends at one before a space', () => {
  expect(splitSentences('apa??!!itu benar?? ya.) Lalu "ya!" kata ketua')).toEqual([
    'apa??!!itu benar??',
    'ya.)',
    'Lalu "ya!"',
    'kata ketua',
  ]);
});
