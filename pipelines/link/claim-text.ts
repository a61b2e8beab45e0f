import { canonicalWord } from './claim-synonyms.ts';
import { type CloseWord, readClosely } from './close-reading.ts';
import { hashText, mix } from './hash-text.ts';
import { lightStem } from './stem.ts';
import { readStatement, type Statement } from './telling-words.ts';
import { wordsOf } from './words.ts';

/** A claim or a text as the matcher sees it. Terms are hashes; maps go from term to how often it occurs. */
export interface ClaimText {
  words: readonly string[];
  wordSet: ReadonlySet<string>;
  stems: ReadonlyMap<number, number>;
  /** Where a stem first stands, in words from the start. */
  firstAt: ReadonlyMap<number, number>;
  /** Character 3- to 5-grams within words, their edges marked. */
  grams: ReadonlyMap<number, number>;
  /** Pairs of neighbouring stems. */
  pairs: ReadonlySet<number>;
  numbers: ReadonlySet<string>;
  /** Words written with a capital, in lower case. */
  names: ReadonlySet<string>;
  isNegated: boolean;
  /** What its words say, in order, and its numbers, to tell a denial or another number from a copy. */
  statement: Statement;
  /** Its words, to lay them beside another text's. */
  closely: readonly CloseWord[];
  /** Calls something a hoax, denies or clears it up. */
  isDebunking: boolean;
}

const negations = new Set(['tidak', 'bukan', 'belum', 'tanpa', 'jangan', 'batal', 'bantah', 'membantah']);
/** In their canonical form; see `claim-synonyms.ts`. */
const debunks = new Set(
  'hoaks palsu klarifikasi bantah membantah dibantah bantahan tepis menepis fitnah disinformasi misinformasi keliru menyesatkan faktanya cekfakta turnbackhoax pelintiran suntingan rekayasa'.split(
    ' ',
  ),
);
const capitalised = /(?<![\p{L}\p{N}])\p{Lu}\p{L}{2,}/gu;
/** Distinct words read of one text; the rest of a long chain message repeats the matter. */
const mostWords = 250;

export function readClaimText(text: string): ClaimText {
  const words = wordsOf(text).slice(0, mostWords).map(canonicalWord);
  const wordSet = new Set(words);
  const stems = new Map<number, number>();
  const firstAt = new Map<number, number>();
  const pairs = new Set<number>();
  let before = 0;
  let statement: Statement | null = null;
  let closely: CloseWord[] | null = null;
  words.forEach((word, i) => {
    const stem = stemTerm(word);
    stems.set(stem, (stems.get(stem) ?? 0) + 1);
    if (!firstAt.has(stem)) firstAt.set(stem, i);
    if (i > 0) pairs.add(mix(Math.imul(before, 31) + stem));
    before = stem;
  });
  return {
    words,
    wordSet,
    stems,
    firstAt,
    grams: gramsOf(wordSet),
    pairs,
    numbers: new Set(words.filter((word) => isDigit(word.charCodeAt(0)))),
    names: new Set(
      Array.from(text.slice(0, 6_000).match(capitalised) ?? [], (name) => canonicalWord(name.toLowerCase())),
    ),
    // Read when it is asked for: five claims of thousands are compared word by word.
    get statement() {
      statement ??= readStatement(text);
      return statement;
    },
    get closely() {
      closely ??= readClosely(text);
      return closely;
    },
    isNegated: words.some((word) => negations.has(word)),
    isDebunking: words.some((word) => debunks.has(word)),
  };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const remembered = new Map<string, number>();
/** Distinct words remembered with their stems' hashes; emptied when full. */
const mostRemembered = 100_000;

export function stemTerm(word: string): number {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const term = hashText(lightStem(word));
  remembered.set(word, term);
  return term;
}

function gramsOf(words: ReadonlySet<string>): Map<number, number> {
  const grams = new Map<number, number>();
  for (const word of words) {
    const marked = ` ${word} `;
    for (let start = 0; start + 3 <= marked.length; start++) {
      let hash = 0x811c9dc5;
      for (let length = 1; length <= 5 && start + length <= marked.length; length++) {
        hash = Math.imul(hash ^ marked.charCodeAt(start + length - 1), 0x01000193);
        if (length < 3) continue;
        const gram = mix(hash);
        grams.set(gram, (grams.get(gram) ?? 0) + 1);
      }
    }
  }
  return grams;
}
