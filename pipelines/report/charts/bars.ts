import type { ToneCounts } from '../opinion-map/measures.ts';
import { sayWhole } from '../opinion-map/say.ts';
import { colours, shorten, svgPage, svgRect, svgText } from './svg.ts';

export interface Bar extends ToneCounts {
  label: string;
}

const [width, left, row] = [680, 170, 24];

/** Bars by row, tones stacked, the total at the end. */
export function drawToneBars(bars: readonly Bar[]): { svg: string; width: number; height: number } {
  const total = ({ positive, neutral, negative }: ToneCounts) => positive + neutral + negative;
  const highest = Math.max(1, ...bars.map(total));
  const scale = (value: number) => ((width - left - 70) * value) / highest;
  const height = bars.length * row + 30;
  const legend = (
    [
      ['Negatif', colours.negative],
      ['Netral', colours.neutral],
      ['Positif', colours.positive],
    ] as const
  ).flatMap(([label, colour], index) => [
    svgRect(left + index * 80, 4, 11, 11, colour),
    svgText(left + 16 + index * 80, 14, label, { size: 10 }),
  ]);
  const parts = bars.flatMap((bar, index) => {
    const y = 26 + index * row;
    let x = left;
    const drawn = (['negative', 'neutral', 'positive'] as const).map((tone) => {
      const rect = svgRect(x, y, scale(bar[tone]), row - 8, colours[tone]);
      x += scale(bar[tone]);
      return rect;
    });
    return [
      svgText(left - 8, y + 12, shorten(bar.label, 27), { size: 11, anchor: 'end' }),
      ...drawn,
      svgText(x + 6, y + 12, sayWhole(total(bar)), { size: 10, colour: colours.muted }),
    ];
  });
  return { svg: svgPage(width, height, [...legend, ...parts]), width, height };
}
