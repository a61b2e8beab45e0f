import { escapeXml } from '../../shared/text/escape-xml.ts';

/** What a small chart of one series shows. */
export interface ChartInput {
  title: string;
  /** Oldest first, one per bucket. */
  counts: ArrayLike<number>;
  /** The usual level; null where there is none to draw. */
  baseline: number | null;
  /** Place of the bucket that alerted; null for none. */
  alertIndex: number | null;
  /** Under the left and right end. */
  fromLabel: string;
  toLabel: string;
}

/** Of every chart, in pixels. */
export const chartSize = { width: 640, height: 220 };
const { width, height } = chartSize;
const frame = { left: 44, right: 12, top: 50, bottom: 28 };
const number = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });

const fixed = (value: number): string => value.toFixed(1);

/** The next of 1, 2, 5, 10, 20 … at or above the value, so that the axis ends on a round number. */
export function niceCeiling(value: number): number {
  if (!(value > 1)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10);
}

interface Scale {
  x(index: number): number;
  y(value: number): number;
  step: number;
  top: number;
}

function scaleOf({ counts, baseline }: ChartInput): Scale {
  let most = baseline ?? 0;
  for (let index = 0; index < counts.length; index++) most = Math.max(most, counts[index]!);
  const top = niceCeiling(most);
  const step = (width - frame.left - frame.right) / Math.max(1, counts.length);
  const bottom = height - frame.bottom;
  return {
    top,
    step,
    x: (index) => frame.left + index * step,
    y: (value) => bottom - (value / top) * (bottom - frame.top),
  };
}

function bars({ counts, alertIndex }: ChartInput, scale: Scale): string {
  const rects: string[] = [];
  const bottom = scale.y(0);
  for (let index = 0; index < counts.length; index++) {
    const value = counts[index]!;
    if (value <= 0) continue;
    const fill = index === alertIndex ? '#b3261e' : '#4a6fa5';
    const size = `width="${fixed(Math.max(0.6, scale.step * 0.85))}" height="${fixed(bottom - scale.y(value))}"`;
    rects.push(`<rect x="${fixed(scale.x(index))}" y="${fixed(scale.y(value))}" ${size} fill="${fill}"/>`);
  }
  return rects.join('');
}

const text = (x: number, y: number, anchor: string, words: string, size = 12, fill = '#333333'): string =>
  `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}" font-size="${size}" fill="${fill}">${escapeXml(words)}</text>`;

/** The usual level as a dashed line with its words, above the bars where there is room. */
function usualLine({ baseline }: ChartInput, scale: Scale): string {
  if (baseline === null) return '';
  const y = scale.y(baseline);
  const right = width - frame.right;
  const words = `biasanya ${number.format(baseline)}`;
  return (
    `<line x1="${frame.left}" y1="${fixed(y)}" x2="${right}" y2="${fixed(y)}" stroke="#333333" stroke-dasharray="4 3"/>` +
    text(frame.left + 4, y - 5, 'start', words, 11)
  );
}

/** The number on top of the bucket that alerted, kept inside the frame. */
function alertLabel({ counts, alertIndex }: ChartInput, scale: Scale): string {
  if (alertIndex === null || !(counts[alertIndex]! > 0)) return '';
  const middle = scale.x(alertIndex) + scale.step * 0.42;
  const x = Math.min(width - frame.right - 12, Math.max(frame.left + 12, middle));
  return text(
    x,
    scale.y(counts[alertIndex]!) - 4,
    'middle',
    number.format(counts[alertIndex]!),
    12,
    '#b3261e',
  );
}

/**
 * A bar chart of one series as a self-contained SVG: counts per bucket, the usual level as a dashed line, the bucket
 * that alerted in red with its number. Every text is escaped; the same input gives the same bytes.
 */
export function renderChart(input: ChartInput): string {
  const scale = scaleOf(input);
  const bottom = height - frame.bottom;
  const right = width - frame.right;
  const title = escapeXml(input.title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" `,
    `role="img" aria-label="${title}" font-family="Roboto, sans-serif"><title>${title}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${frame.left}" y="20" font-size="14" font-weight="bold" fill="#111111">${title}</text>`,
    `<line x1="${frame.left}" y1="${bottom}" x2="${right}" y2="${bottom}" stroke="#999999"/>`,
    bars(input, scale),
    usualLine(input, scale),
    alertLabel(input, scale),
    text(frame.left - 6, scale.y(scale.top) + 4, 'end', number.format(scale.top)),
    text(frame.left - 6, bottom, 'end', '0'),
    text(frame.left, height - 8, 'start', input.fromLabel),
    text(right, height - 8, 'end', input.toLabel),
    '</svg>',
  ].join('');
}
