import { countIn } from './claim-ranking.ts';
import { type ClaimText, stemTerm } from './claim-text.ts';
import { contrastOf } from './contrast.ts';
import { kindOf, type Token, tellingKinds } from './telling-words.ts';

/** What a text does to a claim, as far as words tell. */
export interface Relation {
  /** Of nearly the same words, and one denies what the other says; of other words, it denies something or calls it a hoax. */
  denies: boolean;
  /** The same words but for a few, the same numbers, places and names, nothing denied; both of at least eight words. */
  repeats: boolean;
}

export interface Comparison extends Relation {
  agrees: string[];
  differs: string[];
  /** Share of the claim's stems that the text holds, each by its weight; 0 to 1. */
  held: number;
}

/** Fewer words than this are never linked without asking: "At least 8 words". */
const leastWords = 8;
/** Shared words over all words at which two texts are near-identical. */
const leastShared = 0.8;
/** Share of the claim's words in a text at most twice as long: an added greeting or ending. */
const leastHeld = 0.95;
/** Shared words over all words, or share of the claim's, from which two texts can be laid side by side. Chosen: half, or four of five. */
const alikeShared = 0.5;
const alikeHeld = 0.8;
const mostShown = 8;

/** What a text and a claim have in common and what not, for the person who decides. */
export function compareTexts(text: ClaimText, claim: ClaimText, weigh: (stem: number) => number): Comparison {
  const shared = claim.words.filter(
    (word, i) => claim.words.indexOf(word) === i && text.stems.has(stemTerm(word)),
  );
  const agrees = shared.toSorted((a, b) => weigh(stemTerm(b)) - weigh(stemTerm(a))).slice(0, mostShown);
  const relation = relationOf(text, claim);
  const differs = [
    ...differingNumbers(text, claim),
    ...[...claim.names]
      .filter((name) => !text.wordSet.has(name))
      .map((name) => `"${name}" hanya ada pada klaim`),
    ...(relation.denier === null ? [] : [said[relation.denier]]),
    ...(relation.swapped === null ? [] : [differing[relation.swapped]]),
  ].slice(0, mostShown);
  return {
    agrees,
    differs,
    held: heldOf(text, claim, weigh),
    denies: relation.denies,
    repeats: relation.repeats,
  };
}

/**
 * What a text does to a claim: as `compareTexts`, without what is shown of it; and which of them has a denial more,
 * or whether each names a place or body that the other does not.
 */
export function relationOf(
  text: ClaimText,
  claim: ClaimText,
): Relation & { denier: 'text' | 'claim' | null; swapped: 'place' | 'body' | null } {
  const common = overlapOf(text, claim);
  if (common.shared < alikeShared && common.held < alikeHeld) {
    const denies = (text.isNegated && !claim.isNegated) || (text.isDebunking && !claim.isDebunking);
    const denier = text.isNegated === claim.isNegated ? null : text.isNegated ? 'text' : 'claim';
    return { denies, repeats: false, denier, swapped: null };
  }
  const contrast = contrastOf(text.statement.tokens, claim.statement.tokens);
  const denier = contrast?.kind !== 'denial' ? null : contrast.by === 'first' ? 'text' : 'claim';
  return {
    denies: denier !== null,
    repeats: contrast === null && isNearIdentical(text, claim, common),
    denier,
    swapped: contrast?.kind === 'place' || contrast?.kind === 'body' ? contrast.kind : null,
  };
}

const differing = {
  place: 'tempat yang disebut berbeda',
  body: 'lembaga atau jabatan yang disebut berbeda',
} as const;
const said = { text: 'unggahan menyangkal', claim: 'klaim menyangkal' } as const;

function differingNumbers({ statement: text }: ClaimText, { statement: claim }: ClaimText): string[] {
  if (claim.numbers.size === 0) return [];
  const missing = [...claim.numbers].filter((number) => !text.numbers.has(number));
  const added = [...text.numbers].filter((number) => !claim.numbers.has(number));
  return [
    ...missing.map((number) => `angka ${number} hanya ada pada klaim`),
    ...added.map((number) => `angka ${number} hanya ada pada unggahan`),
  ];
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

interface Common {
  /** Distinct stems of both over all of them. */
  shared: number;
  /** … and over the claim's. */
  held: number;
}

function overlapOf(text: ClaimText, claim: ClaimText): Common {
  let both = 0;
  for (const stem of claim.stems.keys()) if (text.stems.has(stem)) both++;
  const all = claim.stems.size + text.stems.size - both;
  return { shared: all === 0 ? 0 : both / all, held: claim.stems.size === 0 ? 0 : both / claim.stems.size };
}

function isNearIdentical(text: ClaimText, claim: ClaimText, { shared, held }: Common): boolean {
  if (text.words.length < leastWords || claim.words.length < leastWords) return false;
  if (shared < leastShared && held < leastHeld) return false;
  if (text.isNegated !== claim.isNegated || !namesTheSame(text, claim)) return false;
  const [own, told] = [claim.statement.numbers, text.statement.numbers];
  if (countIn(own, told) < own.size) return false;
  if (shared >= leastShared) return told.size === own.size;
  return text.words.length <= 2 * claim.words.length;
}

const bodies = [tellingKinds.body, tellingKinds.office, tellingKinds.party];

/** Every place, body and name of the claim is in the text, and where the claim names a place the text names no other. */
function namesTheSame(text: ClaimText, claim: ClaimText): boolean {
  const [told, own] = [ofKind(text, [tellingKinds.place]), ofKind(claim, [tellingKinds.place])];
  if (!own.isSubsetOf(told) || (own.size > 0 && told.size > own.size)) return false;
  if (!ofKind(claim, bodies).isSubsetOf(ofKind(text, bodies))) return false;
  // A claim in capitals, or with all words capitalised, does not tell its names.
  if (claim.names.size * 2 > claim.wordSet.size) return true;
  return [...claim.names].every(
    (name) => name === claim.words[0] || text.wordSet.has(name) || text.stems.has(stemTerm(name)),
  );
}

const ofKind = ({ statement }: ClaimText, kinds: readonly number[]): Set<Token> =>
  new Set([...statement.tokens].filter((token) => kinds.includes(kindOf(token))));
