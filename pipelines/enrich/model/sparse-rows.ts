/** Rows of weights without those that are nothing but zeros: a bit for each row, set where it is kept, and the kept ones. */
export interface SparseRows {
  marks: Uint8Array;
  rows: Int8Array;
}

/** Packs `weights.length / width` rows, a multiple of eight. */
export function packRows(weights: Int8Array, width: number): SparseRows {
  const marks = new Uint8Array(weights.length / width / 8);
  const rows = new Int8Array(weights.length);
  let kept = 0;
  for (let row = 0; row * width < weights.length; row++) {
    const own = weights.subarray(row * width, (row + 1) * width);
    if (own.every((weight) => weight === 0)) continue;
    marks[row >>> 3] = (marks[row >>> 3] as number) | (1 << (row & 7));
    rows.set(own, kept++ * width);
  }
  return { marks, rows: rows.subarray(0, kept * width) };
}

/** The opposite of packRows; undefined when there are not as many rows as marks. */
export function unpackRows({ marks, rows }: SparseRows, width: number): Int8Array | undefined {
  const weights = new Int8Array(marks.length * 8 * width);
  let kept = 0;
  for (let row = 0; row < marks.length * 8; row++) {
    if ((((marks[row >>> 3] as number) >>> (row & 7)) & 1) === 0) continue;
    const from = kept++ * width;
    const at = row * width;
    for (let i = 0; i < width; i++) weights[at + i] = rows[from + i] as number;
  }
  return kept * width === rows.length ? weights : undefined;
}
