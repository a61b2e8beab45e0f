import { wordsOf } from './words.ts';

/** A link, a handle or an emoji, which has no words. */
export const isMark = /^(?:https?:|www\.|@\w)|^\p{Extended_Pictographic}/u;
/** A mark of writing that stands alone. */
export const isSign = /^[-–—:.,;!?…"()|/~*]*$/u;
const rupiah = /(?<![\p{L}\p{N}])rp\.?(?=\d)/iu;

/** The words of a written word, remembered: most texts are made of few thousand. Emptied when full. */
export const longestCache = 32_768;
const cache = new Map<string, readonly string[]>();
const noWords: readonly string[] = [];

/** The words of what stands between two spaces; none of a link, handle, emoji or sign. */
export function wordsIn(written: string): readonly string[] {
  const remembered = cache.get(written);
  if (remembered !== undefined) return remembered;
  if (cache.size >= longestCache) cache.clear();
  // The tokeniser takes "Rp1,1" for a word and a number: the currency stands alone.
  const words = isMark.test(written) ? noWords : wordsOf(written.replace(rupiah, 'rp '));
  cache.set(written, words);
  return words;
}
