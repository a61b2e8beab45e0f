import { exportKindSchema } from '../../../shared/domain/report-run.ts';
import { nationalUnit } from '../../../shared/domain/unit.ts';
import { type CliContext, CliError, type Within } from '../cli-context.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { type ExportRowsOptions, exportRows, exportRowsFlags } from '../export/export-rows.ts';
import {
  type OpinionReportOptions,
  opinionReportFlags,
  type SpanKind,
  writeOpinionReport,
} from './opinion-report.ts';

const dataFlag = ['--data <dir>', 'data folder'] as const;

function need(value: string | undefined, flag: string): string {
  if (value === undefined) throw new CliError(`${flag} is missing; --help lists what the command takes.`, 2);
  return value;
}

const summaries: Record<SpanKind, readonly [name: string, summary: string]> = {
  week: ['weekly', 'Writes the opinion map of a unit for a week.'],
  month: ['monthly', 'Writes the opinion map of a unit for a month.'],
  day: ['daily', 'Writes the opinion map of a unit for a day.'],
  custom: ['span', 'Writes the opinion map of a unit for any days.'],
  issue: ['issue', 'Writes the dossier of one issue.'],
};

/** `saring report weekly` and its kin: the opinion map of a span, or an issue's dossier, in every format. */
export const opinionReport = (
  context: CliContext,
  within: Within,
  kind: SpanKind,
): Evaluation<OpinionReportOptions & { data?: string }> => ({
  name: summaries[kind][0],
  summary: summaries[kind][1],
  options: [...opinionReportFlags[kind], dataFlag],
  async run(options) {
    const unit = kind === 'issue' ? (options.unit ?? nationalUnit) : need(options.unit, '--unit');
    if (kind === 'issue') need(options.issue, '--issue');
    need(options.out, '--out');
    let written = {};
    await within(options.data, async ({ index, records, clock, files }, { baseUrl }) => {
      const { renderers, writeFile } = (await context.services()).reports;
      const modelErrors = await files.modelErrors();
      written = await writeOpinionReport(
        { index, records, clock, renderers: await renderers(), writeFile, modelErrors, baseUrl },
        { ...options, unit },
        kind,
      );
    });
    return written;
  },
});

/** `saring report rows --what items --out FILE`: items or issues, streamed. */
export const rowExport = (
  context: CliContext,
  within: Within,
): Evaluation<ExportRowsOptions & { data?: string }> => ({
  name: 'rows',
  summary: 'Writes items, issues, claims or the audit trail as CSV, JSONL or XLSX.',
  options: [['--what <rows>', 'items, issues, claims or audit'], ...exportRowsFlags, dataFlag],
  async run(options) {
    const what = need(options.what, '--what');
    const kind = exportKindSchema.safeParse(what);
    if (!kind.success)
      throw new CliError(`--what is ${exportKindSchema.options.join(', ')}, not "${what}".`, 2);
    need(options.out, '--out');
    let written = {};
    await within(options.data, async ({ index, records, clock }) => {
      const writers = await (await context.services()).reports.rowWriters();
      written = await exportRows(
        { index, records, writers, now: clock.now() },
        { ...options, what: kind.data },
      );
    });
    return written;
  },
});
