import { describe, expect, it } from 'vitest';
import { ownLetters } from './guessable.ts';
import { weaknessOf } from './passwords.ts';

const email = 'petugas@kpu.example';
const names = [
  'malang',
  'surabaya',
  'jakarta',
  'bandung',
  'medan',
  'makassar',
  'indonesia',
  'pemilu',
  'kpu',
  'humas',
];
const months = ['januari', 'mei', 'agustus', 'desember'];
const years = Array.from({ length: 20 }, (_, n) => String(2010 + n));
const tails = ['', '!', '123', '1234', '!@#', '@123'];

/** What somebody of an office would try: thousands, made by the same habits that people have. */
function* habits(): Generator<string> {
  for (const name of names)
    for (const year of years)
      for (const tail of tails) {
        yield `${name}${year}${name}${tail}`;
        yield `Kpu${name}${year}${tail}`;
        yield `${name.toUpperCase()}_${year}_${months[year.length % 4]}${tail}`;
      }
  for (const month of months) for (const year of years) yield `${month}${month}${year}`;
}

describe('passwords that are easy to guess', () => {
  it.each([
    'P@ssw0rd2024!',
    'Rahasia12345678',
    'qwertyuiop1234',
    '1qaz2wsx3edc4rfv',
    'poiuytrewq9876',
    'aaaaaaaaaaaabbbbb',
    'abcabcabcabcabc',
    'kpukpukpukpu2024',
    'KPU Kota Malang 2024',
    'Jawa Timur 1945 !!',
    'bismillah17081945',
    'drowssap4202upk',
    'JanuariFebruari2025',
    'letmeinletmein99',
    'Sirekap_Pemilu_2029',
  ])('%s', (password) => expect(weaknessOf(password, email)).not.toBeNull());

  it('thousands made by habit are refused, each', () => {
    const through = [...habits()].filter((one) => weaknessOf(one, email) === null);
    expect(through).toEqual([]);
    expect([...habits()].length).toBeGreaterThan(3_000);
  });

  it.each([
    'perahu kertas biru 7',
    'kuda hijau makan rumput laut',
    'tujuh-gajah-naik-becak',
    'hujan sore di Malang bikin lapar',
    'Xk9#vTq2Lm8@wZr4',
    'meja kayu, lampu minyak',
    'bukit pasir dan layang-layang',
  ])('%s is none of them', (password) => expect(weaknessOf(password, email)).toBeNull());

  it('counts what is a person’s own', () => {
    expect(ownLetters('malang2024')).toBe(0);
    expect(ownLetters('gajahbecak')).toBe(10);
  });

  it('answers at once for the longest', () => {
    expect(weaknessOf('a1'.repeat(100), email)).not.toBeNull();
    expect(weaknessOf('q'.repeat(5_000), email)).toContain('paling banyak');
  });
});
