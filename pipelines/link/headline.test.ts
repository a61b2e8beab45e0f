import { describe, expect, it } from 'vitest';
import { headlineOf, longestHeadline } from './headline.ts';

describe('headlineOf', () => {
  it.each([
    [
      'Selamat pagi warga. Semalam gudang surat suara dibuka orang',
      'Semalam gudang surat suara dibuka orang',
    ],
    [
      'Assalamualaikum, sekadar meneruskan. Gudang logistik KPU tadi sore dibuka',
      'Gudang logistik KPU tadi sore dibuka',
    ],
    ['Copas dari tetangga: KTP digital tidak berlaku di TPS', 'KTP digital tidak berlaku di TPS'],
    ['[SALAH] Video surat suara tercoblos di Malang', 'Video surat suara tercoblos di Malang'],
    ['SURAT SUARA KPU SUDAH DICOBLOS SEMUA', 'Surat suara KPU sudah dicoblos semua'],
  ])('reads %j as what it says', (text, headline) => {
    expect(headlineOf(null, text)).toBe(headline);
  });

  it('keeps a title, and never grows beyond the feed', () => {
    expect(headlineOf('KPU Menjawab', 'Selamat pagi.')).toBe('KPU Menjawab');
    expect(headlineOf(null, 'kata '.repeat(100)).length).toBeLessThanOrEqual(longestHeadline);
  });
});
