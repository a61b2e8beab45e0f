import { itemId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Item } from '../../shared/domain/item.ts';

const places = [
  'Kota Malang',
  'Kabupaten Sidoarjo',
  'Kota Makassar',
  'Kabupaten Gowa',
  'Kota Bandung',
  'Kabupaten Garut',
];
const matters = [
  'KPU {p} kekurangan surat suara di sejumlah TPS, warga mengeluh menunggu sejak pagi',
  'Honor petugas KPPS di {p} terlambat dibayar, mereka mendatangi kantor KPU',
  'Undangan memilih di {p} belum dibagikan KPPS sampai sore, warga bingung',
  'Surat suara di {p} dikabarkan rusak terkena banjir, KPU diminta menjelaskan',
];
const endings = [
  'tolong dicek',
  'ini nyata',
  'sudah saya lihat sendiri',
  'mohon penjelasan KPU',
  'sampai kapan begini',
];
export const itemsPerBatch = 10;

/** What was written about one of a few matters; the same for the same number. */
export function faultText(seed: number): string {
  const place = places[Math.floor(seed / 3) % places.length]!;
  const matter = matters[seed % matters.length]!.replace('{p}', place);
  return `${matter}, ${endings[seed % endings.length]} nomor ${seed}`;
}

/** The same ten items for the same number and start; a second apart, beginning at `start`. */
export const faultBatch = (n: number, start: Instant): Item[] =>
  Array.from({ length: itemsPerBatch }, (_, at) => {
    const seed = n * itemsPerBatch + at;
    const nativeId = `fault-${seed}`;
    const publishedAt = start + seed * 1_000;
    return {
      id: itemId({ platform: 'x', nativeId }),
      platform: 'x' as const,
      sourceId: 'faults',
      nativeId,
      url: null,
      title: null,
      text: faultText(seed),
      author: `akun-${seed % 37}`,
      authorKind: 'private' as const,
      outlet: null,
      publishedAt,
      collectedAt: publishedAt,
      metrics: { likes: 0, replies: 0, shares: 0, views: 0, followers: 0 },
      version: 1,
    };
  });
