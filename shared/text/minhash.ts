import { combineHashes, mix32 } from './hash.ts';

/** Values in a signature; the error of an estimated similarity is about 1/√128 ≈ 0.09. */
export const SIGNATURE_SIZE = 128;
/** Bands and rows of the candidate keys; see bandKeys for what they find. */
export const BANDS = 32;
export const ROWS = 2;

const FACTORS = new Uint32Array(SIGNATURE_SIZE);
const OFFSETS = new Uint32Array(SIGNATURE_SIZE);
for (let i = 0; i < SIGNATURE_SIZE; i++) {
  FACTORS[i] = mix32(2 * i + 1) | 1;
  OFFSETS[i] = mix32(0x51ed270b + i);
}

/**
 * MinHash signature of a set of shingles (Broder 1997): for each of 128 fixed permutations the smallest permuted
 * value. Equal sets give equal signatures; an empty set gives an empty array, which resembles nothing.
 */
export function minhash(shingles: Uint32Array): Uint32Array {
  if (shingles.length === 0) return new Uint32Array(0);
  const signature = new Uint32Array(SIGNATURE_SIZE);
  for (let p = 0; p < SIGNATURE_SIZE; p++) {
    const factor = FACTORS[p] as number;
    const offset = OFFSETS[p] as number;
    let smallest = 0xffffffff;
    for (let i = 0; i < shingles.length; i++) {
      let h = Math.imul(shingles[i] as number, factor) + offset;
      h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
      h = (h ^ (h >>> 13)) >>> 0;
      if (h < smallest) smallest = h;
    }
    signature[p] = smallest;
  }
  return signature;
}

/** Share of equal values: an estimate of the Jaccard similarity of the two sets; 0 when one is empty. */
export function estimateJaccard(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  let equal = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) equal++;
  return equal / a.length;
}

/**
 * Candidate keys of a signature: two texts that share one key are worth comparing. With 32 bands of 2 rows a pair of
 * similarity s shares a key with probability 1 − (1 − s²)³²: 0.73 at 0.2, 0.99 at 0.37, 0.03 at 0.03. Keys of
 * different bands never collide by design. An empty signature has no keys.
 */
export function bandKeys(signature: Uint32Array, bands = BANDS, rows = ROWS): Uint32Array {
  if (signature.length < bands * rows) return new Uint32Array(0);
  const keys = new Uint32Array(bands);
  for (let band = 0; band < bands; band++) {
    let key = band + 1;
    for (let row = 0; row < rows; row++) key = combineHashes(key, signature[band * rows + row] as number);
    keys[band] = key;
  }
  return keys;
}

/** {@link bandKeys} as short strings, as the ItemIndex stores them. */
export function bandKeyStrings(signature: Uint32Array): string[] {
  return Array.from(bandKeys(signature), (key) => key.toString(36));
}
