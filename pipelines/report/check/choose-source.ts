import { type Comparison, compareReports } from './compare-reports.ts';
import { phrasesOf } from './phrase-spread.ts';
import type { ReadFolder, ReadReport } from './read-folder.ts';
import { periodOrder } from './report-period.ts';
import { scoreCopy } from './score-copy.ts';
import { countNames } from './unit-names.ts';

export interface Suspicion {
  comparison: Comparison;
  score: number;
}

/** Reports held against one in full; the others share too few phrases with it to matter. */
const mostCandidates = 8;
/** Numbers and names that more reports share are a template's. */
const mostHolders = 20;
/** A unit's own earlier report is taken before a neighbour's that scores a little more: the neighbour may have copied too. */
const ownPreference = 0.4;
/** From this score on; below, it is no source at all. */
const preferFrom = 0.45;

function candidatesOf(folder: ReadFolder, index: number): ReadReport[] {
  const report = folder.reports[index]!;
  const shared = new Map<number, number>();
  for (const phrase of new Set(report.sentences.flatMap(({ words }) => [...phrasesOf(words)])))
    for (const other of folder.spread.reportsOf(phrase))
      if (other !== index)
        shared.set(other, (shared.get(other) ?? 0) + 1 / Math.max(1, folder.spread.unitsOf(phrase)));
  for (const sentence of report.sentences) {
    const holders = folder.spread.reportsWithSpecifics(sentence);
    if (holders.length < 2 || holders.length > mostHolders) continue;
    for (const other of holders)
      if (other !== index) shared.set(other, (shared.get(other) ?? 0) + sentence.mass / holders.length);
  }
  return [...shared]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, mostCandidates)
    .map(([other]) => folder.reports[other]!);
}

/** Names and numbers of the shared passages that the unit also uses in its other reports: its own, then. */
function familiarity(unit: ReadReport, pairs: Comparison['pairs'], folder: ReadFolder): number {
  const others = folder.reports.filter(({ unit: code, file }) => code === unit.unit && file !== unit.file);
  const known = new Set(
    others.flatMap(({ sentences }) => sentences.flatMap(({ specifics }) => [...specifics])),
  );
  let count = 0;
  for (const { here } of pairs)
    for (const name of here.specifics) if (!name.startsWith('#') && known.has(name)) count++;
  return count;
}

const namesFit = (report: ReadReport, text: string): number =>
  report.names === null ? 0 : countNames(text, [report.names.base, ...report.names.places]);

/** Numbers of the shared passages that stand in the report's own tables. */
function numbersFit({ figures }: ReadReport, pairs: Comparison['pairs'], side: 'here' | 'there'): number {
  const own = new Set(figures.map(({ value }) => `#${value}`));
  return pairs.reduce(
    (count, pair) => count + [...pair[side].specifics].filter((specific) => own.has(specific)).length,
    0,
  );
}

/**
 * Between two units' reports that share text: is `source` the one it came from? By what the text names, when it names
 * one unit's places only; else by period, by the day handed in, by when it came in, by whose other reports and tables it fits; an even
 * match goes by code, so that one of the two is asked and not both.
 */
function isSource(
  { report, source, pairs, foreignNames, ownNames }: Comparison,
  folder: ReadFolder,
): boolean {
  if (foreignNames > 0 && ownNames === 0) return true;
  const there = pairs.map((pair) => pair.there.text.toLowerCase()).join('\n');
  if (namesFit(report, there) > 0 && namesFit(source, there) === 0) return false;
  const period = periodOrder(report.period!) - periodOrder(source.period!);
  if (period !== 0) return period > 0;
  const days = (report.handedIn ?? 0) - (source.handedIn ?? 0);
  if (report.handedIn !== null && source.handedIn !== null && days !== 0) return days > 0;
  const [own, theirs] = [report.arrivedAt, source.arrivedAt];
  if (own !== null && theirs !== null && own !== theirs) return own > theirs;
  const known = familiarity(source, pairs, folder) - familiarity(report, pairs, folder);
  if (known !== 0) return known > 0;
  const fit = numbersFit(source, pairs, 'there') - numbersFit(report, pairs, 'here');
  return fit === 0 ? report.file > source.file : fit > 0;
}

function couldBeSource(comparison: Comparison, folder: ReadFolder): boolean {
  const { report, source } = comparison;
  if (report.period === null || source.period === null) return false;
  const later = periodOrder(source.period) - periodOrder(report.period);
  if (report.unit === source.unit)
    return later < 0 && (report.period.quarter === null) === (source.period.quarter === null);
  return later <= 0 && isSource(comparison, folder);
}

/** Among one's own the latest, since that is the one at hand. */
const rankOwn = (score: number, { period }: ReadReport): number =>
  score + (score >= preferFrom ? ownPreference : 0) + periodOrder(period!) / 100_000;

/** Among others' that are as like by a tenth the earliest, since the rest took it too. */
const rankOther = (score: number, { period, handedIn }: ReadReport): number =>
  Math.round(score * 10) / 10 - periodOrder(period!) / 100_000 - (handedIn ?? 0) / 1e9;

/** The report most likely used as the source of report `index`, however unlikely; null when none could be. */
export function chooseSource(folder: ReadFolder, index: number): Suspicion | null {
  const report = folder.reports[index]!;
  const own = folder.reports.filter(
    (other) => other !== report && other.unit === report.unit && other.unit !== null,
  );
  let best: Suspicion | null = null;
  let bestRank = Number.NEGATIVE_INFINITY;
  for (const source of new Set([...own, ...candidatesOf(folder, index)])) {
    const comparison = compareReports(report, source, folder.spread, folder.changing);
    if (!couldBeSource(comparison, folder)) continue;
    const score = scoreCopy(comparison);
    const rank = source.unit === report.unit ? rankOwn(score, source) : rankOther(score, source);
    if (rank > bestRank) {
      best = { comparison, score };
      bestRank = rank;
    }
  }
  return best;
}
