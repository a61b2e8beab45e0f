import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { unitSchema } from './unit.ts';

/** A stretch of time in a unit's zone: `from` included, `to` not. */
export const reportSpanSchema = z.object({
  kind: z.enum(['day', 'week', 'month', 'custom', 'issue']),
  /** `2026-W47`, `2026-11`, `2026-11-16`, `2026-11-16..2026-11-20`, or an issue's number */
  key: z.string(),
  /** "Minggu ke-47 tahun 2026 (16–22 November 2026, WIB)" */
  label: z.string(),
  from: instantSchema,
  to: instantSchema,
  /** Start of the span of the same length before, which this one is compared with. */
  previousFrom: instantSchema,
});
export type ReportSpan = z.infer<typeof reportSpanSchema>;

/**
 * How a column's values are written and filtered; `share` is 0 to 1 and shown as per cent; `number` has as many
 * decimals as its value, two at most: for columns of counts and means.
 */
export const columnTypeSchema = z.enum(['text', 'integer', 'decimal', 'number', 'share', 'instant']);

export const reportColumnSchema = z.object({
  key: z.string(),
  label: z.string(),
  type: columnTypeSchema,
  /** What the number is, for the sheet of definitions; null for plain labels. */
  definition: z.string().nullable(),
});
export type ReportColumn = z.infer<typeof reportColumnSchema>;

export const reportCellSchema = z.union([z.string(), z.number(), z.null()]);
export type ReportCell = z.infer<typeof reportCellSchema>;

/** One table, in every format the same. A null cell is "not shown": too few items, or not known. */
export const reportTableSchema = z.object({
  /** Kebab-case; names the sheet and the CSV file. */
  id: z.string(),
  title: z.string(),
  columns: z.array(reportColumnSchema),
  rows: z.array(z.array(reportCellSchema)),
  /** Per row the API query that gives the same items; null where there is none. */
  queries: z.array(z.string().nullable()),
  /** Said when there are no rows. */
  empty: z.string(),
});
export type ReportTable = z.infer<typeof reportTableSchema>;

export const reportChartSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** What a reader who cannot see it must know. */
  alt: z.string(),
  svg: z.string(),
  width: z.number(),
  height: z.number(),
});
export type ReportChart = z.infer<typeof reportChartSchema>;

/** A number of the head, with what it is and the query it comes from. */
export const reportFigureSchema = z.object({
  key: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  /** As shown, in Indonesian; says why when `value` is null. */
  text: z.string(),
  definition: z.string(),
  query: z.string().nullable(),
});
export type ReportFigure = z.infer<typeof reportFigureSchema>;

export const reportSectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  paragraphs: z.array(z.string()),
  charts: z.array(reportChartSchema),
  tables: z.array(reportTableSchema),
});
export type ReportSection = z.infer<typeof reportSectionSchema>;

/** The weekly opinion map (*pemetaan opini*), or the same for any span: what every format is made from. */
export const opinionMapSchema = z.object({
  version: z.literal(1),
  unit: unitSchema,
  span: reportSpanSchema,
  generatedAt: instantSchema,
  /** Where the API is reached; links to queries begin with it. Null: queries are shown without a link. */
  baseUrl: z.string().nullable().default(null),
  title: z.string(),
  /** Three sentences. */
  summary: z.array(z.string()).length(3),
  figures: z.array(reportFigureSchema),
  sections: z.array(reportSectionSchema),
});
export type OpinionMap = z.infer<typeof opinionMapSchema>;

/** The address of the items behind a number; null where there is none to give. */
export const queryLink = (
  { baseUrl }: Pick<OpinionMap, 'baseUrl'>,
  query: string | null | undefined,
): string | null => (baseUrl === null || !query ? null : `${baseUrl.replace(/\/$/, '')}${query}`);

/** How wrong a model is, as measured on data it has not seen. */
export interface ModelError {
  what: string;
  figure: string;
  measuredOn: string;
}
