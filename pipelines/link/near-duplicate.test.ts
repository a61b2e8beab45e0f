import { expect, test } from 'vitest';
import { isRepost } from './near-duplicate.ts';
import { defaultLinkSettings } from './settings.ts';
import { TermSpace } from './term-space.ts';

const space = new TermSpace();
const repeats = (one: string, other: string): boolean => {
  const [a, b] = [space.read(one), space.read(other)];
  const both = [isRepost(a, b, defaultLinkSettings), isRepost(b, a, defaultLinkSettings)];
  expect(both[0]).toBe(both[1]);
  return both[0]!;
};

test.each([
  ['Hebat #SuratSuaraRusak', 'HEBAT #SURATSUARARUSAK'],
  ['surat suara rusak', 'Surat suara RUSAK!!! 😡'],
  ['gudang logistik kota terbakar', 'gudang logistik kota terbakar semalam'],
  ['@a @b @c @d gudang logistik kota terbakar', '@a @b @c @d gudang logistik kota kebakaran'],
  ['surat suara rusak di gudang', 'surat suara basah di gudang'],
])('%s | %s: a re-post', (one, other) => expect(repeats(one, other)).toBe(true));

test.each([
  ['', ''],
  ['😡', '🙏'],
  ['surat suara rusak', 'surat suara rusak parah'],
  ['gudang logistik kota terbakar', 'gudang logistik kota roboh'],
  ['gudang logistik kota terbakar', 'gudang logistik kota terbakar habis semalam'],
  ['@a gudang logistik kota terbakar', '@a gudang logistik kota roboh'],
  ['surat suara rusak di gudang', 'surat undangan basah di gudang'],
])('%s | %s: none', (one, other) => expect(repeats(one, other)).toBe(false));
