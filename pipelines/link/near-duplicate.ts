import type { Facts } from './facts.ts';
import { regencyOf } from './matter.ts';
import type { LinkSettings } from './settings.ts';
import type { TextTerms } from './term-space.ts';

/** The parts of a text that decide whether another one repeats it. */
export type Repeatable = Pick<TextTerms, 'terms' | 'counts' | 'words' | 'pieces' | 'sequence'>;

/** How two texts overlap, repeated words counted as often as they occur. */
export interface Overlap {
  /** shared / union */
  jaccard: number;
  /** shared / shorter */
  containment: number;
  /** shorter / longer */
  lengths: number;
}

/** Multiset overlap of two texts' terms; both term lists ascend. */
export function overlapOf(a: Repeatable, b: Repeatable): Overlap {
  let shared = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    if (a.terms[i] === b.terms[j]) shared += Math.min(a.counts[i++]!, b.counts[j++]!);
    else if (a.terms[i]! < b.terms[j]!) i++;
    else j++;
  }
  const [shorter, longer] = a.words < b.words ? [a.words, b.words] : [b.words, a.words];
  if (shorter === 0) return { jaccard: 0, containment: 0, lengths: 0 };
  return {
    jaccard: shared / (shorter + longer - shared),
    containment: shared / shorter,
    lengths: shorter / longer,
  };
}

/** A text this much longer than the one it holds quotes it rather than repeats it: a chain message's opening and plea have ten words. */
const leastLengths = 0.4;
/** Of five to seven words one may differ: five with another one share four of six. */
const shortJaccard = 4 / 6;
const leastShortWords = 5;
/** To four words one may be added; among eight pieces (handles, emoji) and as many in the other text one may differ. */
const leastWords = 4;
const leastPieces = 8;
const oneOfFour = 3 / 5;

/**
 * Is one text a re-post of the other? From `shortPostWords` words on by shared words (a few changed ones, or a
 * beginning or end added); of five to seven words one may differ, to four one may be added; else only the same
 * letters in the same order are, wherever the words are parted (a hashtag in capitals is one word). Symmetric.
 */
export function isRepost(a: Repeatable, b: Repeatable, settings: LinkSettings): boolean {
  if (a.sequence === b.sequence && a.words > 0 && b.words > 0) return true;
  const shorter = Math.min(a.words, b.words);
  if (shorter < leastWords) return false;
  const { jaccard, containment, lengths } = overlapOf(a, b);
  if (shorter < leastShortWords) {
    if (containment === 1) return Math.abs(a.words - b.words) <= 1;
    return a.pieces === b.pieces && a.pieces >= leastPieces && jaccard >= oneOfFour;
  }
  if (jaccard >= (shorter < settings.shortPostWords ? shortJaccard : settings.duplicateJaccard)) return true;
  return containment >= settings.duplicateContainment && lengths >= leastLengths;
}

/** Labels that make two like texts two items: one denies what the other says, or they speak of different regencies. */
export function saysOtherwise(a: Facts, b: Facts): boolean {
  if ((a.stance === 'membantah') !== (b.stance === 'membantah')) return true;
  const [here, there] = [regencyOf(a), regencyOf(b)];
  return here !== null && there !== null && !a.areas.some((area) => b.areas.includes(area));
}
