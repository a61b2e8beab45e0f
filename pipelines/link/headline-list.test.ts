import { expect, it } from 'vitest';
import { isHeadlineList } from './headline-list.ts';

const headlines = [
  'Petugas KPPS Tagih Honor yang Belum Cair',
  'Kapal Logistik Tertahan Ombak di Selat',
  'Debat Kandidat Bahas Pupuk dan Irigasi',
  'Sirekap Salah Baca, Angka Dikoreksi',
  'Harga Beras Naik Menjelang Panen',
];

it('knows many headlines from one text', () => {
  expect(isHeadlineList(headlines.join('\n'))).toBe(true);
  expect(isHeadlineList(headlines.map((one, n) => `${n + 1}) ${one}`).join('\n'))).toBe(true);
  expect(isHeadlineList(headlines.slice(1).join('\n'))).toBe(false);
});

it('bears headlines that share words where the list says that it is one', () => {
  const likes = [...headlines, 'Petugas Koreksi Angka Sirekap', 'Kapal Beras Tertahan'].join('\n');
  expect(isHeadlineList(likes)).toBe(false);
  expect(isHeadlineList(`Berita terpopuler hari ini\n${likes}`)).toBe(true);
});

it.each([
  [
    'a report',
    'Gudang KPU terendam banjir semalam. Air masuk gudang setinggi lutut. Kotak suara di gudang itu basah. ' +
      'KPU memindahkan kotak suara yang basah. Banjir surut menjelang pagi. Petugas mengeringkan gudang.',
  ],
  [
    'a chain message',
    'Undangan memilih tidak dibagikan lagi. Buka situs lalu ketik NIK. Foto hasilnya untuk petugas. ' +
      'Yang terlambat dianggap gugur. Sebarkan sebelum dihapus. Keluarga harus tahu soal ini.',
  ],
  ['few words', 'Curang. Bohong. Tipu. Rusak. Hancur. Bubar.'],
  ['no words', '😡\n😡\n😡\n😡\n😡\n😡'],
])('takes %s for one text', (_, text) => {
  expect(isHeadlineList(text)).toBe(false);
});
