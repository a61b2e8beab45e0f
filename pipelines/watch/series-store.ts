import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import {
  actorHash,
  type Channel,
  type HourRow,
  type LongChannel,
  longChannels,
  type Observation,
  platformOrder,
  type SeriesView,
  type ShortChannel,
  shortChannels,
} from './series.ts';

export interface SeriesStoreOptions {
  /** The clock's instant when the store is made. */
  at: Instant;
  /** An hour; a quarter on voting and recapitulation days at national level. */
  bucketMs?: number;
  /** Buckets kept of the long channels: a trailing week and one day to compare with. */
  longBuckets?: number;
  /** Buckets kept of the others: enough to judge a push and yesterday's. Later items are refused. */
  shortBuckets?: number;
}

export type Observed = 'counted' | 'too_old' | 'in_future';

/** Hourly counts of many series in typed rings. Not safe for two writers. */
export interface SeriesStore {
  readonly size: number;
  /** Bytes held in rings. */
  readonly bytes: number;
  /** O(1). Items older than the short ring or later than the running bucket are refused, and it says so. */
  observe(observation: Observation): Observed;
  /**
   * Moves to the bucket of `at`, clearing what falls out of the rings, and frees series that were silent for the whole
   * long ring. A clock that jumps back changes nothing.
   */
  tick(at: Instant): void;
  /** Rows changed since the last call, to be stored by key and hour. Call it before each tick. */
  takeChanged(): HourRow[];
  /** Puts stored rows back, in any order; rows outside the rings are ignored. Stored values replace counted ones. */
  load(rows: Iterable<HourRow>): void;
  view(key: string): SeriesView | null;
  /** Series with an item in the running bucket or the one before; the view is valid only during the call. */
  forEachActive(visit: (view: SeriesView) => void): void;
}

/** Exact distinct publishers up to this many: rules ask for 3 and 5, risk for 5. */
const actorSlots = 16;
/** Series per allocation: 512 × about 2 KB, so growing costs a megabyte at a time and no copy. */
const chunkSize = 512;
const maxCount = 0xffff;

interface Chunk {
  long: Uint16Array;
  short: Uint16Array;
  actors: Int32Array;
  actorBuckets: Int32Array;
}

const longIndex = new Map<Channel, number>(longChannels.map((name, index) => [name, index]));
const shortIndex = new Map<Channel, number>(shortChannels.map((name, index) => [name, index]));
const platformBit = new Map(platformOrder.map((name, index) => [name, 1 << index]));

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Channels an observation adds one to. */
function channelsOf(o: Observation): Channel[] {
  if (o.repost && o.outlet) return ['syndicated'];
  const channels: Channel[] = o.repost ? ['reposts', 'voices'] : ['unique', 'voices'];
  if (!o.repost && o.tone === 'negative') channels.push('negative');
  if (!o.repost && o.tone === 'positive') channels.push('positive');
  if (o.stance === 'bertanya' && o.tone !== 'negative') channels.push('questions');
  else if (o.stance === 'membantah' || (o.tone === 'positive' && o.stance !== 'menyebarkan'))
    channels.push('favourable');
  else if (isAdverse(o)) channels.push('adverse');
  return channels;
}

/** Speaks against KPU or passes a claim on; a raised indication counts where the stance is not known. */
const isAdverse = (o: Observation): boolean =>
  o.tone === 'negative' || o.stance === 'menyebarkan' || (o.indicated && o.stance === 'none');

class TypedSeriesStore implements SeriesStore {
  readonly #bucketMs: number;
  readonly #longBuckets: number;
  readonly #shortBuckets: number;
  readonly #slots = new Map<string, number>();
  readonly #keys: (string | null)[] = [];
  readonly #free: number[] = [];
  readonly #chunks: Chunk[] = [];
  readonly #changed = new Set<number>();
  #first = new Int32Array(chunkSize);
  #last = new Int32Array(chunkSize);
  #now: number;

  constructor(options: SeriesStoreOptions) {
    this.#bucketMs = options.bucketMs ?? hourMs;
    this.#longBuckets = options.longBuckets ?? 192;
    this.#shortBuckets = options.shortBuckets ?? 48;
    this.#now = this.#bucketOf(options.at);
  }

  get size(): number {
    return this.#slots.size;
  }

  get bytes(): number {
    const perChunk = this.#chunks[0];
    if (!perChunk) return 0;
    const { long, short, actors } = perChunk;
    return this.#chunks.length * (long.byteLength + short.byteLength + 2 * actors.byteLength);
  }

