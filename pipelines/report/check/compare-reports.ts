import { compareFigures, type FigureMatch } from './compare-figures.ts';
import { leastLikeness, sentenceLikeness, specificsKept } from './compare-sentences.ts';
import { exactShare, ownShare, type PhraseSpread } from './phrase-spread.ts';
import type { ReadReport } from './read-folder.ts';
import type { ReportSentence } from './read-sentences.ts';
import { periodDays, samePeriod } from './report-period.ts';
import { countNames } from './unit-names.ts';

export interface SentencePair {
  here: ReportSentence;
  there: ReportSentence;
  likeness: number;
  /** Share of numbers and names kept. */
  kept: number;
  /** What the pair counts towards the copied mass. */
  weight: number;
}

/** What speaks for one report having been made from another. */
export interface Comparison {
  report: ReadReport;
  source: ReadReport;
  pairs: readonly SentencePair[];
  /** Telling words of the report that are the source's, and that share of all its telling words. */
  copiedMass: number;
  copiedShare: number;
  /** Telling words that are the source's to the letter, dates aside. */
  verbatimMass: number;
  /** Dates in paired sentences; those kept although they lie outside the report's period; those that were changed. */
  dates: { total: number; stray: number; changed: number };
  figures: FigureMatch;
  /** Mentions, in paired sentences, of the source unit's places that are not the report's own. */
  foreignNames: number;
  ownNames: number;
  /** Head or title still state the source's period or unit. */
  forgottenHead: boolean;
}

/** Likeness 0.55 counts nothing and 0.85 fully: below lies chance, above a light edit. */
const countsFrom = leastLikeness;
const countsFully = 0.85;
/** A paired sentence whose numbers and names all changed is a turn of phrase, not a copy: it keeps a tenth. */
const keptFloor = 0.1;

function bestPair(here: ReportSentence, source: ReadReport, taken: ReadonlySet<ReportSentence>) {
  let best: { there: ReportSentence; likeness: number; kept: number } | null = null;
  for (const there of source.sentences) {
    if (taken.has(there)) continue;
    const likeness = sentenceLikeness(here, there);
    if (likeness < leastLikeness) continue;
    const kept = specificsKept(here, there);
    if (best === null || likeness + kept > best.likeness + best.kept) best = { there, likeness, kept };
  }
  return best;
}

function pairSentences(report: ReadReport, source: ReadReport, spread: PhraseSpread) {
  const pairUnits = report.unit === source.unit ? 1 : 2;
  const taken = new Set<ReportSentence>();
  const pairs: SentencePair[] = [];
  let total = 0;
  for (const here of report.sentences) {
    const best = bestPair(here, source, taken);
    const exact = best !== null && here.specifics.size > 0 && best.kept >= 0.8;
    // Template sentences drop out of both sides of the share, unless their very names and numbers are the source's.
    const share = ownShare(here.words, pairUnits, spread);
    const own = here.mass * Math.max(share, exact ? exactShare(here, pairUnits, spread) : 0);
    total += own;
    if (best === null) continue;
    taken.add(best.there);
    const like = Math.min(1, (best.likeness - countsFrom) / (countsFully - countsFrom));
    pairs.push({ here, ...best, weight: own * like * (keptFloor + (1 - keptFloor) * best.kept) });
  }
  return { pairs, total };
}

function compareDates(pairs: readonly SentencePair[], report: ReadReport, source: ReadReport) {
  const dates = { total: 0, stray: 0, changed: 0 };
  if (report.period === null || source.period === null) return dates;
  const own = periodDays(report.period);
  for (const { here, there, weight } of pairs) {
    if (weight < 0.5) continue;
    here.dates.forEach((date, index) => {
      dates.total++;
      const kept =
        there.written.includes(here.written[index]!) ||
        there.dates.some(({ from, to }) => from === date.from && to === date.to);
      if (!kept) dates.changed++;
      else if (date.to < own.from && !samePeriod(report.period!, source.period!)) dates.stray++;
    });
  }
  return dates;
}

function compareNames(pairs: readonly SentencePair[], report: ReadReport, source: ReadReport) {
  if (report.unit === source.unit || report.names === null || source.names === null)
    return { foreignNames: 0, ownNames: 0 };
  const own = [report.names.base, ...report.names.places];
  const foreign = [source.names.base, ...source.names.places].filter((name) => !own.includes(name));
  const text = pairs
    .filter(({ likeness }) => likeness > 0.7)
    .map(({ here }) => here.text.toLowerCase().replace(/\s+/gu, ' '))
    .join('\n');
  // "Malang" names both Kota and Kabupaten Malang: a shared base name is nobody's.
  return { foreignNames: countNames(text, foreign), ownNames: countNames(text, own) };
}

function forgotHead({ statedPeriod, statedUnit, unit, period }: ReadReport, source: ReadReport): boolean {
  const wrongPeriod =
    statedPeriod !== null && period !== null && !samePeriod(statedPeriod, period) && source.period !== null;
  if (wrongPeriod && samePeriod(statedPeriod, source.period!)) return true;
  return statedUnit !== null && statedUnit !== unit && statedUnit === source.unit;
}

/** Holds one report against one other that could be its source. */
export function compareReports(
  report: ReadReport,
  source: ReadReport,
  spread: PhraseSpread,
  changing: ReadonlySet<string>,
): Comparison {
  const { pairs, total } = pairSentences(report, source, spread);
  const sum = (part: readonly SentencePair[]) => part.reduce((mass, { weight }) => mass + weight, 0);
  const copiedMass = sum(pairs);
  return {
    report,
    source,
    pairs,
    copiedMass,
    copiedShare: total === 0 ? 0 : copiedMass / total,
    verbatimMass: sum(pairs.filter(({ likeness, kept }) => likeness > 0.97 && kept > 0.8)),
    dates: compareDates(pairs, report, source),
    figures: compareFigures(report.figures, source.figures, changing),
    ...compareNames(pairs, report, source),
    forgottenHead: forgotHead(report, source),
  };
}
