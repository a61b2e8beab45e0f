import type { ReportFinding, ReportFindingKind } from '../../../shared/domain/report-finding.ts';
import { chooseSource, type Suspicion } from './choose-source.ts';
import type { Comparison } from './compare-reports.ts';
import { explainCopy, passagesOf } from './explain-copy.ts';
import type { ReadFolder } from './read-folder.ts';
import { figuresAreEqual } from './score-copy.ts';
import type { CheckSettings } from './settings.ts';
import { findStrayPeriod } from './stray-period.ts';

/** Share of the copied words that must be the source's to the letter (dates and numbers aside) for a plain copy. */
const plainCopy = 0.85;

/** Which of the four ways of copying it is, once it is one. */
export function kindOfCopy({ report, source, pairs, dates }: Comparison): ReportFindingKind {
  if (report.unit !== source.unit) return 'neighbour';
  const weight = (part: Comparison['pairs']) => part.reduce((sum, pair) => sum + pair.weight, 0);
  const toTheLetter = pairs.filter(({ likeness }) => likeness > 0.985);
  if (weight(toTheLetter) < plainCopy * weight(pairs)) return 'edited_lightly';
  return dates.total > 0 && dates.changed > dates.total / 2 ? 'redated' : 'copied_forward';
}

const round = (value: number): number => Math.round(Math.min(1, value) * 1000) / 1000;

function copyFinding({ comparison, score }: Suspicion, settings: CheckSettings): ReportFinding {
  const kind = kindOfCopy(comparison);
  return {
    kind,
    source: comparison.source.file,
    passages: passagesOf(comparison, settings.mostPassages),
    score: round(score),
    explanation: explainCopy(kind, comparison),
  };
}

function figuresFinding(comparison: Comparison): ReportFinding {
  const { figures, report, source } = comparison;
  const rows = report.figures
    .filter(({ key, value }) => source.figures.some((other) => other.key === key && other.value === value))
    .slice(0, 12);
  const listed = rows.map(({ label, value }) => `${label}: ${value}`).join('; ');
  return {
    kind: 'figures_identical',
    source: source.file,
    passages: [{ section: 'tabel', text: listed, sourceText: listed, likeness: 1 }],
    score: 1,
    explanation: `${figures.equal} dari ${figures.compared} angka yang lazimnya berubah sama dengan ${source.file}. Mohon dihitung ulang untuk masa laporan ini.`,
  };
}

/** Copies and unchanged figures of one report of the folder; empty for an honest one. */
export function findCopies(folder: ReadFolder, index: number, settings: CheckSettings): ReportFinding[] {
  const report = folder.reports[index]!;
  const suspicion = chooseSource(folder, index);
  const findings: ReportFinding[] = [];
  if (suspicion !== null && suspicion.score >= settings.threshold)
    findings.push(copyFinding(suspicion, settings));
  const stray = findings.length === 0 ? findStrayPeriod(report) : null;
  if (stray !== null) findings.push(stray);
  const comparison = suspicion?.comparison;
  if (comparison && comparison.report.unit === comparison.source.unit && figuresAreEqual(comparison))
    findings.push(figuresFinding(comparison));
  return findings;
}
