import { mix } from './hash-text.ts';
import { float64, int32, Ring, uint8, uint16, uint32 } from './ring.ts';
import { TermPostings } from './term-postings.ts';
import type { TextTerms } from './term-space.ts';

/** Where an item stands in the window: counts up with every item ever taken, never reused. */
export type Position = number;

const itemColumns = {
  id0: uint32,
  id1: uint32,
  id2: uint32,
  id3: uint32,
  at: float64,
  story: int32,
  original: int32,
  sequence: uint32,
  words: uint16,
  from: float64,
  length: uint16,
  tokensFrom: float64,
  tokens: uint16,
};
/** What the window tells of an item's text. */
type Told = Pick<TextTerms, 'terms' | 'counts' | 'words' | 'pieces' | 'sequence'>;

/** One row per distinct term of an item. */
const termColumns = { term: uint32, count: uint8 };
/** What each word of an item says, in order; two bytes a word. */
const tokenColumns = { token: uint16 };

/**
 * The items of the last 72 hours in typed arrays: their terms, what their words say, what they repeat, which story they
 * are in, and an inverted index from term to items, newest first. The oldest leave; nothing is moved.
 */
export class OpenWindow {
  readonly #items = new Ring(itemColumns, 4096);
  readonly #terms = new Ring(termColumns, 4096 * 16);
  readonly #tokens = new Ring(tokenColumns, 4096 * 16);
  readonly #postings = new TermPostings();
  readonly #index = new IdIndex(this);
  #peekTerms = new Uint32Array(512);
  #peekCounts = new Uint8Array(512);

  get low(): Position {
    return this.#items.low;
  }
  get high(): Position {
    return this.#items.high;
  }
  get size(): number {
    return this.#items.size;
  }
  isOpen(position: Position): boolean {
    return position >= this.#items.low && position < this.#items.high;
  }
  atOf(position: Position): number {
    return this.#items.columns.at[position & this.#items.mask]!;
  }
  /** The position of the item that founded its story. */
  storyOf(position: Position): Position {
    return this.#items.columns.story[position & this.#items.mask]!;
  }
  setStory(position: Position, story: Position): void {
    this.#items.columns.story[position & this.#items.mask] = story;
  }
  /** The item this one repeats, or itself. */
  originalOf(position: Position): Position {
    return this.#items.columns.original[position & this.#items.mask]!;
  }

  idOf(position: Position): string {
    const { id0, id1, id2, id3 } = this.#items.columns;
    const slot = position & this.#items.mask;
    return hex(id0[slot]!) + hex(id1[slot]!) + hex(id2[slot]!) + hex(id3[slot]!);
  }

  hasKey(position: Position, key: readonly number[]): boolean {
    const { id0, id1, id2, id3 } = this.#items.columns;
    const slot = position & this.#items.mask;
    return id0[slot] === key[0] && id1[slot] === key[1] && id2[slot] === key[2] && id3[slot] === key[3];
  }

  /** Where an item stands, or -1. */
  find(id: string): Position {
    return this.#index.find(parseId(id));
  }

  /** Takes an item in. Re-posts keep no terms: their original speaks for them. */
  add(id: string, at: number, terms: TextTerms, original: Position | null): Position {
    const items = this.#items;
    items.reserve(1);
    const position = items.high++;
    const slot = position & items.mask;
    const key = parseId(id);
    const columns = items.columns;
    [columns.id0[slot], columns.id1[slot], columns.id2[slot], columns.id3[slot]] = key;
    columns.at[slot] = at;
    columns.story[slot] = position;
    columns.original[slot] = original ?? position;
    columns.sequence[slot] = terms.sequence;
    columns.words[slot] = terms.words;
    columns.from[slot] = this.#terms.high;
    columns.length[slot] = original === null ? terms.terms.length : 0;
    columns.tokensFrom[slot] = this.#tokens.high;
    columns.tokens[slot] = original === null ? terms.tokens.length : 0;
    if (original === null) {
      this.#addTerms(position, terms);
      this.#addTokens(terms.tokens);
    }
    this.#index.put(key, position);
    return position;
  }

