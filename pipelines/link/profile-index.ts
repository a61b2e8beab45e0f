import { cosine, type Vector } from './likeness.ts';
import type { Profile } from './profile.ts';

/** Profiles compared in full per question. Chosen: beyond the eighth by shared weight none was ever the best. */
const compared = 8;

/** Finds the matters whose profile a text resembles. */
export class ProfileIndex {
  readonly #byTerm = new Map<number, Set<number>>();
  readonly #terms = new Map<number, number[]>();
  readonly #profiles = new Map<number, Profile>();

  /** Adds a matter or renews the terms it is found by. */
  put(matter: number, profile: Profile): void {
    this.#unlink(matter);
    const terms = profile.heaviest();
    this.#terms.set(matter, terms);
    this.#profiles.set(matter, profile);
    for (const term of terms) {
      const matters = this.#byTerm.get(term);
      if (matters === undefined) this.#byTerm.set(term, new Set([matter]));
      else matters.add(matter);
    }
  }

  remove(matter: number): void {
    this.#unlink(matter);
    this.#terms.delete(matter);
    this.#profiles.delete(matter);
  }

  /** All of them, in the order they were last put. */
  keys(): Iterable<number> {
    return this.#profiles.keys();
  }

  /** Best first; matters with equal likeness in the order of their age. */
  nearest(text: Vector): { matter: number; likeness: number }[] {
    const shared = new Map<number, number>();
    for (let i = 0; i < text.terms.length; i++) {
      const matters = this.#byTerm.get(text.terms[i]!);
      if (matters === undefined) continue;
      const weight = text.weights[i]! ** 2;
      for (const matter of matters) shared.set(matter, (shared.get(matter) ?? 0) + weight);
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, compared)
      .map(([matter]) => ({ matter, likeness: cosine(text, this.#profiles.get(matter)!.vector()) }))
      .sort((a, b) => b.likeness - a.likeness || a.matter - b.matter);
  }

  #unlink(matter: number): void {
    for (const term of this.#terms.get(matter) ?? []) {
      const matters = this.#byTerm.get(term);
      matters?.delete(matter);
      if (matters?.size === 0) this.#byTerm.delete(term);
    }
  }
}
