import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
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
import { useOwnFonts } from './own-fonts.ts';

const ink = { accent: '#1f4e8c', muted: '#5b6472', line: '#d9dee5', band: '#f2f5f9' };
/** A4 lying, in points. */
const margins = { left: 40, top: 36, right: 40, bottom: 40 };
const usableWidth = 842 - margins.left - margins.right;
const bottom = 595 - margins.bottom;

/** A PDF to print or send: A4, lying for the wide tables, charts as vectors, page numbers. */
export function createPdfRenderer(): ReportRenderer {
  useOwnFonts();
  return {
    format: 'pdf',
    extension: 'pdf',
    render: async (map) => new Uint8Array(await pdfmake.createPdf(definePages(map)).getBuffer()),
  };
}

/** Words longer than a column would run over it: a break is allowed every 24 characters. */
const breakable = (text: string): string =>
  text.replace(/\S{25,}/g, (word) => word.replace(/.{24}/g, '$&\u200b'));

/** A letter of the tables' 8.5 points is at most about 5 wide in capitals and bold; a cell pads 4 points at either side. */
const widthsOf = (table: ReportTable, map: OpinionMap): number[] =>
  columnWidths(table, map.unit.zone, { total: usableWidth, letter: 5, padding: 10 }, breakable).map(
    (width) => width - 8,
  );

function defineTable(table: ReportTable, map: OpinionMap): Content[] {
  if (table.rows.length === 0)
    return [
      {
        stack: [
          { text: table.title, style: 'h3' },
          { text: table.empty, color: ink.muted },
        ],
        unbreakable: true,
        margin: [0, 0, 0, 6],
      },
    ];
  const isText = table.columns.map(({ type }) => type === 'text' || type === 'instant');
  const head = table.columns.map(
    ({ label }, at): TableCell => ({ text: label, style: 'th', alignment: isText[at] ? 'left' : 'right' }),
  );
  const body = table.rows.map((row, line) =>
    row.map((cell, at): TableCell => {
      const link = at === 0 ? queryLink(map, table.queries[line]) : null;
      return {
        text: breakable(sayCellOnPaper(cell, table.columns[at]!.type, map.unit.zone)),
        alignment: isText[at] ? 'left' : 'right',
        ...(link === null ? {} : { link, color: ink.accent }),
      };
    }),
  );
  // The title is a head row too: it never stands alone at a page's foot, and is repeated on the next page.
  const title: TableCell[] = [
    { text: table.title, colSpan: head.length, fontSize: 10.5, bold: true, margin: [-4, 0, 0, 0] },
    ...head.slice(1).map((): TableCell => ({})),
  ];
  const drawn: Content = {
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: widthsOf(table, map),
      body: [title, head, ...body],
    },
    layout: {
      hLineWidth: (line) => (line < 2 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => ink.line,
      fillColor: (row) => (row === 1 ? ink.accent : null),
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    fontSize: 8.5,
    margin: [0, 0, 0, 8],
  };
  return [isShortTable(table) ? { stack: [drawn], unbreakable: true } : drawn];
}

/** Two thirds of its size, or what half a page is high: a taller one would leave the page before it empty. */
const chartScale = (height: number): number => Math.min(0.66, 225 / height);

const defineChart = ({ svg, title, width, height }: ReportChart): Content => ({
  stack: [
    { text: title, style: 'h3' },
    { svg, width: Math.min(usableWidth, width * chartScale(height)) },
  ],
  unbreakable: true,
  margin: [0, 0, 0, 6],
});

const defineParagraph = (text: string): Content => ({ text: breakable(text), margin: [0, 0, 0, 4] });

/** Points that a section's title, its paragraphs and the chart or rows they speak of need to stand on one page. */
function heightOfStart({ paragraphs, charts: [chart], tables: [table] }: ReportSection): number {
  const texts = paragraphs.reduce((sum, text) => sum + 13.5 * Math.ceil(text.length / 150) + 4, 22);
  if (chart) return texts + 22 + chart.height * chartScale(chart.height);
  if (!table) return texts;
  return texts + (isShortTable(table) ? 25 + 17 * (table.rows.length + 1) : 100);
}

const defineSection = (section: ReportSection, map: OpinionMap): Content[] => [
  { text: section.title, style: 'h2', headlineLevel: heightOfStart(section) },
  ...section.paragraphs.map(defineParagraph),
  ...section.charts.map(defineChart),
  ...section.tables.flatMap((table) => defineTable(table, map)),
];

const linked = (map: OpinionMap, query: string | null): { link?: string } => {
  const link = queryLink(map, query);
  return link === null ? {} : { link };
};

function defineFigures(map: OpinionMap): Content {
  const cells = map.figures.map(
    ({ label, text, query }): TableCell => ({
      stack: [
        { text: label, fontSize: 8, color: ink.muted },
        { text, bold: true, fontSize: text.length > 22 ? 9 : 12, ...linked(map, query) },
      ],
      fillColor: ink.band,
      margin: [4, 3, 4, 3],
    }),
  );
  const perRow = 4;
  while (cells.length % perRow !== 0) cells.push({ text: '' });
  const body = Array.from({ length: cells.length / perRow }, (_, row) =>
    cells.slice(row * perRow, (row + 1) * perRow),
  );
  return {
    table: { widths: Array.from({ length: perRow }, () => '*'), body },
    layout: {
      hLineColor: () => '#ffffff',
      vLineColor: () => '#ffffff',
      hLineWidth: () => 4,
      vLineWidth: () => 4,
    },
    margin: [0, 6, 0, 8],
  };
}

/** The pages as pdfmake takes them; apart from the drawing, so that a test can read every number. */
export function definePages(map: OpinionMap): TDocumentDefinitions {
  const made = sayCellOnPaper(map.generatedAt, 'instant', map.unit.zone);
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
    info: {
      title: `${map.title} – ${map.span.label}`,
      creator: 'Saring',
      creationDate: new Date(map.generatedAt),
    },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.15 },
    styles: {
      h1: { fontSize: 20, bold: true, color: ink.accent },
      h2: { fontSize: 14, bold: true, color: ink.accent, margin: [0, 12, 0, 4] },
      h3: { fontSize: 10.5, bold: true, margin: [0, 6, 0, 3] },
      th: { bold: true, color: '#ffffff' },
    },
    content: [
      { text: map.title, style: 'h1' },
      { text: `${map.span.label}. Dibuat ${made}.`, color: ink.muted, margin: [0, 2, 0, 8] },
      ...map.summary.map((text): Content => ({ text: breakable(text), fontSize: 11, margin: [0, 0, 0, 4] })),
      defineFigures(map),
      ...map.sections.flatMap((section) => defineSection(section, map)),
    ],
    pageBreakBefore: ({ headlineLevel = 0, startPosition }) =>
      headlineLevel > 0 && startPosition.top > margins.top && startPosition.top + headlineLevel > bottom,
    footer: (page, pages) => ({
      columns: [
        { text: `${map.title}, ${map.span.label}` },
        { text: `${page} / ${pages}`, alignment: 'right', width: 60 },
      ],
      margin: [40, 12, 40, 0],
      fontSize: 8,
      color: ink.muted,
    }),
  };
}
