import { type OpinionMap, opinionMapSchema } from '../../../shared/domain/opinion-map.ts';
import type { ReportRenderer } from '../../../shared/ports/report-renderer.ts';

/** The definition itself, without the drawn charts: their numbers are in the tables. Instants are RFC 3339. */
export function createJsonRenderer(): ReportRenderer {
  return {
    format: 'json',
    extension: 'json',
    render: async (map) => new TextEncoder().encode(`${JSON.stringify(withoutDrawings(map), null, 2)}\n`),
  };
}

const rfc3339 = (at: number): string => new Date(at).toISOString();

function withoutDrawings(map: OpinionMap) {
  const { span, sections, ...rest } = opinionMapSchema.parse(map);
  return {
    ...rest,
    generatedAt: rfc3339(map.generatedAt),
    span: {
      ...span,
      from: rfc3339(span.from),
      to: rfc3339(span.to),
      previousFrom: rfc3339(span.previousFrom),
    },
    sections: sections.map(({ charts, tables, ...section }) => ({
      ...section,
      charts: charts.map(({ id, title, alt }) => ({ id, title, alt })),
      tables: tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) =>
          row.map((cell, at) =>
            typeof cell === 'number' && table.columns[at]?.type === 'instant' ? rfc3339(cell) : cell,
          ),
        ),
      })),
    })),
  };
}
