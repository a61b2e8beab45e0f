import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Paper } from '../../../shared/domain/paper.ts';
import { useOwnFonts } from './own-fonts.ts';

const ink = { text: '#191714', muted: '#5a544b', link: '#0d4a86' };

/** A letter or press release as a PDF: A4 standing, links that work, page numbers. */
export async function writePaperPdf(paper: Paper): Promise<Uint8Array> {
  useOwnFonts();
  return new Uint8Array(await pdfmake.createPdf(definePaper(paper)).getBuffer());
}

/** A text with its addresses as links, broken where they would run over the edge. */
function runs(text: string): Content {
  return {
    text: text
      .split(/(https?:\/\/\S+[^\s.,;)])/)
      .filter(Boolean)
      .map((part) =>
        /^https?:\/\//.test(part)
          ? { text: part.replace(/.{40}/g, '$&\u200b'), link: part, color: ink.link }
          : { text: part },
      ),
  };
}

function definePaper(paper: Paper): TDocumentDefinitions {
  const { letterhead, kind, number, date, to, title, blocks, notices, signature, footer } = paper;
  return {
    pageSize: 'A4',
    pageMargins: [70, 60, 70, 64],
    info: { title, creator: letterhead.at(-1) ?? '' },
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.35, color: ink.text },
    content: [
      ...letterhead.map(
        (text, at): Content => ({
          text: text.toUpperCase(),
          bold: true,
          alignment: 'center',
          fontSize: at === 0 ? 14 : 12.5,
        }),
      ),
      {
        canvas: [
          { type: 'line', x1: 0, y1: 6, x2: 455, y2: 6, lineWidth: 1.6 },
          { type: 'line', x1: 0, y1: 9, x2: 455, y2: 9, lineWidth: 0.6 },
        ],
        margin: [0, 0, 0, 16],
      },
      { text: kind, bold: true, alignment: 'center', characterSpacing: 1.2 },
      ...(number === null ? [] : [{ text: `Nomor: ${number}`, alignment: 'center' as const }]),
      { text: date, alignment: 'center', color: ink.muted, margin: [0, 0, 0, 14] },
      ...to.map((text): Content => ({ text })),
      ...notices.map((text): Content => ({ text, bold: true, margin: [0, 4, 0, 8] })),
      { text: title, bold: true, fontSize: 17, lineHeight: 1.15, margin: [0, to.length > 0 ? 12 : 0, 0, 12] },
      ...blocks.flatMap(({ heading, bullets, paragraphs }): Content[] => [
        ...(heading === null ? [] : [{ text: heading, bold: true, margin: [0, 4, 0, 3] } as Content]),
        ...(bullets
          ? [{ ul: paragraphs.map(runs), margin: [0, 0, 0, 8] } as Content]
          : paragraphs.map((text) => ({ ...(runs(text) as object), margin: [0, 0, 0, 8] }) as Content)),
      ]),
      { stack: signature.map((text) => ({ text, bold: true })), margin: [0, 12, 0, 0], unbreakable: true },
    ],
    footer: (at, pages) => ({
      columns: [{ text: footer }, { text: `${at} / ${pages}`, alignment: 'right', width: 50 }],
      margin: [70, 16, 70, 0],
      fontSize: 8.5,
      color: ink.muted,
    }),
  };
}
