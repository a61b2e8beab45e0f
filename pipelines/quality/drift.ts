import type { Platform } from '../../shared/domain/item.ts';
import { gramBucket, wordHash } from '../enrich/model/featurise.ts';
import type { LinearModelParts } from '../enrich/model/linear-model-format.ts';

/** What is compared of one text. */
export interface InputTraits {
  language: string;
  platform: string;
  length: string;
  unknownWords: number;
  words: number;
}

const lengthSteps = [5, 10, 20, 40, 80, 160, 320] as const;

/** The step of a number of words, e.g. `10–19`. */
export function lengthStep(words: number): string {
  const at = lengthSteps.findIndex((step) => words < step);
  if (at < 0) return `${lengthSteps.at(-1)}+`;
  return `${at === 0 ? 0 : lengthSteps[at - 1]}–${lengthSteps[at]! - 1}`;
}

/** Kinds of the gold set → kinds of place; both sides of a comparison go through here. */
const placeOfKind: Readonly<Record<string, string>> = {
  news: 'news',
  official: 'official',
  tweet: 'social',
  comment: 'social',
  question: 'social',
  chain: 'messenger',
  forum: 'forum',
  report: 'report',
};
const placeOfPlatform: Partial<Record<Platform, string>> = {
  news: 'news',
  telegram: 'messenger',
  whatsapp: 'messenger',
  forum: 'forum',
  report: 'report',
  other: 'other',
};
export const placeOf = (kindOrPlatform: string): string =>
  placeOfKind[kindOrPlatform] ?? placeOfPlatform[kindOrPlatform as Platform] ?? 'social';

/** Tells words that a model's training never held, by what its table of features can tell. */
export interface KnownWords {
  /** False: certainly unknown. True also for an unknown word whose bucket another feature fills. */
  isKnown(word: string): boolean;
  /** Share of empty buckets: the chance that an unknown word is seen to be one. 0 when the table is too full to tell. */
  chance: number;
}

/** Below this share of empty buckets the estimate is noise. Chosen. */
const fewestEmpty = 0.05;

/** A bucket with the rarity of a feature seen in no text (the highest there is) is empty. */
export function createKnownWords({ header, idf }: LinearModelParts): KnownWords {
  let rarest = 0;
  for (const rarity of idf) if (rarity > rarest) rarest = rarity;
  let empty = 0;
  for (const rarity of idf) if (rarity === rarest) empty += 1;
  const share = empty / Math.max(1, idf.length);
  return {
    isKnown: (word) => idf[gramBucket(wordHash(word), header.features)] !== rarest,
    chance: share < fewestEmpty ? 0 : share,
  };
}

/** The traits of one text: its words as the models read them, and its language as the enrichment did. */
export function traitsOf(
  words: readonly string[],
  language: string,
  platform: string,
  known: KnownWords | null,
): InputTraits {
  return {
    language,
    platform: placeOf(platform),
    length: lengthStep(words.length),
    unknownWords: words.reduce((sum, word) => sum + (known && !known.isKnown(word) ? 1 : 0), 0),
    words: words.length,
  };
}

/** Counts of each value of a trait as shares, with half a count added to each so that none is nothing. */
function shares(values: readonly string[], names: readonly string[]): Map<string, number> {
  const counts = new Map(names.map((name) => [name, 0.5]));
  for (const value of values) counts.set(value, counts.get(value)! + 1);
  const total = values.length + 0.5 * names.length;
  return new Map([...counts].map(([name, count]) => [name, count / total]));
}

/**
 * Population stability index (Siddiqi 2006): Σ (now − before) · ln(now / before) over the values of a trait. Below 0.1
 * the two are alike, above 0.25 far apart.
 */
export function stabilityIndex(before: readonly string[], now: readonly string[]): number {
  const names = [...new Set([...before, ...now])];
  const [a, b] = [shares(before, names), shares(now, names)];
  return names.reduce((sum, name) => {
    const [was, is] = [a.get(name)!, b.get(name)!];
    return sum + (is - was) * Math.log(is / was);
  }, 0);
}

const traits = ['language', 'platform', 'length'] as const;

export interface DriftFigures {
  stability: Record<string, number>;
  shares: Record<string, Record<string, { reference: number; now: number }>>;
  /** Share of words that the training never held, estimated; null when it cannot be told. */
  unknownWords: { reference: number; now: number } | null;
}

/**
 * How far what comes in now differs from what the model was judged on.
 * @param chance that of {@link KnownWords}
 */
export function driftOf(
  reference: readonly InputTraits[],
  now: readonly InputTraits[],
  chance = 0,
): DriftFigures {
  const stability: DriftFigures['stability'] = {};
  const table: DriftFigures['shares'] = {};
  for (const trait of traits) {
    const [a, b] = [reference.map((one) => one[trait]), now.map((one) => one[trait])];
    stability[trait] = stabilityIndex(a, b);
    const share = (of: readonly string[], name: string) =>
      of.filter((value) => value === name).length / Math.max(1, of.length);
    table[trait] = Object.fromEntries(
      [...new Set([...a, ...b])]
        .sort()
        .map((name) => [name, { reference: share(a, name), now: share(b, name) }]),
    );
  }
  return {
    stability,
    shares: table,
    unknownWords:
      chance === 0 ? null : { reference: unknownShare(reference, chance), now: unknownShare(now, chance) },
  };
}

/** Unknown words that were seen to be so, over the chance of being seen. */
function unknownShare(texts: readonly InputTraits[], chance: number): number {
  const words = texts.reduce((sum, text) => sum + text.words, 0);
  const seen = texts.reduce((sum, text) => sum + text.unknownWords, 0);
  return Math.min(1, seen / chance / Math.max(1, words));
}
