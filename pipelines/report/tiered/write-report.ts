import type { NarrativeId, TieredReport } from '../../../shared/domain/tiered-report.ts';
import { tieredKey } from '../../../shared/domain/tiered-report.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { localMoment } from '../../watch/local-time.ts';
import { sayDay } from '../report-span.ts';
import { sayPeriod } from './tiered-bounds.ts';

/** The parts people write, in order, each with what belongs in it: shown beside the field. */
export const narrativeParts: readonly (readonly [id: NarrativeId, title: string, guide: string])[] = [
  [
    'summary',
    'Ringkasan',
    'Tiga sampai lima kalimat: apa yang dikerjakan, apa hasilnya, apa yang perlu diputuskan pimpinan.',
  ],
  [
    'activities',
    'Pelaksanaan kegiatan',
    'Tiap kegiatan dengan tanggal, tempat, jumlah peserta, dan hasilnya; angka tidak perlu diulang dari tabel.',
  ],
  [
    'issues',
    'Isu dan tanggapan',
    'Isu yang muncul, kapan ditanggapi, dengan apa, dan apa yang terjadi sesudahnya. Kritik dicatat sebagai kritik, bukan hoaks.',
  ],
  ['obstacles', 'Kendala', 'Kendala pada triwulan ini, bukan kendala umum; sebut akibatnya.'],
  ['plans', 'Rencana tindak lanjut', 'Apa, oleh siapa, kapan.'],
];

/** The name that the file of a report has everywhere: `35.73_2028-TW1.md`. */
export const tieredFileName = ({ unit, period }: Pick<TieredReport, 'unit' | 'period'>): string =>
  `${unit}_${tieredKey(period)}.md`;

const sayNumber = (value: number): string => String(value).replace('.', ',');

/** The report as the Markdown file that units hand in and `report check` reads. */
export function writeTieredMarkdown(
  report: TieredReport,
  unit: Pick<Unit, 'code' | 'name' | 'zone'>,
): string {
  const day = localMoment(report.handedInAt ?? report.updatedAt, unit.zone).day;
  const figures = report.figures
    .filter(({ value }) => value !== null)
    .map(({ label, value }) => `| ${label.replaceAll('|', '/')} | ${sayNumber(value!)} |`);
  const parts = narrativeParts.flatMap(([id, title]) => {
    const text = report.narrative[id]?.trim() ?? '';
    return text === '' ? [] : [`## ${title}\n\n${text}`];
  });
  return [
    `# Laporan Bakohumas ${unit.name} ${sayPeriod(report.period)}`,
    `- Unit: ${unit.code} ${unit.name}\n- Periode: ${sayPeriod(report.period)}\n- Tanggal: ${sayDay(day)}`,
    `## Data kegiatan\n\n| Uraian | Jumlah |\n|---|---:|\n${figures.join('\n')}`,
    ...parts,
  ]
    .join('\n\n')
    .concat('\n');
}
