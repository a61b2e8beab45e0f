import { canonicalWord } from './claim-synonyms.ts';
import { alikeWords, leaningWords, lightWords, longestPhrase, otherThings, phrases } from './close-words.ts';
import { hashText } from './hash-text.ts';
import { numberAt } from './number-words.ts';
import { lightStem } from './stem.ts';
import { isMark, wordsIn } from './written-words.ts';

/** A word of a text that is laid beside another's. */
export interface CloseWord {
  /** As it is shown: small letters, abbreviations written out. */
  word: string;
  /** Equal for words that stand for each other: spellings, forms of one stem, numbers, synonyms. */
  key: number;
  /** May be left out or added. */
  isLight: boolean;
  /** What a light word leans on: two of other kinds do not stand for each other; null for most. */
  leaning: string | null;
  isNumber: boolean;
  /** Of a hashtag: no part of the sentence. */
  isTagged: boolean;
  /** With a capital that begins no sentence. */
  isName: boolean;
  /** A sentence or part of one ends with it, as far as marks tell. */
  ends: boolean;
}

const mostCharacters = 6_000;
const mostWords = 400;
const endsPart = /[.:!?;,)"”’…|\]–—-]$/u;
const beginsPart = /^["“‘([]/u;
const isCapital = /^\p{Lu}\p{Ll}/u;

interface Written {
  word: string;
  isTagged: boolean;
  isName: boolean;
  ends: boolean;
}

/** Reads a text's words for laying them beside another's; at most 400. */
export function readClosely(text: string): CloseWord[] {
  const written = shortened(writtenWords(text));
  const plain = written.map(({ word }) => word);
  const read: CloseWord[] = [];
  for (let at = 0; at < written.length; ) {
    const own = written[at]!;
    const number = own.isTagged ? null : numberAt(plain, at);
    const length = number?.length ?? 1;
    const { ends } = written[at + length - 1]!;
    const word =
      number === null
        ? closeWord(own)
        : closeNumber({ ...own, word: plain.slice(at, at + length).join(' '), ends }, number.value);
    // "Komisi Pemilihan Umum (KPU)" says it once.
    const last = read.at(-1);
    if (last?.key === word.key && last.isTagged === word.isTagged) last.ends ||= ends;
    else read.push(word);
    at += length;
  }
  return read;
}

function writtenWords(text: string): Written[] {
  const words: Written[] = [];
  const end = (): void => {
    const last = words.at(-1);
    if (last) last.ends = true;
  };
  for (const line of text.slice(0, mostCharacters).split('\n')) {
    for (const written of line.split(/\s+/)) {
      if (written === '') continue;
      if (words.length >= mostWords) return words;
      const isTagged = written.startsWith('#');
      if (isTagged || isMark.test(written) || beginsPart.test(written)) end();
      const isName = isCapital.test(written) && words.at(-1)?.ends === false;
      for (const word of wordsIn(written))
        if (!word.startsWith('emoji_')) words.push({ word, isTagged, isName, ends: false });
      if (isTagged || endsPart.test(written)) end();
    }
    end();
  }
  return words;
}

/** "Tempat pemungutan suara" is "tps". */
function shortened(words: readonly Written[]): Written[] {
  const short: Written[] = [];
  for (let at = 0; at < words.length; ) {
    const [word, length] = phraseAt(words, at);
    const last = words[at + length - 1]!;
    short.push(length === 1 ? last : { ...last, word: word! });
    at += length;
  }
  return short;
}

function phraseAt(words: readonly Written[], at: number): [word: string | null, length: number] {
  for (let length = Math.min(longestPhrase, words.length - at); length > 1; length--) {
    const written = words.slice(at, at + length);
    const word = phrases.get(written.map((one) => one.word).join(' '));
    if (word !== undefined) return [word, length];
  }
  return [null, 1];
}

const closeNumber = (own: Written, value: string): CloseWord => ({
  ...own,
  key: hashText(`#${value}`),
  isLight: false,
  leaning: null,
  isNumber: true,
});

const closeWord = (own: Written): CloseWord => {
  const leaning = leaningWords.get(own.word) ?? null;
  return {
    ...own,
    key: keyOf(own.word),
    isLight: leaning !== null || lightWords.has(own.word),
    leaning,
    isNumber: false,
  };
};

const keys = new Map<string, number>();
const mostKeys = 100_000;

function keyOf(word: string): number {
  const known = keys.get(word);
  if (known !== undefined) return known;
  if (keys.size >= mostKeys) keys.clear();
  const base = withoutClitic(word);
  const same = alikeWords.get(word) ?? leaningWords.get(word) ?? alikeWords.get(base);
  const stood = otherThings.has(base) ? base : canonicalWord(canonicalWord(word) === word ? base : word);
  const key = hashText(same ?? `${lightStem(stood)}${voiceOf(base)}`);
  keys.set(word, key);
  return key;
}

const leastBase = 4;
const withoutClitic = (word: string): string =>
  word.endsWith('nya') && word.length >= leastBase + 3 ? word.slice(0, -3) : word;

/**
 * Forms of one stem stand for each other, except who does it for whom it is done to: "memecat", "dipecat", "pemecat".
 * "Pecat" and "pemecatan" say as much as "memecat".
 */
function voiceOf(word: string): '' | '-' | '+' {
  if (lightStem(word) === word) return '';
  if (/^(?:di|ter)[a-z]/.test(word)) return '-';
  return /^pe[a-z]/.test(word) && !word.endsWith('an') ? '+' : '';
}
