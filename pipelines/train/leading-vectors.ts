import type { CountPairs } from './count-pairs.ts';
import { createRandom } from './random.ts';

/** Directions tried beyond those wanted, and rounds of sharpening (Halko, Martinsson and Tropp 2011). */
const SPARE = 12;
const ROUNDS = 3;
/** Sweeps of Jacobi rotations; a matrix of some 80 rows is diagonal to working precision well before. */
const SWEEPS = 12;

export interface LeadingVectors {
  /** Row-major, one row per row of the matrix, `count` columns. */
  vectors: Float64Array;
  /** Eigenvalue of each column, largest size first. */
  values: Float64Array;
}

/** The `count` leading eigenvectors of a symmetric sparse matrix, by a randomised range finder. Deterministic. */
export function leadingVectors(matrix: CountPairs, count: number, seed: number): LeadingVectors {
  const n = matrix.starts.length - 1;
  const width = Math.min(n, count + SPARE);
  const random = createRandom(seed);
  let basis = Float64Array.from({ length: n * width }, () => random() * 2 - 1);
  for (let round = 0; round < ROUNDS; round++) {
    basis = multiply(matrix, basis, width);
    orthonormalise(basis, n, width);
  }
  const image = multiply(matrix, basis, width);
  const { values, vectors: rotation } = diagonalise(innerProducts(basis, image, n, width), width);
  const order = [...values.keys()].sort(
    (a, b) => Math.abs(values[b] as number) - Math.abs(values[a] as number),
  );
  const vectors = new Float64Array(n * count);
  for (let row = 0; row < n; row++)
    for (let c = 0; c < Math.min(count, width); c++) {
      let sum = 0;
      for (let j = 0; j < width; j++)
        sum += (basis[row * width + j] as number) * (rotation[j * width + (order[c] as number)] as number);
      vectors[row * count + c] = sum;
    }
  return {
    vectors,
    values: Float64Array.from({ length: count }, (_, c) => values[order[c] as number] ?? 0),
  };
}

function multiply({ starts, columns, values }: CountPairs, by: Float64Array, width: number) {
  const n = starts.length - 1;
  const result = new Float64Array(n * width);
  for (let row = 0; row < n; row++)
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const value = values[i] as number;
      if (value === 0) continue;
      const from = (columns[i] as number) * width;
      const at = row * width;
      for (let j = 0; j < width; j++)
        result[at + j] = (result[at + j] as number) + value * (by[from + j] as number);
    }
  return result;
}

/** Gram–Schmidt on the columns, twice over for precision; a column of nothing stays zero. */
function orthonormalise(basis: Float64Array, n: number, width: number): void {
  for (let j = 0; j < width; j++) {
    for (let pass = 0; pass < 2; pass++)
      for (let i = 0; i < j; i++) {
        const overlap = columnProduct(basis, n, width, i, j);
        for (let at = 0; at < n * width; at += width)
          basis[at + j] = (basis[at + j] as number) - overlap * (basis[at + i] as number);
      }
    const norm = Math.sqrt(columnProduct(basis, n, width, j, j));
    if (norm > 0) for (let at = j; at < n * width; at += width) basis[at] = (basis[at] as number) / norm;
  }
}

function columnProduct(basis: Float64Array, n: number, width: number, i: number, j: number): number {
  let sum = 0;
  for (let at = 0; at < n * width; at += width) sum += (basis[at + i] as number) * (basis[at + j] as number);
  return sum;
}

function innerProducts(left: Float64Array, right: Float64Array, n: number, width: number): Float64Array {
  const result = new Float64Array(width * width);
  for (let at = 0; at < n * width; at += width)
    for (let i = 0; i < width; i++) {
      const own = left[at + i] as number;
      for (let j = 0; j < width; j++)
        result[i * width + j] = (result[i * width + j] as number) + own * (right[at + j] as number);
    }
  return result;
}

/** Eigenvalues and eigenvectors (columns) of a small symmetric matrix, by cyclic Jacobi rotations. */
function diagonalise(matrix: Float64Array, n: number): LeadingVectors {
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const off = matrix[p * n + q] as number;
        if (Math.abs(off) < 1e-12) continue;
        const angle =
          0.5 * Math.atan2(2 * off, (matrix[q * n + q] as number) - (matrix[p * n + p] as number));
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        rotate(matrix, p, q, c, s, n, n);
        rotate(matrix, p * n, q * n, c, s, n, 1);
        rotate(vectors, p, q, c, s, n, n);
      }
  return { vectors, values: Float64Array.from({ length: n }, (_, i) => matrix[i * n + i] as number) };
}

/** Turns two columns (step n) or two rows (step 1) into each other. */
function rotate(
  values: Float64Array,
  p: number,
  q: number,
  c: number,
  s: number,
  n: number,
  step: number,
): void {
  for (let i = 0; i < n; i++) {
    const a = values[p + i * step] as number;
    const b = values[q + i * step] as number;
    values[p + i * step] = c * a - s * b;
    values[q + i * step] = s * a + c * b;
  }
}
