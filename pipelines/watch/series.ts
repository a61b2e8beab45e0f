import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import { type Platform, platformSchema } from '../../shared/domain/item.ts';
import type { Stance, TargetTone, Topic } from '../../shared/domain/labels.ts';

/** What is counted: an issue by its id, or a topic, seen from one unit. */
export const issueSeries = (issueId: string, unit: string): string => `issue:${issueId}|${unit}`;
export const topicSeries = (topic: Topic, unit: string): string => `topic:${topic}|${unit}`;

/** The parts of a key made by `issueSeries` or `topicSeries`. */
export function seriesParts(key: string): { kind: 'issue' | 'topic'; subject: string; unit: string } {
  const colon = key.indexOf(':');
  const bar = key.lastIndexOf('|');
  const kind = key.slice(0, colon) === 'topic' ? 'topic' : 'issue';
  return { kind, subject: key.slice(colon + 1, bar), unit: key.slice(bar + 1) };
}

/** One item as its series see it. */
export interface Observation {
  key: string;
  at: Instant;
  /** A near-copy of a known item. */
  repost: boolean;
  tone: TargetTone;
  stance: Stance;
  /** Its hoax indication was raised. */
  indicated: boolean;
  /** It asks something, by its words: most questions are about procedure and have no stance to a claim. See `asksPlainly`. */
  asks?: boolean;
  /** It reports harm or failure, by its words, and nobody need be blamed for it. See `reportsHarm`. */
  harm?: boolean;
  /** Whoever published it: the outlet, else the account; null when unknown (it is then never counted as one more). */
  actor: string | null;
  /** Published by a newsroom: its copies are syndication, not people repeating a claim. */
  outlet: boolean;
  platform: Platform;
}

/**
 * What is counted in each hour.
 * `unique`, `positive`, `negative`: items after near-duplicate collapse. `voices`: unique items and re-posts by
 * accounts, i.e. everything but newsrooms' copies; `adverse` (negative, passing a claim on, or reporting harm), `questions` (asked without
 * blame), `favourable` (positive, or a rebuttal) and `indicated` are parts of `voices`. An indication alone is not
 * adverse: on routine notices it is raised in one of ten. `reposts`: copies by accounts; `syndicated`: copies by
 * newsrooms. `platforms` is a bit set in `platformOrder`; `actors` the distinct publishers seen in that hour.
 */
export type Channel =
  | 'voices'
  | 'unique'
  | 'negative'
  | 'positive'
  | 'reposts'
  | 'syndicated'
  | 'adverse'
  | 'questions'
  | 'favourable'
  | 'indicated'
  | 'actors'
  | 'platforms';

/**
 * Buckets kept of each channel: a fortnight and a day of volume, since a two-week baseline measured best; a week and a
 * day of tone for the jump of the negative share; two days of the rest.
 */
export const keptBuckets: Readonly<Record<Channel, number>> = {
  voices: 360,
  unique: 192,
  negative: 192,
  positive: 48,
  reposts: 48,
  syndicated: 48,
  adverse: 48,
  questions: 48,
  favourable: 48,
  indicated: 48,
  actors: 48,
  platforms: 48,
};
export const channels = Object.keys(keptBuckets) as Channel[];
/** Channels kept long enough to make a baseline, and those kept only to judge what goes on. */
export const longChannels: readonly Channel[] = channels.filter(
  (name) => keptBuckets[name] > keptBuckets.adverse,
);
export const shortChannels: readonly Channel[] = channels.filter(
  (name) => keptBuckets[name] <= keptBuckets.adverse,
);
/** How far back stored rows must reach to rebuild every ring. */
export const seriesMemoryMs = keptBuckets.voices * hourMs;

/** What became of an observation. */
export type Sighted = 'counted' | 'too_old' | 'in_future';

/** A stored hour of one series; absolute values, so that writing it twice changes nothing. */
export type HourRow = Readonly<Record<Channel, number>> & {
  key: string;
  /** Start of the bucket. */
  at: Instant;
  /** Hashes of the publishers seen last in this hour, newest first; see `actorHash`. */
  actorHashes: readonly number[];
};

/** Bit n of `platforms` is the nth platform of the schema: a new one is added at its end. */
export const platformOrder: readonly Platform[] = platformSchema.options;

/** FNV-1a over UTF-16 code units, 31 bits; the lowest bit says "outlet", 0 is kept for an empty slot. */
export function actorHash(actor: string, outlet: boolean): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < actor.length; i++) hash = Math.imul(hash ^ actor.charCodeAt(i), 0x01000193);
  const body = hash & 0x7ffffffe || 2;
  return outlet ? body | 1 : body;
}

/** What detectors may read of one series. `ago` 0 is the running bucket, 1 the one before. */
export interface SeriesView {
  key: string;
  /** Start of the running bucket. */
  at: Instant;
  /** Buckets since the first observation this store knows of; 0 when it came in the running one. */
  age: number;
  get(channel: Channel, ago: number): number;
  /** Sum over `buckets` buckets, the newest of which is `ago`. Buckets beyond the ring count 0. */
  sum(channel: Channel, ago: number, buckets: number): number;
  /** Oldest first: the `buckets` buckets before `ago` (the newest is `ago`), into a fresh array. */
  history(channel: Channel, ago: number, buckets: number): Float64Array;
  /** Distinct publishers in the last `buckets` buckets, the running one included; exact up to 16, then 16. */
  actors(buckets: number): number;
  /** Of those, newsrooms. */
  outlets(buckets: number): number;
  /** Distinct platforms, over at most 48 buckets. */
  platforms(buckets: number): number;
}
