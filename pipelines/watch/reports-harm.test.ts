import { describe, expect, it } from 'vitest';
import { reportsHarm } from './reports-harm.ts';

describe('reportsHarm', () => {
  it.each([
    'Gudang logistik KPU Demak terendam banjir',
    'Honor petugas KPPS belum cair sampai hari ini',
    'Angka di Sirekap tidak cocok dengan foto formulir',
    'Ribuan surat suara rusak ditemukan saat sortir',
  ])('sees harm in "%s"', (text) => expect(reportsHarm(text)).toBe(true));

  it.each([
    'KPU melantik ribuan petugas KPPS serentak',
    'Gudang tidak banjir dan tidak ada yang hilang',
    'Debat kedua akan digelar KPU pekan depan',
    '',
  ])('sees none in "%s"', (text) => expect(reportsHarm(text)).toBe(false));

  it('reads no more than the beginning of a long text', () => {
    expect(reportsHarm(`${'KPU membuka layanan '.repeat(200_000)} banjir`)).toBe(false);
  });
});