  #addTerms(position: Position, { terms, counts }: TextTerms): void {
    this.#terms.reserve(terms.length);
    const { columns, mask } = this.#terms;
    for (let i = 0; i < terms.length; i++) {
      const row = this.#terms.high++;
      const slot = row & mask;
      columns.term[slot] = terms[i]!;
      columns.count[slot] = counts[i]!;
      this.#postings.add(terms[i]!, position, this.#items.low);
    }
  }

  #addTokens(tokens: Uint16Array): void {
    this.#tokens.reserve(tokens.length);
    const { columns, mask } = this.#tokens;
    for (const token of tokens) columns.token[this.#tokens.high++ & mask] = token;
  }

  /** What the words of an item say, in order, copied; empty for a re-post. */
  tokensOf(position: Position): Uint16Array {
    const items = this.#items.columns;
    const slot = position & this.#items.mask;
    const tokens = new Uint16Array(items.tokens[slot]!);
    const { columns, mask } = this.#tokens;
    for (let i = 0; i < tokens.length; i++) tokens[i] = columns.token[(items.tokensFrom[slot]! + i) & mask]!;
    return tokens;
  }

  /** Copies the open items that hold a term, newest first, at most `most`; returns how many. */
  holders(term: number, most: number, into: Int32Array): number {
    return this.#postings.newest(term, most, this.#items.low, into);
  }

  /** What an item says, copied; empty terms for a re-post. */
  textOf(position: Position): Told {
    const items = this.#items.columns;
    const slot = position & this.#items.mask;
    const length = items.length[slot]!;
    const terms = new Uint32Array(length);
    const counts = new Uint8Array(length);
    const { columns, mask } = this.#terms;
    for (let i = 0; i < length; i++) {
      terms[i] = columns.term[(items.from[slot]! + i) & mask]!;
      counts[i] = columns.count[(items.from[slot]! + i) & mask]!;
    }
    return {
      terms,
      counts,
      words: items.words[slot]!,
      pieces: items.tokens[slot]!,
      sequence: items.sequence[slot]!,
    };
  }

  /** As `textOf`, without a copy of its own: what it gives holds until the next call. */
  peek(position: Position): Told {
    const items = this.#items.columns;
    const slot = position & this.#items.mask;
    const length = items.length[slot]!;
    const from = items.from[slot]!;
    if (this.#peekTerms.length < length) {
      this.#peekTerms = new Uint32Array(length * 2);
      this.#peekCounts = new Uint8Array(length * 2);
    }
    const { columns, mask } = this.#terms;
    for (let i = 0; i < length; i++) {
      const row = (from + i) & mask;
      this.#peekTerms[i] = columns.term[row]!;
      this.#peekCounts[i] = columns.count[row]!;
    }
    return {
      terms: this.#peekTerms.subarray(0, length),
      counts: this.#peekCounts.subarray(0, length),
      words: items.words[slot]!,
      pieces: items.tokens[slot]!,
      sequence: items.sequence[slot]!,
    };
  }

  /** Lets go of the oldest items that `isOld` names, or while more than `most` are held. */
  evict(isOld: (at: number) => boolean, most: number): void {
    const items = this.#items;
    while (items.low < items.high && (items.size > most || isOld(this.atOf(items.low)))) items.low++;
    const oldest = items.low < items.high ? items.low & items.mask : -1;
    this.#terms.low = oldest < 0 ? this.#terms.high : items.columns.from[oldest]!;
    this.#tokens.low = oldest < 0 ? this.#tokens.high : items.columns.tokensFrom[oldest]!;
  }
}

/** Open addressing from item id to position. An entry that left the window is written over, but ends no search. */
class IdIndex {
  readonly #window: OpenWindow;
  #slots = new Int32Array(8192).fill(-1);
  #used = 0;

  constructor(window: OpenWindow) {
    this.#window = window;
  }

  find(key: readonly number[]): Position {
    const mask = this.#slots.length - 1;
    for (let slot = mix(key[0]!) & mask; ; slot = (slot + 1) & mask) {
      const position = this.#slots[slot]!;
      if (position === -1) return -1;
      if (this.#window.isOpen(position) && this.#window.hasKey(position, key)) return position;
    }
  }

  put(key: readonly number[], position: Position): void {
    if (this.#used > this.#slots.length * 0.6) this.#rebuild();
    this.#insert(key[0]!, position);
  }

  #insert(first: number, position: Position): void {
    const mask = this.#slots.length - 1;
    let slot = mix(first) & mask;
    while (this.#window.isOpen(this.#slots[slot]!)) slot = (slot + 1) & mask;
    if (this.#slots[slot] === -1) this.#used++;
    this.#slots[slot] = position;
  }

  #rebuild(): void {
    const open = this.#slots.filter((position) => this.#window.isOpen(position));
    const wide = open.length > this.#slots.length * 0.3;
    this.#slots = new Int32Array(this.#slots.length * (wide ? 2 : 1)).fill(-1);
    this.#used = 0;
    for (const position of open) this.#insert(parseId(this.#window.idOf(position))[0], position);
  }
}

const hex = (word: number): string => word.toString(16).padStart(8, '0');

function parseId(id: string): [number, number, number, number] {
  const word = (from: number): number => Number.parseInt(id.slice(from, from + 8), 16) >>> 0;
  return [word(0), word(8), word(16), word(24)];
}
