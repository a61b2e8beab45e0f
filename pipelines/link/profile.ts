import type { Vector } from './likeness.ts';

/** Terms kept of a profile, and when it is cut back to them. Chosen: a matter's retellings share about a hundred. */
const keptTerms = 160;
const cutAt = 320;
/** Heaviest terms by which a profile is found. */
const findTerms = 32;

/** The words of a whole matter: the sum of its unique items' unit vectors. */
export class Profile {
  readonly #sum = new Map<number, number>();
  #vector: Vector | null = null;
  #members = 0;

  get members(): number {
    return this.#members;
  }

  add(item: Vector, sign: 1 | -1 = 1): void {
    if (item.norm === 0) return;
    this.#members += sign;
    this.#vector = null;
    for (let i = 0; i < item.terms.length; i++) {
      const term = item.terms[i]!;
      const weight = (this.#sum.get(term) ?? 0) + (sign * item.weights[i]!) / item.norm;
      if (weight > 1e-6) this.#sum.set(term, weight);
      else this.#sum.delete(term);
    }
    if (this.#sum.size > cutAt) this.#cut();
  }

  addAll(other: Profile): void {
    this.#members += other.#members;
    this.#vector = null;
    for (const [term, weight] of other.#sum) this.#sum.set(term, (this.#sum.get(term) ?? 0) + weight);
    if (this.#sum.size > cutAt) this.#cut();
  }

  vector(): Vector {
    if (this.#vector !== null) return this.#vector;
    const terms = Uint32Array.from(this.#sum.keys()).sort();
    const weights = new Float32Array(terms.length);
    let sum = 0;
    for (let i = 0; i < terms.length; i++) {
      weights[i] = this.#sum.get(terms[i]!)!;
      sum += weights[i]! ** 2;
    }
    this.#vector = { terms, weights, norm: Math.sqrt(sum) };
    return this.#vector;
  }

  /** The heaviest terms, by which the matter is looked up. */
  heaviest(): number[] {
    return this.#byWeight().slice(0, findTerms);
  }

  #cut(): void {
    for (const term of this.#byWeight().slice(keptTerms)) this.#sum.delete(term);
  }

  #byWeight(): number[] {
    return [...this.#sum].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([term]) => term);
  }
}
