import type { ImportReport } from './import-report.ts';

const number = new Intl.NumberFormat('id-ID');

const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort((a, b) => b[1] - a[1])
    .map(([code, count]) => `    ${code}: ${number.format(count)}\n`)
    .join('');

/** The report for a person. */
export function formatImportReport(report: ImportReport): string {
  const { file, rows, taken, known, refused, refusedBy, notes, stories, issues, alerts, refusalsFile } =
    report;
  const isUndated = rows > refused && notes['date_missing'] === rows - refused;
  return [
    `${file}: ${number.format(rows)} baris dibaca\n`,
    `  masuk baru       ${number.format(taken)}\n`,
    `  sudah ada        ${number.format(known)}\n`,
    `  ditolak          ${number.format(refused)}\n`,
    list(refusedBy),
    Object.keys(notes).length > 0 ? `  dirapikan\n${list(notes)}` : '',
    `  cerita           ${number.format(stories)}\n`,
    `  isu              ${number.format(issues)}\n`,
    `  peringatan       ${number.format(alerts)}\n`,
    isUndated
      ? '  Tidak satu pun baris memuat waktu yang terbaca; sebutkan kolomnya dengan --map created_at=KOLOM\n'
      : '',
    refusalsFile ? `  Setiap baris yang ditolak beserta alasannya ada di ${refusalsFile}\n` : '',
  ].join('');
}
