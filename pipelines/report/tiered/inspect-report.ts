import type { ReportFinding } from '../../../shared/domain/report-finding.ts';
import type { TieredReport } from '../../../shared/domain/tiered-report.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { checkReports } from '../check/check-reports.ts';
import { findDates } from '../check/find-dates.ts';
import { periodDays } from '../check/report-period.ts';
import { defaultCheckSettings } from '../check/settings.ts';
import type { NamesOf } from '../check/unit-names.ts';
import { sayWhole } from '../opinion-map/say.ts';
import type { TieredSettings } from './settings.ts';
import { sayPeriod } from './tiered-bounds.ts';
import { narrativeParts, tieredFileName, writeTieredMarkdown } from './write-report.ts';

export interface Inspection {
  report: TieredReport;
  /** Earlier reports of the unit, and those of its neighbours up to this period. */
  others: readonly TieredReport[];
  unitOf(code: string): Unit;
  namesOf: NamesOf;
  settings: TieredSettings;
}

/** Days named in the text that lie before the period or more than a year after it; plans may name what comes. */
function findForeignDates({ report }: Inspection): ReportFinding[] {
  const own = periodDays(report.period);
  const passages = narrativeParts.flatMap(([id, title]) => {
    const text = report.narrative[id] ?? '';
    return text.split(/(?<=[.!?])\s+/u).flatMap((sentence) => {
      const foreign = findDates(sentence, report.period).filter(
        ({ precision, from, to }) =>
          precision === 'day' && (to < own.from || (id !== 'plans' && from > own.to)),
      );
      return foreign.length === 0 ? [] : [{ section: title, text: sentence, sourceText: null, likeness: 0 }];
    });
  });
  if (passages.length === 0) return [];
  return [
    {
      kind: 'dates_elsewhere',
      source: null,
      passages: passages.slice(0, defaultCheckSettings.mostPassages),
      score: 1,
      explanation: `${sayWhole(passages.length)} kalimat menyebut tanggal di luar ${sayPeriod(report.period)}. Mohon diperiksa apakah kalimat itu berasal dari laporan lain.`,
    },
  ];
}

/** Figures a person changed away from what the system holds. */
function findContradictions({ report, settings }: Inspection): ReportFinding[] {
  const wrong = report.figures.filter(
    ({ value, system }) =>
      value !== null &&
      system !== null &&
      Math.abs(value - system) > Math.max(settings.contradictionShare * Math.abs(system), 0.5),
  );
  if (wrong.length === 0) return [];
  return [
    {
      kind: 'figures_contradict',
      source: null,
      passages: wrong.map(({ label, value, system }) => ({
        section: 'Data kegiatan',
        text: `${label}: ${value} (laporan)`,
        sourceText: `${label}: ${system} (data sistem)`,
        likeness: 0,
      })),
      score: 1,
      explanation: `${sayWhole(wrong.length)} angka berbeda dari data sistem. Mohon diperiksa, atau jelaskan dari mana angka itu.`,
    },
  ];
}

/** Drafts come after all that were handed in; of two drafts nobody knows which was first. */
function arrivalOf(one: TieredReport, looked: TieredReport): { arrivedAt?: number } {
  if (one.handedInAt !== null) return { arrivedAt: one.handedInAt };
  return one.id === looked.id || looked.handedInAt !== null ? { arrivedAt: Number.POSITIVE_INFINITY } : {};
}

/**
 * What its author should look at before the report goes up: copies of earlier reports and of neighbours, figures left
 * as they were, lateness, dates of another period, figures that contradict the system. Empty when there is nothing.
 */
export function inspectReport(inspection: Inspection): ReportFinding[] {
  const { report, others, unitOf, namesOf } = inspection;
  const fileOf = (one: TieredReport) => ({
    name: tieredFileName(one),
    text: writeTieredMarkdown(one, unitOf(one.unit)),
    ...arrivalOf(one, report),
  });
  const files = [report, ...others.filter(({ id }) => id !== report.id)].map(fileOf);
  // Whether it is late is told by the board with the installation's own deadlines, not by the day in its head.
  const copied = (checkReports(files, namesOf)[tieredFileName(report)] ?? []).filter(
    ({ kind }) => kind !== 'late' && kind !== 'missing',
  );
  return [...copied, ...findForeignDates(inspection), ...findContradictions(inspection)];
}
