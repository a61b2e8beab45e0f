import type { Facts } from './facts.ts';
import { isMostlyRelevant, type Matter, regencyOf } from './matter.ts';
import { haveNamesakes } from './namesakes.ts';
import type { LinkSettings } from './settings.ts';

/** What labels say of belonging together, beside the words. */
export interface Leaning {
  relevant: boolean;
  /** Unique items by regency, of those that name one. */
  regencies: ReadonlyMap<string, number>;
  /** Unique items, placed or not. */
  unique: number;
  topic: string | null;
  topics: ReadonlyMap<string, number>;
}

/** Share of the placed items, and of the items with a topic, that has to agree for a matter to lean to it. */
const mostShare = 0.6;
/** Share of the placed items in one regency from which a side is settled there. Chosen: one stray in five is borne. */
const settledShare = 0.8;
/** Placed items from which it counts that a side is settled: fewer may have begun in one of several regencies by chance. */
const settledItems = 4;
/** Share of a side's items that name a regency from which the regencies tell for or against: more than half. */
const placedShare = 0.55;

export function leaningOfItem(facts: Facts): Leaning {
  const regency = regencyOf(facts);
  return {
    relevant: facts.relevant,
    regencies: regency === null ? nowhere : new Map([[regency, 1]]),
    unique: 1,
    topic: facts.topic === 'lainnya' ? null : facts.topic,
    topics: facts.topic === 'lainnya' ? nowhere : new Map([[facts.topic, 1]]),
  };
}
const nowhere: ReadonlyMap<string, number> = new Map();

export const leaningOfMatter = (matter: Matter): Leaning => ({
  relevant: isMostlyRelevant(matter),
  regencies: matter.regencies,
  unique: matter.unique,
  topic: leader(matter.topics),
  topics: matter.topics,
});

/**
 * By what likeness is multiplied: an item that is not about KPU seldom belongs to a matter that is; the same regency
 * and topic bring together what is told in other words; another regency keeps apart what is told in the same.
 */
export function kinshipOf(a: Leaning, b: Leaning, settings: LinkSettings): number {
  let factor = a.relevant === b.relevant ? 1 : settings.strangerFactor;
  if (!a.relevant || !b.relevant) return factor;
  factor *= placeFactor(a, b, settings);
  if (a.topic !== null && b.topic !== null)
    factor *= a.topic === b.topic ? settings.sameTopicFactor : settings.otherTopicFactor;
  return factor;
}

/** Two sides that are mostly placed and share no regency speak of different events, however many regencies each has. */
function placeFactor(a: Leaning, b: Leaning, settings: LinkSettings): number {
  const [inA, inB] = [total(a.regencies), total(b.regencies)];
  if (inA === 0 || inB === 0) return 1;
  let shared = 0;
  for (const [regency, count] of a.regencies)
    shared += Math.min(count / inA, (b.regencies.get(regency) ?? 0) / inB);
  if (inA < placedShare * a.unique || inB < placedShare * b.unique) return 1;
  if (shared >= mostShare) return settings.sameRegencyFactor;
  if (shared > 0 || haveNamesakes(a.regencies.keys(), b.regencies.keys())) return 1;
  const settled = Math.max(settledIn(a.regencies), settledIn(b.regencies));
  return settled >= settledItems ? settings.otherSettledFactor : settings.otherRegencyFactor;
}

/** Items in the one regency that a side tells of; 0 when it tells of several. */
export function settledIn(regencies: ReadonlyMap<string, number>): number {
  const most = Math.max(0, ...regencies.values());
  return most >= settledShare * total(regencies) ? most : 0;
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function leader(counts: ReadonlyMap<string, number>): string | null {
  const all = total(counts);
  let most = 0;
  let best: string | null = null;
  for (const [key, count] of counts) if (count > most) [best, most] = [key, count];
  return most >= mostShare * all ? best : null;
}
