import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Paper } from '../../../shared/domain/paper.ts';

/** A4 standing with margins of 2.5 cm, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1_417 };

/** Signs that XML 1.0 cannot hold. */
const clean = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/** A letter or press release as a Word document to go on writing in; addresses are links. */
export async function writePaperDocx(paper: Paper): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(document(paper)));
}

/** A text with its addresses as links. */
function runs(text: string): ParagraphChild[] {
  return clean(text)
    .split(/(https?:\/\/\S+[^\s.,;)])/)
    .filter(Boolean)
    .map((part) =>
      /^https?:\/\//.test(part)
        ? new ExternalHyperlink({
            link: part,
            children: [new TextRun({ text: part, color: '0D4A86', underline: {} })],
          })
        : new TextRun(part),
    );
}

const line = (
  text: string,
  options: { size?: number; bold?: boolean; centre?: boolean; after?: number } = {},
) =>
  new Paragraph({
    alignment: options.centre ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { after: options.after ?? 60 },
    children: [
      new TextRun({ text: clean(text), size: options.size ?? 22, ...(options.bold ? { bold: true } : {}) }),
    ],
  });

function head({ letterhead, kind, number, date, to, title, notices }: Paper): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 12, color: '191714', space: 6 };
  return [
    ...letterhead.map((text, at) =>
      line(text.toUpperCase(), { size: at === 0 ? 26 : 24, bold: true, centre: true }),
    ),
    new Paragraph({ border: { bottom: rule }, spacing: { after: 240 }, children: [] }),
    line(kind, { size: 24, bold: true, centre: true }),
    ...(number === null ? [] : [line(`Nomor: ${number}`, { centre: true })]),
    line(date, { centre: true, after: 240 }),
    ...to.map((text) => line(text)),
    ...notices.map((text) => line(text, { bold: true, after: 160 })),
    line(title, { size: 30, bold: true, after: 200 }),
  ];
}

function body({ blocks, signature }: Paper): Paragraph[] {
  return [
    ...blocks.flatMap(({ heading, bullets, paragraphs }) => [
      ...(heading === null ? [] : [line(heading, { bold: true, after: 80 })]),
      ...paragraphs.map(
        (text) =>
          new Paragraph({
            spacing: { after: bullets ? 60 : 180, line: 300 },
            ...(bullets ? { bullet: { level: 0 } } : { alignment: AlignmentType.LEFT }),
            children: runs(text),
          }),
      ),
    ]),
    ...signature.map((text, at) => line(text, { bold: at === 0, after: 40 })),
  ];
}

const document = (paper: Paper): Document =>
  new Document({
    creator: paper.letterhead.at(-1) ?? '',
    title: clean(paper.title),
    styles: { default: { document: { run: { font: 'Arial', size: 22 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ text: clean(paper.footer), size: 16, color: '5A544B' })],
              }),
            ],
          }),
        },
        children: [...head(paper), ...body(paper)],
      },
    ],
  });
