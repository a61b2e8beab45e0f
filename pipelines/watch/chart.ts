/** What a small chart of one series shows. */
export interface ChartInput {
  title: string;
  /** Oldest first, one per bucket. */
  counts: ArrayLike<number>;
  /** The usual level. */
  baseline: number;
  /** Place of the bucket that alerted; null for none. */
  alertIndex: number | null;
  /** Under the left and right end. */
  fromLabel: string;
  toLabel: string;
}

const width = 640;
const height = 220;
const frame = { left: 44, right: 12, top: 34, bottom: 28 };

/** Text for an SVG node or attribute; characters that XML 1.0 forbids are left out. */
export function escapeXml(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => names[character]!);
}

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
  let most = baseline;
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

const label = (x: number, y: number, anchor: string, text: string): string =>
  `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}" font-size="12" fill="#333">${escapeXml(text)}</text>`;

/**
 * A bar chart of one series as a self-contained SVG: counts per bucket, the usual level as a dashed line, the bucket
 * that alerted in red. Every text is escaped; the same input gives the same bytes.
 */
export function renderChart(input: ChartInput): string {
  const scale = scaleOf(input);
  const bottom = height - frame.bottom;
  const usual = fixed(scale.y(input.baseline));
  const right = width - frame.right;
  const title = escapeXml(input.title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" `,
    `role="img" aria-label="${title}" font-family="sans-serif"><title>${title}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${frame.left}" y="20" font-size="14" font-weight="bold" fill="#111">${title}</text>`,
    `<line x1="${frame.left}" y1="${bottom}" x2="${right}" y2="${bottom}" stroke="#999"/>`,
    bars(input, scale),
    `<line x1="${frame.left}" y1="${usual}" x2="${right}" y2="${usual}" stroke="#333" stroke-dasharray="4 3"/>`,
    label(frame.left - 6, scale.y(scale.top) + 4, 'end', String(scale.top)),
    label(frame.left - 6, bottom, 'end', '0'),
    label(frame.left, height - 8, 'start', input.fromLabel),
    label(right, height - 8, 'end', input.toLabel),
    '</svg>',
  ].join('');
}
