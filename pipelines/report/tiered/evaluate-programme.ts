import type { ReportSection } from '../../../shared/domain/opinion-map.ts';
import type { TieredFigure } from '../../../shared/domain/tiered-report.ts';
import { saySigned, sayWhole } from '../opinion-map/say.ts';
import { makeTable, type Row } from '../opinion-map/table.ts';

export interface EvaluationInput {
  figures: readonly TieredFigure[];
  /** The same unit's numbers of the period before. */
  before: readonly TieredFigure[];
  /** Time to each step by the tier of the unit that owns the issue, in ms. */
  times: readonly {
    tier: 'national' | 'province' | 'regency';
    step: 'triage' | 'holding' | 'clarification';
    issues: number;
    done: number;
    medianMs: number | null;
    p90Ms: number | null;
  }[];
  /** Sources that give items, of all. */
  sources: { well: number; all: number };
  /** Share of items that carry the correction 72 h after a clarification: the middle value, 0 to 1. */
  carried: number | null;
}

type Measure = readonly [step: string, question: string, measure: string, value: string];

const unknown = 'belum terukur';
const say = (value: number | null, unit = ''): string =>
  value === null ? unknown : `${sayWhole(value)}${unit}`;

function lookup(figures: readonly TieredFigure[]): (key: string) => number | null {
  const values = new Map(figures.map(({ key, value }) => [key, value]));
  return (key) => values.get(key) ?? null;
}

const sum = (...values: (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** RESIST 2: recognise, early warning, insight, impact, strategic communication, tracking. */
function resistRows({ figures, sources, carried }: EvaluationInput): Measure[] {
  const of = lookup(figures);
  return [
    [
      'R – Mengenali',
      'Apakah yang beredar terpantau?',
      'Unggahan terpantau; sumber yang memberi unggahan',
      `${say(of('items'))} unggahan; ${sayWhole(sources.well)} dari ${sayWhole(sources.all)} sumber`,
    ],
    ['E – Peringatan dini', 'Apakah lonjakan diketahui lebih awal?', 'Peringatan', say(of('alerts'))],
    [
      'S – Pemahaman situasi',
      'Apakah isu dipilah dan dipahami?',
      'Isu; median waktu pemilahan',
      `${say(of('issues'))} isu; ${say(of('triage_median'), ' menit')}`,
    ],
    [
      'I – Analisis dampak',
      'Isu mana yang berbahaya?',
      'Isu risiko tinggi atau kritis; divonis salah atau menyesatkan',
      `${say(of('issues_grave'))}; ${say(of('issues_hoax'))}`,
    ],
    [
      'S – Komunikasi strategis',
      'Apakah dijawab?',
      'Isu diklarifikasi; siaran dan konferensi pers',
      `${say(of('issues_clarified'))}; ${sayWhole(sum(of('activity_release'), of('activity_conference')))}`,
    ],
    [
      'T – Mengukur hasil',
      'Apakah jawabannya sampai?',
      'Unggahan yang memuat koreksi dalam 72 jam (nilai tengah)',
      carried === null ? unknown : `${sayWhole(carried * 100)}%`,
    ],
  ];
}

const change = (now: number | null, before: number | null): string =>
  now === null || before === null ? unknown : `${saySigned(now - before)} poin`;

/** AMEC: what went out, what people took from it, what changed. Advertising value is no measure here. */
function amecRows({ figures, before, carried }: EvaluationInput): Measure[] {
  const [of, was] = [lookup(figures), lookup(before)];
  const out = sum(of('activity_publication'), of('activity_release'), of('activity_livestream'));
  return [
    ['Keluaran', 'Apa yang disampaikan?', 'Publikasi, siaran pers, dan siaran langsung', sayWhole(out)],
    ['Keluaran', 'Siapa yang ditemui?', 'Peserta kegiatan', say(of('audience'))],
    ['Keluaran', 'Sesuai standar?', 'Standar keluaran terpenuhi', say(of('checklist'), '%')],
    [
      'Serapan',
      'Apakah pesan dipakai orang?',
      'Unggahan yang memuat koreksi dalam 72 jam',
      carried === null ? unknown : `${sayWhole(carried * 100)}%`,
    ],
    ['Serapan', 'Apakah orang menanggapi?', 'Saran dan masukan', say(of('aspirations'))],
    [
      'Hasil',
      'Apakah nada berubah?',
      'Nada bersih dibanding periode sebelumnya',
      change(of('net_tone'), was('net_tone')),
    ],
    ['Hasil', 'Apakah kepuasan berubah?', 'IKM dibanding periode sebelumnya', change(of('ikm'), was('ikm'))],
  ];
}

const tierNames = { national: 'KPU RI', province: 'Provinsi', regency: 'Kabupaten/Kota' } as const;
const stepNames = {
  triage: 'Pemilahan',
  holding: 'Pernyataan sementara',
  clarification: 'Klarifikasi',
} as const;
const minutes = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 60_000));

const measureColumns = (first: string) =>
  [
    ['step', first, 'text'],
    ['question', 'Pertanyaan', 'text'],
    ['measure', 'Ukuran', 'text'],
    ['value', 'Nilai', 'text'],
  ] as const;

/** The programme held against RESIST 2 and AMEC, and response times by tier. What is not measured is said to be so. */
export function evaluateProgramme(input: EvaluationInput): ReportSection {
  const rows = (measures: readonly Measure[]): Row[] => measures.map((cells) => ({ cells: [...cells] }));
  return {
    id: 'evaluation',
    title: 'Evaluasi program kehumasan',
    paragraphs: [
      'Menurut langkah RESIST 2 dan kerangka AMEC (keluaran, serapan, hasil). Nilai setara iklan tidak dipakai. Perubahan nada dan kepuasan ialah hubungan waktu, bukan bukti sebab-akibat.',
    ],
    charts: [],
    tables: [
      makeTable('resist', 'Langkah RESIST 2', measureColumns('Langkah'), rows(resistRows(input)), ''),
      makeTable('amec', 'Keluaran, serapan, dan hasil', measureColumns('Tingkat'), rows(amecRows(input)), ''),
      makeTable(
        'times',
        'Waktu tanggap menurut tingkat unit',
        [
          ['tier', 'Tingkat', 'text'],
          ['step', 'Tahap', 'text'],
          ['issues', 'Isu', 'integer', 'Isu yang dipegang unit pada tingkat ini.'],
          ['done', 'Sudah', 'integer', 'Isu yang sudah melewati tahap ini.'],
          [
            'median',
            'Separuh dalam (menit)',
            'integer',
            'Separuh selesai dalam waktu ini atau kurang; tanpa yang belum selesai.',
          ],
          [
            'p90',
            '9 dari 10 dalam (menit)',
            'integer',
            'Sembilan dari sepuluh selesai dalam waktu ini atau kurang.',
          ],
        ],
        input.times.map(({ tier, step, issues, done, medianMs, p90Ms }) => ({
          cells: [tierNames[tier], stepNames[step], issues, done, minutes(medianMs), minutes(p90Ms)],
        })),
        'Belum ada isu pada periode ini.',
      ),
    ],
  };
}
