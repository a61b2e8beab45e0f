import type { MigrateReport } from './migrate.ts';

/** What was moved and compared, for people. */
export function formatMigrated({
  direction,
  resumed,
  records,
  items,
  evidence,
  auditEntries,
  seconds,
}: MigrateReport): string {
  const rows = Object.values(records).reduce((sum, { count }) => sum + count, 0);
  return [
    `Pemindahan ${direction} selesai dalam ${seconds} detik${resumed ? ' (melanjutkan yang terputus)' : ''}.`,
    `  catatan       ${rows} baris dalam ${Object.keys(records).length} tabel, jumlah dan sidik sama`,
    `  butir         ${items.count}, sidik ${items.hash.slice(0, 16)} sama`,
    `  bukti         ${evidence} utuh`,
    `  jejak audit   ${auditEntries} entri, rantai utuh`,
    'Pemasangan asal tidak diubah. Jangan jalankan keduanya: simpan yang lama sebagai cadangan.',
    '',
  ].join('\n');
}
