import type { ToneCounts } from '../opinion-map/measures.ts';
import { sayWhole } from '../opinion-map/say.ts';
import { colours, niceTop, svgLine, svgPage, svgRect, svgText } from './svg.ts';

export interface ToneColumn extends ToneCounts {
  label: string;
  /** Items in the same place of the span before, drawn as a mark; null to leave it out. */
  before: number | null;
}

const [width, height, left, bottom, top] = [680, 240, 44, 40, 34];

const legend: readonly [string, string][] = [
  ['Negatif', colours.negative],
  ['Netral', colours.neutral],
  ['Positif', colours.positive],
  ['Periode sebelumnya', colours.accent],
];

function drawLegend(): string[] {
  let x = left;
  return legend.flatMap(([label, colour]) => {
    const at = x;
    x += 26 + label.length * 6.2;
    return [
      svgRect(at, 10, 11, label.startsWith('Periode') ? 3 : 11, colour),
      svgText(at + 16, 20, label, { size: 10 }),
    ];
  });
}

/** Columns over time, tones stacked, the span before as a mark. */
export function drawToneColumns(columns: readonly ToneColumn[]): {
  svg: string;
  width: number;
  height: number;
} {
  const total = ({ positive, neutral, negative }: ToneCounts) => positive + neutral + negative;
  const highest = niceTop(Math.max(0, ...columns.flatMap((column) => [total(column), column.before ?? 0])));
  const scale = (value: number) => ((height - top - bottom) * value) / highest;
  const base = height - bottom;
  const step = (width - left - 10) / Math.max(1, columns.length);
  const bar = Math.min(56, step * 0.62);
  const every = Math.ceil(columns.length / 12);
  const parts = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    svgLine(left, base - scale(highest * share), width - 10, base - scale(highest * share), colours.line),
    svgText(left - 6, base - scale(highest * share) + 4, sayWhole(highest * share), {
      size: 10,
      anchor: 'end',
      colour: colours.muted,
    }),
  ]);
  columns.forEach((column, index) => {
    const x = left + step * index + (step - bar) / 2;
    let y = base;
    for (const tone of ['negative', 'neutral', 'positive'] as const) {
      y -= scale(column[tone]);
      parts.push(svgRect(x, y, bar, scale(column[tone]), colours[tone]));
    }
    if (column.before !== null)
      parts.push(svgRect(x - 3, base - scale(column.before) - 1.5, bar + 6, 3, colours.accent));
    if (index % every === 0)
      parts.push(svgText(x + bar / 2, base + 16, column.label, { size: 10, anchor: 'middle' }));
  });
  return { svg: svgPage(width, height, [...parts, ...drawLegend()]), width, height };
}
