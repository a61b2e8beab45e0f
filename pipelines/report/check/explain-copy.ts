import type { ReportFindingKind, ReportPassage } from '../../../shared/domain/report-finding.ts';
import type { Comparison } from './compare-reports.ts';
import { periodName } from './report-period.ts';
import { figuresAreEqual } from './score-copy.ts';

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const opening: Record<string, string> = {
  copied_forward: 'Isi narasi sama dengan laporan sebelumnya dari unit yang sama',
  edited_lightly: 'Isi narasi sama dengan laporan sebelumnya, hanya beberapa kata yang diubah',
  redated: 'Isi narasi sama dengan laporan sebelumnya, hanya tanggalnya yang diganti',
  neighbour: 'Isi narasi sama dengan laporan unit lain',
};

/** Why the report is asked about, in Indonesian: the share first, then each trace, then what its author can do. */
export function explainCopy(kind: ReportFindingKind, comparison: Comparison): string {
  const { source, report, dates, figures } = comparison;
  const from = source.period === null ? source.file : `${source.file} (${periodName(source.period)})`;
  const reasons = [
    `${opening[kind]}: ${percent(comparison.copiedShare)} dari bagian yang khas cocok dengan ${from}.`,
  ];
  if (dates.stray > 0)
    reasons.push(
      `${dates.stray} tanggal di dalam teks berada sebelum ${report.period === null ? 'masa laporan' : periodName(report.period)}.`,
    );
  if (comparison.foreignNames > comparison.ownNames)
    reasons.push(`Teks menyebut wilayah ${source.names?.base ?? source.unit ?? 'unit lain'}.`);
  if (comparison.forgottenHead) reasons.push('Judul atau kepala laporan masih menyebut laporan asal.');
  if (figuresAreEqual(comparison))
    reasons.push(`${figures.equal} dari ${figures.compared} angka yang lazimnya berubah juga sama.`);
  reasons.push('Mohon diperiksa dan diperbarui sebelum laporan diteruskan.');
  return reasons.join(' ');
}

/** The pairs that weigh most, in the order of the report. */
export function passagesOf({ pairs }: Comparison, most: number): ReportPassage[] {
  return pairs
    .map((pair, index) => ({ pair, index }))
    .filter(({ pair }) => pair.weight > 0.5)
    .toSorted((a, b) => b.pair.weight - a.pair.weight)
    .slice(0, most)
    .toSorted((a, b) => a.index - b.index)
    .map(({ pair: { here, there, likeness } }) => ({
      section: here.section,
      text: here.text,
      sourceText: there.text,
      likeness: Math.round(likeness * 1000) / 1000,
    }));
}
