import { cleanMarkup } from './clean-markup.ts';
import { foldUnicode } from './fold-unicode.ts';
import { MAX_ANALYSED_CHARS } from './limits.ts';

/**
 * What a text says in plain characters, letter case and punctuation kept: HTML removed, look-alikes and invisible
 * characters undone. At most {@link MAX_ANALYSED_CHARS} characters of the text are looked at; any input is safe.
 */
export function plainText(text: string): string {
  const head = text.length > MAX_ANALYSED_CHARS ? text.slice(0, MAX_ANALYSED_CHARS) : text;
  return foldUnicode(cleanMarkup(head));
}
