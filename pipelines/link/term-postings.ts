import { termCount } from './term-space.ts';

/**
 * Rooms by size: a term's postings lie side by side, so that reading them touches few cache lines. The last size is all
 * that is ever asked for: a commoner term keeps its newest alone, which bounds the memory of common words.
 */
const sizes: readonly number[] = [2, 4, 8, 16, 32, 64, 128, 300];
const largest = sizes.length - 1;
/** Most postings of one term that are kept, the newest. */
export const mostPostings = sizes[largest]!;

/** Inverted index from hashed term to the newest documents that hold it; documents are numbers that only grow. */
export class TermPostings {
  /** Start of a term's room in `#rooms`, plus one; 0 for none. */
  readonly #start = new Uint32Array(termCount);
  readonly #size = new Uint8Array(termCount);
  /** Postings in the room, and where the next one goes: a full room is a ring. */
  readonly #count = new Uint16Array(termCount);
  readonly #next = new Uint16Array(termCount);
  #rooms = new Int32Array(1 << 16);
  #used = 0;
  /** Rooms given back, by size. */
  readonly #free: number[][] = sizes.map(() => []);

  /** @param low the oldest document still there: older ones give way first */
  add(term: number, document: number, low: number): void {
    if (this.#start[term] === 0) this.#open(term, low);
    else if (this.#count[term] === sizes[this.#size[term]!]) this.#makeRoom(term, low);
    const size = sizes[this.#size[term]!]!;
    const next = this.#next[term]!;
    this.#rooms[this.#start[term]! - 1 + next] = document;
    this.#next[term] = next + 1 === size ? 0 : next + 1;
    if (this.#count[term]! < size) this.#count[term]!++;
  }

  /** Memory held. */
  get bytes(): number {
    return (
      this.#rooms.byteLength +
      this.#start.byteLength +
      this.#size.byteLength +
      this.#count.byteLength +
      this.#next.byteLength
    );
  }

  /** Copies the documents of a term from `low` on, newest first, at most `most`; returns how many. */
  newest(term: number, most: number, low: number, into: Int32Array): number {
    const start = this.#start[term]!;
    if (start === 0) return 0;
    const size = sizes[this.#size[term]!]!;
    const limit = Math.min(most, this.#count[term]!);
    let at = this.#next[term]!;
    for (let found = 0; found < limit; found++) {
      at = at === 0 ? size - 1 : at - 1;
      const document = this.#rooms[start - 1 + at]!;
      if (document < low) return found;
      into[found] = document;
    }
    return limit;
  }

  /** Lets go of old postings while that suffices, else moves to a larger room; the largest writes over its oldest. */
  #makeRoom(term: number, low: number): void {
    const size = this.#size[term]!;
    const oldest = this.#rooms[this.#start[term]! - 1 + this.#next[term]!]!;
    if (oldest < low || size === largest) return;
    const from = this.#start[term]! - 1;
    const count = this.#count[term]!;
    const to = this.#take(size + 1, low);
    // A full ring begins where the next one goes.
    for (let i = 0; i < count; i++)
      this.#rooms[to + i] = this.#rooms[from + ((this.#next[term]! + i) % count)]!;
    this.#free[size]!.push(from);
    this.#place(term, to, size + 1, count);
  }

  #open(term: number, low: number): void {
    this.#place(term, this.#take(0, low), 0, 0);
  }

  #place(term: number, start: number, size: number, count: number): void {
    this.#start[term] = start + 1;
    this.#size[term] = size;
    this.#count[term] = count;
    this.#next[term] = count;
  }

  #take(size: number, low: number): number {
    const free = this.#free[size]!.pop();
    if (free !== undefined) return free;
    const length = sizes[size]!;
    if (this.#used + length > this.#rooms.length) {
      this.#sweep(low);
      const swept = this.#free[size]!.pop();
      if (swept !== undefined) return swept;
      const wider = new Int32Array(this.#rooms.length * 2);
      wider.set(this.#rooms);
      this.#rooms = wider;
    }
    this.#used += length;
    return this.#used - length;
  }

  /** Takes back the rooms of terms that no open document holds any more. */
  #sweep(low: number): void {
    for (let term = 0; term < termCount; term++) {
      const start = this.#start[term]!;
      if (start === 0) continue;
      const size = sizes[this.#size[term]!]!;
      const newest = this.#rooms[start - 1 + ((this.#next[term]! + size - 1) % size)]!;
      if (this.#count[term]! > 0 && newest >= low) continue;
      this.#free[this.#size[term]!]!.push(start - 1);
      this.#start[term] = 0;
    }
  }
}
