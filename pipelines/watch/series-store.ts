import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import { RingView } from './ring-view.ts';
import {
  actorHash,
  type Channel,
  channels,
  type HourRow,
  keptBuckets,
  type Observation,
  platformOrder,
  type SeriesView,
  type Sighted,
} from './series.ts';
import { SeriesRings } from './series-rings.ts';

export interface SeriesStoreOptions {
  /** The clock's instant when the store is made. */
  at: Instant;
  /** An hour; a quarter on voting and recapitulation days at national level. */
  bucketMs?: number;
}

/** Counts of many series in typed rings. Not safe for two writers. */
export interface SeriesStore {
  readonly size: number;
  /** Bytes held in rings. */
  readonly bytes: number;
  /** O(1). Items older than the short rings or later than the running bucket are refused, and it says so. */
  observe(observation: Observation): Sighted;
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

const longest = keptBuckets.voices;
const shortest = keptBuckets.adverse;
const platformBit = new Map(platformOrder.map((name, index) => [name, 1 << index]));

/** Speaks against KPU, passes a claim on, or reports that something went wrong. */
const isAdverse = ({ tone, stance, harm }: Observation): boolean =>
  tone === 'negative' || stance === 'menyebarkan' || harm === true;

/** Rebuttals and praise are never adverse, whatever the words in them. */
const isFavourable = ({ tone, stance }: Observation): boolean =>
  stance === 'membantah' || (tone === 'positive' && stance !== 'menyebarkan');

/** Channels an observation adds one to. */
function channelsOf(o: Observation): Channel[] {
  if (o.repost && o.outlet) return ['syndicated'];
  const found: Channel[] = o.repost ? ['reposts', 'voices'] : ['unique', 'voices'];
  if (!o.repost && o.tone === 'negative') found.push('negative');
  if (!o.repost && o.tone === 'positive') found.push('positive');
  if (o.indicated) found.push('indicated');
  const asks = o.stance === 'bertanya' || (o.asks === true && o.stance === 'none');
  if (asks && o.tone !== 'negative') found.push('questions');
  else if (isFavourable(o)) found.push('favourable');
  else if (isAdverse(o)) found.push('adverse');
  return found;
}

class TypedSeriesStore implements SeriesStore {
  readonly #bucketMs: number;
  readonly #slots = new Map<string, number>();
  readonly #keys: (string | null)[] = [];
  readonly #first: number[] = [];
  readonly #last: number[] = [];
  readonly #free: number[] = [];
  readonly #rings = new SeriesRings();
  readonly #changed = new Set<number>();
  #now: number;

  constructor(options: SeriesStoreOptions) {
    this.#bucketMs = options.bucketMs ?? hourMs;
    this.#now = this.#bucketOf(options.at);
  }

  get size(): number {
    return this.#slots.size;
  }

  get bytes(): number {
    return this.#rings.bytes;
  }

  observe(o: Observation): Sighted {
    const bucket = this.#bucketOf(o.at);
    if (bucket > this.#now) return 'in_future';
    if (bucket <= this.#now - shortest) return 'too_old';
    const slot = this.#slotOf(o.key, bucket);
    for (const channel of channelsOf(o)) this.#rings.add(slot, channel, bucket);
    const platforms = this.#rings.read(slot, 'platforms', bucket) | (platformBit.get(o.platform) ?? 0);
    this.#rings.write(slot, 'platforms', bucket, platforms);
    if (o.actor !== null && this.#rings.seeActor(slot, actorHash(o.actor, o.outlet), bucket)) {
      this.#rings.add(slot, 'actors', bucket);
    }
    this.#changed.add(slot * shortest + (bucket % shortest));
    return 'counted';
  }

  tick(at: Instant): void {
    const next = this.#bucketOf(at);
    if (next <= this.#now) return;
    const steps = Math.min(next - this.#now, longest);
    for (let bucket = next - steps + 1; bucket <= next; bucket++) this.#rings.clear(bucket);
    this.#now = next;
    this.#freeSilent();
  }

  takeChanged(): HourRow[] {
    const rows: HourRow[] = [];
    for (const cell of this.#changed) {
      const slot = Math.floor(cell / shortest);
      const ago = ((this.#now % shortest) - (cell % shortest) + shortest) % shortest;
      if (this.#keys[slot] != null) rows.push(this.#row(slot, this.#now - ago));
    }
    this.#changed.clear();
    return rows;
  }

  load(rows: Iterable<HourRow>): void {
    for (const row of rows) {
      const bucket = this.#bucketOf(row.at);
      if (bucket > this.#now || bucket <= this.#now - longest) continue;
      const slot = this.#slotOf(row.key, bucket);
      for (const channel of channels) {
        if (bucket > this.#now - keptBuckets[channel]) this.#rings.write(slot, channel, bucket, row[channel]);
      }
      for (const hash of row.actorHashes) this.#rings.seeActor(slot, hash, bucket);
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

  #slotOf(key: string, bucket: number): number {
    let slot = this.#slots.get(key);
    if (slot === undefined) {
      slot = this.#free.pop() ?? this.#keys.length;
      this.#rings.grow(slot);
      this.#slots.set(key, slot);
      this.#keys[slot] = key;
      this.#first[slot] = bucket;
      this.#last[slot] = bucket;
    }
    this.#first[slot] = Math.min(this.#first[slot]!, bucket);
    this.#last[slot] = Math.max(this.#last[slot]!, bucket);
    return slot;
  }

  /** A series that was silent for the whole long ring has only zeros in it: its place goes to the next new one. */
  #freeSilent(): void {
    for (const [key, slot] of this.#slots) {
      if (this.#last[slot]! > this.#now - longest) continue;
      this.#rings.forgetActors(slot);
      this.#slots.delete(key);
      this.#keys[slot] = null;
      this.#free.push(slot);
    }
  }

  #row(slot: number, bucket: number): HourRow {
    const counts = {} as Record<Channel, number>;
    for (const channel of channels) counts[channel] = this.#rings.read(slot, channel, bucket);
    const actorHashes = this.#rings.actorsOf(slot, (seen) => seen === bucket);
    return { key: this.#keys[slot]!, at: bucket * this.#bucketMs, actorHashes, ...counts };
  }

  #viewOf(slot: number): SeriesView {
    const place = {
      key: this.#keys[slot]!,
      slot,
      now: this.#now,
      first: this.#first[slot]!,
      bucketMs: this.#bucketMs,
    };
    return new RingView(this.#rings, place);
  }
}

/** An empty store whose running bucket is the one of `options.at`. */
export const createSeriesStore = (options: SeriesStoreOptions): SeriesStore => new TypedSeriesStore(options);
