import { describe, expect, it } from 'vitest';
import { splitTitle, verdictOf } from './rating.ts';

describe('ratings', () => {
  it.each([
    ['SALAH', 'salah'],
    ['Sebagian Benar', 'sebagian_benar'],
    ['Menyesatkan', 'menyesatkan'],
    ['Tidak Benar', 'salah'],
    ['Benar', 'benar'],
    ['Belum Terbukti', 'belum_terbukti'],
    ['Missing context', 'menyesatkan'],
    ['Mostly false', 'sebagian_benar'],
    ['???', 'belum_diperiksa'],
  ])('%s', (rating, verdict) => {
    expect(verdictOf(rating)).toBe(verdict);
  });

  it('are taken off the claim', () => {
    expect(splitTitle('[SALAH] KPU memindahkan TPS')).toEqual({
      claim: 'KPU memindahkan TPS',
      rating: 'SALAH',
    });
    expect(splitTitle('Cek Fakta: Hoaks, surat suara tercoblos')).toEqual({
      claim: 'surat suara tercoblos',
      rating: 'Hoaks',
    });
    expect(splitTitle('KPU menetapkan DPT')).toEqual({ claim: 'KPU menetapkan DPT', rating: null });
  });
});
