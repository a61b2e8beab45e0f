import { acronyms, isPlaceName, kinds, names, plain, sides } from './capital-words.ts';

const capitals = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu;
/** Share of capitals among the letters from which the whole is shouted, and fewest letters of a sentence. */
const shoutedShare = 0.7;
const leastLetters = 12;
/** At most two syllables: what somebody could say as a word. */
const sayable = /^(?:[^aiueo]?[aiueo][^aiueo]?){1,2}$/;

/** A word in capitals, in small letters, and its neighbours where nothing but a space stands between. */
interface Shout {
  word: string;
  before: string | undefined;
  after: string | undefined;
}

/**
 * Shouting becomes ordinary writing: words in capitals get small letters, abbreviations and names keep theirs. How a
 * word is written is taken from lists, else from where the author wrote it otherwise; a lone unknown word may be a name
 * and keeps its first capital.
 * @param body what else the author wrote
 */
export function calmShouting(text: string, body: string): string {
  const found = [...text.matchAll(capitals)];
  if (found.every(([word]) => acronyms.has(word.toLowerCase()))) return text;
  const isAll = isShouted(text);
  const elsewhere = writtenElsewhere(body);
  const shouts = found.map((match, n): Shout => {
    const next = found[n + 1];
    const last = found[n - 1];
    const follows = (a: RegExpExecArray, b: RegExpExecArray): boolean =>
      text.slice(a.index + a[0].length, b.index).trim() === '';
    return {
      word: match[0].toLowerCase(),
      before: last && follows(last, match) ? last[0].toLowerCase() : undefined,
      after: next && follows(match, next) ? next[0].toLowerCase() : undefined,
    };
  });
  let n = 0;
  const said = text.replace(capitals, (word) => {
    const shout = shouts[n++]!;
    return written(shout, isAll, elsewhere) ?? word;
  });
  return said.replace(/\p{L}/u, (first) => first.toUpperCase());
}

function isShouted(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return (
    letters.length >= leastLetters &&
    letters.replace(/[^\p{Lu}]/gu, '').length >= letters.length * shoutedShare
  );
}

/** What the word is written like; null where its capitals stay. */
function written(shout: Shout, isAll: boolean, elsewhere: ReadonlyMap<string, string>): string | null {
  const { word, before, after } = shout;
  if (acronyms.has(word)) return null;
  const name = names.get(word);
  if (name !== undefined) return name;
  const isNamed = before !== undefined && kinds.has(before);
  if (isPlaceName(word, isNamed)) return capital(word);
  if (kinds.has(word) && isPlaceName(after, true)) return capital(word);
  if (sides.has(word) && isPlaceName(before)) return capital(word);
  if (plain.has(word)) return word;
  const own = elsewhere.get(word);
  if (own !== undefined) return own;
  if (word.length <= 4 && !sayable.test(word)) return null;
  if (isAll || isCry(before) || isCry(after)) return word;
  return word.length <= 4 || !/[aiueo]/.test(word) ? null : capital(word);
}

/** A neighbour that nobody writes in capitals for its own sake. */
const isCry = (word: string | undefined): boolean =>
  word !== undefined && !acronyms.has(word) && (word.length > 4 || plain.has(word));

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Words within sentences by their small letters, as the author writes them; small ones before those with a capital. */
function writtenElsewhere(body: string): Map<string, string> {
  const known = new Map<string, string>();
  for (const [word] of body.matchAll(/(?<=[\p{Ll}\p{N}][,;]? )\p{L}\p{Ll}+/gu)) {
    const small = word.toLowerCase();
    if (known.get(small) !== small) known.set(small, word);
  }
  return known;
}
