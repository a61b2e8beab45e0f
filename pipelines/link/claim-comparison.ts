import { countIn } from './claim-ranking.ts';
import { type ClaimText, stemTerm } from './claim-text.ts';
import { contrastOf } from './contrast.ts';
import { type Parting, partingsOf, sayPartings } from './partings.ts';
import { kindOf, type Token, tellingKinds } from './telling-words.ts';

/** What a text does to a claim, as far as words tell. */
export interface Relation {
  /** Of nearly the same words, and one denies what the other says; of other words, it denies something or calls it a hoax. */
  denies: boolean;
  /**
   * Every word of the claim that carries it, in its order, and none more within it, the same numbers and places, nothing
   * denied; both of at least eight words. See `partings.ts`.
   */
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
/** A text this much longer than the claim says more than a greeting and a call beside it. */
const mostLonger = 2;
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
    ...(relation.partings === null
      ? missingNames(text, claim)
      : sayPartings(relation.partings, claim.statement.numbers.size === 0)),
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
 * whether each names a place or body that the other does not, and where they part, null for texts of other words.
 */
export function relationOf(
  text: ClaimText,
  claim: ClaimText,
): Relation & {
  denier: 'text' | 'claim' | null;
  swapped: 'place' | 'body' | null;
  partings: Parting[] | null;
} {
  const common = overlapOf(text, claim);
  if (common.shared < alikeShared && common.held < alikeHeld) {
    const denies = (text.isNegated && !claim.isNegated) || (text.isDebunking && !claim.isDebunking);
    const denier = text.isNegated === claim.isNegated ? null : text.isNegated ? 'text' : 'claim';
    return { denies, repeats: false, denier, swapped: null, partings: null };
  }
  const contrast = contrastOf(text.statement.tokens, claim.statement.tokens);
  const partings = partingsOf(text.closely, claim.closely);
  const denier = contrast?.kind !== 'denial' ? null : contrast.by === 'first' ? 'text' : 'claim';
  return {
    denies: denier !== null,
    repeats: contrast === null && partings.length === 0 && addsNothing(text, claim),
    denier,
    partings,
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

const missingNames = (text: ClaimText, claim: ClaimText): string[] =>
  [...claim.names].filter((name) => !text.wordSet.has(name)).map((name) => `"${name}" hanya ada pada klaim`);

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

/** A text that has the whole claim says nothing else beside it: no denial, no other number or place. */
function addsNothing(text: ClaimText, claim: ClaimText): boolean {
  if (text.words.length < leastWords || claim.words.length < leastWords) return false;
  if (text.words.length > mostLonger * claim.words.length) return false;
  if (text.isNegated !== claim.isNegated) return false;
  if (countIn(claim.statement.numbers, text.statement.numbers) < claim.statement.numbers.size) return false;
  const [told, own] = [placesOf(text), placesOf(claim)];
  return own.size === 0 || told.size <= own.size;
}

/**
 * Does a text say the whole of what another one says, whatever it has beside it? What holds of the other one, a link to a
 * claim, holds of it too.
 */
export function saysWholly(text: ClaimText, other: ClaimText): boolean {
  if (contrastOf(text.statement.tokens, other.statement.tokens) !== null) return false;
  return partingsOf(text.closely, other.closely).length === 0;
}

const placesOf = ({ statement }: ClaimText): Set<Token> =>
  new Set([...statement.tokens].filter((token) => kindOf(token) === tellingKinds.place));
