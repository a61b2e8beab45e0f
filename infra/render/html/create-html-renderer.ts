import {
  type OpinionMap,
  queryLink,
  type ReportChart,
  type ReportSection,
  type ReportTable,
} from '../../../shared/domain/opinion-map.ts';
import { tamed } from '../../../shared/domain/tamed.ts';
import type { ReportRenderer } from '../../../shared/ports/report-renderer.ts';
import { sayCell } from '../../../shared/text/say-cell.ts';
import { pageStyle } from './page-style.ts';

/** One self-contained page: no script, no outside file; tables are tables, charts have their words beside them. */
export function createHtmlRenderer(): ReportRenderer {
  return {
    format: 'html',
    extension: 'html',
    render: async (map) => new TextEncoder().encode(writePage(map)),
  };
}

const escapeHtml = (text: string): string =>
  tamed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A text of more letters gets a column that it can be read in. */
const longText = 60;

const link = (text: string, query: string | null, map: OpinionMap): string =>
  query === null
    ? escapeHtml(text)
    : `<a href="${escapeHtml(queryLink(map, query) ?? query)}">${escapeHtml(text)}</a>`;

function writeTable(table: ReportTable, map: OpinionMap): string {
  if (table.rows.length === 0)
    return `<h3>${escapeHtml(table.title)}</h3><p class="empty">${escapeHtml(table.empty)}</p>`;
  const head = table.columns
    .map(({ label, type, definition }) => {
      const title = definition === null ? '' : ` title="${escapeHtml(definition)}"`;
      return `<th scope="col" class="${type}"${title}>${escapeHtml(label)}</th>`;
    })
    .join('');
  const rows = table.rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      const { type } = table.columns[column]!;
      const text = sayCell(cell, type, map.unit.zone);
      const long = text.length > longText ? ' long' : '';
      if (column > 0) return `<td class="${type}${long}">${escapeHtml(text)}</td>`;
      return `<th scope="row"${text.length > 30 ? ' class="wide"' : ''}>${link(text, table.queries[at] ?? null, map)}</th>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<h3 id="t-${table.id}">${escapeHtml(table.title)}</h3><div class="scroll" role="region" tabindex="0" aria-label="Tabel ${escapeHtml(table.title)}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

const writeChart = ({ svg, title, alt }: ReportChart): string =>
  `<figure>${svg.replace('<svg ', `<svg role="img" aria-label="${escapeHtml(`${title}. ${alt}`)}" `)}<figcaption><b>${escapeHtml(title)}.</b> ${escapeHtml(alt)}</figcaption></figure>`;

const writeSection = ({ id, title, paragraphs, charts, tables }: ReportSection, map: OpinionMap): string =>
  `<section aria-labelledby="s-${id}"><h2 id="s-${id}">${escapeHtml(title)}</h2>${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}${charts.map(writeChart).join('')}${tables.map((table) => writeTable(table, map)).join('')}</section>`;

function writePage(map: OpinionMap): string {
  const figures = map.figures.map(
    ({ label, text, definition, query }) =>
      `<div title="${escapeHtml(definition)}"><dt>${escapeHtml(label)}</dt><dd>${link(text, query, map)}</dd></div>`,
  );
  const contents = map.sections.map(
    ({ id, title }) => `<li><a href="#s-${id}">${escapeHtml(title)}</a></li>`,
  );
  const made = sayCell(map.generatedAt, 'instant', map.unit.zone);
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(map.title)} – ${escapeHtml(map.span.label)}</title><style>${pageStyle}</style></head>
<body><header><h1>${escapeHtml(map.title)}</h1><p class="span">${escapeHtml(map.span.label)}. Dibuat ${escapeHtml(made)}.</p></header>
<main><section aria-labelledby="s-summary"><h2 id="s-summary">Ringkasan</h2>${map.summary.map((text) => `<p class="lead">${escapeHtml(text)}</p>`).join('')}<dl>${figures.join('')}</dl></section>
<nav aria-label="Isi"><ol>${contents.join('')}</ol></nav>
${map.sections.map((section) => writeSection(section, map)).join('\n')}</main></body></html>
`;
}
