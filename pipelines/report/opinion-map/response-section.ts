import type { ReportSection, ReportTable } from '../../../shared/domain/opinion-map.ts';
import { levels } from '../../../shared/domain/risk.ts';
import type { OpinionMapInput, ResponseTimes } from './input.ts';
import { quantile } from './measures.ts';
import { sayShare, saySigned } from './say.ts';
import { makeTable, type Row } from './table.ts';

const steps = [
  ['triagedAt', 'Pemilahan'],
  ['holdingAt', 'Pernyataan sementara'],
  ['clarifiedAt', 'Klarifikasi'],
] as const;

const minutes = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 60_000));

function timeRow(
  responses: readonly ResponseTimes[],
  level: string,
  [key, label]: (typeof steps)[number],
): Row {
  const own = responses.filter((response) => response.level === level);
  const took = own.flatMap((response) =>
    response[key] === null ? [] : [response[key] - response.detectedAt],
  );
  return {
    cells: [
      level,
      label,
      own.length,
      took.length,
      minutes(quantile(took, 0.5)),
      minutes(quantile(took, 0.9)),
    ],
  };
}

function timesTable({ responses }: OpinionMapInput): ReportTable {
  const seen = levels.toReversed().filter((level) => responses.some((response) => response.level === level));
  return makeTable(
    'response',
    'Waktu tanggap sejak terdeteksi',
    [
      ['level', 'Risiko', 'text'],
      ['step', 'Tahap', 'text'],
      ['issues', 'Isu', 'integer', 'Isu pada tingkat ini.'],
      ['done', 'Sudah', 'integer', 'Isu yang sudah melewati tahap ini.'],
      [
        'median',
        'Separuh dalam (menit)',
        'integer',
        'Separuh isu selesai dalam waktu ini atau kurang; tanpa yang belum selesai.',
      ],
      [
        'p90',
        '9 dari 10 dalam (menit)',
        'integer',
        'Sembilan dari sepuluh isu selesai dalam waktu ini atau kurang.',
      ],
    ],
    seen.flatMap((level) => steps.map((step) => timeRow(responses, level, step))),
    'Belum ada isu yang ditangani pada periode ini.',
  );
}

function clarificationTable({ clarifications }: OpinionMapInput): ReportTable {
  const rows = clarifications.map((one) => ({
    cells: [
      one.issueNumber,
      one.title,
      one.publishedAt,
      one.carried24,
      one.carried72,
      one.itemsBefore,
      one.itemsAfter,
      one.netToneBefore,
      one.netToneAfter,
    ],
  }));
  return makeTable(
    'clarifications',
    'Klarifikasi dan sesudahnya',
    [
      ['issue', 'Isu', 'text'],
      ['title', 'Klarifikasi', 'text'],
      ['at', 'Terbit', 'instant'],
      [
        'carried24',
        'Memuat koreksi, 24 jam',
        'share',
        'Bagian unggahan isu yang memuat koreksi dalam 24 jam setelah terbit; kosong di bawah 30 unggahan.',
      ],
      [
        'carried72',
        'Memuat koreksi, 72 jam',
        'share',
        'Bagian unggahan isu yang memuat koreksi dalam 72 jam setelah terbit; kosong di bawah 30 unggahan.',
      ],
      ['itemsBefore', 'Unggahan sebelum', 'integer', 'Unggahan isu dalam 72 jam sebelum terbit.'],
      ['itemsAfter', 'Unggahan sesudah', 'integer', 'Unggahan isu dalam 72 jam sesudah terbit.'],
      ['before', 'Nada sebelum', 'decimal', 'Nada bersih isu sebelum klarifikasi.'],
      [
        'after',
        'Nada sesudah',
        'decimal',
        'Nada bersih isu sesudah klarifikasi; hubungan waktu, bukan sebab-akibat.',
      ],
    ],
    rows,
    'Tidak ada klarifikasi yang terbit pada periode ini.',
  );
}

export function responseSection(input: OpinionMapInput): ReportSection {
  const carried = input.clarifications.map(({ carried72 }) => carried72).filter((share) => share !== null);
  const best = carried.length === 0 ? null : Math.max(...carried);
  const lifts = input.clarifications.flatMap(({ netToneBefore, netToneAfter }) =>
    netToneBefore === null || netToneAfter === null ? [] : [netToneAfter - netToneBefore],
  );
  const paragraphs = [
    'Waktu dihitung sejak deteksi pertama, siang dan malam; hari libur tidak dikurangkan.',
    ...(best === null
      ? []
      : [`Koreksi dimuat paling banyak ${sayShare(best)} unggahan isunya dalam 72 jam.`]),
    ...(lifts.length === 0
      ? []
      : [
          `Nada bersih isu setelah klarifikasi berubah ${lifts.map((lift) => saySigned(lift)).join(', ')} poin; hubungan waktu, bukan sebab-akibat.`,
        ]),
  ];
  return {
    id: 'response',
    title: 'Waktu tanggap dan klarifikasi',
    paragraphs,
    charts: [],
    tables: [timesTable(input), clarificationTable(input)],
  };
}
