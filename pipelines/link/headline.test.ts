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
    [
      'PENTING!! Mulai hari ini KTP DIGITAL TIDAK BISA DIPAKAI di TPS',
      'Mulai hari ini KTP digital tidak bisa dipakai di TPS',
    ],
    [
      'AWAS!!! SURAT SUARA DI KOTA MALANG TERCOBLOS SEMUA 😱😱 #tolak #curang',
      'Surat suara di Kota Malang tercoblos semua',
    ],
    [
      'Forwarded as received\n\n*KPU KABUPATEN GOWA* buka TPS baru di desa',
      'KPU Kabupaten Gowa buka TPS baru di desa',
    ],
    [
      '[HOAKS] PENTING: Assalamualaikum, mohon disebarkan!!! Kotak suara hilang lagi',
      'Kotak suara hilang lagi',
    ],
    ['Petugas #KPPS menunggu honor,, kapan cair???', 'Petugas KPPS menunggu honor, kapan cair?'],
    ['Kata warga JAWA TIMUR, PSU di TPS 12 BATAL', 'Kata warga Jawa Timur, PSU di TPS 12 batal'],
    ['PENTING!!', 'Penting!'],
  ])('reads %j as what it says', (text, headline) => {
    expect(headlineOf(null, text)).toBe(headline);
  });

  it.each([
    'KPU RI dan DKPP bahas PKPU tentang DPTb di Jawa Timur',
    'MK tolak gugatan, PSU di dua TPS batal',
    'BKN buka lowongan CPNS di IKN',
    'Menurut BPJT dan SIAK, data NIK aman',
  ])('leaves %j as it is written', (text) => {
    expect(headlineOf(null, text)).toBe(text);
  });

  it('writes a shouted word as the author does elsewhere, and a lone unknown one as a name', () => {
    const body = 'Menurut warga, kunjungan pak Sudra ke kecamatan tidak diumumkan.';
    expect(headlineOf('WARGA KECEWA SUDRA PULANG LEBIH AWAL', body)).toBe(
      'Warga kecewa Sudra pulang lebih awal',
    );
    expect(headlineOf('Kata BRANIWATI, logistik aman', 'x')).toBe('Kata Braniwati, logistik aman');
  });

  it('says the same when it is asked again of what it said', () => {
    const said = headlineOf(null, 'VIRAL!! KOTAK SUARA PPK KLOJEN DIBUKA ORANG... siapa???');
    expect(headlineOf(null, said)).toBe(said);
  });

  it('keeps a title, and never grows beyond the feed', () => {
    expect(headlineOf('KPU Menjawab', 'Selamat pagi.')).toBe('KPU Menjawab');
    expect(headlineOf(null, 'kata '.repeat(100)).length).toBeLessThanOrEqual(longestHeadline);
  });
});
