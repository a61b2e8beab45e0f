/** Vectors of words that stand in like places in many texts; a word is known by its hash alone, never by its letters. */
export interface WordVectors {
  dims: number;
  /** Ascending 32-bit hashes (wordHash) of the words known. */
  hashes: Uint32Array;
  /** Word-major unit vectors in steps of 1/127. */
  vectors: Int8Array;
  /** Output-major: what each dimension of a text's vector adds to each output. */
  weights: Float32Array;
}

/** The row of a word in `vectors`, or −1 for a word never seen. */
export function vectorRow(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = hashes[middle] as number;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Adds a word's vector, times `weight`, to a text's. */
export function addVector(
  sum: Float32Array,
  { vectors, dims }: Pick<WordVectors, 'vectors' | 'dims'>,
  row: number,
  weight: number,
): void {
  const at = row * dims;
  for (let d = 0; d < dims; d++) sum[d] = (sum[d] as number) + weight * (vectors[at + d] as number);
}

/** Scales a text's vector to length 1; one of nothing but zeros stays. */
export function toUnit(sum: Float32Array): void {
  let squared = 0;
  for (let d = 0; d < sum.length; d++) squared += (sum[d] as number) ** 2;
  if (squared === 0) return;
  const factor = 1 / Math.sqrt(squared);
  for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] as number) * factor;
}

/** What a text's unit vector adds to one output. Four sums in turns, so that no addition waits for the one before. */
export function vectorScore({ weights, dims }: WordVectors, vector: Float32Array, output: number): number {
  const at = output * dims;
  const quads = dims - (dims % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < quads; i += 4) {
    a += (weights[at + i] as number) * (vector[i] as number);
    b += (weights[at + i + 1] as number) * (vector[i + 1] as number);
    c += (weights[at + i + 2] as number) * (vector[i + 2] as number);
    d += (weights[at + i + 3] as number) * (vector[i + 3] as number);
  }
  for (let i = quads; i < dims; i++) a += (weights[at + i] as number) * (vector[i] as number);
  return a + b + (c + d);
}
