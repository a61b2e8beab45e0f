import { emoticonWord, isEmojiCode, MAX_EMOTICON_CHARS } from './emoji.ts';
import { MAX_WORD_CHARS } from './limits.ts';

export type TokenKind = 'word' | 'number' | 'hashtag' | 'mention' | 'url' | 'emoji' | 'emoticon' | 'mark';

/** One piece of a text: `text.slice(start, end)` is what was written, `#` and `@` included. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
}

const SPACE = 32;
const HASH = 35;
const PERCENT = 37;
const APOSTROPHE = 39;
const COMMA = 44;
const HYPHEN = 45;
const DOT = 46;
const COLON = 58;
const AT = 64;
const UNDERSCORE = 95;

export const isDigitCode = (code: number) => code >= 48 && code <= 57;
const isAsciiLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const LETTER = /\p{L}/u;

/** Letters of any script; surrogate pairs outside the emoji ranges count as letters too. */
export function isLetterCode(code: number): boolean {
  if (code < 128) return isAsciiLetter(code);
  if (code >= 0xd800 && code <= 0xdfff) return false;
  return LETTER.test(String.fromCharCode(code));
}
const isWordCode = (code: number) => isDigitCode(code) || isLetterCode(code);
const isBlank = (code: number) => code <= SPACE || code === 160;

/**
 * The tokens of a text in order, spaces left out. The text should be plain (see plainText); whatever it is, the scan
 * is one pass and never fails. Words keep inner hyphens and apostrophes, numbers their inner `. , : / -`; a word too
 * long for a word is cut into pieces.
 */
export function scanTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
      continue;
    }
    const token = tokenAt(text, at, code);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, at: number, code: number): Token {
  if (isLetterCode(code)) return isUrlAt(text, at) ? untilBlank(text, at) : wordAt(text, at);
  if (isDigitCode(code)) return numberAt(text, at);
  if (code === HASH || code === AT) return taggedAt(text, at, code);
  return emojiAt(text, at) ?? emoticonAt(text, at) ?? { kind: 'mark', start: at, end: at + 1 };
}

function isUrlAt(text: string, at: number): boolean {
  const first = text.charCodeAt(at) | 32;
  if (first === 119) return text.startsWith('www.', at);
  if (first !== 104 && text.charCodeAt(at) !== 85) return false;
  if (text.startsWith('URL', at)) return !isWordCode(text.charCodeAt(at + 3) || SPACE);
  return text.startsWith('http://', at) || text.startsWith('https://', at);
}

function untilBlank(text: string, at: number): Token {
  let end = at + 3;
  while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
  return { kind: 'url', start: at, end };
}

function wordAt(text: string, at: number): Token {
  const limit = Math.min(text.length, at + MAX_WORD_CHARS);
  let end = at + 1;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (isWordCode(code)) end++;
    else if (joinsWord(code) && end + 1 < limit && isWordCode(text.charCodeAt(end + 1))) end += 2;
    else break;
  }
  return { kind: 'word', start: at, end };
}

const joinsWord = (code: number) => code === HYPHEN || code === APOSTROPHE || code === UNDERSCORE;

function numberAt(text: string, at: number): Token {
  const limit = Math.min(text.length, at + MAX_WORD_CHARS);
  let end = at + 1;
  let letters = false;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (isDigitCode(code)) end++;
    else if (isLetterCode(code)) {
      letters = true;
      end++;
    } else if (joinsNumber(code) && end + 1 < limit && isDigitCode(text.charCodeAt(end + 1))) end += 2;
    else break;
  }
  if (!letters && text.charCodeAt(end) === PERCENT) end++;
  return { kind: letters ? 'word' : 'number', start: at, end };
}

const joinsNumber = (code: number) =>
  code === DOT || code === COMMA || code === COLON || code === HYPHEN || code === 47;

function taggedAt(text: string, at: number, code: number): Token {
  const inWord = code === AT && at > 0 && isWordCode(text.charCodeAt(at - 1));
  let end = at + 1;
  const limit = Math.min(text.length, at + 1 + MAX_WORD_CHARS * 2);
  while (end < limit && (isWordCode(text.charCodeAt(end)) || text.charCodeAt(end) === UNDERSCORE)) end++;
  if (end === at + 1 || inWord) return { kind: 'mark', start: at, end: at + 1 };
  return { kind: code === HASH ? 'hashtag' : 'mention', start: at, end };
}

function emojiAt(text: string, at: number): Token | null {
  const code = text.codePointAt(at) as number;
  if (isEmojiCode(code)) return { kind: 'emoji', start: at, end: at + (code > 0xffff ? 2 : 1) };
  return code > 0xffff ? { kind: 'mark', start: at, end: at + 2 } : null;
}

function emoticonAt(text: string, at: number): Token | null {
  if (at > 0 && isWordCode(text.charCodeAt(at - 1))) return null;
  for (let length = MAX_EMOTICON_CHARS; length >= 2; length--) {
    const end = at + length;
    if (end > text.length || (end < text.length && isWordCode(text.charCodeAt(end)))) continue;
    if (emoticonWord(text.slice(at, end))) return { kind: 'emoticon', start: at, end };
  }
  return null;
}
