import type { ReportFinding } from '../../../shared/domain/report-finding.ts';
import { findCopies } from './find-copies.ts';
import { findLate, findMissing } from './find-gaps.ts';
import type { ReportFile } from './parse-report.ts';
import { readFolder } from './read-folder.ts';
import { type CheckSettings, defaultCheckSettings } from './settings.ts';
import type { NamesOf } from './unit-names.ts';

/**
 * What is wrong with a folder of tiered reports: copies of earlier reports and of other units', figures left as they
 * were, reports that are late or missing. Every file given has an entry, empty when nothing was found; a missing report
 * has one under the name its file would have. Only the report that took the text is named, never its source.
 */
export function checkReports(
  files: readonly ReportFile[],
  namesOf: NamesOf,
  settings: CheckSettings = defaultCheckSettings,
): Record<string, ReportFinding[]> {
  const folder = readFolder(files, namesOf);
  const findings: Record<string, ReportFinding[]> = {};
  folder.reports.forEach((report, index) => {
    const late = findLate(report, settings);
    findings[report.file] = [...findCopies(folder, index, settings), ...(late === null ? [] : [late])];
  });
  for (const [file, finding] of findMissing(folder)) findings[file] = [finding];
  return findings;
}
