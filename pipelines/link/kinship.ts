import type { Facts } from './facts.ts';
import { isMostlyRelevant, type Matter, regencyOf } from './matter.ts';
import type { LinkSettings } from './settings.ts';

/** What labels say of belonging together, beside the words. */
export interface Leaning {
  relevant: boolean;
  /** The regency that most of it names; null when none or several are. */
  regency: string | null;
  topic: string | null;
}

/** Share of the placed items, and of the items with a topic, that has to agree for a matter to lean to it. */
const mostShare = 0.6;

export const leaningOfItem = (facts: Facts): Leaning => ({
  relevant: facts.relevant,
  regency: regencyOf(facts),
  topic: facts.topic === 'lainnya' ? null : facts.topic,
});

export const leaningOfMatter = (matter: Matter): Leaning => ({
  relevant: isMostlyRelevant(matter),
  regency: leader(matter.regencies),
  topic: leader(matter.topics),
});

/**
 * By what likeness is multiplied: an item that is not about KPU seldom belongs to a matter that is; the same regency
 * and topic bring together what is told in other words; another regency keeps apart what is told in the same.
 */
export function kinshipOf(a: Leaning, b: Leaning, settings: LinkSettings): number {
  let factor = a.relevant === b.relevant ? 1 : settings.strangerFactor;
  if (!a.relevant || !b.relevant) return factor;
  if (a.regency !== null && b.regency !== null) {
    factor *= a.regency === b.regency ? settings.sameRegencyFactor : settings.otherRegencyFactor;
  }
  if (a.topic !== null && a.topic === b.topic) factor *= settings.sameTopicFactor;
  return factor;
}

function leader(counts: ReadonlyMap<string, number>): string | null {
  let [all, most] = [0, 0];
  let best: string | null = null;
  for (const [key, count] of counts) {
    all += count;
    if (count > most) [best, most] = [key, count];
  }
  return most >= mostShare * all ? best : null;
}
