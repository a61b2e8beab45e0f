import { MAX_ANALYSED_CHARS } from './limits.ts';

/** Cyrillic and Greek letters that are drawn like Latin ones; used only inside words that also hold Latin letters. */
const LOOK_ALIKES = new Map<string, string>(
  [
    ...zip('АВЕЅЗІЈКМНОРСТХУаеѕзіјорсухԁһӏԛԝѵ', 'ABES3IJKMHOPCTXYaes3ijopcyxdhlqwv'),
    ...zip('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοορνικτυγ', 'ABEZHIKMNOPTYXaooprikruy'),
  ].map(([from, to]) => [from, to] as const),
);

function zip(from: string, to: string): [string, string][] {
  const target = [...to];
  return [...from].flatMap((char, i) => (target[i] ? [[char, target[i]] as [string, string]] : []));
}

/** Accents and stacked marks, and characters that split or hide words: soft hyphen, zero-width, direction marks. */
const INVISIBLE = /[\p{M}\p{Cf}\u115f\u1160\u3164]/gu;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]/g;
const QUOTES = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4]/g;
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u00ab\u00bb]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
/** One run and one class: what looks for a letter inside a run instead reads it again from each of its letters. */
const WORD = /[\p{L}\p{N}]+/gu;
const GREEK_OR_CYRILLIC = /[\u0370-\u052f]/;
const LATIN = /[A-Za-z]/;

function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 126 || (code < 32 && code !== 10 && code !== 9)) return false;
  }
  return true;
}

/**
 * The same text in plain characters: compatibility forms (full-width, mathematical, circled letters) and accents
 * become base letters, look-alike letters inside Latin words become Latin, invisible characters vanish, control
 * characters, NUL and lone surrogates become spaces, curly quotes and dashes straight ones. Line breaks and emoji
 * stay. Only the first {@link MAX_ANALYSED_CHARS} characters are looked at.
 */
export function foldUnicode(text: string): string {
  const head = text.length > MAX_ANALYSED_CHARS ? text.slice(0, MAX_ANALYSED_CHARS) : text;
  if (isPlainAscii(head)) return head;
  const folded = head
    .replace(QUOTES, "'")
    .toWellFormed()
    .normalize('NFKD')
    .slice(0, MAX_ANALYSED_CHARS)
    .replace(INVISIBLE, '')
    .replace(CONTROLS, ' ')
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .toWellFormed();
  if (!GREEK_OR_CYRILLIC.test(folded)) return folded;
  return folded.replace(WORD, (word) =>
    GREEK_OR_CYRILLIC.test(word) && LATIN.test(word) ? latinised(word) : word,
  );
}

function latinised(word: string): string {
  let result = '';
  for (const char of word) result += LOOK_ALIKES.get(char) ?? char;
  return result;
}
