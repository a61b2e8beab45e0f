import { foldUnicode } from './fold-unicode.ts';
import { MAX_ANALYSED_CHARS, MAX_WORD_CHARS } from './limits.ts';
import { stem } from './stem.ts';

const word = /[\p{L}\p{N}]+/gu;

/**
 * The terms by which a text is found: folded, lower case, stemmed, in order; letters and digits only.
 * Unlike `tokenise` nothing is read into the text (no slang, no emoji words), so that phrases match as typed.
 */
export function searchTerms(text: string): string[] {
  const terms: string[] = [];
  for (const [found] of foldUnicode(text.slice(0, MAX_ANALYSED_CHARS)).toLowerCase().matchAll(word))
    terms.push(stem(found.slice(0, MAX_WORD_CHARS)));
  return terms;
}
