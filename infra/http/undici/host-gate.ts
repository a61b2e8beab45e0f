import type { HostTurns } from '../../../shared/ports/host-turns.ts';

/** The part of a clock that pacing needs. */
export interface PaceClock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

interface Host {
  tail: Promise<void>;
  waiting: number;
  /** When the next request may start. */
  freeAt: number;
  backedOffUntil: number;
  refusals: number;
}

export interface HostGateOptions {
  clock: PaceClock;
  /** Pause between the end of a request and the start of the next one to the same host. */
  pauseMs: number;
  /** First back-off without a Retry-After; doubles with every further refusal. */
  backOffBaseMs: number;
  backOffMaxMs: number;
  /** Where several processes ask the same hosts. */
  turns?: HostTurns | undefined;
}

/** Above the longest that one request may take: only of a process that died is the turn taken away. */
const holdMs = 60_000;

/** Hosts remembered at most; a national run polls about 1,000. */
const maxHosts = 20_000;

/** One request at a time per host, with a pause between two, and no request at all while the host wants to be left alone. */
export function createHostGate(options: HostGateOptions) {
  const { clock } = options;
  const hosts = new Map<string, Host>();

  const hostOf = (key: string): Host => {
    let host = hosts.get(key);
    if (!host) {
      if (hosts.size >= maxHosts) forgetIdle(hosts, clock.now());
      host = { tail: Promise.resolve(), waiting: 0, freeAt: 0, backedOffUntil: 0, refusals: 0 };
      hosts.set(key, host);
    }
    return host;
  };

  /** The turn among all processes; without them it is this process's alone. */
  const inSharedTurn = async <T>(key: string, pauseMs: number, work: () => Promise<T>): Promise<T> => {
    const turn = await options.turns?.take(key, holdMs);
    if (turn === undefined) return work();
    const host = hostOf(key);
    if (turn.backedOffMs > 0)
      host.backedOffUntil = Math.max(host.backedOffUntil, clock.now() + turn.backedOffMs);
    try {
      return await work();
    } finally {
      await turn.end(pauseMs);
    }
  };

  return {
    /** Epoch milliseconds until which the host is left alone, or 0. */
    backedOffUntil(key: string): number {
      const until = hosts.get(key)?.backedOffUntil ?? 0;
      return until > clock.now() ? until : 0;
    },

    /** Runs `work` when it is this caller's turn. @param pauseMs a longer pause than usual, from Crawl-delay */
    async inTurn<T>(key: string, pauseMs: number, work: () => Promise<T>): Promise<T> {
      const host = hostOf(key);
      const before = host.tail;
      let release = (): void => {};
      host.tail = new Promise((resolve) => {
        release = resolve;
      });
      host.waiting += 1;
      await before;
      try {
        const wait = host.freeAt - clock.now();
        if (wait > 0) await clock.sleep(wait);
        return await inSharedTurn(key, Math.max(options.pauseMs, pauseMs), work);
      } finally {
        host.freeAt = clock.now() + Math.max(options.pauseMs, pauseMs);
        host.waiting -= 1;
        release();
      }
    },

    /** Notes a 403, 429 or 503. @returns when the host may be asked again */
    refused(key: string, retryAfterSeconds: number | null): number {
      const host = hostOf(key);
      host.refusals += 1;
      const doubled = options.backOffBaseMs * 2 ** Math.min(host.refusals - 1, 20);
      const wait = retryAfterSeconds === null ? doubled : retryAfterSeconds * 1000;
      host.backedOffUntil = clock.now() + Math.min(wait, options.backOffMaxMs);
      void options.turns?.backOff(key, host.backedOffUntil - clock.now());
      return host.backedOffUntil;
    },

    answered(key: string): void {
      const host = hosts.get(key);
      if (host) host.refusals = 0;
    },
  };
}

function forgetIdle(hosts: Map<string, Host>, now: number): void {
  for (const [key, host] of hosts) {
    if (host.waiting === 0 && host.freeAt <= now && host.backedOffUntil <= now) hosts.delete(key);
  }
}
