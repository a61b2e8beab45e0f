import { describe, expect, it } from 'vitest';
import { concludedRating, splitTitle, verdictOf } from './rating.ts';

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
    ['Fakta', 'benar'],
    ['Cek Fakta', 'belum_diperiksa'],
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
    expect(splitTitle('[CEK FAKTA] Tidak Benar KTP Digital Ditolak di TPS')).toEqual({
      claim: 'KTP Digital Ditolak di TPS',
      rating: 'Tidak Benar',
    });
    expect(splitTitle('[CEK FAKTA] Salah satu TPS di Waru dipindah').rating).toBeNull();
    expect(splitTitle('KPU menetapkan DPT')).toEqual({ claim: 'KPU menetapkan DPT', rating: null });
  });

  it('are found in the conclusion where the title has none', () => {
    expect(concludedRating('Kami memeriksa.\nKesimpulan: klaim salah. Pemilih dapat memilih.')).toBe(
      'klaim salah',
    );
    expect(concludedRating('Kesimpulan: pemilih dapat memilih di TPS.')).toBeNull();
    expect(concludedRating('Tidak ada yang disimpulkan.')).toBeNull();
  });
});
