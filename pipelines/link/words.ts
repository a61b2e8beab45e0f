import { tokenise } from '../../shared/text/tokenise.ts';

/** Most characters and words read of one text. Chosen: the lead and body of a usual article; the rest repeats it. */
const mostCharacters = 6_000;
const mostWords = 400;
/** Longest word kept: the longest Indonesian forms have about 25 letters; more is noise. */
const longestWord = 32;

/** The words by which texts are compared, in order: the tokeniser's, without emoji, at most 400. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const word of tokenise(text.length > mostCharacters ? text.slice(0, mostCharacters) : text)) {
    if (words.length === mostWords) break;
    if (word.length <= longestWord && !word.startsWith('emoji_')) words.push(word);
  }
  return words;
}
