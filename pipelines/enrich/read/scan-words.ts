/** How a word is written: all lower case, with an initial capital, or all capitals (two letters or more). */
export type LetterCase = 0 | 1 | 2;
export const lowerCase = 0;
export const initialCapital = 1;
export const allCapitals = 2;

/** A text cut into words, with what the rules need to know about each; the arrays run in parallel. */
export interface Scan {
  /** The cleaned text that `starts` and `ends` point into. */
  text: string;
  /** Lower-cased; apostrophes inside a word are gone (`ma'rang` → `marang`), hyphens part words. */
  words: readonly string[];
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
const pictographLength = (text: string, at: number): number => {
  const c = text.charCodeAt(at);
  if (c >= 0xd83c && c <= 0xd83e) return 2;
  return c >= 0x2600 && c <= 0x27bf ? 1 : 0;
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

/**
 * Cuts a text into words. Never throws; at most `maxScanLength` characters are read.
 * Linear in the length of the text.
 */
export function scanWords(source: string): Scan {
  const text = clean(source);
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const cases: LetterCase[] = [];
  const before: string[] = [];
  const sentences: number[] = [];
  let sentence = 0;
  let sentenceHasWord = false;
  let sign = ' ';
  const add = (word: string, start: number, end: number, written: LetterCase): void => {
    words.push(word);
    starts.push(start);
    ends.push(end);
    cases.push(written);
    before.push(sign);
    sentences.push(sentence);
    sentenceHasWord = true;
    sign = ' ';
  };
  for (let i = 0; i < text.length; ) {
    const c = text.charCodeAt(i);
    const pictograph = pictographLength(text, i);
    if (pictograph > 0) {
      add(text.slice(i, i + pictograph), i, i + pictograph, lowerCase);
      i += pictograph;
      continue;
    }
    if (!isWordCode(c)) {
      if (endsSentence(text, i) && sentenceHasWord && !(c === 46 && abbreviations.has(words.at(-1)!))) {
        sentence++;
        sentenceHasWord = false;
      }
      if (c !== 32) sign = text[i]!;
      i++;
      continue;
    }
    const start = i;
    let quoted = false;
    while (i < text.length) {
      const d = text.charCodeAt(i);
      if (isWordCode(d)) i++;
      else if (isApostrophe(d) && i + 1 < text.length && isWordCode(text.charCodeAt(i + 1))) {
        quoted = true;
        i++;
      } else break;
    }
    const slice = text.slice(start, i);
    const raw = quoted ? slice.replace(/['’`]s$/, '').replace(/['’`]/g, '') : slice;
    const lower = raw.toLowerCase();
    add(lower, start, i, caseOf(raw, lower));
  }
  const sentenceCount = sentenceHasWord ? sentence + 1 : sentence;
  return { text, words, starts, ends, cases, before, sentences, sentenceCount };
}
