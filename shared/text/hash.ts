/**
 * 32-bit hashes over UTF-16 code units, in the manner of MurmurHash3 (public domain, A. Appleby): no string is
 * allocated, equal ranges give equal hashes on every machine. Not for secrets.
 */
const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

/** Spreads the bits of an integer over all 32 of the result (MurmurHash3's finaliser). */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Adds one unit (a character code or another hash) to a running hash; finish with {@link mix32}. */
export function addToHash(hash: number, unit: number): number {
  let k = Math.imul(unit, C1);
  k = Math.imul((k << 15) | (k >>> 17), C2);
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

/** Hash of `text.slice(start, end)`, as an unsigned 32-bit integer. */
export function hashRange(text: string, start: number, end: number, seed = 0): number {
  let h = seed | 0;
  for (let i = start; i < end; i++) h = addToHash(h, text.charCodeAt(i));
  return mix32(h ^ (end - start));
}

/** Hash of a whole string, as an unsigned 32-bit integer. */
export function hashString(text: string, seed = 0): number {
  return hashRange(text, 0, text.length, seed);
}

/** Hash of two hashes in order; `combineHashes(a, b)` differs from `combineHashes(b, a)`. */
export function combineHashes(a: number, b: number): number {
  return mix32(addToHash(addToHash(0x9747b28c, a), b));
}
