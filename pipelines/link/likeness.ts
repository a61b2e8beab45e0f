import type { TermSpace } from './term-space.ts';

/** A sparse vector: terms ascending, with their weights and Euclidean length. */
export interface Vector {
  terms: Uint32Array;
  weights: Float32Array;
  norm: number;
}

export const zeroVector: Vector = { terms: new Uint32Array(0), weights: new Float32Array(0), norm: 0 };

/** 1 + ln n by n, up to the largest count that is kept. */
const sublinear = Float64Array.from({ length: 256 }, (_, n) => 1 + Math.log(n));

/**
 * TF-IDF with sublinear term frequency, weights as of now.
 * @param weights where they go; of the length of `terms`
 */
export function vectorOf(
  terms: Uint32Array,
  counts: ArrayLike<number>,
  space: TermSpace,
  weights = new Float32Array(terms.length),
): Vector {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) {
    const weight = sublinear[counts[i]!]! * space.weight(terms[i]!);
    weights[i] = weight;
    sum += weight * weight;
  }
  return { terms, weights, norm: Math.sqrt(sum) };
}

/**
 * Likeness of two texts, 0 to 1: cosine, raised by how much of the smaller text's weight the other one holds, so
 * that a headline finds the long message it is about. The two parts' shares (0.7, 0.3) were measured on paired
 * texts: cosine alone is 0.3 points of B-cubed F1 lower.
 */
export function likenessOf(a: Vector, b: Vector): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  const product = dot(a, b);
  const smaller = Math.min(a.norm, b.norm);
  return 0.7 * (product / (a.norm * b.norm)) + 0.3 * Math.min(1, product / (smaller * smaller));
}

export const cosine = (a: Vector, b: Vector): number =>
  a.norm === 0 || b.norm === 0 ? 0 : dot(a, b) / (a.norm * b.norm);

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    if (a.terms[i] === b.terms[j]) sum += a.weights[i++]! * b.weights[j++]!;
    else if (a.terms[i]! < b.terms[j]!) i++;
    else j++;
  }
  return sum;
}

/** exp(−½ (Δt/σ)²) */
export const gaussian = (distance: number, sigma: number): number => Math.exp(-0.5 * (distance / sigma) ** 2);
