import { commonWords, domainWords } from './common-words.ts';
import { hashText } from './hash-text.ts';
import { placeWords } from './place-words.ts';
import { lightStem } from './stem.ts';
import { readTokens } from './telling-words.ts';
import { wordsOf } from './words.ts';

/** Hashed terms need no dictionary: memory stays fixed however long the stream runs. 2^20: 5 % of 50,000 stems collide. */
export const termBits = 20;
export const termCount = 2 ** termBits;

/** A text as the linker sees it. */
export interface TextTerms {
  /** Distinct terms, ascending. */
  terms: Uint32Array;
  /** How often each occurs, at most 255. */
  counts: Uint8Array;
  /** All words, repeats included. */
  words: number;
  /** Words and what stands between them: handles, links, emoji, lone marks. */
  pieces: number;
  /** Hash of the letters in order: equal for texts that differ in case, marks, emoji or spaces only. */
  sequence: number;
  /** Term of each word in order. */
  order: Uint32Array;
  /** The words themselves, for signatures. */
  list: readonly string[];
  /** What each word says, in order; see `telling-words.ts`. */
  tokens: Uint16Array;
}

/** Stems known so far. Bounded: words that occur once would fill it for ever. Six times as many save no time. */
const longestCache = 32_768;

/** Turns texts into terms and learns how common each term is from the stream itself. */
export class TermSpace {
  readonly #frequency = new Float32Array(termCount);
  /** In what share of all texts a word is taken to occur whatever the stream has shown: a row of `shares`. */
  readonly #share = new Uint8Array(termCount);
  readonly #cache = new Map<string, number>();
  #documents = 0;

  constructor() {
    for (const word of commonWords) this.#share[this.term(word)] = ofEveryText;
    for (const word of placeWords()) this.#share[this.term(word)] = ofPlaces;
    for (const word of domainWords) this.#share[this.term(word)] = ofElections;
  }

  term(word: string): number {
    const known = this.#cache.get(word);
    if (known !== undefined) return known;
    if (this.#cache.size >= longestCache) this.#cache.clear();
    const term = hashText(lightStem(word)) & (termCount - 1);
    this.#cache.set(word, term);
    return term;
  }

  read(text: string): TextTerms {
    const words = wordsOf(text);
    const order = new Uint32Array(words.length);
    for (let i = 0; i < words.length; i++) order[i] = this.term(words[i]!);
    const tokens = readTokens(text);
    return {
      ...countTerms(order),
      words: words.length,
      pieces: tokens.length,
      sequence: hashText(words.join('')),
      order,
      list: words,
      tokens,
    };
  }

  /** Counts a text once; re-posts are not counted, so a flood does not make its own words common. */
  learn(terms: Uint32Array): void {
    this.#documents++;
    for (const term of terms) this.#frequency[term]!++;
  }

  /** Inverse document frequency, smoothed; 0 for a term in every text. */
  weight(term: number): number {
    const documents = this.#documents + priorDocuments;
    return Math.log(
      documents / (this.#frequency[term]! + priorFrequency + shares[this.#share[term]!]! * documents),
    );
  }
}

/** Texts that the prior stands for: enough that the first items of a fresh store are weighed sensibly. */
const priorDocuments = 500;
/** A word never seen counts as seen in half a text. */
const priorFrequency = 0.5;
/** Words of every text. */
const ofEveryText = 1;
/** Names of regencies and provinces: one regency has many matters at once, and where it is said is known from the labels. */
const ofPlaces = 2;
/** Words of every text about an election: rare in a stream of chatter, yet they tell two matters not apart. */
const ofElections = 3;
/** The shares in this order; a word of no list has none. */
const shares = Float32Array.of(0, 0.2, 0.02, 0.04);

function countTerms(order: Uint32Array): { terms: Uint32Array; counts: Uint8Array } {
  const sorted = order.slice().sort();
  const terms = new Uint32Array(sorted.length);
  const counts = new Uint8Array(sorted.length);
  let length = 0;
  for (const term of sorted) {
    if (length > 0 && terms[length - 1] === term) {
      if (counts[length - 1]! < 255) counts[length - 1]!++;
    } else {
      terms[length] = term;
      counts[length++] = 1;
    }
  }
  return { terms: terms.slice(0, length), counts: counts.slice(0, length) };
}
