import { jaccard, wordShingles } from '../../../shared/text/shingles.ts';
import { tokenise } from '../../../shared/text/tokenise.ts';
import { chooseSource } from '../../report/check/choose-source.ts';
import { kindOfCopy } from '../../report/check/find-copies.ts';
import { type ReadFolder, type ReadReport, readFolder } from '../../report/check/read-folder.ts';
import { periodOrder } from '../../report/check/report-period.ts';
import type { NamesOf } from '../../report/check/unit-names.ts';
import type { SetReport } from '../report-set.ts';

export interface CopyFigures {
  reports: number;
  copies: number;
  precision: number;
  recall: number;
  falsePositives: number;
  falseNegatives: number;
  /** Caught copies whose source was named right. */
  rightSource: number;
}

export interface CheckFigures {
  /** Half way between the surest honest and the least sure copied report of the first half. */
  threshold: number;
  /** The second half, at that threshold. */
  half: CopyFigures;
  /** All, at that threshold. */
  all: CopyFigures;
  /** Made as → found as (`none` for nothing), over all. */
  confusion: Record<string, Record<string, number>>;
  /** Five-word-shingle Jaccard of the whole text ≥ 0.85 with any earlier report, over all. */
  plainJaccard: { precision: number; recall: number };
}

interface Judged {
  report: SetReport;
  copied: boolean;
  score: number;
  source: string | null;
  kind: string;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const isCopy = ({ label }: SetReport): boolean => label !== 'honest' && label !== 'quiet';

function judge(folder: ReadFolder, set: readonly SetReport[]): Judged[] {
  return set.map((report, index) => {
    const found = chooseSource(folder, index);
    return {
      report,
      copied: isCopy(report),
      score: found?.score ?? 0,
      source: found?.comparison.source.file ?? null,
      kind: found === null ? 'none' : kindOfCopy(found.comparison),
    };
  });
}

/** The score that gets most reports of the given ones right; the middle of the gap when several do. */
export function pickThreshold(judged: readonly { copied: boolean; score: number }[]): number {
  const scores = [0, ...judged.map(({ score }) => score).toSorted((a, b) => a - b)];
  const cuts = scores.map((score, at) => (score + (scores[at + 1] ?? score + 0.1)) / 2);
  const right = cuts.map((cut) => judged.filter(({ copied, score }) => score >= cut === copied).length);
  const best = Math.max(...right);
  const good = cuts.filter((_, at) => right[at] === best);
  return rounded((good[0]! + good.at(-1)!) / 2);
}

function count(judged: readonly Judged[], threshold: number): CopyFigures {
  const flagged = judged.filter(({ score }) => score >= threshold);
  const right = flagged.filter(({ copied }) => copied);
  const copies = judged.filter(({ copied }) => copied).length;
  return {
    reports: judged.length,
    copies,
    precision: rounded(right.length / Math.max(1, flagged.length)),
    recall: rounded(right.length / Math.max(1, copies)),
    falsePositives: flagged.length - right.length,
    falseNegatives: copies - right.length,
    rightSource: right.filter(({ report, source }) => report.source === source).length,
  };
}

const whenOf = ({ period, handedIn }: ReadReport): number =>
  (period === null ? 0 : periodOrder(period) * 1e6) + (handedIn ?? 0);

function measurePlain(folder: ReadFolder, set: readonly SetReport[]) {
  const shingles = folder.reports.map(({ sections }) =>
    wordShingles(tokenise(sections.map(({ text }) => text).join('\n'))),
  );
  const flagged = folder.reports.map((report, i) =>
    folder.reports.some(
      (other, j) => i !== j && whenOf(other) <= whenOf(report) && jaccard(shingles[i]!, shingles[j]!) >= 0.85,
    ),
  );
  const right = set.filter((report, i) => flagged[i] && isCopy(report)).length;
  return {
    precision: rounded(right / Math.max(1, flagged.filter(Boolean).length)),
    recall: rounded(right / set.filter(isCopy).length),
  };
}

/** Every second unit's four reports. */
const chosenOn = (_: unknown, index: number): boolean => Math.floor(index / 4) % 2 === 0;

/** Chooses the threshold on every second unit of the set and measures on the rest, beside plain Jaccard. */
export function measureCheck(set: readonly SetReport[], namesOf: NamesOf): CheckFigures {
  const folder = readFolder(set, namesOf);
  const judged = judge(folder, set);
  const threshold = pickThreshold(judged.filter(chosenOn));
  const confusion: Record<string, Record<string, number>> = {};
  for (const { report, score, kind } of judged) {
    const found = score >= threshold ? kind : 'none';
    const row = confusion[report.label] ?? {};
    confusion[report.label] = { ...row, [found]: (row[found] ?? 0) + 1 };
  }
  const half = count(
    judged.filter((one, index) => !chosenOn(one, index)),
    threshold,
  );
  return {
    threshold,
    half,
    all: count(judged, threshold),
    confusion,
    plainJaccard: measurePlain(folder, set),
  };
}
