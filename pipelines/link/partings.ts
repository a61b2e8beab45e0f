import { alignWords } from '../../shared/text/align-words.ts';
import type { CloseWord } from './close-reading.ts';
import { closers, frames, openers } from './close-words.ts';

/** Words that only one of two texts has at one place; either side may be empty, both only where the order differs. */
export interface Parting {
  text: CloseWord[];
  claim: CloseWord[];
}

/**
 * Where a text says something else than a claim, or less, or more within it: words that carry the statement and stand on
 * one side alone. Spellings, forms of one stem, known synonyms and words of grammar part nothing, nor does what was put
 * before or after the claim: a greeting, a call, another sentence. Empty for a copy.
 */
export function partingsOf(text: readonly CloseWord[], claim: readonly CloseWord[]): Parting[] {
  const found = partingsBetween(text, claim);
  if (found.length === 0) return found;
  // The claim may begin with a word that the greeting before it has, too ("Info warga: Info …").
  const starts = [...text.keys()].filter((at) => at > 0 && text[at]!.key === claim[0]?.key);
  const isLater = starts
    .slice(0, mostStarts)
    .some((at) => isOpening(text.slice(0, at)) && partingsBetween(text.slice(at), claim).length === 0);
  return isLater ? [] : found;
}

/** Places where the claim may begin in a text. */
const mostStarts = 3;

function partingsBetween(text: readonly CloseWord[], claim: readonly CloseWord[]): Parting[] {
  const codes = new Map<number, number>();
  const found: Parting[] = [];
  for (const { firstFrom, firstTo, secondFrom, secondTo } of alignWords(
    codesOf(text, codes),
    codesOf(claim, codes),
  )) {
    const told = text.slice(firstFrom, firstTo);
    const own = claim.slice(secondFrom, secondTo);
    const isHead = firstFrom === 0 && secondFrom === 0;
    const isTail = firstTo === text.length && secondTo === claim.length;
    if (isSaidAlike(told, own)) continue;
    const isAdded = own.every(isIdle) && leanAlike(told, own);
    if (isAdded && isHead && isOpening(told)) continue;
    if (isAdded && isTail && isClosing(told, text[firstFrom - 1])) continue;
    found.push(isHead ? lastOf(told, own) : firstOf(told, own));
  }
  return withoutMoved(found);
}

/** Words numbered as they come: equal where their keys are. */
const codesOf = (words: readonly CloseWord[], codes: Map<number, number>): Uint16Array =>
  Uint16Array.from(words, ({ key }) => {
    const code = codes.get(key) ?? codes.size;
    codes.set(key, code);
    return code;
  });

const isIdle = ({ isLight, isTagged }: CloseWord): boolean => isLight || isTagged;
const carrying = (words: readonly CloseWord[]): CloseWord[] => words.filter((word) => !isIdle(word));

/** Only grammar differs, or the spelling. */
function isSaidAlike(told: readonly CloseWord[], own: readonly CloseWord[]): boolean {
  const [some, others] = [carrying(told), carrying(own)];
  if (some.length === 0 && others.length === 0) return leanAlike(told, own);
  if (lettersOf(told) === lettersOf(own) || lettersOf(some) === lettersOf(others)) return true;
  return some.length === others.length && some.every((word, at) => isMisspelt(word, others[at]!));
}

function leanAlike(told: readonly CloseWord[], own: readonly CloseWord[]): boolean {
  const [some, others] = [told, own].map((words) => new Set(words.flatMap(({ leaning }) => leaning ?? [])));
  return some!.size === 0 || others!.size === 0 || some!.symmetricDifference(others!).size === 0;
}

const lettersOf = (words: readonly CloseWord[]): string =>
  words
    .map(({ word }) => word)
    .join('')
    .replaceAll('-', '');

/** Shorter words become other words by one letter ("bisa", "biasa"). */
const leastMisspelt = 5;

/** Two letters exchanged, one doubled, or a vowel left out; never of a name, which is another name then. */
function isMisspelt(one: CloseWord, other: CloseWord): boolean {
  if (one.isNumber || other.isNumber || one.isName || other.isName) return false;
  const [short, long] = [one.word, other.word].sort((a, b) => a.length - b.length) as [string, string];
  if (short.length < leastMisspelt || short[0] !== long[0]) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length === long.length)
    return (
      short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
    );
  const isOneMore = long.length === short.length + 1 && short.slice(at) === long.slice(at + 1);
  return isOneMore && (long[at] === long[at - 1] || 'aiueo'.includes(long[at]!));
}

const isFramed = (words: readonly CloseWord[]): boolean => words.some(({ word }) => frames.has(word));

/** What stands before the claim is a sentence of its own, a greeting or a call. */
function isOpening(told: readonly CloseWord[]): boolean {
  if (isFramed(told)) return false;
  for (const word of told.toReversed()) {
    if (word.ends) return true;
    if (!isIdle(word)) return openers.has(word.word);
  }
  return true;
}

/** … or after it. */
function isClosing(told: readonly CloseWord[], before: CloseWord | undefined): boolean {
  if (isFramed(told)) return false;
  if (before?.ends) return true;
  for (const word of told) {
    if (!isIdle(word)) return closers.has(word.word);
    if (word.ends) return true;
  }
  return true;
}

const mostOfOneSide = 3;
/** Where only grammar differs, the words of grammar are what is shown. */
const shownOf = (words: readonly CloseWord[]): CloseWord[] => {
  const own = carrying(words);
  return own.length > 0 ? own : words.filter(({ leaning }) => leaning !== null);
};
const lastOf = (told: readonly CloseWord[], own: readonly CloseWord[]): Parting => ({
  text: shownOf(told).slice(-Math.max(1, Math.min(mostOfOneSide, shownOf(own).length))),
  claim: shownOf(own).slice(0, mostOfOneSide),
});
const firstOf = (told: readonly CloseWord[], own: readonly CloseWord[]): Parting => ({
  text: shownOf(told).slice(0, mostOfOneSide),
  claim: shownOf(own).slice(0, mostOfOneSide),
});

/** A word that stands elsewhere in the other text is not missing there: the order differs. */
function withoutMoved(partings: readonly Parting[]): Parting[] {
  const keysOf = (side: keyof Parting): Set<number> =>
    new Set(partings.flatMap((parting) => parting[side].map(({ key }) => key)));
  const moved = keysOf('text').intersection(keysOf('claim'));
  return partings.map(({ text, claim }) => ({
    text: text.filter(({ key }) => !moved.has(key)),
    claim: claim.filter(({ key }) => !moved.has(key)),
  }));
}

const quoted = (words: readonly CloseWord[]): string => `"${words.map(({ word }) => word).join(' ')}"`;

/** What a person reads of them. @param withNumbers false where numbers are told apart from words elsewhere */
export function sayPartings(partings: readonly Parting[], withNumbers: boolean): string[] {
  const said = partings
    .filter(({ text, claim }) => withNumbers || ![...text, ...claim].some(({ isNumber }) => isNumber))
    .map(({ text, claim }) => {
      if (text.length === 0 && claim.length === 0) return 'urutan kata berbeda';
      if (text.length === 0) return `${quoted(claim)} hanya ada pada klaim`;
      if (claim.length === 0) return `${quoted(text)} hanya ada pada unggahan`;
      return `${quoted(text)} pada unggahan, ${quoted(claim)} pada klaim`;
    });
  return [...new Set(said)];
}
