import type { ReportFinding } from '../../../shared/domain/report-finding.ts';
import type { ReadFolder, ReadReport } from './read-folder.ts';
import {
  nextPeriod,
  periodDays,
  periodKey,
  periodName,
  periodOrder,
  type ReportPeriod,
} from './report-period.ts';
import type { CheckSettings } from './settings.ts';

const dayText = (day: number): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(day * 86_400_000);

/** A report handed in after its deadline: its own stated one, else `dueDays` after the period's end. */
export function findLate(report: ReadReport, { dueDays }: CheckSettings): ReportFinding | null {
  if (report.period === null || report.handedIn === null) return null;
  const due = report.deadline ?? periodDays(report.period).to + dueDays;
  if (report.handedIn <= due) return null;
  const days = report.handedIn - due;
  return {
    kind: 'late',
    source: null,
    passages: [{ section: 'kepala laporan', text: dayText(report.handedIn), sourceText: null, likeness: 0 }],
    score: 1,
    explanation: `Laporan ${periodName(report.period)} bertanggal ${dayText(report.handedIn)}, ${days} hari setelah batas ${dayText(due)}.`,
  };
}

/** Every period from the first to the last that the folder holds of a kind. */
function expectedPeriods(all: readonly ReportPeriod[]): ReportPeriod[] {
  const sorted = all.toSorted((a, b) => periodOrder(a) - periodOrder(b));
  const last = sorted.at(-1);
  const expected: ReportPeriod[] = [];
  let period = sorted[0];
  // A hundred years of quarters: a stray year in a file's name must not fill the memory.
  while (period && last && periodOrder(period) <= periodOrder(last) && expected.length < 400) {
    expected.push(period);
    period = nextPeriod(period);
  }
  return expected;
}

/** A period in which fewer than this share of the units reported is not one the folder is about (a stray file). */
const leastShare = 0.25;

/**
 * Units that hand in reports but not for every period the folder covers, under the name the missing file would have.
 */
export function findMissing(folder: ReadFolder): Map<string, ReportFinding> {
  const missing = new Map<string, ReportFinding>();
  for (const yearly of [false, true]) {
    const series = folder.series.filter(([first]) => (first!.period!.quarter === null) === yearly);
    const held = (key: string) =>
      series.filter((list) => list.some(({ period }) => periodKey(period!) === key));
    const expected = expectedPeriods(series.flatMap((list) => list.map(({ period }) => period!))).filter(
      (period) => held(periodKey(period)).length >= Math.max(1, series.length * leastShare),
    );
    for (const list of series)
      for (const period of expected) {
        if (list.some((report) => periodKey(report.period!) === periodKey(period))) continue;
        const [file, finding] = missingFinding(list, period);
        missing.set(file, finding);
      }
  }
  return missing;
}

function missingFinding(list: readonly ReadReport[], period: ReportPeriod): [string, ReportFinding] {
  const { file, unit, period: known } = list[0]!;
  const written = periodKey(known!);
  // The name its neighbours have, with the period exchanged: "3573_2028-TW1.md" → "3573_2028-TW2.md".
  const name = file.includes(written)
    ? file.replace(written, periodKey(period))
    : `${unit}_${periodKey(period)}.md`;
  return [
    name,
    {
      kind: 'missing',
      source: null,
      passages: [],
      score: 1,
      explanation: `Laporan ${periodName(period)} dari unit ${unit} tidak ada, sedangkan unit ini mengirim ${list.length} laporan untuk masa lain.`,
    },
  ];
}
