import type { Instant } from '../../shared/domain/instant.ts';
import { type Channel, keptBuckets, type SeriesView } from './series.ts';
import type { SeriesRings } from './series-rings.ts';

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

export interface RingPlace {
  key: string;
  slot: number;
  /** The running bucket, and the first one the series was seen in. */
  now: number;
  first: number;
  bucketMs: number;
}

/** One series read straight from its rings; it follows them, so it is valid until the next tick. */
export class RingView implements SeriesView {
  readonly key: string;
  readonly at: Instant;
  readonly age: number;
  readonly #rings: SeriesRings;
  readonly #slot: number;
  readonly #now: number;

  constructor(rings: SeriesRings, place: RingPlace) {
    this.key = place.key;
    this.at = place.now * place.bucketMs;
    this.age = place.now - place.first;
    this.#rings = rings;
    this.#slot = place.slot;
    this.#now = place.now;
  }

  get(channel: Channel, ago: number): number {
    const kept = ago >= 0 && ago < keptBuckets[channel];
    return kept ? this.#rings.read(this.#slot, channel, this.#now - ago) : 0;
  }

  sum(channel: Channel, ago: number, buckets: number): number {
    const end = Math.min(ago + buckets, keptBuckets[channel]);
    return end <= ago ? 0 : this.#rings.sum(this.#slot, channel, this.#now - end + 1, this.#now - ago);
  }

  history(channel: Channel, ago: number, buckets: number): Float64Array {
    const values = new Float64Array(buckets);
    for (let index = 0; index < buckets; index++)
      values[index] = this.get(channel, ago + buckets - 1 - index);
    return values;
  }

  actors(buckets: number): number {
    return this.#actorsIn(buckets).length;
  }

  outlets(buckets: number): number {
    return this.#actorsIn(buckets).filter((hash) => (hash & 1) === 1).length;
  }

  platforms(buckets: number): number {
    let bits = 0;
    for (let ago = 0; ago < buckets; ago++) bits |= this.get('platforms', ago);
    return bitCount(bits);
  }

  #actorsIn(buckets: number): number[] {
    return this.#rings.actorsOf(this.#slot, (seen) => seen > this.#now - buckets);
  }
}
