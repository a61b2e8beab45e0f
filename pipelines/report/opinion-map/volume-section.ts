import { dayMs } from '../../../shared/domain/instant.ts';
import type { ReportChart, ReportSection } from '../../../shared/domain/opinion-map.ts';
import { localMoment } from '../../watch/local-time.ts';
import { drawToneColumns } from '../charts/tone-columns.ts';
import { itemQuery, type OpinionMapInput, toneCells } from './input.ts';
import { changeOf } from './measures.ts';
import { sayChange, sayShare, sayWhole } from './say.ts';
import { makeTable, type Row, toneColumns } from './table.ts';
import { emptyTally } from './tally-items.ts';

/** Longer spans are read by the table; a column a day would be thinner than a line. */
const mostColumns = 62;
const dayNames = ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'];

interface Day {
  day: string;
  label: string;
  /** The same place in the span before. */
  before: string;
  from: number;
}

function daysOf({ span, unit }: OpinionMapInput): Day[] {
  const count = Math.round((span.to - span.from) / dayMs);
  return Array.from({ length: count }, (_, index) => {
    const from = span.from + index * dayMs;
    const { day, weekday } = localMoment(from, unit.zone);
    const before = localMoment(span.previousFrom + index * dayMs, unit.zone).day;
    const [, month, date] = day.split('-').map(Number);
    return {
      day,
      before,
      from,
      label: count <= 7 ? `${dayNames[weekday]} ${date}/${month}` : `${date}/${month}`,
    };
  });
}

function chartOf(input: OpinionMapInput, days: readonly Day[]): ReportChart[] {
  if (days.length > mostColumns || input.current.all.unique === 0) return [];
  const columns = days.map(({ day, before, label }) => {
    const { positive, neutral, negative } = input.current.byDay.get(day) ?? emptyTally();
    const earlier = input.previous.byDay.get(before) ?? emptyTally();
    return {
      label,
      positive,
      neutral,
      negative,
      before: earlier.positive + earlier.neutral + earlier.negative,
    };
  });
  const most = columns.toSorted(
    (a, b) => b.positive + b.neutral + b.negative - (a.positive + a.neutral + a.negative),
  )[0]!;
  return [
    {
      id: 'volume',
      title: 'Unggahan unik per hari menurut nada',
      alt: `Kolom per hari. Terbanyak pada ${most.label}: ${most.positive + most.neutral + most.negative} unggahan unik, ${most.negative} di antaranya negatif. Angka lengkap ada di tabel.`,
      ...drawToneColumns(columns),
    },
  ];
}

/** Volume and tone over time, against the span before. */
export function volumeSection(input: OpinionMapInput): ReportSection {
  const { current, previous } = input;
  const days = daysOf(input);
  const rows = days.map(({ day, before, from }): Row => {
    const earlier = input.previous.byDay.get(before)?.items ?? 0;
    const query = itemQuery(input, {
      from: new Date(from).toISOString(),
      to: new Date(from + dayMs).toISOString(),
    });
    return { cells: [day, ...toneCells(current.byDay.get(day) ?? emptyTally()), earlier], query };
  });
  const change = changeOf(current.all.items, previous.all.items);
  const peak = Math.max(...current.byHour);
  const hour = current.byHour.indexOf(peak);
  const paragraphs = [
    `${sayWhole(current.all.items)} unggahan tentang KPU atau unit, ${sayWhole(current.all.unique)} di antaranya unik, dalam ${sayWhole(current.all.stories.size)} cerita. Periode sebelumnya ${sayWhole(previous.all.items)} unggahan${change === null ? '' : ` (${change === 0 ? 'tetap' : sayChange(change)})`}.`,
    ...(peak > 0
      ? [
          `Jam teramai pukul ${String(hour).padStart(2, '0')}.00–${String(hour).padStart(2, '0')}.59 dengan ${sayWhole(peak)} unggahan (${sayShare(peak / current.all.items)}).`,
        ]
      : []),
  ];
  return {
    id: 'volume',
    title: 'Volume dan nada per hari',
    paragraphs,
    charts: chartOf(input, days),
    tables: [
      makeTable(
        'volume',
        'Unggahan per hari',
        [
          ['day', 'Tanggal', 'text'],
          ...toneColumns,
          [
            'before',
            'Unggahan periode sebelumnya',
            'integer',
            'Unggahan pada hari yang sama urutannya di periode sebelumnya.',
          ],
        ],
        rows,
        'Tidak ada unggahan pada periode ini.',
      ),
    ],
  };
}
