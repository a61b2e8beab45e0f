import type { LastingWord } from './kept-at-word.ts';
import { type ReadPiece, rememberPieces } from './remember-pieces.ts';

/** How a word is written: all lower case, with an initial capital, or all capitals (two letters or more). */
export type LetterCase = 0 | 1 | 2;
export const lowerCase = 0;
export const initialCapital = 1;
export const allCapitals = 2;

/** A word as it is written somewhere, remembered from text to text. */
export interface ScanWord extends LastingWord, ReadPiece {
  readonly word: string;
  readonly written: LetterCase;
}

/** A text cut into words, with what the rules need to know about each; the arrays run in parallel. */
export interface Scan {
  /** The cleaned text that `starts` and `ends` point into. */
  text: string;
  /** Lower-cased; apostrophes inside a word are gone (`ma'rang` → `marang`), hyphens part words. */
  words: readonly string[];
  /** What is remembered of each of them. */
  lasting: readonly ScanWord[];
  starts: readonly number[];
  ends: readonly number[];
  cases: readonly LetterCase[];
  /** The sign just before the word where it matters: `#`, `@`, `,`, `"`, `(` …; a space where there is none. */
  before: readonly string[];
  /** Number of the sentence that the word is in, from 0. */
  sentences: readonly number[];
  sentenceCount: number;
}

/** Longest part of a text that is analysed. Chosen: twice a long news article; keeps 1 MB of any signs under 50 ms. */
export const maxScanLength = 10_000;

const hidden =
  /[\ufe00-\ufe0f]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0000-\u0008\u000e-\u001f]/g;
const nonAscii = /[^\t\n\r\x20-\x7e]/;

/** Compatibility forms (full-width, mathematical letters) become plain ones; hidden and control signs go. */
const clean = (text: string): string => {
  const cut = text.length > maxScanLength ? text.slice(0, maxScanLength) : text;
  return nonAscii.test(cut)
    ? cut.toWellFormed().normalize('NFKC').replace(hidden, '').slice(0, maxScanLength)
    : cut;
};

const isAsciiWord = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57);
const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;
const isWordCode = (c: number): boolean =>
  c < 128 ? isAsciiWord(c) : letterOrDigit.test(String.fromCharCode(c));
/** Pictographs: each counts as a word of its own, so that lexicons can name it. */
const pictographLength = (c: number): number => {
  if (c < 0x2600) return 0;
  if (c >= 0xd83c && c <= 0xd83e) return 2;
  return c <= 0x27bf ? 1 : 0;
};
const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019 || c === 0x60;

const caseOf = (raw: string, lower: string): LetterCase => {
  if (raw === lower) return lowerCase;
  return raw.length > 1 && raw === raw.toUpperCase() ? allCapitals : initialCapital;
};

/** True for a sign that ends a sentence: a full stop only before a blank, so that 1.200 and kpu.go.id stay whole. */
const endsSentence = (text: string, at: number): boolean => {
  const c = text.charCodeAt(at);
  if (c === 10 || c === 33 || c === 63) return true;
  return c === 46 && (at + 1 >= text.length || text.charCodeAt(at + 1) <= 32);
};

/** Words before a full stop that do not end a sentence. */
const abbreviations = new Set([
  'kab',
  'kec',
  'kel',
  'jl',
  'no',
  'dr',
  'prof',
  'ds',
  'dsn',
  'tgl',
  'hlm',
  'rp',
  'h',
  'hj',
]);

/** Words remembered as they are written, in about 2 MB: what a day of posts says again and again. */
const mostRemembered = 16_384;
const readWord = rememberPieces(mostRemembered, (piece): ScanWord => {
  const raw = piece.replace(/['’`]s$/, '').replace(/['’`]/g, '');
  const word = raw.toLowerCase();
  return { piece, word, written: caseOf(raw, word), kept: null };
});

/** What was read of the text before the last, overwritten: arrays that need not grow anew for each text. */
const held = {
  words: [] as string[],
  lasting: [] as ScanWord[],
  starts: [] as number[],
  ends: [] as number[],
  cases: [] as LetterCase[],
  before: [] as string[],
  sentences: [] as number[],
};

/** The end of the word that begins at `start`: letters, digits, and apostrophes between them. */
function wordEnd(text: string, start: number): number {
  let i = start + 1;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isWordCode(c)) continue;
    if (!isApostrophe(c) || i + 1 >= text.length || !isWordCode(text.charCodeAt(i + 1))) break;
  }
  return i;
}

/**
 * Cuts a text into words. Never throws; at most `maxScanLength` characters are read.
 * Linear in the length of the text.
 */
export function scanWords(source: string): Scan {
  const text = clean(source);
  const { words, lasting, starts, ends, cases, before, sentences } = held;
  let n = 0;
  let sentence = 0;
  let sentenceHasWord = false;
  let sign = ' ';
  for (let i = 0; i < text.length; ) {
    const c = text.charCodeAt(i);
    const pictograph = pictographLength(c);
    if (pictograph === 0 && !isWordCode(c)) {
      if (sentenceHasWord && endsSentence(text, i) && !(c === 46 && abbreviations.has(words[n - 1]!))) {
        sentence++;
        sentenceHasWord = false;
      }
      if (c !== 32) sign = text[i]!;
      i++;
      continue;
    }
    const end = pictograph > 0 ? i + pictograph : wordEnd(text, i);
    const read = readWord(text, i, Math.min(end, text.length));
    lasting[n] = read;
    words[n] = read.word;
    starts[n] = i;
    ends[n] = end;
    cases[n] = read.written;
    before[n] = sign;
    sentences[n] = sentence;
    n++;
    sentenceHasWord = true;
    sign = ' ';
    i = end;
  }
  return {
    text,
    words: words.slice(0, n),
    lasting: lasting.slice(0, n),
    starts: starts.slice(0, n),
    ends: ends.slice(0, n),
    cases: cases.slice(0, n),
    before: before.slice(0, n),
    sentences: sentences.slice(0, n),
    sentenceCount: sentenceHasWord ? sentence + 1 : sentence,
  };
}
