import { uuidV7 } from '../domain/ids.ts';
import type { Clock, Ids } from '../ports/clock.ts';

/** A clock that stands until it is told to go on. */
export interface FixedClock extends Clock {
  advance(ms: number): void;
  set(at: number): void;
}

/** @param at epoch ms; default 27 Nov 2024, 01:00 UTC (08:00 WIB), a voting day */
export function createFixedClock(at = Date.UTC(2024, 10, 27, 1)): FixedClock {
  let now = at;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    set: (next) => {
      now = next;
    },
  };
}

/** Ids that are the same in every run. */
export function createCountingIds(clock: Clock): Ids {
  let count = 0;
  return {
    next: () => {
      const bytes = new Uint8Array(10);
      new DataView(bytes.buffer).setUint32(6, ++count);
      return uuidV7(clock.now(), bytes);
    },
  };
}
