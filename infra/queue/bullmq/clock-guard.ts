import { clockAhead, type RedisConnection, wrongClock } from './connect-redis.ts';

/** What stops while the clock of this machine cannot be trusted. */
export interface ClockGuarded {
  hold(): void;
  goOn(): void;
}

/** Often enough that at most one turn is put off before it is noticed; a look costs 0.1 ms. */
const lookEveryMs = 1_000;

export interface ClockGuard {
  /** Adds one more that is to stop; it is told at once when the clock is wrong now. */
  add(guarded: ClockGuarded): void;
  stop(): void;
}

/**
 * Watches this machine's clock beside that of Redis. A process whose clock jumped would put repeating turns off for
 * everybody: it takes no more work until the clock is right again; the other processes go on.
 */
export function createClockGuard(connection: RedisConnection, told: (line: string) => void): ClockGuard {
  const guarded: ClockGuarded[] = [];
  let isWrong = false;
  const look = async (): Promise<void> => {
    const ahead = await clockAhead(connection).catch(() => null);
    if (ahead === null || isWrong === (ahead !== 0)) return; // Redis is away: nothing can be taken anyway
    isWrong = ahead !== 0;
    told(isWrong ? `${wrongClock(ahead)}; no work is taken until then` : 'the clock is right again');
    for (const one of guarded)
      if (isWrong) one.hold();
      else one.goOn();
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();
  return {
    add(one) {
      guarded.push(one);
      if (isWrong) one.hold();
    },
    stop: () => clearInterval(timer),
  };
}
