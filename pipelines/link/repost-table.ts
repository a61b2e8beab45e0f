import { bandKeys, minhash } from '../../shared/text/minhash.ts';
import { wordShingles } from '../../shared/text/shingles.ts';
import { mix } from './term-space.ts';

/**
 * Which recent item had this text, or a band of its MinHash signature. Direct-mapped: one item per slot, the newest
 * wins, no key is kept, so a find is only a candidate and must be verified. Fixed memory: 4 bytes a slot.
 */
export class RepostTable {
  readonly #slots: Int32Array;

  /** @param bits 2^bits slots; 21 (8 MiB) holds the bands of 65,000 items, three days of KPU RI's, before half are written over */
  constructor(bits = 21) {
    this.#slots = new Int32Array(2 ** bits).fill(-1);
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
      const position = this.#slots[mix(key) & (this.#slots.length - 1)]!;
      if (position >= 0) found.add(position);
    }
    return found;
  }

  put(keys: Uint32Array, position: number): void {
    for (const key of keys) this.#slots[mix(key) & (this.#slots.length - 1)] = position;
  }
}
