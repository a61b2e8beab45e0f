import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../../shared/domain/ids.ts';
import type { Clock, Ids } from '../../shared/ports/clock.ts';

/** The machine's clock, held still when it is set back. */
export function createSystemClock(): Clock {
  let last = 0;
  return {
    now: () => {
      last = Math.max(last, Date.now());
      return last;
    },
  };
}

export const createIds = (clock: Clock): Ids => ({ next: () => uuidV7(clock.now(), randomBytes(10)) });
