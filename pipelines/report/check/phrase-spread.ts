import type { ReportSentence } from './read-sentences.ts';

/** Three masked words: short enough to outlive a light edit, long enough not to be grammar. */
const size = 3;

export function* phrasesOf(words: readonly string[]): Generator<string> {
  const width = Math.min(size, words.length);
  for (let i = 0; i + width <= words.length; i++) yield words.slice(i, i + width).join(' ');
}

/** Which units use a phrase, and in which reports it stands. */
export interface PhraseSpread {
  /** How many units write these very numbers and names in one sentence (two or more), or in these words (one). */
  unitsWithSpecifics(sentence: ReportSentence): number;
  /** Reports that do. */
  reportsWithSpecifics(sentence: ReportSentence): readonly number[];
  unitsOf(phrase: string): number;
  /** Indexes of the reports that hold the phrase; empty when more than `mostReports` do: then it is a template's. */
  reportsOf(phrase: string): readonly number[];
}

const mostReports = 60;
const nameOf = (unit: string | null, index: number): string => unit ?? `file ${index}`;
const specificsKey = ({ specifics, words }: ReportSentence): string =>
  specifics.size > 1 ? [...specifics].toSorted().join(' ') : `${[...specifics].join('')} ${words.join(' ')}`;

export function spreadPhrases(
  reports: readonly { unit: string | null; sentences: readonly ReportSentence[] }[],
): PhraseSpread {
  const units = new Map<string, Set<string>>();
  const holders = new Map<string, number[]>();
  const exact = new Map<string, Set<number>>();
  reports.forEach(({ unit, sentences }, index) => {
    for (const phrase of new Set(sentences.flatMap(({ words }) => [...phrasesOf(words)]))) {
      const known = units.get(phrase) ?? new Set<string>();
      units.set(phrase, known.add(nameOf(unit, index)));
      const list = holders.get(phrase) ?? [];
      if (list.length <= mostReports) list.push(index);
      holders.set(phrase, list);
    }
  });
  reports.forEach(({ sentences }, index) => {
    for (const sentence of sentences.filter(({ specifics }) => specifics.size > 0)) {
      const key = specificsKey(sentence);
      exact.set(key, (exact.get(key) ?? new Set<number>()).add(index));
    }
  });
  const exactReports = (sentence: ReportSentence) => [...(exact.get(specificsKey(sentence)) ?? [])];
  return {
    unitsWithSpecifics: (sentence) =>
      new Set(exactReports(sentence).map((index) => nameOf(reports[index]!.unit, index))).size,
    reportsWithSpecifics: exactReports,
    unitsOf: (phrase) => units.get(phrase)?.size ?? 0,
    reportsOf: (phrase) => {
      const list = holders.get(phrase) ?? [];
      return list.length > mostReports ? [] : list;
    },
  };
}

/** Weight of a phrase by how many units other than the two compared use it: from the third on it is a template's. */
const weightByOthers = [1, 0.6, 0.25];

/** How much a sentence is its own, 0 (all units write it) to 1 (only these `pairUnits` do). */
export function ownShare(words: readonly string[], pairUnits: number, spread: PhraseSpread): number {
  let total = 0;
  let count = 0;
  for (const phrase of phrasesOf(words)) {
    total += weightByOthers[Math.max(0, spread.unitsOf(phrase) - pairUnits)] ?? 0;
    count++;
  }
  return count === 0 ? 0 : total / count;
}

/** The same by names and numbers: a text may go round five offices, a template's own numbers stand in all reports. */
const exactByOthers = [1, 0.9, 0.8, 0.6, 0.4];

export function exactShare(sentence: ReportSentence, pairUnits: number, spread: PhraseSpread): number {
  return exactByOthers[Math.max(0, spread.unitsWithSpecifics(sentence) - pairUnits)] ?? 0;
}