  observe(o: Observation): Observed {
    const bucket = this.#bucketOf(o.at);
    if (bucket > this.#now) return 'in_future';
    if (bucket <= this.#now - this.#shortBuckets) return 'too_old';
    const slot = this.#slotOf(o.key, bucket);
    for (const channel of channelsOf(o)) this.#add(slot, channel, bucket);
    const platforms = this.#read(slot, 'platforms', bucket) | (platformBit.get(o.platform) ?? 0);
    this.#write(slot, 'platforms', bucket, platforms);
    if (o.actor !== null && this.#seeActor(slot, actorHash(o.actor, o.outlet), bucket)) {
      this.#add(slot, 'actors', bucket);
    }
    this.#changed.add(slot * this.#longBuckets + (bucket % this.#longBuckets));
    return 'counted';
  }

  tick(at: Instant): void {
    const next = this.#bucketOf(at);
    if (next <= this.#now) return;
    const steps = Math.min(next - this.#now, this.#longBuckets);
    for (let bucket = next - steps + 1; bucket <= next; bucket++) this.#clear(bucket);
    this.#now = next;
    this.#freeSilent();
  }

  takeChanged(): HourRow[] {
    const rows: HourRow[] = [];
    for (const cell of this.#changed) {
      const slot = Math.floor(cell / this.#longBuckets);
      const bucket = this.#bucketAt(cell % this.#longBuckets);
      if (this.#keys[slot] != null && bucket > this.#now - this.#shortBuckets)
        rows.push(this.#row(slot, bucket));
    }
    this.#changed.clear();
    return rows;
  }

  load(rows: Iterable<HourRow>): void {
    for (const row of rows) {
      const bucket = this.#bucketOf(row.at);
      if (bucket > this.#now || bucket <= this.#now - this.#longBuckets) continue;
      const slot = this.#slotOf(row.key, bucket);
      for (const channel of longChannels) this.#write(slot, channel, bucket, row[channel]);
      if (bucket <= this.#now - this.#shortBuckets) continue;
      for (const channel of shortChannels) this.#write(slot, channel, bucket, row[channel]);
      for (const hash of row.actorHashes) this.#seeActor(slot, hash, bucket);
    }
  }

  view(key: string): SeriesView | null {
    const slot = this.#slots.get(key);
    return slot === undefined ? null : this.#viewOf(slot);
  }

  forEachActive(visit: (view: SeriesView) => void): void {
    for (const slot of this.#slots.values()) {
      if (this.#last[slot]! >= this.#now - 1) visit(this.#viewOf(slot));
    }
  }

  #bucketOf(at: Instant): number {
    return Math.floor(at / this.#bucketMs);
  }

  /** The bucket that a place in the long ring holds now. */
  #bucketAt(place: number): number {
    const newest = this.#now % this.#longBuckets;
    return this.#now - ((newest - place + this.#longBuckets) % this.#longBuckets);
  }

  #slotOf(key: string, bucket: number): number {
    let slot = this.#slots.get(key);
    if (slot === undefined) {
      slot = this.#free.pop() ?? this.#keys.length;
      this.#grow(slot);
      this.#slots.set(key, slot);
      this.#keys[slot] = key;
      this.#first[slot] = bucket;
      this.#last[slot] = bucket;
    }
    if (bucket < this.#first[slot]!) this.#first[slot] = bucket;
    if (bucket > this.#last[slot]!) this.#last[slot] = bucket;
    return slot;
  }

  #grow(slot: number): void {
    if (slot < this.#chunks.length * chunkSize) return;
    this.#chunks.push({
      long: new Uint16Array(chunkSize * longChannels.length * this.#longBuckets),
      short: new Uint16Array(chunkSize * shortChannels.length * this.#shortBuckets),
      actors: new Int32Array(chunkSize * actorSlots),
      actorBuckets: new Int32Array(chunkSize * actorSlots),
    });
    if (this.#first.length >= this.#chunks.length * chunkSize) return;
    this.#first = doubled(this.#first);
    this.#last = doubled(this.#last);
  }

  #cell(slot: number, channel: Channel, bucket: number): [Uint16Array, number] {
    const chunk = this.#chunks[Math.floor(slot / chunkSize)]!;
    const inChunk = slot % chunkSize;
    const long = longIndex.get(channel);
    if (long !== undefined) {
      const start = (inChunk * longChannels.length + long) * this.#longBuckets;
      return [chunk.long, start + (bucket % this.#longBuckets)];
    }
    const start = (inChunk * shortChannels.length + shortIndex.get(channel)!) * this.#shortBuckets;
    return [chunk.short, start + (bucket % this.#shortBuckets)];
  }

  #read(slot: number, channel: Channel, bucket: number): number {
    const [ring, index] = this.#cell(slot, channel, bucket);
    return ring[index]!;
  }

  #write(slot: number, channel: Channel, bucket: number, value: number): void {
    const [ring, index] = this.#cell(slot, channel, bucket);
    ring[index] = Math.min(maxCount, value);
  }

  #add(slot: number, channel: Channel, bucket: number): void {
    this.#write(slot, channel, bucket, this.#read(slot, channel, bucket) + 1);
  }

  /** True when this publisher is new to `bucket`. The slot seen longest ago gives way. */
  #seeActor(slot: number, hash: number, bucket: number): boolean {
    const { actors, actorBuckets } = this.#chunks[Math.floor(slot / chunkSize)]!;
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

  #countActors(slot: number, buckets: number, counts: (hash: number) => boolean): number {
    const { actors, actorBuckets } = this.#chunks[Math.floor(slot / chunkSize)]!;
    const start = (slot % chunkSize) * actorSlots;
    let count = 0;
    for (let index = start; index < start + actorSlots; index++) {
      const hash = actors[index]!;
      if (hash !== 0 && actorBuckets[index]! > this.#now - buckets && counts(hash)) count++;
    }
    return count;
  }

  /** Empties one column of every series, ring by ring. */
  #clear(bucket: number): void {
    const longAt = bucket % this.#longBuckets;
    const shortAt = bucket % this.#shortBuckets;
    for (const { long, short } of this.#chunks) {
      for (let index = longAt; index < long.length; index += this.#longBuckets) long[index] = 0;
      for (let index = shortAt; index < short.length; index += this.#shortBuckets) short[index] = 0;
    }
  }

  #freeSilent(): void {
    const oldest = this.#now - this.#longBuckets;
    for (const [key, slot] of this.#slots) {
      if (this.#last[slot]! > oldest) continue;
      const { actors, actorBuckets } = this.#chunks[Math.floor(slot / chunkSize)]!;
      const start = (slot % chunkSize) * actorSlots;
      actors.fill(0, start, start + actorSlots);
      actorBuckets.fill(0, start, start + actorSlots);
      this.#slots.delete(key);
      this.#keys[slot] = null;
      this.#free.push(slot);
    }
  }

  #row(slot: number, bucket: number): HourRow {
    const { actors, actorBuckets } = this.#chunks[Math.floor(slot / chunkSize)]!;
    const start = (slot % chunkSize) * actorSlots;
    const actorHashes: number[] = [];
    for (let index = start; index < start + actorSlots; index++) {
      if (actors[index] !== 0 && actorBuckets[index] === bucket) actorHashes.push(actors[index]!);
    }
    const counts = {} as Record<LongChannel | ShortChannel, number>;
    for (const channel of longChannels) counts[channel] = this.#read(slot, channel, bucket);
    for (const channel of shortChannels) counts[channel] = this.#read(slot, channel, bucket);
    return { key: this.#keys[slot]!, at: bucket * this.#bucketMs, actorHashes, ...counts };
  }

  #get(slot: number, channel: Channel, ago: number): number {
    const kept = longIndex.has(channel) ? this.#longBuckets : this.#shortBuckets;
    return ago < 0 || ago >= kept ? 0 : this.#read(slot, channel, this.#now - ago);
  }

  #viewOf(slot: number): SeriesView {
    const get = (channel: Channel, ago: number) => this.#get(slot, channel, ago);
    return {
      key: this.#keys[slot]!,
      at: this.#now * this.#bucketMs,
      age: this.#now - this.#first[slot]!,
      get,
      sum: (channel, ago, buckets) => {
        let total = 0;
        for (let index = ago; index < ago + buckets; index++) total += get(channel, index);
        return total;
      },
      history: (channel, ago, buckets) => {
        const values = new Float64Array(buckets);
        for (let index = 0; index < buckets; index++) values[index] = get(channel, ago + buckets - 1 - index);
        return values;
      },
      actors: (buckets) => this.#countActors(slot, buckets, () => true),
      outlets: (buckets) => this.#countActors(slot, buckets, (hash) => (hash & 1) === 1),
      platforms: (buckets) => {
        let bits = 0;
        for (let ago = 0; ago < buckets; ago++) bits |= get('platforms', ago);
        return bitCount(bits);
      },
    };
  }
}

function doubled(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}

/** An empty store whose running bucket is the one of `options.at`. */
export const createSeriesStore = (options: SeriesStoreOptions): SeriesStore => new TypedSeriesStore(options);
