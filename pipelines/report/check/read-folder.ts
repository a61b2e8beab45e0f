import { changingRows } from './compare-figures.ts';
import { type ParsedReport, parseReport, type ReportFile } from './parse-report.ts';
import { type PhraseSpread, spreadPhrases } from './phrase-spread.ts';
import { isQuietQuarter, middleValues } from './quiet-quarter.ts';
import { type ReportSentence, readReportSentences } from './read-sentences.ts';
import { periodOrder } from './report-period.ts';
import type { NamesOf, UnitNames } from './unit-names.ts';

export interface ReadReport extends ParsedReport {
  names: UnitNames | null;
  sentences: readonly ReportSentence[];
  /** A quarter with little to tell (see quiet-quarter). */
  quiet: boolean;
}

/** All reports of a folder, with what can only be known from all of them together. */
export interface ReadFolder {
  reports: readonly ReadReport[];
  spread: PhraseSpread;
  changing: ReadonlySet<string>;
  /** A unit's reports of one kind (quarters, or years) in order of time. */
  series: readonly (readonly ReadReport[])[];
}

const orderOf = ({ period }: ParsedReport): number => (period === null ? 0 : periodOrder(period));

export function readFolder(files: readonly ReportFile[], namesOf: NamesOf): ReadFolder {
  const read = files.map((file) => {
    const parsed = parseReport(file);
    const names = parsed.unit === null ? null : namesOf(parsed.unit);
    return { ...parsed, names, sentences: readReportSentences(parsed, names) };
  });
  const byUnit = seriesOf(read);
  const changing = changingRows(byUnit.map((list) => list.map(({ figures }) => figures)));
  const middle = middleValues(read.map(({ figures }) => figures));
  const reports = read.map(
    (report): ReadReport => ({
      ...report,
      quiet: isQuietQuarter(report.sentences, report.figures, middle, changing),
    }),
  );
  return {
    reports,
    spread: spreadPhrases(reports),
    changing,
    series: seriesOf(reports),
  };
}

function seriesOf<R extends ParsedReport>(reports: readonly R[]): R[][] {
  const dated = reports.filter(({ unit, period }) => unit !== null && period !== null);
  const groups = Map.groupBy(
    dated.toSorted((a, b) => orderOf(a) - orderOf(b)),
    ({ unit, period }) => `${unit} ${period!.quarter === null ? 'year' : 'quarter'}`,
  );
  return [...groups.values()];
}
