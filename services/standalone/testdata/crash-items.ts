import type { Item } from '../../../shared/domain/item.ts';
import { buildItem } from '../../../shared/testing/build-item.ts';

const places = ['Kota Malang', 'Kabupaten Sidoarjo', 'Kota Makassar', 'Kabupaten Gowa', 'Kota Bandung'];
const matters = [
  'KPU {p} kekurangan surat suara di sejumlah TPS, warga mengeluh menunggu sejak pagi',
  'Honor petugas KPPS di {p} terlambat dibayar, mereka mendatangi kantor KPU',
  'Undangan memilih di {p} belum dibagikan KPPS sampai sore, warga bingung',
];
const endings = ['tolong dicek', 'ini nyata', 'sudah saya lihat sendiri', 'mohon penjelasan KPU', 'sampai kapan begini'];

/** The same ten items for the same number, on one of fifteen matters. */
export const crashBatch = (n: number): Item[] =>
  Array.from({ length: 10 }, (_, at) => {
    const seed = n * 10 + at;
    const text = matters[seed % matters.length]!.replace('{p}', places[Math.floor(seed / 3) % places.length]!);
    return buildItem({
      nativeId: `crash-${seed}`,
      text: `${text}, ${endings[seed % endings.length]} nomor ${seed}`,
      author: `akun-${seed % 37}`,
      publishedAt: Date.UTC(2024, 10, 27, 1) + seed * 1_000,
      collectedAt: Date.UTC(2024, 10, 27, 1) + seed * 1_000,
    });
  });
