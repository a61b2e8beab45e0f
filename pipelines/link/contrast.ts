import { alignWords } from '../../shared/text/align-words.ts';
import { kindOf, type TellingKind, type Token, tellingKinds } from './telling-words.ts';

/** Why two like texts do not say the same. */
export type Contrast =
  /** One denies what the other says; `by` is the one with the denial more. */
  { kind: 'denial'; by: 'first' | 'second' } | { kind: 'number' | 'place' | 'body' };

/** Where two texts part: a run of words of each, either may be empty. */
interface Gap {
  first: Uint16Array;
  second: Uint16Array;
  /** Before the first or after the last word that both have: an addition stands there. */
  isEdge: boolean;
  /** The word that both have after it. */
  after: Token | null;
}

const swapped = [
  ['number', tellingKinds.number],
  ['place', tellingKinds.place],
  ['body', tellingKinds.body],
  ['body', tellingKinds.office],
  ['body', tellingKinds.party],
] as const;

/** A longer beginning or end is an addition: only what calls the text wrong counts in it. */
const longestEdge = 3;
/** A longer run within a text is a sentence put in, whose negation is about something else. */
const longestInsertion = 4;

/**
 * What makes two texts of nearly the same words say different things; null when nothing does. The texts are laid
 * side by side (longest common subsequence), so that a negation put in is told from a word that was changed into one:
 * "tidak memecat" denies "memecat", while in the place of a content word a negation takes the word away and turns
 * nothing round. A number, place or body parts the texts where each has one that the other has not.
 */
export function contrastOf(first: Uint16Array, second: Uint16Array): Contrast | null {
  if (!mayDiffer(first, second)) return null;
  const gaps = gapsOf(first, second);
  for (const gap of gaps) {
    const by = denierOf(gap);
    if (by !== null) return { kind: 'denial', by };
  }
  const inner = gaps.filter((gap) => !gap.isEdge || lengthOf(gap) <= longestEdge);
  for (const [kind, code] of swapped) if (isSwapped(inner, code)) return { kind };
  return null;
}

const wordsIn = (tokens: Uint16Array): Uint16Array =>
  tokens.filter((token) => kindOf(token) !== tellingKinds.sign);

const lengthOf = ({ first, second }: Gap): number => Math.max(wordsIn(first).length, wordsIn(second).length);

/** Most pairs differ in plain words alone: those need not be laid side by side. */
function mayDiffer(first: Uint16Array, second: Uint16Array): boolean {
  const counts = new Map<Token, number>();
  for (const token of first) if (isTelling(token)) counts.set(token, (counts.get(token) ?? 0) + 1);
  for (const token of second) if (isTelling(token)) counts.set(token, (counts.get(token) ?? 0) - 1);
  for (const count of counts.values()) if (count !== 0) return true;
  return false;
}

const silent: ReadonlySet<TellingKind> = new Set([
  tellingKinds.plain,
  tellingKinds.affirmation,
  tellingKinds.verb,
  tellingKinds.sign,
]);
const isTelling = (token: Token): boolean => !silent.has(kindOf(token));

const has = (tokens: Uint16Array, kind: TellingKind): boolean =>
  tokens.some((token) => kindOf(token) === kind);

function denierOf(gap: Gap): 'first' | 'second' | null {
  const [first, second] = [gap.first, gap.second].map(
    (side) => has(side, tellingKinds.negation) || has(side, tellingKinds.debunk),
  );
  if (first === second) return null;
  const [side, other] = first ? [gap.first, gap.second] : [gap.second, gap.first];
  if (tookSign(side, other, gap.after)) return null;
  return turnsRound(wordsIn(side), wordsIn(other), gap.isEdge) ? (first ? 'first' : 'second') : null;
}

/** One negation where the other text has a lone mark, before what is no verb: a mark that was changed into it. */
const tookSign = (side: Uint16Array, other: Uint16Array, after: Token | null): boolean =>
  other.length === 1 &&
  side.length === 1 &&
  kindOf(other[0]!) === tellingKinds.sign &&
  kindOf(side[0]!) === tellingKinds.negation &&
  (after === null || !isDeniable(kindOf(after)));

const isDeniable = (kind: TellingKind): boolean =>
  kind === tellingKinds.verb || kind === tellingKinds.affirmation;

/** Does a run with a negation deny the run in whose place it stands? */
function turnsRound(side: Uint16Array, other: Uint16Array, isEdge: boolean): boolean {
  if (has(side, tellingKinds.debunk) && (isEdge || other.length === 0)) return true;
  if (isEdge && side.length > longestEdge) return false;
  if (has(other, tellingKinds.affirmation)) return true;
  if (side.length <= other.length || side.length > other.length + longestInsertion) return false;
  return other.length === 0 || deniesInstead(side, other);
}

/** "Tidak memberhentikan" in the place of "memecat": a verb follows the negation, and as many words as it replaces. */
function deniesInstead(side: Uint16Array, other: Uint16Array): boolean {
  const at = side.findIndex((token) => kindOf(token) === tellingKinds.negation);
  if (at < 0 || side.length - at - 1 < other.length) return false;
  return isDeniable(kindOf(side[at + 1]!));
}

/** Each text has one of this kind that the other has not. */
function isSwapped(gaps: readonly Gap[], kind: TellingKind): boolean {
  const only = (of: 'first' | 'second'): Set<Token> =>
    new Set(gaps.flatMap((gap) => [...gap[of]].filter((token) => kindOf(token) === kind)));
  const [first, second] = [only('first'), only('second')];
  return first.difference(second).size > 0 && second.difference(first).size > 0;
}

function gapsOf(first: Uint16Array, second: Uint16Array): Gap[] {
  return alignWords(first, second).map(({ firstFrom, firstTo, secondFrom, secondTo }) => ({
    first: first.subarray(firstFrom, firstTo),
    second: second.subarray(secondFrom, secondTo),
    isEdge: (firstFrom === 0 && secondFrom === 0) || (firstTo === first.length && secondTo === second.length),
    after: first[firstTo] ?? null,
  }));
}
