import type { ReportCell, ReportColumn, ReportTable } from '../../../shared/domain/opinion-map.ts';

type Column = readonly [key: string, label: string, type: ReportColumn['type'], definition?: string];

export interface Row {
  cells: readonly ReportCell[];
  query?: string | null;
}

/** A table from short columns and rows. */
export const makeTable = (
  id: string,
  title: string,
  columns: readonly Column[],
  rows: readonly Row[],
  empty: string,
): ReportTable => ({
  id,
  title,
  columns: columns.map(([key, label, type, definition]) => ({
    key,
    label,
    type,
    definition: definition ?? null,
  })),
  rows: rows.map(({ cells }) => [...cells]),
  queries: rows.map(({ query }) => query ?? null),
  empty,
});

/** The columns every table of counts and tones has, with what they mean. */
export const toneColumns: readonly Column[] = [
  ['items', 'Unggahan', 'integer', 'Semua unggahan tentang KPU atau unit, termasuk unggahan ulang.'],
  ['unique', 'Unik', 'integer', 'Unggahan tanpa unggahan ulang yang hampir sama.'],
  ['positive', 'Positif', 'integer', 'Unggahan unik bernada positif terhadap KPU atau unit.'],
  ['neutral', 'Netral', 'integer', 'Unggahan unik bernada netral terhadap KPU atau unit.'],
  ['negative', 'Negatif', 'integer', 'Unggahan unik bernada negatif terhadap KPU atau unit.'],
  [
    'netTone',
    'Nada bersih',
    'decimal',
    '100 × (positif − negatif) / (positif + netral + negatif); tidak ditampilkan bila kurang dari 30 unggahan unik.',
  ],
  [
    'negativeShare',
    'Bagian negatif',
    'share',
    'Unggahan unik negatif dibagi semua unggahan unik yang bernada; tidak ditampilkan bila kurang dari 30.',
  ],
];
