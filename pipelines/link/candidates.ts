import { likenessOf, type Vector, vectorOf } from './likeness.ts';
import type { OpenWindow, Position } from './open-window.ts';
import type { TermSpace } from './term-space.ts';

/** Postings read per item, in all and per term. Chosen: keeps the cost flat at any number of open items. */
const mostVisits = 1_200;
const mostPerTerm = 300;
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
  #shared = new Float32Array(4096);
  #touched: Position[] = [];
  #weights = new Float32Array(512);

  constructor(window: OpenWindow, space: TermSpace) {
    this.#window = window;
    this.#space = space;
  }

  /** Best first; equal likeness in the order of arrival. */
  find(text: Vector): Candidate[] {
    this.#gather(text);
    const best = this.#strongest();
    for (const position of this.#touched) this.#shared[position & (this.#shared.length - 1)] = 0;
    this.#touched = [];
    return best
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
    if (this.#shared.length < this.#window.size * 2) {
      this.#shared = new Float32Array(2 ** Math.ceil(Math.log2(this.#window.size * 2 + 1)));
    }
    const weights = Array.from(text.terms, (term) => this.#space.weight(term));
    const order = weights.map((_, i) => i).sort((a, b) => weights[b]! - weights[a]! || a - b);
    let budget = mostVisits;
    for (const i of order) {
      if (budget <= 0) break;
      const most = Math.min(mostPerTerm, budget);
      budget -= this.#window.gather(text.terms[i]!, most, weights[i]! ** 2, this.#shared, this.#touched);
    }
  }

  /** The `compared` items with the most shared weight: a small insertion list, no sort of thousands. */
  #strongest(): Position[] {
    const mask = this.#shared.length - 1;
    const best: Position[] = [];
    let least = 0;
    for (const position of this.#touched) {
      const weight = this.#shared[position & mask]!;
      if (best.length === compared && weight <= least) continue;
      let i = best.length === compared ? compared - 1 : best.length;
      for (; i > 0 && this.#shared[best[i - 1]! & mask]! < weight; i--) best[i] = best[i - 1]!;
      best[i] = position;
      least = this.#shared[best[best.length - 1]! & mask]!;
    }
    return best;
  }
}
