import { SLANG } from './slang.ts';

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
};
/** What may follow the 2 of a doubled word: "anak2nya". */
const DOUBLED = /^([a-z]{2,20})2(nya|ku|mu|an|lah|kah|pun)?$/;
const LEET_WORD = /^[a-z]+(?:[01345678]{1,3}[a-z]+)+$/;

/**
 * One lower-case word in its standard form: stretched letters ("curaaang"), doubling by 2 ("orang2"), leet ("cur4ng"),
 * laughter, slang and abbreviations. May hold spaces ("gatau" → "tidak tahu"). Words outside the lists stay.
 */
export function normaliseWord(word: string): string {
  const known = SLANG.get(word);
  if (known !== undefined) return known;
  const squeezed = squeeze(word);
  const laugh = laughter(squeezed);
  if (laugh) return laugh;
  if (squeezed !== word) return SLANG.get(squeezed) ?? squeezed;
  return hasDigit(word) ? withoutDigits(word) : word;
}

/** Three or more of one letter become one; Roman numerals ("iii") and "www" stay. */
function squeeze(word: string): string {
  let run = 1;
  let longest = 1;
  for (let i = 1; i < word.length; i++) {
    run = word.charCodeAt(i) === word.charCodeAt(i - 1) && !isDigit(word.charCodeAt(i)) ? run + 1 : 1;
    if (run > longest) longest = run;
  }
  if (longest < 3 || word === 'iii' || word === 'viii' || word === 'xiii') return word;
  let result = '';
  for (let i = 0; i < word.length; ) {
    let end = i + 1;
    while (end < word.length && word[end] === word[i]) end++;
    result += end - i >= 3 && !isDigit(word.charCodeAt(i)) ? word[i] : word.slice(i, end);
    i = end;
  }
  return result;
}

const isDigit = (code: number) => code >= 48 && code <= 57;

function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isDigit(word.charCodeAt(i))) return true;
  return false;
}

function withoutDigits(word: string): string {
  const doubled = DOUBLED.exec(word);
  if (doubled) {
    const base = SLANG.get(doubled[1] as string) ?? doubled[1];
    return `${base}-${base}${doubled[2] ?? ''}`;
  }
  if (word.length < 4 || !LEET_WORD.test(word)) return word;
  let plain = '';
  for (const char of word) plain += LEET[char] ?? char;
  return SLANG.get(plain) ?? plain;
}

const LAUGHS: readonly (readonly [letters: string, word: string])[] = [
  ['wk', 'wkwk'],
  ['ha', 'haha'],
  ['he', 'hehe'],
  ['hi', 'hihi'],
  ['xi', 'hihi'],
  ['ko', 'wkwk'],
  ['awok', 'wkwk'],
];

const LAUGH_LETTERS = new Set(
  LAUGHS.flatMap(([letters]) => [...letters].map((letter) => letter.charCodeAt(0))),
);

function mayLaugh(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (!LAUGH_LETTERS.has(word.charCodeAt(i))) return false;
  return true;
}

/** `haha`, `hehe`, `hihi` or `wkwk` for laughter of any length, else null. */
function laughter(word: string): string | null {
  if (word.length < 4 || !mayLaugh(word)) return null;
  for (const [letters, standard] of LAUGHS) {
    let only = true;
    let distinct = 0;
    for (const letter of letters) if (word.includes(letter)) distinct++;
    for (let i = 0; only && i < word.length; i++) only = letters.includes(word[i] as string);
    if (only && distinct === letters.length) return standard;
  }
  return null;
}
