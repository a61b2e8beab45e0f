import type { Instant } from '../../../shared/domain/instant.ts';
import type { OpinionMap, ReportSection } from '../../../shared/domain/opinion-map.ts';
import type { TieredReport } from '../../../shared/domain/tiered-report.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { sayWhole } from '../opinion-map/say.ts';
import { makeTable } from '../opinion-map/table.ts';
import { type EvaluationInput, evaluateProgramme } from './evaluate-programme.ts';
import type { RollUp } from './roll-up.ts';
import { sayPeriod, tieredSpan } from './tiered-bounds.ts';
import { narrativeParts } from './write-report.ts';

export interface DocumentInput {
  report: TieredReport;
  unit: Unit;
  evaluation: EvaluationInput;
  /** Of the units below; null for a regency. */
  below: RollUp | null;
  nameOf(unit: string): string;
  generatedAt: Instant;
}

/** Numbers of the head: what a chair looks for first. */
const headKeys = ['items', 'net_tone', 'issues', 'issues_clarified', 'audience', 'ikm'];

const stateWords: Readonly<Record<TieredReport['state'], string>> = {
  draft: 'naskah',
  chair_review: 'menunggu ketua',
  province_review: 'menunggu KPU provinsi',
  national_review: 'menunggu KPU RI',
  accepted: 'diterima',
};

const numberText = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 });
const sayValue = (value: number | null): string => (value === null ? 'belum ada' : numberText.format(value));

function figureSection({ report }: DocumentInput): ReportSection {
  const changed = report.figures.filter(({ value, system }) => value !== system).length;
  return {
    id: 'figures',
    title: 'Data kegiatan',
    paragraphs: [
      changed === 0
        ? 'Semua angka berasal dari data sistem dan catatan kegiatan unit.'
        : `${sayWhole(changed)} angka diubah oleh penyusun; angka sistem tetap ditampilkan di sebelahnya.`,
    ],
    charts: [],
    tables: [
      makeTable(
        'tiered-figures',
        'Angka laporan',
        [
          ['label', 'Uraian', 'text'],
          ['value', 'Laporan', 'number', 'Angka yang dilaporkan unit.'],
          ['system', 'Data sistem', 'number', 'Angka dari data sistem pada saat laporan disusun.'],
        ],
        report.figures.map(({ label, value, system, query }) => ({ cells: [label, value, system], query })),
        '',
      ),
    ],
  };
}

const narrativeSections = ({ report }: DocumentInput): ReportSection[] =>
  narrativeParts.flatMap(([id, title]) => {
    const text = report.narrative[id]?.trim() ?? '';
    if (text === '') return [];
    return [{ id: `n-${id}`, title, paragraphs: text.split(/\n+/u).filter(Boolean), charts: [], tables: [] }];
  });

function belowSection({ below, nameOf }: DocumentInput): ReportSection[] {
  if (below === null) return [];
  const { handedIn, units, missing } = below.coverage;
  const names = missing.slice(0, 12).map(nameOf).join(', ');
  return [
    {
      id: 'below',
      title: 'Rekapitulasi unit di bawahnya',
      paragraphs: [
        `Mencakup ${sayWhole(handedIn)} dari ${sayWhole(units)} unit.${missing.length === 0 ? '' : ` Belum menyampaikan: ${names}${missing.length > 12 ? `, dan ${missing.length - 12} unit lain` : ''}.`}`,
      ],
      charts: [],
      tables: [
        makeTable(
          'below',
          'Jumlah dari laporan unit',
          [
            ['label', 'Uraian', 'text'],
            ['value', 'Nilai', 'number', 'Jumlah; untuk nada, waktu, persentase, dan IKM nilai tengah unit.'],
            ['units', 'Unit', 'integer', 'Unit yang melaporkan angka ini.'],
          ],
          below.figures.map(({ label, value, units: gave }) => ({ cells: [label, value, gave] })),
          'Belum ada laporan dari unit di bawahnya.',
        ),
      ],
    },
  ];
}

function journeySection({ report }: DocumentInput): ReportSection {
  return {
    id: 'steps',
    title: 'Perjalanan laporan',
    paragraphs: [`Status: ${stateWords[report.state]}.`],
    charts: [],
    tables: [
      makeTable(
        'steps',
        'Langkah',
        [
          ['at', 'Waktu', 'instant'],
          ['actor', 'Oleh', 'text'],
          ['to', 'Menjadi', 'text'],
          ['reason', 'Alasan', 'text'],
        ],
        report.steps.map(({ at, actor, to, reason }) => ({
          cells: [at, actor, stateWords[to], reason ?? '–'],
        })),
        'Laporan belum diteruskan.',
      ),
    ],
  };
}

/** A tiered report in the shape every renderer takes: figures, what people wrote, roll-up, evaluation, its way. */
export function buildTieredDocument(input: DocumentInput): OpinionMap {
  const { report, unit, evaluation, generatedAt } = input;
  const figures = headKeys.flatMap((key) => report.figures.filter((figure) => figure.key === key));
  return {
    version: 1,
    unit,
    span: tieredSpan(report.period, unit.zone),
    generatedAt,
    baseUrl: null,
    title: `Laporan Bakohumas ${unit.name}`,
    summary: [
      `Laporan ${sayPeriod(report.period)}, status ${stateWords[report.state]}.`,
      `Disusun oleh ${report.author}; angka diambil dari data sistem dan catatan kegiatan unit.`,
      input.below === null
        ? 'Laporan ini memuat kegiatan unit sendiri.'
        : `Rekapitulasi mencakup ${sayWhole(input.below.coverage.handedIn)} dari ${sayWhole(input.below.coverage.units)} unit di bawahnya.`,
    ],
    figures: figures.map(({ key, label, value, query }) => ({
      key,
      label,
      value,
      text: sayValue(value),
      definition: `${label} pada ${sayPeriod(report.period)}.`,
      query,
    })),
    sections: [
      ...narrativeSections(input),
      figureSection(input),
      ...belowSection(input),
      evaluateProgramme(evaluation),
      journeySection(input),
    ],
  };
}
