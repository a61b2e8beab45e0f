import { dayMs } from '../../shared/domain/instant.ts';
import model from './kin-model.json' with { type: 'json' };
import { type Leaning, settledIn } from './kinship.ts';
import { cosine, type Vector } from './likeness.ts';
import { haveNamesakes } from './namesakes.ts';
import type { PlaceRarity } from './place-rarity.ts';
import type { Sense, SenseReader } from './sense.ts';
import type { LinkSettings } from './settings.ts';

/** What is compared: a matter as a whole, or a lone item. */
export interface Side {
  words: Vector;
  sense: Sense;
  leaning: Leaning;
  firstAt: number;
  lastAt: number;
}

/** What speaks for or against two sides being one matter, unweighted. */
export const kinFeatures = [
  'words',
  'meaning',
  'kinds',
  'place',
  'samePlace',
  'crowd',
  'otherPlace',
  'otherSettled',
  'onePlaced',
  'oneSettled',
  'topic',
  'gap',
  'smaller',
  'larger',
  'stranger',
] as const;
export type KinFeature = (typeof kinFeatures)[number];

/** Share of a side's items that name a regency from which its places tell for or against. Chosen: half. */
const placedShare = 0.5;
/** Days of silence between two sides beyond which more says no more. Chosen: as long as the open window. */
const longestGap = 3;

export function kinEvidence(
  a: Side,
  b: Side,
  reader: SenseReader,
  rarity: PlaceRarity,
): Record<KinFeature, number> {
  const [placedA, placedB] = [isPlaced(a.leaning), isPlaced(b.leaning)];
  const shared = sharedPlaces(a.leaning.regencies, b.leaning.regencies);
  const inPlace = (weight: (regency: string) => number): number =>
    shared.reduce((sum, [regency, share]) => sum + share * weight(regency), 0);
  const isElsewhere =
    placedA &&
    placedB &&
    shared.length === 0 &&
    !haveNamesakes(a.leaning.regencies.keys(), b.leaning.regencies.keys());
  const [settledA, settledB] = [settledIn(a.leaning.regencies), settledIn(b.leaning.regencies)];
  const unsettled = placedA ? Math.min(settledA, b.leaning.unique) : Math.min(settledB, a.leaning.unique);
  const isStranger = a.leaning.relevant && b.leaning.relevant ? 0 : 1;
  const gap = (Math.max(a.firstAt, b.firstAt) - Math.min(a.lastAt, b.lastAt)) / dayMs;
  return {
    words: cosine(a.words, b.words),
    meaning: reader.meaningLikeness(a.sense, b.sense),
    kinds: reader.kindLikeness(a.sense, b.sense),
    place: inPlace((regency) => rarity.of(regency)),
    samePlace: inPlace(() => 1),
    crowd: inPlace((regency) => rarity.crowdOf(regency)),
    otherPlace: isElsewhere ? 1 : 0,
    otherSettled: isElsewhere ? Math.log2(Math.max(1, settledA, settledB)) : 0,
    onePlaced: placedA === placedB ? 0 : 1,
    oneSettled: placedA === placedB ? 0 : Math.log2(Math.max(1, unsettled)),
    topic: alike(a.leaning.topics, b.leaning.topics),
    gap: Math.min(longestGap, Math.max(0, gap)),
    smaller: Math.log2(Math.max(1, Math.min(a.leaning.unique, b.leaning.unique))),
    larger: Math.log2(Math.max(1, a.leaning.unique, b.leaning.unique)),
    stranger: isStranger,
  };
}

/** What is decided about places beside what pairs teach. */
export type PlaceSettings = Pick<LinkSettings, 'kinElsewhere'>;

/** Log-odds that two sides tell of one matter. */
export function kinScore(
  a: Side,
  b: Side,
  reader: SenseReader,
  rarity: PlaceRarity,
  { kinElsewhere }: PlaceSettings,
): number {
  const evidence = kinEvidence(a, b, reader, rarity);
  let sum = model.bias - kinElsewhere * evidence.otherPlace;
  for (const feature of kinFeatures) sum += model.weights[feature] * evidence[feature];
  return sum;
}

const isPlaced = (side: Leaning): boolean => {
  const named = total(side.regencies);
  return named > 0 && named >= placedShare * side.unique;
};

/** Regencies that both name, each with the share that it has of both. */
function sharedPlaces(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): (readonly [regency: string, share: number])[] {
  const [inA, inB] = [total(a), total(b)];
  return [...a].flatMap(([regency, count]) => {
    const other = b.get(regency) ?? 0;
    return count > 0 && other > 0 ? [[regency, Math.min(count / inA, other / inB)] as const] : [];
  });
}

/** Cosine of two counts. */
function alike(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [product, lengthA, lengthB] = [0, 0, 0];
  for (const [key, count] of a) {
    product += count * (b.get(key) ?? 0);
    lengthA += count * count;
  }
  for (const count of b.values()) lengthB += count * count;
  return lengthA * lengthB === 0 ? 0 : product / Math.sqrt(lengthA * lengthB);
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
