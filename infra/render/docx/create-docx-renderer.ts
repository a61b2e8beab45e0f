import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  type OpinionMap,
  queryLink,
  type ReportChart,
  type ReportSection,
  type ReportTable,
} from '../../../shared/domain/opinion-map.ts';
import type { ReportRenderer } from '../../../shared/ports/report-renderer.ts';
import { sayCellOnPaper } from '../../../shared/text/say-cell.ts';
import { columnWidths, isShortTable } from '../column-widths.ts';
import { drawPicture } from '../draw-picture.ts';

/** A4 lying with margins of 2 cm, in twentieths of a point. */
const page = { width: 16_838, height: 11_906, margin: 1_134 };
const usableWidth = page.width - 2 * page.margin;
const accent = '1F4E8C';

/** A document to go on writing in: headings as headings, tables as tables, charts as vectors with pictures behind. */
export function createDocxRenderer(): ReportRenderer {
  return {
    format: 'docx',
    extension: 'docx',
    render: async (map) => new Uint8Array(await Packer.toBuffer(writeDocument(map))),
  };
}

const clean = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
const paragraph = (text: string, size = 20, colour?: string, keepNext = false): Paragraph =>
  new Paragraph({
    keepNext,
    spacing: { after: 80 },
    children: [new TextRun({ text: clean(text), size, ...(colour === undefined ? {} : { color: colour }) })],
  });
const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({
    heading: level,
    keepNext: true,
    spacing: { before: 200, after: 80 },
    children: [new TextRun(clean(text))],
  });

/** A letter of the tables' 8.5 points is at most about 112 wide in bold; a cell pads 80 at either side. */
const widthsOf = (table: ReportTable, map: OpinionMap): number[] =>
  columnWidths(table, map.unit.zone, { total: usableWidth, letter: 112, padding: 180 }).map(Math.round);

interface CellStyle {
  head?: boolean;
  right?: boolean;
  /** On one page with the row below. */
  keepNext?: boolean;
  link?: string | null;
}

function cellOf(text: string, width: number, style: CellStyle): TableCell {
  const run = new TextRun({
    text: clean(text),
    size: 17,
    ...(style.head ? { bold: true, color: 'FFFFFF' } : {}),
    ...(style.link ? { color: accent, underline: {} } : {}),
  });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(style.head ? { shading: { type: ShadingType.CLEAR, fill: accent, color: 'auto' } } : {}),
    children: [
      new Paragraph({
        keepNext: style.keepNext ?? false,
        alignment: style.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [style.link ? new ExternalHyperlink({ link: style.link, children: [run] }) : run],
      }),
    ],
  });
}

function writeTable(table: ReportTable, map: OpinionMap): (Paragraph | Table)[] {
  const title = heading(table.title, HeadingLevel.HEADING_3);
  if (table.rows.length === 0) return [title, paragraph(table.empty, 20, '5B6472')];
  const widths = widthsOf(table, map);
  const right = table.columns.map(({ type }) => type !== 'text' && type !== 'instant');
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'D9DEE5' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
  const keepsWhole = isShortTable(table);
  return [
    title,
    new Table({
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      borders: {
        top: line,
        bottom: line,
        insideHorizontal: line,
        left: none,
        right: none,
        insideVertical: none,
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: table.columns.map(({ label }, at) =>
            cellOf(label, widths[at]!, { head: true, right: right[at]!, keepNext: true }),
          ),
        }),
        ...table.rows.map(
          (row, line) =>
            new TableRow({
              cantSplit: true,
              children: row.map((cell, at) =>
                cellOf(sayCellOnPaper(cell, table.columns[at]!.type, map.unit.zone), widths[at]!, {
                  right: right[at]!,
                  keepNext: keepsWhole && line < table.rows.length - 1,
                  link: at === 0 ? queryLink(map, table.queries[line]) : null,
                }),
              ),
            }),
        ),
      ],
    }),
  ];
}

function writeChart(chart: ReportChart): Paragraph[] {
  return [
    heading(chart.title, HeadingLevel.HEADING_3),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(chart.svg),
          fallback: { type: 'png', data: Buffer.from(drawPicture(chart)) },
          transformation: { width: Math.round(chart.width * 0.75), height: Math.round(chart.height * 0.75) },
          altText: { title: chart.title, description: chart.alt, name: chart.id },
        }),
      ],
    }),
  ];
}

/** Paragraphs that stay with what follows them; more would leave half a page empty. */
const keptParagraphs = 3;

const writeSection = (section: ReportSection, map: OpinionMap): (Paragraph | Table)[] => [
  heading(section.title, HeadingLevel.HEADING_2),
  // What they speak of follows: they do not stay behind at a page's foot.
  ...section.paragraphs.map((text, at) =>
    paragraph(text, 20, undefined, at >= section.paragraphs.length - keptParagraphs),
  ),
  ...section.charts.flatMap(writeChart),
  ...section.tables.flatMap((table) => writeTable(table, map)),
];

const figureTable = (map: OpinionMap): ReportTable => ({
  id: 'figures',
  title: 'Angka utama',
  columns: [
    { key: 'label', label: 'Angka', type: 'text', definition: null },
    { key: 'text', label: 'Nilai', type: 'text', definition: null },
    { key: 'definition', label: 'Definisi', type: 'text', definition: null },
  ],
  rows: map.figures.map(({ label, text, definition }) => [label, text, definition]),
  queries: map.figures.map(({ query }) => query),
  empty: '',
});

function writeDocument(map: OpinionMap): Document {
  const made = sayCellOnPaper(map.generatedAt, 'instant', map.unit.zone);
  return new Document({
    creator: 'Saring',
    title: `${map.title} – ${map.span.label}`,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 20 } },
        heading1: { run: { size: 40, bold: true, color: accent } },
        heading2: { run: { size: 28, bold: true, color: accent } },
        heading3: { run: { size: 21, bold: true, color: '1C2330' } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // docx turns the sides itself when the page lies.
            size: { width: page.height, height: page.width, orientation: PageOrientation.LANDSCAPE },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  new TextRun({
                    size: 16,
                    color: '5B6472',
                    children: [
                      `${map.title}, ${map.span.label} – `,
                      PageNumber.CURRENT,
                      ' / ',
                      PageNumber.TOTAL_PAGES,
                    ],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          heading(map.title, HeadingLevel.HEADING_1),
          paragraph(`${map.span.label}. Dibuat ${made}.`, 20, '5B6472'),
          ...map.summary.map((text) => paragraph(text, 22)),
          ...writeTable(figureTable(map), map),
          ...map.sections.flatMap((section) => writeSection(section, map)),
        ],
      },
    ],
  });
}
