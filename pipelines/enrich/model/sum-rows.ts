/** What a stored weight means before its output's scale: finer steps near zero, where most weights are. */
export const CURVE = Float32Array.from({ length: 256 }, (_, i) => {
  const q = (i - 128) / 127;
  return Math.sign(q) * q * q;
});

/** The same by the weight's byte read without its sign, at double width: what a loop adds without turning it round. */
const byByte = Float64Array.from({ length: 256 }, (_, byte) => CURVE[(byte + 128) & 255] as number);

/** Stored weights, each row's outputs side by side. */
export interface WeightRows {
  /** The weights' bytes, read without their sign. */
  readonly bytes: Uint8Array;
  readonly outputs: number;
}

export function weightRows(weights: Int8Array, outputs: number): WeightRows {
  return { bytes: new Uint8Array(weights.buffer, weights.byteOffset, weights.length), outputs };
}

/**
 * Sums the weights of the first `count` rows for the outputs `from` to `to` into `sums`. Each output's sum is rounded
 * to single precision at every step, in the order of the rows; it stays in a register until it is whole, several
 * outputs at once so that no addition waits for the one before.
 */
export function sumRows(
  sums: Float32Array,
  rows: WeightRows,
  buckets: Uint32Array,
  count: number,
  from: number,
  to: number,
): void {
  let o = from;
  for (; o + 6 <= to; o += 6) sumSix(sums, rows, buckets, count, o);
  for (; o + 3 <= to; o += 3) sumThree(sums, rows, buckets, count, o);
  for (; o < to; o++) sumOne(sums, rows, buckets, count, o);
}

function sumSix(
  sums: Float32Array,
  { bytes, outputs }: WeightRows,
  buckets: Uint32Array,
  count: number,
  o: number,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  for (let i = 0; i < count; i++) {
    const at = (buckets[i] as number) * outputs + o;
    a = Math.fround(a + (byByte[bytes[at] as number] as number));
    b = Math.fround(b + (byByte[bytes[at + 1] as number] as number));
    c = Math.fround(c + (byByte[bytes[at + 2] as number] as number));
    d = Math.fround(d + (byByte[bytes[at + 3] as number] as number));
    e = Math.fround(e + (byByte[bytes[at + 4] as number] as number));
    f = Math.fround(f + (byByte[bytes[at + 5] as number] as number));
  }
  sums[o] = a;
  sums[o + 1] = b;
  sums[o + 2] = c;
  sums[o + 3] = d;
  sums[o + 4] = e;
  sums[o + 5] = f;
}

function sumThree(
  sums: Float32Array,
  { bytes, outputs }: WeightRows,
  buckets: Uint32Array,
  count: number,
  o: number,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  for (let i = 0; i < count; i++) {
    const at = (buckets[i] as number) * outputs + o;
    a = Math.fround(a + (byByte[bytes[at] as number] as number));
    b = Math.fround(b + (byByte[bytes[at + 1] as number] as number));
    c = Math.fround(c + (byByte[bytes[at + 2] as number] as number));
  }
  sums[o] = a;
  sums[o + 1] = b;
  sums[o + 2] = c;
}

function sumOne(
  sums: Float32Array,
  { bytes, outputs }: WeightRows,
  buckets: Uint32Array,
  count: number,
  o: number,
): void {
  let a = 0;
  for (let i = 0; i < count; i++)
    a = Math.fround(a + (byByte[bytes[(buckets[i] as number) * outputs + o] as number] as number));
  sums[o] = a;
}
