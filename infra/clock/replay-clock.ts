import type { Instant } from '../../shared/domain/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';

/** A clock that follows the items of a replayed stream. */
export interface ReplayClock extends Clock {
  /** Moves on; a time before the present one changes nothing. */
  moveTo(at: Instant): void;
}

export function createReplayClock(start: Instant): ReplayClock {
  let now = start;
  return {
    now: () => now,
    moveTo(at) {
      now = Math.max(now, at);
    },
  };
}
