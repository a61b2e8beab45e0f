import type { ReportFinding } from '../../../shared/domain/report-finding.ts';
import type { ReadReport } from './read-folder.ts';
import { periodDays, periodKey, periodName, type ReportPeriod } from './report-period.ts';

/** Fewer dates than this are background ("since January"), not a whole report's. */
const fewestDates = 3;
/** Share of the dates that must lie in one earlier quarter while none lies in the report's own. */
const mostShare = 0.75;

const quarterOf = (day: number): ReportPeriod => {
  const date = new Date(day * 86_400_000);
  return {
    year: date.getUTCFullYear(),
    quarter: (Math.floor(date.getUTCMonth() / 3) + 1) as ReportPeriod['quarter'],
  };
};

/**
 * A report whose days all lie in another quarter, when the report they came from is not in the folder: nothing in it
 * happened in its own period.
 */
export function findStrayPeriod(report: ReadReport): ReportFinding | null {
  if (report.period?.quarter == null) return null;
  const own = periodDays(report.period);
  const dated = report.sentences.flatMap((sentence) =>
    sentence.dates.filter(({ precision }) => precision === 'day').map((date) => ({ sentence, date })),
  );
  if (dated.some(({ date }) => date.to >= own.from && date.from <= own.to)) return null;
  const before = Map.groupBy(
    dated.filter(({ date }) => date.to < own.from),
    ({ date }) => periodKey(quarterOf(date.from)),
  );
  for (const [source, found] of before) {
    if (found.length < fewestDates || found.length < dated.length * mostShare) continue;
    return {
      kind: 'copied_forward',
      source,
      passages: found.slice(0, 6).map(({ sentence }) => ({
        section: sentence.section,
        text: sentence.text,
        sourceText: null,
        likeness: 0,
      })),
      score: 0.6,
      explanation: `${found.length} dari ${dated.length} tanggal di dalam teks berada di ${source.replace('-', ' ')} dan tidak satu pun di ${periodName(report.period)}. Mohon diperiksa apakah isinya dari masa laporan sebelumnya.`,
    };
  }
  return null;
}
