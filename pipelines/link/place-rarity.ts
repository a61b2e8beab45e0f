import { dayMs } from '../../shared/domain/instant.ts';

/** Days after which an item counts a third. Chosen: as long as the open window. */
const fadeMs = 3 * dayMs;
/** Items that the prior stands for. */
const prior = 20;

/**
 * Stories that a regency is taken to have before anything was seen. With 4 the first day of the sample week merged two
 * matters, with 10 none.
 */
const priorStories = 10;

/** How much it says that two texts name the same regency: much where little happens, little where much does. */
export class PlaceRarity {
  readonly #counts = new Map<string, Counter>();
  readonly #stories = new Map<string, Counter>();
  #startAt = Number.POSITIVE_INFINITY;
  readonly #all: Counter = { sum: 0, at: Number.NEGATIVE_INFINITY };

  /** @param foundsStory the item is the first of its story */
  learn(regency: string | null, at: number, foundsStory: boolean): void {
    this.#startAt = Math.min(this.#startAt, at);
    count(this.#all, at);
    if (regency === null) return;
    countOf(this.#counts, regency, at);
    if (foundsStory) countOf(this.#stories, regency, at);
  }

  /** ln of all over its own recent items. */
  of(regency: string): number {
    return Math.log((this.#all.sum + prior) / (this.#recent(this.#counts, regency) + 1));
  }

  /**
   * ln of one more than its recent stories: how much is told there at once. Stories join by words alone, so that a matter
   * which has swallowed others makes its regency look no quieter.
   */
  crowdOf(regency: string): number {
    const untold = priorStories * fade(Math.max(0, this.#all.at - this.#startAt));
    return Math.log(this.#recent(this.#stories, regency) + untold + 1);
  }

  #recent(counters: ReadonlyMap<string, Counter>, regency: string): number {
    const known = counters.get(regency);
    return known === undefined ? 0 : known.sum * fade(this.#all.at - known.at);
  }
}

interface Counter {
  sum: number;
  at: number;
}

function countOf(counters: Map<string, Counter>, regency: string, at: number): void {
  const known = counters.get(regency) ?? { sum: 0, at: Number.NEGATIVE_INFINITY };
  count(known, at);
  counters.set(regency, known);
}

const fade = (ms: number): number => Math.exp(-ms / fadeMs);

function count(counter: Counter, at: number): void {
  const later = Math.max(counter.at, at);
  counter.sum = counter.sum === 0 ? 1 : counter.sum * fade(later - counter.at) + fade(later - at);
  counter.at = later;
}
