import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOpinionMap } from '../../../pipelines/report/opinion-map/build-opinion-map.ts';
import { type GatherPorts, gatherInput } from '../../../pipelines/report/opinion-map/gather-input.ts';
import type { ModelError } from '../../../pipelines/report/opinion-map/input.ts';
import { BadSpan, daysSpan, monthSpan, weekOf, weekSpan } from '../../../pipelines/report/report-span.ts';
import type { ReportSpan } from '../../../shared/domain/opinion-map.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { ReportRenderer } from '../../../shared/ports/report-renderer.ts';
import { CliError } from '../cli-context.ts';
import { areasBelow, unitOfCode } from './unit-of-code.ts';

export interface OpinionReportOptions {
  unit: string;
  /** `2026-W47`; the week before this one when no span is given. */
  week?: string;
  /** `2026-11` */
  month?: string;
  /** `2026-11-16`, first and last day included. */
  from?: string;
  to?: string;
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
}

/** Flags and words of `saring report weekly`. */
export const opinionReportFlags: readonly (readonly [flags: string, description: string])[] = [
  ['--unit <code>', 'RI, a province (35), or a regency or city (35.73)'],
  ['--week <week>', 'ISO week in the zone of the unit, like 2026-W47 (default: last week)'],
  ['--month <month>', 'a month instead, like 2026-11'],
  ['--from <day>', 'a first day instead, like 2026-11-16, with --to'],
  ['--to <day>', 'the last day, included'],
  ['--out <dir>', 'folder for the files'],
  ['--format <list>', 'xlsx,csv,pdf,docx,html,json (default: all)'],
];

const weekMs = 7 * 24 * 3_600_000;

function spanOf({ week, month, from, to }: OpinionReportOptions, { zone }: Unit, now: number): ReportSpan {
  try {
    if (from !== undefined) return daysSpan(from, to ?? from, zone);
    if (month !== undefined) return monthSpan(month, zone);
    return weekSpan(week ?? weekOf(now - weekMs, zone), zone);
  } catch (error) {
    throw error instanceof BadSpan ? new CliError(error.message, 2) : error;
  }
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

/** Builds the opinion map once and writes it in every format asked for; returns what was written. */
export async function writeOpinionReport(
  context: OpinionReportContext,
  options: OpinionReportOptions,
): Promise<{ unit: string; span: string; items: number; files: string[]; summary: string[] }> {
  const unit = unitOfCode(options.unit);
  const renderers = chosen(context.renderers, options.format);
  const span = spanOf(options, unit, context.clock.now());
  const input = await gatherInput(context, unit, span, {
    areas: areasBelow(unit),
    modelErrors: context.modelErrors,
  });
  const map = buildOpinionMap(input);
  await mkdir(options.out, { recursive: true });
  const files: string[] = [];
  for (const { extension, format, render } of renderers) {
    const tail = format === 'csv' ? 'csv.zip' : extension;
    const path = join(options.out, `peta-opini_${unit.code}_${span.key}.${tail}`);
    await context.writeFile(path, await render(map));
    files.push(path);
  }
  return { unit: unit.code, span: span.key, items: input.current.all.items, files, summary: map.summary };
}
