import { type Counts, emptyCounts, type Spread } from '../../shared/domain/issue.ts';
import type { Facts } from './facts.ts';

/** Distinct authors remembered per issue; beyond it the count stands still (risk needs 3, spread a rough figure). */
const mostAuthors = 20_000;
/** Outlets told apart per issue; the rest is one more figure in `items`. */
const mostOutlets = 200;

export interface TallyDelta {
  counts: Counts;
  /** Increments, except `maxFollowers`, which is the highest seen. */
  spread: Spread;
}

const emptySpread = (): Spread => ({ authors: 0, platforms: {}, outlets: {}, areas: {}, maxFollowers: 0 });
const freshCounts = (): Counts => ({ ...emptyCounts, stance: { ...emptyCounts.stance } });

/** What came and went since the last flush, and which authors were seen. */
export class Tally {
  readonly #authors = new Map<number, number>();
  #counts = freshCounts();
  #spread = emptySpread();
  #outlets = 0;

  /** @param sign 1 for an item that came, -1 for one that a person moved away */
  add(facts: Facts, isUnique: boolean, sign: 1 | -1 = 1): void {
    const counts = this.#counts;
    counts.items += sign;
    if (isUnique) counts.unique += sign;
    counts[facts.tone] += sign;
    if (facts.criticism) counts.criticism += sign;
    if (facts.indicated) counts.indicated += sign;
    if (facts.stance !== 'none') counts.stance[facts.stance] += sign;
    counts.interactions += sign * facts.interactions;
    this.#addSpread(facts, sign);
  }

  #addSpread(facts: Facts, sign: 1 | -1): void {
    const spread = this.#spread;
    increase(spread.platforms, facts.platform, sign);
    for (const area of facts.areas) increase(spread.areas, area, sign);
    spread.maxFollowers = Math.max(spread.maxFollowers, facts.followers);
    if (facts.outlet !== null && this.#outlets < mostOutlets) {
      if (spread.outlets[facts.outlet] === undefined) this.#outlets++;
      increase(spread.outlets, facts.outlet, sign);
    }
    if (facts.author === 0) return;
    const before = this.#authors.get(facts.author) ?? 0;
    if (before === 0 && this.#authors.size >= mostAuthors) return;
    if (before + sign <= 0) this.#authors.delete(facts.author);
    else this.#authors.set(facts.author, before + sign);
    if (before === 0 && sign === 1) spread.authors++;
    if (before === 1 && sign === -1) spread.authors--;
  }

  /** The change since the call before. */
  take(): TallyDelta {
    const delta = { counts: this.#counts, spread: this.#spread };
    this.#counts = freshCounts();
    this.#spread = emptySpread();
    this.#outlets = 0;
    return delta;
  }
}

function increase(into: Record<string, number>, key: string, by: number): void {
  into[key] = (into[key] ?? 0) + by;
}
