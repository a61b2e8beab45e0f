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

const lengthOf = ({ first, second }: Gap): number => Math.max(first.length, second.length);

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
  return turnsRound(side, other, gap.isEdge) ? (first ? 'first' : 'second') : null;
}

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
  const next = kindOf(side[at + 1]!);
  return next === tellingKinds.verb || next === tellingKinds.affirmation;
}

/** Each text has one of this kind that the other has not. */
function isSwapped(gaps: readonly Gap[], kind: TellingKind): boolean {
  const only = (of: 'first' | 'second'): Set<Token> =>
    new Set(gaps.flatMap((gap) => [...gap[of]].filter((token) => kindOf(token) === kind)));
  const [first, second] = [only('first'), only('second')];
  return first.difference(second).size > 0 && second.difference(first).size > 0;
}

function gapsOf(first: Uint16Array, second: Uint16Array): Gap[] {
  const shortest = Math.min(first.length, second.length);
  let [start, end] = [0, 0];
  while (start < shortest && first[start] === second[start]) start++;
  while (end < shortest - start && first.at(-1 - end) === second.at(-1 - end)) end++;
  const a = first.subarray(start, first.length - end);
  const b = second.subarray(start, second.length - end);
  const lengths = commonLengths(a, b);
  const width = b.length + 1;
  const gaps: Gap[] = [];
  const isAtStart = (i: number, j: number): boolean => start === 0 && i === 0 && j === 0;
  let [i, j, fromA, fromB] = [0, 0, 0, 0];
  const close = (isLast: boolean): void => {
    if (i > fromA || j > fromB)
      gaps.push({
        first: a.subarray(fromA, i),
        second: b.subarray(fromB, j),
        isEdge: isAtStart(fromA, fromB) || (isLast && end === 0),
      });
  };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      close(false);
      [i, j] = [i + 1, j + 1];
      [fromA, fromB] = [i, j];
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  [i, j] = [a.length, b.length];
  close(true);
  return gaps;
}

/** Length of the longest common subsequence of what is left from `a[i]` and `b[j]` on, at `i * (b.length + 1) + j`. */
function commonLengths(a: Uint16Array, b: Uint16Array): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  return lengths;
}
