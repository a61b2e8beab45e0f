import { bandKeys, minhash } from '../../shared/text/minhash.ts';
import { wordShingles } from '../../shared/text/shingles.ts';
import { mix } from './hash-text.ts';

/**
 * Which recent item had this text, or a band of its MinHash signature. Two items a place, the newest win: a text and
 * the one that denies it share most bands and are both found. Eight bits of a key are kept, so a find is only a candidate
 * and must be verified. Fixed memory: 5 bytes a slot.
 */
export class RepostTable {
  readonly #slots: Int32Array;
  /** Of the key of each slot: a full table would give two strangers for every band. */
  readonly #marks: Uint8Array;

  /** @param bits 2^bits slots; 21 (8 MiB) holds the bands of 65,000 items, three days of KPU RI's, before half are written over */
  constructor(bits = 21) {
    this.#slots = new Int32Array(2 ** bits).fill(-1);
    this.#marks = new Uint8Array(2 ** bits);
  }

  keysOf(words: readonly string[], sequence: number): Uint32Array {
    const bands = bandKeys(minhash(wordShingles(words)));
    const keys = new Uint32Array(bands.length + 1);
    keys[0] = sequence;
    keys.set(bands, 1);
    return keys;
  }

  candidates(keys: Uint32Array): Set<number> {
    const found = new Set<number>();
    for (const key of keys) {
      const at = this.#placeOf(key);
      for (let slot = at; slot <= at + 1; slot++)
        if (this.#slots[slot]! >= 0 && this.#marks[slot] === markOf(key)) found.add(this.#slots[slot]!);
    }
    return found;
  }

  put(keys: Uint32Array, position: number): void {
    for (const key of keys) {
      const at = this.#placeOf(key);
      if (this.#slots[at] === position && this.#marks[at] === markOf(key)) continue;
      this.#slots[at + 1] = this.#slots[at]!;
      this.#marks[at + 1] = this.#marks[at]!;
      this.#slots[at] = position;
      this.#marks[at] = markOf(key);
    }
  }

  #placeOf(key: number): number {
    return (mix(key) << 1) & (this.#slots.length - 1);
  }
}

/** The highest bits, which say nothing of the place. */
const markOf = (key: number): number => mix(key) >>> 24;
