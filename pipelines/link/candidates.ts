import { likenessOf, type Vector, vectorOf } from './likeness.ts';
import type { OpenWindow, Position } from './open-window.ts';
import { SharedWeights } from './shared-weights.ts';
import { mostPostings } from './term-postings.ts';
import type { TermSpace } from './term-space.ts';

/** Postings read per item, in all and per term. Chosen: keeps the cost flat at any number of open items. */
const mostVisits = 1_200;
const mostPerTerm = mostPostings;
/** Items compared in full, of those that share the most weight. */
const compared = 12;

export interface Candidate {
  position: Position;
  likeness: number;
}

/** The open items most like a text: rare terms first, newest items first, a fixed budget of work. */
export class CandidateFinder {
  readonly #window: OpenWindow;
  readonly #space: TermSpace;
  readonly #shared = new SharedWeights();
  readonly #holders = new Int32Array(mostPerTerm);
  #weights = new Float32Array(512);

  constructor(window: OpenWindow, space: TermSpace) {
    this.#window = window;
    this.#space = space;
  }

  /** Best first; equal likeness in the order of arrival. */
  find(text: Vector): Candidate[] {
    this.#gather(text);
    return this.#strongest()
      .map((position) => ({ position, likeness: likenessOf(text, this.#glance(position)) }))
      .sort((a, b) => b.likeness - a.likeness || a.position - b.position);
  }

  vector(position: Position): Vector {
    const { terms, counts } = this.#window.textOf(position);
    return vectorOf(terms, counts, this.#space);
  }

  /** As `vector`, in memory that the next call writes over: most candidates are looked at once. */
  #glance(position: Position): Vector {
    const { terms, counts } = this.#window.peek(position);
    if (this.#weights.length < terms.length) this.#weights = new Float32Array(terms.length * 2);
    return vectorOf(terms, counts, this.#space, this.#weights.subarray(0, terms.length));
  }

  #gather(text: Vector): void {
    this.#shared.begin(this.#window.size);
    const weights = Array.from(text.terms, (term) => this.#space.weight(term));
    const order = weights.map((_, i) => i).sort((a, b) => weights[b]! - weights[a]! || a - b);
    let budget = mostVisits;
    for (const i of order) {
      if (budget <= 0) break;
      const most = Math.min(mostPerTerm, budget);
      const found = this.#window.holders(text.terms[i]!, most, this.#holders);
      this.#shared.add(this.#holders, found, weights[i]! ** 2);
      budget -= found;
    }
  }

  /** The `compared` items with the most shared weight: a small insertion list, no sort of thousands. */
  #strongest(): Position[] {
    const { documents, weights, count } = this.#shared;
    const best: number[] = [];
    let least = 0;
    for (let found = 0; found < count; found++) {
      const weight = weights[found]!;
      if (best.length === compared && weight <= least) continue;
      let i = best.length === compared ? compared - 1 : best.length;
      for (; i > 0 && weights[best[i - 1]!]! < weight; i--) best[i] = best[i - 1]!;
      best[i] = found;
      least = weights[best[best.length - 1]!]!;
    }
    return best.map((found) => documents[found]!);
  }
}
