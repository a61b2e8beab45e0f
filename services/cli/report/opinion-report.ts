import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOpinionMap } from '../../../pipelines/report/opinion-map/build-opinion-map.ts';
import { findIssue } from '../../../pipelines/report/opinion-map/find-issue.ts';
import { type GatherPorts, gatherInput } from '../../../pipelines/report/opinion-map/gather-input.ts';
import { reportFileName } from '../../../pipelines/report/report-file-name.ts';
import {
  BadSpan,
  daysSpan,
  issueSpan,
  monthSpan,
  weekOf,
  weekSpan,
} from '../../../pipelines/report/report-span.ts';
import { localMoment } from '../../../pipelines/watch/local-time.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { ModelError, ReportSpan } from '../../../shared/domain/opinion-map.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { ReportRenderer } from '../../../shared/ports/report-renderer.ts';
import { CliError } from '../cli-context.ts';
import { areasBelow, unitOfCode } from './unit-of-code.ts';

/** What a command is about when no span is given. */
export type SpanKind = 'week' | 'month' | 'day' | 'custom' | 'issue';

export interface OpinionReportOptions {
  unit: string;
  /** `2026-W47`; the week before this one when no span is given. */
  week?: string;
  /** `2026-11` */
  month?: string;
  /** `2026-11-16` */
  day?: string;
  /** `2026-11-16`, first and last day included. */
  from?: string;
  to?: string;
  /** Only this issue: its dossier. */
  issue?: string;
  out: string;
  /** Comma-separated; all when left out. */
  format?: string;
}

/** What the composition root hands over. */
export interface OpinionReportContext extends GatherPorts {
  renderers: readonly ReportRenderer[];
  /** Writes a file whole or not at all. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  modelErrors: readonly ModelError[];
  /** Where the API is reached, for links to queries. */
  baseUrl?: string;
}

const unitFlag = ['--unit <code>', 'RI, a province (35), or a regency or city (35.73)'] as const;
const fileFlags = [
  ['--out <dir>', 'folder for the files'],
  ['--format <list>', 'xlsx,csv,pdf,docx,html,json (default: all)'],
] as const;
const spanFlags = [
  ['--from <day>', 'first day, like 2026-11-16'],
  ['--to <day>', 'last day, included (default: the first)'],
] as const;

/** Flags of each command; the first may be given without its name. */
export const opinionReportFlags: Readonly<
  Record<SpanKind, readonly (readonly [flags: string, description: string])[]>
> = {
  week: [
    unitFlag,
    ['--week <week>', 'ISO week in the zone of the unit, like 2026-W47 (default: last week)'],
    ['--month <month>', 'a month instead, like 2026-11'],
    ...spanFlags,
    ...fileFlags,
  ],
  month: [unitFlag, ['--month <month>', 'like 2026-11 (default: last month)'], ...fileFlags],
  day: [unitFlag, ['--day <day>', 'like 2026-11-16 (default: yesterday)'], ...fileFlags],
  custom: [unitFlag, ...spanFlags, ...fileFlags],
  issue: [['--issue <number>', 'like ISU-2026-000123'], unitFlag, ...fileFlags],
};

const dayMs = 24 * 3_600_000;

function spanOf(
  { week, month, day, from, to }: OpinionReportOptions,
  { zone }: Unit,
  { kind, now, issue }: { kind: SpanKind; now: number; issue: Issue | null },
): ReportSpan {
  try {
    if (from !== undefined) return daysSpan(from, to ?? from, zone);
    if (to !== undefined) throw new BadSpan('--to needs --from.');
    if (issue !== null) return issueSpan(issue, zone);
    if (kind === 'custom') throw new BadSpan('--from is missing: write it as 2026-11-16.');
    const today = localMoment(now, zone);
    const lastMonth = localMoment(today.midnight - Number(today.day.slice(8)) * dayMs, zone).day.slice(0, 7);
    if (month !== undefined || kind === 'month') return monthSpan(month ?? lastMonth, zone);
    const yesterday = localMoment(today.midnight - dayMs, zone).day;
    if (day !== undefined || kind === 'day') return daysSpan(day ?? yesterday, day ?? yesterday, zone);
    return weekSpan(week ?? weekOf(now - 7 * dayMs, zone), zone);
  } catch (error) {
    throw error instanceof BadSpan ? new CliError(error.message, 2) : error;
  }
}

async function issueOf(
  { records }: OpinionReportContext,
  { issue: number }: OpinionReportOptions,
  unit: Unit,
): Promise<Issue | null> {
  if (number === undefined) return null;
  const issue = await findIssue(records, number.trim().toUpperCase(), { unit: unit.code });
  if (!issue)
    throw new CliError(`There is no issue "${number}" in ${unit.name}: write it as ISU-2026-000123.`, 2);
  return issue;
}

function chosen(renderers: readonly ReportRenderer[], format: string | undefined): readonly ReportRenderer[] {
  if (format === undefined) return renderers;
  const names = format.split(',').map((name) => name.trim().toLowerCase());
  const unknown = names.filter((name) => !renderers.some((renderer) => renderer.format === name));
  if (unknown.length > 0)
    throw new CliError(
      `Unknown format ${unknown.join(', ')}: choose from ${renderers.map((one) => one.format).join(', ')}.`,
      2,
    );
  return renderers.filter((renderer) => names.includes(renderer.format));
}

/** Builds the opinion map, or an issue's dossier, once and writes it in every format asked for; returns what was written. */
export async function writeOpinionReport(
  context: OpinionReportContext,
  options: OpinionReportOptions,
  kind: SpanKind = 'week',
): Promise<{ unit: string; span: string; items: number; files: string[]; summary: string[] }> {
  const unit = unitOfCode(options.unit);
  const renderers = chosen(context.renderers, options.format);
  const issue = await issueOf(context, options, unit);
  const span = spanOf(options, unit, { kind, now: context.clock.now(), issue });
  const input = await gatherInput(context, {
    unit,
    span,
    areas: areasBelow(unit),
    modelErrors: context.modelErrors,
    ...(context.baseUrl === undefined ? {} : { baseUrl: context.baseUrl }),
    ...(issue === null ? {} : { issue }),
  });
  const map = buildOpinionMap(input);
  await mkdir(options.out, { recursive: true });
  const files: string[] = [];
  for (const { extension, format, render } of renderers) {
    const path = join(options.out, reportFileName(map, { format, extension }));
    await context.writeFile(path, await render(map));
    files.push(path);
  }
  return { unit: unit.code, span: span.key, items: input.current.all.items, files, summary: map.summary };
}
