import { dayMs } from '../../shared/domain/instant.ts';

/** Days after which an item counts a third. Chosen: as long as the open window. */
const fadeMs = 3 * dayMs;
/** Items that the prior stands for. */
const prior = 20;

/** How much it says that two texts name the same regency: much where little happens, little where much does. */
export class PlaceRarity {
  readonly #counts = new Map<string, { sum: number; at: number }>();
  readonly #all = { sum: 0, at: Number.NEGATIVE_INFINITY };

  learn(regency: string | null, at: number): void {
    count(this.#all, at);
    if (regency === null) return;
    const known = this.#counts.get(regency) ?? { sum: 0, at: Number.NEGATIVE_INFINITY };
    count(known, at);
    this.#counts.set(regency, known);
  }

  /** ln of all over its own recent items. */
  of(regency: string): number {
    const known = this.#counts.get(regency);
    const own = known === undefined ? 0 : known.sum * fade(this.#all.at - known.at);
    return Math.log((this.#all.sum + prior) / (own + 1));
  }
}

const fade = (ms: number): number => Math.exp(-ms / fadeMs);

function count(counter: { sum: number; at: number }, at: number): void {
  const later = Math.max(counter.at, at);
  counter.sum = counter.sum === 0 ? 1 : counter.sum * fade(later - counter.at) + fade(later - at);
  counter.at = later;
}
