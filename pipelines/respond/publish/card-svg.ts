import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import { svgText } from '../../report/charts/svg.ts';
import { sayDate } from '../compose/material.ts';
import { labelOf } from './page-shell.ts';

/** Side of the card, in pixels: what picture feeds show whole. */
export const cardSide = 1_080;
const margin = 80;
const qrSide = 230;
const ink = { ground: '#fdfcf9', text: '#191714', muted: '#5a544b', fact: '#0f5f3f', line: '#d8d2c6' };

/** Width of a letter over its size, in Roboto: measured over Indonesian headlines, medium weight. */
const letterWidth = 0.53;

/** Words in lines of at most so many letters. */
export function wrapWords(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Where the words of the card begin and where they must end, above its foot. */
const wordsFrom = 252;
const footAt = cardSide - margin - qrSide;
const wordsTo = footAt - 60;
const headSteps = 1.16;
const bodySteps = 1.36;
const gap = 34;

interface Set {
  size: number;
  lines: string[];
}
const setAt = (text: string, size: number): Set => ({
  size,
  lines: wrapWords(text, Math.floor((cardSide - 2 * margin) / (size * letterWidth))),
});

/** The largest letters with which headline and text fit; the text goes where even the smallest do not. */
function fitted(title: string, text: string): { head: Set; body: Set } {
  const room = wordsTo - wordsFrom;
  const heights = ({ head, body }: { head: Set; body: Set }): number =>
    head.lines.length * head.size * headSteps +
    (body.lines.length === 0 ? 0 : gap + body.lines.length * body.size * bodySteps);
  const none: Set = { size: 30, lines: [] };
  for (const headSize of [76, 66, 58, 50])
    for (const bodySize of [38, 34, 30]) {
      const head = setAt(title, headSize);
      const body = text === '' ? none : setAt(text, bodySize);
      if (heights({ head, body }) <= room) return { head, body };
    }
  const alone = [76, 66, 58, 50, 44, 38].map((size) => setAt(title, size));
  const head = alone.find((one) => heights({ head: one, body: none }) <= room) ?? alone.at(-1)!;
  return { head, body: none };
}

/** The fact as a picture, with its source and the way to the page; the rumour is not on it. */
export function cardSvg(publication: Publication, qr: readonly (readonly boolean[])[]): string {
  const { title, summary, sources, url, publishedAt } = publication;
  const unit = unitOfCode(publication.unit);
  const said = summary.startsWith(title) && summary.length < title.length + 3 ? '' : summary;
  const { head, body } = fitted(title, said);
  const source = sources.find(({ regulation }) => regulation !== null) ?? sources[0];
  const parts: string[] = [
    `<rect width="${cardSide}" height="${cardSide}" fill="${ink.ground}"/>`,
    `<rect width="18" height="${cardSide}" fill="${ink.fact}"/>`,
    svgText(margin, 108, unit.name, { size: 34, bold: true, colour: ink.text }),
    svgText(cardSide - margin, 108, sayDate(publishedAt, unit.zone), {
      size: 28,
      colour: ink.muted,
      anchor: 'end',
    }),
    `<rect x="${margin}" y="136" width="${cardSide - 2 * margin}" height="3" fill="${ink.text}"/>`,
    svgText(margin, 222, tagOf(publication), { size: 30, bold: true, colour: ink.fact }),
  ];
  const bodyFrom = wordsFrom + head.lines.length * head.size * headSteps + gap;
  parts.push(
    ...head.lines.map((line, n) =>
      svgText(margin, wordsFrom + (n + 1) * head.size * headSteps, line, { size: head.size, bold: true }),
    ),
    ...body.lines.map((line, n) =>
      svgText(margin, bodyFrom + (n + 1) * body.size * bodySteps, line, { size: body.size }),
    ),
  );
  const foot = footAt;
  const beside = cardSide - 2 * margin - qrSide - 40;
  const named = source ? (source.regulation ?? source.title) : unit.name;
  parts.push(
    `<rect x="${margin}" y="${foot - 40}" width="${cardSide - 2 * margin}" height="2" fill="${ink.line}"/>`,
    svgText(margin, foot + 34, 'Sumber', { size: 26, colour: ink.muted }),
    ...wrapWords(named, Math.floor(beside / (30 * letterWidth)))
      .slice(0, 2)
      .map((line, n) => svgText(margin, foot + 74 + n * 38, line, { size: 30, bold: true })),
    svgText(margin, foot + 176, 'Pindai kode ini atau buka:', { size: 26, colour: ink.muted }),
    ...wrapAddress(url, Math.floor(beside / (25 * letterWidth))).map((line, n) =>
      svgText(margin, foot + 212 + n * 30, line, { size: 25 }),
    ),
    qrPath(qr, cardSide - margin - qrSide, foot),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSide}" height="${cardSide}" viewBox="0 0 ${cardSide} ${cardSide}">${parts.join('')}</svg>`;
}

const tagOf = (publication: Publication): string => labelOf(publication).name.toUpperCase();

const wrapAddress = (url: string, letters: number): string[] => {
  const bare = url.replace(/^https?:\/\//, '');
  const lines: string[] = [];
  for (let at = 0; at < bare.length && lines.length < 2; at += letters)
    lines.push(bare.slice(at, at + letters));
  return lines;
};

/** A QR code as one path, with the quiet zone of four modules that readers need. */
function qrPath(qr: readonly (readonly boolean[])[], x: number, y: number): string {
  const module = qrSide / (qr.length + 8);
  const path = qr.flatMap((row, line) =>
    row.flatMap((dark, column) =>
      dark
        ? [
            `M${round(x + (column + 4) * module)} ${round(y + (line + 4) * module)}h${round(module)}v${round(module)}h-${round(module)}z`,
          ]
        : [],
    ),
  );
  return `<rect x="${x}" y="${y}" width="${qrSide}" height="${qrSide}" fill="#ffffff"/><path d="${path.join('')}" fill="#000000" shape-rendering="crispEdges"/>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
