import { type Channel, channels, keptBuckets } from './series.ts';

/** Exact distinct publishers up to this many: rules ask for 3 and 5, risk for 5. */
export const actorSlots = 16;
/** Series per allocation: growing costs a megabyte at a time and copies nothing. */
const chunkSize = 512;
const maxCount = 0xffff;

interface Chunk {
  /** Channel after channel; in each, series after series; in each, its ring. */
  counts: Uint16Array;
  actors: Int32Array;
  actorBuckets: Int32Array;
}

const offsets = {} as Record<Channel, number>;
let bucketsPerSeries = 0;
for (const channel of channels) {
  offsets[channel] = bucketsPerSeries * chunkSize;
  bucketsPerSeries += keptBuckets[channel];
}

/** Counts by slot, channel and bucket, in rings of fixed length; a bucket's place is its number modulo the length. */
export class SeriesRings {
  readonly #chunks: Chunk[] = [];

  get bytes(): number {
    const bytesPerSeries = bucketsPerSeries * 2 + actorSlots * 8;
    return this.#chunks.length * chunkSize * bytesPerSeries;
  }

  /** Makes room for `slot`. */
  grow(slot: number): void {
    while (slot >= this.#chunks.length * chunkSize) {
      this.#chunks.push({
        counts: new Uint16Array(chunkSize * bucketsPerSeries),
        actors: new Int32Array(chunkSize * actorSlots),
        actorBuckets: new Int32Array(chunkSize * actorSlots),
      });
    }
  }

  read(slot: number, channel: Channel, bucket: number): number {
    return this.#chunkOf(slot).counts[this.#place(slot, channel, bucket)]!;
  }

  /** Sum over the buckets `from` to `to`, both included; all must still be in the ring. */
  sum(slot: number, channel: Channel, from: number, to: number): number {
    const { counts } = this.#chunkOf(slot);
    const length = keptBuckets[channel];
    const start = offsets[channel] + (slot % chunkSize) * length;
    let total = 0;
    let place = from % length;
    for (let bucket = from; bucket <= to; bucket++) {
      total += counts[start + place]!;
      place = place + 1 === length ? 0 : place + 1;
    }
    return total;
  }

  /** Writes at most 65,535. */
  write(slot: number, channel: Channel, bucket: number, value: number): void {
    this.#chunkOf(slot).counts[this.#place(slot, channel, bucket)] = Math.min(maxCount, value);
  }

  add(slot: number, channel: Channel, bucket: number): void {
    this.write(slot, channel, bucket, this.read(slot, channel, bucket) + 1);
  }

  /** Empties one bucket of every series: what it held fell out of the ring. */
  clear(bucket: number): void {
    for (const { counts } of this.#chunks) {
      for (const channel of channels) {
        const length = keptBuckets[channel];
        const end = offsets[channel] + chunkSize * length;
        for (let place = offsets[channel] + (bucket % length); place < end; place += length)
          counts[place] = 0;
      }
    }
  }

  /** True when this publisher is new to `bucket`. The one seen longest ago gives way. */
  seeActor(slot: number, hash: number, bucket: number): boolean {
    const { actors, actorBuckets } = this.#chunkOf(slot);
    const start = (slot % chunkSize) * actorSlots;
    let oldest = start;
    for (let index = start; index < start + actorSlots; index++) {
      if (actors[index] === hash) {
        const isNew = actorBuckets[index]! < bucket;
        if (isNew) actorBuckets[index] = bucket;
        return isNew;
      }
      if (actorBuckets[index]! < actorBuckets[oldest]!) oldest = index;
    }
    if (actorBuckets[oldest]! <= bucket) {
      actors[oldest] = hash;
      actorBuckets[oldest] = bucket;
    }
    return true;
  }

  /** Hashes of publishers last seen in a bucket that `inTime` accepts. */
  actorsOf(slot: number, inTime: (bucket: number) => boolean): number[] {
    const { actors, actorBuckets } = this.#chunkOf(slot);
    const start = (slot % chunkSize) * actorSlots;
    const found: number[] = [];
    for (let index = start; index < start + actorSlots; index++) {
      if (actors[index] !== 0 && inTime(actorBuckets[index]!)) found.push(actors[index]!);
    }
    return found;
  }

  forgetActors(slot: number): void {
    const { actors, actorBuckets } = this.#chunkOf(slot);
    const start = (slot % chunkSize) * actorSlots;
    actors.fill(0, start, start + actorSlots);
    actorBuckets.fill(0, start, start + actorSlots);
  }

  #chunkOf(slot: number): Chunk {
    return this.#chunks[Math.floor(slot / chunkSize)]!;
  }

  #place(slot: number, channel: Channel, bucket: number): number {
    const length = keptBuckets[channel];
    return offsets[channel] + (slot % chunkSize) * length + (bucket % length);
  }
}
