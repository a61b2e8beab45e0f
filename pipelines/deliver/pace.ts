import type { Instant } from '../../shared/domain/instant.ts';
import type { ChannelName } from '../../shared/domain/recipient.ts';

/** Keeps every channel to its rate: a bucket each that fills steadily and holds at most one second's worth. */
export interface Pace {
  /** How many of `wanted` may be sent now; they are then spent. */
  take(channel: ChannelName, perSecond: number, wanted: number, now: Instant): number;
  /** Gives back what was not used. */
  giveBack(channel: ChannelName, count: number): void;
}

interface Bucket {
  tokens: number;
  at: Instant;
}

export function createPace(): Pace {
  const buckets = new Map<ChannelName, Bucket>();
  return {
    take(channel, perSecond, wanted, now) {
      const bucket = buckets.get(channel) ?? { tokens: perSecond, at: now };
      // A clock that was set back fills nothing.
      const passedMs = Math.max(0, now - bucket.at);
      const tokens = Math.min(perSecond, bucket.tokens + (passedMs * perSecond) / 1_000);
      const given = Math.min(wanted, Math.floor(tokens));
      buckets.set(channel, { tokens: tokens - given, at: now });
      return given;
    },
    giveBack(channel, count) {
      const bucket = buckets.get(channel);
      if (bucket) bucket.tokens += count;
    },
  };
}
