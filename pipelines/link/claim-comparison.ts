import { countIn } from './claim-ranking.ts';
import { type ClaimText, stemTerm } from './claim-text.ts';

export interface Comparison {
  agrees: string[];
  differs: string[];
  /** Share of the claim's stems that the text holds, each by its weight; 0 to 1. */
  held: number;
  /** The same words but for a few, the same numbers, no negation more or less; both of at least eight words. */
  isNearIdentical: boolean;
}

/** Fewer words than this are never linked without asking: "At least 8 words". */
const leastWords = 8;
/** Shared words over all words at which two texts are near-identical. */
const leastShared = 0.8;
/** Share of the claim's words in a text at most twice as long: an added greeting or ending. */
const leastHeld = 0.95;
const mostShown = 8;

/** What a text and a claim have in common and what not, for the person who decides. */
export function compareTexts(text: ClaimText, claim: ClaimText, weigh: (stem: number) => number): Comparison {
  const shared = claim.words.filter(
    (word, i) => claim.words.indexOf(word) === i && text.stems.has(stemTerm(word)),
  );
  const agrees = shared.toSorted((a, b) => weigh(stemTerm(b)) - weigh(stemTerm(a))).slice(0, mostShown);
  const differs = [
    ...[...claim.numbers]
      .filter((number) => !text.numbers.has(number))
      .map((number) => `angka ${number} hanya ada pada klaim`),
    ...(claim.numbers.size === 0
      ? []
      : [...text.numbers]
          .filter((number) => !claim.numbers.has(number))
          .map((number) => `angka ${number} hanya ada pada unggahan`)),
    ...[...claim.names]
      .filter((name) => !text.wordSet.has(name))
      .map((name) => `"${name}" hanya ada pada klaim`),
    ...(text.isNegated === claim.isNegated
      ? []
      : [text.isNegated ? 'unggahan menyangkal' : 'klaim menyangkal']),
  ].slice(0, mostShown);
  return { agrees, differs, held: heldOf(text, claim, weigh), isNearIdentical: isNearIdentical(text, claim) };
}

function heldOf(text: ClaimText, claim: ClaimText, weigh: (stem: number) => number): number {
  let [all, held] = [0, 0];
  for (const stem of claim.stems.keys()) {
    const weight = weigh(stem);
    all += weight;
    if (text.stems.has(stem)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

function isNearIdentical(text: ClaimText, claim: ClaimText): boolean {
  if (text.words.length < leastWords || claim.words.length < leastWords) return false;
  if (text.isNegated !== claim.isNegated || countIn(claim.numbers, text.numbers) < claim.numbers.size)
    return false;
  const both = countIn(new Set(claim.stems.keys()), new Set(text.stems.keys()));
  if (both / (claim.stems.size + text.stems.size - both) >= leastShared)
    return text.numbers.size === claim.numbers.size;
  return both / claim.stems.size >= leastHeld && text.words.length <= 2 * claim.words.length;
}
