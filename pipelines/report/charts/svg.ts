import { escapeXml } from '../../../shared/text/escape-xml.ts';

/** Colours that differ in lightness too, so that the charts survive a black-and-white printer. */
export const colours = {
  positive: '#1b7f5c',
  neutral: '#b8bec6',
  negative: '#b3261e',
  accent: '#1f4e8c',
  soft: '#9db7da',
  text: '#1c2330',
  muted: '#5b6472',
  line: '#d9dee5',
  empty: '#eef1f5',
} as const;

export interface TextStyle {
  size?: number;
  colour?: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
}

export const svgText = (x: number, y: number, text: string, style: TextStyle = {}): string =>
  `<text x="${round(x)}" y="${round(y)}" font-family="Roboto, Arial, sans-serif" font-size="${style.size ?? 11}" fill="${style.colour ?? colours.text}" text-anchor="${style.anchor ?? 'start'}"${style.bold ? ' font-weight="bold"' : ''}>${escapeXml(text)}</text>`;

export const svgRect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  radius = 0,
): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}" rx="${radius}" fill="${fill}"/>`;

export const svgLine = (x1: number, y1: number, x2: number, y2: number, stroke: string): string =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${stroke}" stroke-width="1"/>`;

export const svgPage = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${parts.join('')}</svg>`;

const round = (value: number): number => Math.round(value * 10) / 10;

/** The next 1, 2 or 5 times a power of ten, so that an axis ends on a number people read. */
export function niceTop(value: number): number {
  if (value <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** Cuts a label to `most` characters. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
