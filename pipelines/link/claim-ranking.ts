import { type RankingModel, rankingFeatures } from './claim-ranking-model.ts';
import type { ClaimText } from './claim-text.ts';
import { stemTerm } from './claim-text.ts';

/** What speaks for and against one claim; each part is already weighted, their sum is the score. */
export interface ScoreParts {
  words: number;
  characters: number;
  /** How much of the claim the text holds, and how early. */
  coverage: number;
  phrases: number;
  names: number;
  numbers: number;
  /** One denies or debunks and the other does not. */
  stance: number;
  length: number;
  /** What the shared and the missing words of the claim say, each by what was learned of it. */
  evidence: number;
  /** The rarest words that both have. */
  rarest: number;
  body: number;
}

/** Not learned (the pairs have no bodies): the article quotes the text, so it counts about as much as the words. */
const bodyWeight = 0.2;
/** Sums of weights are in tens. */
const ten = 10;

/** z-scores of the first stage for one claim. */
export interface FirstStage {
  words: number;
  characters: number;
  body: number;
}

type Feature = (typeof rankingFeatures)[number];
const at = Object.fromEntries(rankingFeatures.map((name, n) => [name, n])) as Record<Feature, number>;

/**
 * The features of one claim for a text, in the order of `rankingFeatures`.
 * @param weigh inverse document frequency of a stem among the claims
 */
export function readFeatures(
  text: ClaimText,
  claim: ClaimText,
  first: FirstStage,
  weigh: (stem: number) => number,
  evidenceOf: RankingModel['evidenceOf'],
): Float64Array {
  const features = new Float64Array(rankingFeatures.length);
  let [all, shared, early] = [0, 0, 0];
  let [rarest, second, third] = [0, 0, 0];
  for (const stem of claim.stems.keys()) {
    const weight = weigh(stem);
    const evidence = evidenceOf(stem);
    all += weight;
    const position = text.firstAt.get(stem);
    if (position === undefined) {
      features[at.evidenceMissing]! += evidence.missing;
      continue;
    }
    shared += weight;
    early += weight / (1 + position / 10);
    features[at.evidenceShared]! += evidence.shared / 5;
    if (weight > rarest) [rarest, second, third] = [weight, rarest, second];
    else if (weight > second) [second, third] = [weight, second];
    else if (weight > third) third = weight;
  }
  const whole = Math.max(all, 1e-6);
  const numbers = countIn(claim.numbers, text.numbers);
  features[at.words] = first.words;
  features[at.characters] = first.characters;
  features[at.coverage] = shared / whole;
  features[at.early] = early / whole;
  features[at.unseen] = (all - shared) / ten;
  features[at.phrases] = Math.log1p(countIn(claim.pairs, text.pairs));
  features[at.namesShared] = sharedNames(text, claim, weigh) / ten;
  features[at.numbersShared] = numbers;
  features[at.numbersMissing] = claim.numbers.size - numbers;
  features[at.negationDiffers] = text.isNegated === claim.isNegated ? 0 : 1;
  features[at.stanceDiffers] = text.isDebunking === claim.isDebunking ? 0 : 1;
  features[at.length] = Math.log(Math.max(1, claim.words.length));
  features[at.rarest] = rarest / 5;
  features[at.rarestThree] = (rarest + second + third) / 15;
  return features;
}

/** The weighted parts of a score. */
export function partsOf(features: Float64Array, body: number, weights: Float64Array): ScoreParts {
  const part = (...names: readonly Feature[]): number =>
    names.reduce((sum, name) => sum + features[at[name]]! * weights[at[name]]!, 0);
  return {
    words: part('words'),
    characters: part('characters'),
    coverage: part('coverage', 'early', 'unseen'),
    phrases: part('phrases'),
    names: part('namesShared'),
    numbers: part('numbersShared', 'numbersMissing'),
    stance: part('negationDiffers', 'stanceDiffers'),
    length: part('length'),
    evidence: part('evidenceShared', 'evidenceMissing'),
    rarest: part('rarest', 'rarestThree'),
    body: bodyWeight * body,
  };
}

export const totalOf = (parts: ScoreParts): number =>
  parts.words +
  parts.characters +
  parts.coverage +
  parts.phrases +
  parts.names +
  parts.numbers +
  parts.stance +
  parts.length +
  parts.evidence +
  parts.rarest +
  parts.body;

function sharedNames(text: ClaimText, claim: ClaimText, weigh: (stem: number) => number): number {
  let shared = 0;
  for (const name of claim.names) if (text.wordSet.has(name)) shared += weigh(stemTerm(name));
  return shared;
}

export function countIn<T>(of: ReadonlySet<T>, among: ReadonlySet<T>): number {
  let count = 0;
  for (const one of of) if (among.has(one)) count++;
  return count;
}
