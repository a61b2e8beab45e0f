import { emojiWord, emoticonWord } from './emoji.ts';
import { normaliseWord } from './normalise-word.ts';
import { plainText } from './plain-text.ts';
import { scanTokens, type Token } from './scan.ts';
import { splitHashtag } from './split-hashtag.ts';

/** "2.325" and "1.000.000": dots that group thousands. */
const THOUSANDS = /^\d{1,3}(\.\d{3})+$/;

/**
 * The words of a text in standard form and lower case, for comparing and counting: slang and abbreviations written
 * out, hashtags split, emoji as words (`emoji_marah`), numbers without thousands dots, "57%" as `57`, `persen`.
 * Negations and numbers are always kept; punctuation, links and handles are left out. Any input is safe and at most
 * the first 20,000 characters count.
 */
export function tokenise(text: string): string[] {
  const plain = plainText(text);
  const words: string[] = [];
  for (const token of scanTokens(plain)) pushWords(words, plain, token);
  return words;
}

/** {@link tokenise} joined by single spaces: the normalised text. */
export function normalise(text: string): string {
  return tokenise(text).join(' ');
}

function pushWords(words: string[], plain: string, token: Token): void {
  const written = plain.slice(token.start, token.end);
  switch (token.kind) {
    case 'word':
      pushAll(words, normaliseWord(written.toLowerCase()));
      return;
    case 'number':
      pushAll(words, normaliseNumber(written));
      return;
    case 'hashtag':
      for (const part of splitHashtag(written.slice(1))) pushAll(words, normaliseWord(part));
      return;
    case 'emoji':
      words.push(emojiWord(written));
      return;
    case 'emoticon':
      words.push(emoticonWord(written) ?? 'emoji_lain');
      return;
    default:
  }
}

function normaliseNumber(written: string): string {
  const percent = written.endsWith('%');
  const digits = percent ? written.slice(0, -1) : written;
  const number = THOUSANDS.test(digits) ? digits.replaceAll('.', '') : digits;
  return percent ? `${number} persen` : number;
}

function pushAll(words: string[], form: string): void {
  if (!form.includes(' ')) words.push(form);
  else for (const part of form.split(' ')) words.push(part);
}
