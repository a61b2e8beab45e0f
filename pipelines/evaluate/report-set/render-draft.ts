import { periodDays } from '../../report/check/report-period.ts';
import { type Draft, type Paragraph, pieces } from './draft.ts';

const roman = ['I', 'II', 'III', 'IV'];
const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);

/** A day as offices write it: four forms. */
function dayText(day: number, style: number): string {
  const date = new Date(day * 86_400_000);
  const [d, m, y] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
  const two = (value: number) => String(value).padStart(2, '0');
  return [
    `${d} ${months[m]} ${y}`,
    `${two(d)}/${two(m + 1)}/${y}`,
    `${d} ${months[m]}`,
    `${y}-${two(m + 1)}-${two(d)}`,
  ][style]!;
}

function paragraphs(list: readonly Paragraph[], draft: Draft, bullets: boolean): string {
  const start = periodDays(draft.period).from;
  return list
    .map(({ text }) =>
      text.replace(/⟦(-?\d+)⟧/gu, (_, day: string) => dayText(start + Number(day), draft.style)),
    )
    .map((text) => (bullets ? `- ${text}` : text))
    .join(bullets ? '\n' : '\n\n');
}

function head({ unit, period, handedIn, style }: Draft): string {
  const quarter = roman[period.quarter! - 1];
  const day = dayText(handedIn, style === 2 ? 0 : style);
  return [
    `# Laporan Bakohumas KPU ${unit.name} Triwulan ${quarter} Tahun ${period.year}\n\n- Unit: ${unit.code} KPU ${unit.name}\n- Periode: Triwulan ${quarter} ${period.year}\n- Tanggal: ${day}`,
    `Laporan Triwulanan Kehumasan\n============================\n\n* **Satuan kerja**: KPU ${unit.name} (${unit.code.replace('.', '')})\n* **Periode**: ${period.year}-TW${period.quarter}\n* **Tanggal penyampaian**: ${day}`,
    `# LAPORAN KEHUMASAN TW ${period.quarter} ${period.year}\n\n1. Kode unit: ${unit.code}\n2. Triwulan: ${quarter}\n3. Disampaikan: ${day}`,
    `# Laporan kegiatan\n\n| Hal | Isi |\n|---|---|\n| Unit | ${unit.code} |\n| Periode | TW ${quarter} ${period.year} |\n| Tanggal laporan | ${day} |`,
  ][style]!;
}

function tables({ figures, still, style, period }: Draft): string {
  const all = [
    ...pieces.rows.map((row, at) => [row, figures[at]!] as const),
    ...pieces.still.map((row, at) => [row, still[at]!] as const),
  ];
  const numbered = style % 2 === 1;
  const title = numbered
    ? '| No | Uraian | Jumlah |\n|---:|---|---:|'
    : `| Uraian | TW ${roman[period.quarter! - 1]} |\n|---|---:|`;
  return `${title}\n${all.map(([row, value], at) => `|${numbered ? ` ${at + 1} |` : ''} ${row} | ${value} |`).join('\n')}`;
}

/** The Markdown file of a draft, in the layout of its office. */
export function renderDraft(draft: Draft): string {
  const bullets = draft.style >= 2;
  const section = (heading: string, list: readonly Paragraph[]) =>
    list.length === 0 ? '' : `## ${heading}\n\n${paragraphs(list, draft, bullets)}`;
  return [
    head(draft),
    section('Dasar', draft.opening),
    `## Data kegiatan\n\n${tables(draft)}`,
    section('Pelaksanaan kegiatan', draft.activities),
    section('Isu dan tanggapan', draft.issues),
    section('Kendala', draft.obstacles),
    section('Rencana', draft.plans),
    section('Penutup', draft.closing),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}
