import { bandKeys, minhash } from '../../shared/text/minhash.ts';
import { wordShingles } from '../../shared/text/shingles.ts';
import { hashText, mix } from './hash-text.ts';

/**
 * Which recent item had this text, or a band of its MinHash signature. Two items a place, the newest win: a text and
 * the one that denies it share most bands and are both found. Eight bits of a key are kept, so a find is only a candidate
 * and must be verified. Fixed memory: 5 bytes a slot.
 */
export class RepostTable {
  readonly #slots: Int32Array;
  /** Of the key of each slot: a full table would give two strangers for every band. */
  readonly #marks: Uint8Array;

  /** @param bits 2^bits slots; 21 (10 MiB) holds the bands of 65,000 items, three days of KPU RI's, before half are written over */
  constructor(bits = 21) {
    this.#slots = new Int32Array(2 ** bits).fill(-1);
    this.#marks = new Uint8Array(2 ** bits);
  }

  keysOf(words: readonly string[], sequence: number): Uint32Array {
    const bands = bandKeys(minhash(wordShingles(words)));
    return Uint32Array.of(sequence, ...halvesOf(words), ...bands);
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

/** One word changed in the middle of twelve breaks five of eight shingles; of longer texts the bands find enough. */
const mostHalved = 20;
const leastHalved = 6;

/** Keys of the first and the second half of a short text: one changed word leaves one of them. */
function halvesOf(words: readonly string[]): number[] {
  if (words.length < leastHalved || words.length > mostHalved) return [];
  const half = words.length >> 1;
  return [hashText(`< ${words.slice(0, half).join(' ')}`), hashText(`> ${words.slice(-half).join(' ')}`)];
}

/** The highest bits, which say nothing of the place. */
const markOf = (key: number): number => mix(key) >>> 24;
