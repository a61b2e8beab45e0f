import { addToHash, hashString, mix32 } from './hash.ts';

/** Most shingles a signature looks at: about 2,000 words, four times a long news article. */
const MAX_SHINGLES = 2_000;

/**
 * Hashes of all runs of `size` words (see tokenise), distinct and in ascending order. A text shorter than `size` words
 * gives one shingle of all its words, an empty text none.
 */
export function wordShingles(tokens: readonly string[], size = 5): Uint32Array {
  if (tokens.length === 0) return new Uint32Array(0);
  const hashes = new Uint32Array(Math.min(tokens.length, MAX_SHINGLES + size - 1));
  for (let i = 0; i < hashes.length; i++) hashes[i] = hashString(tokens[i] as string);
  const width = Math.min(size, hashes.length);
  const shingles = new Uint32Array(hashes.length - width + 1);
  for (let i = 0; i < shingles.length; i++) {
    let h = width;
    for (let j = 0; j < width; j++) h = addToHash(h, hashes[i + j] as number);
    shingles[i] = mix32(h);
  }
  return distinct(shingles.sort());
}

function distinct(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] as number;
  }
  return sorted.slice(0, kept);
}

/** |a ∩ b| / |a ∪ b| of two sorted, distinct sets of shingles; 0 when both are empty. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let i = 0;
  let j = 0;
  let shared = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const union = a.length + b.length - shared;
  return union === 0 ? 0 : shared / union;
}

/** |a ∩ b| / min(|a|, |b|): how much of the shorter text the longer one holds; 0 when one is empty. */
export function containment(a: Uint32Array, b: Uint32Array): number {
  const smaller = Math.min(a.length, b.length);
  if (smaller === 0) return 0;
  const similarity = jaccard(a, b);
  const shared = (similarity * (a.length + b.length)) / (1 + similarity);
  return Math.min(1, shared / smaller);
}
