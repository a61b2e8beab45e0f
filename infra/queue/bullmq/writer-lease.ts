import { randomUUID } from 'node:crypto';
import type { RedisConnection } from './connect-redis.ts';

export interface LeaseSettings {
  connection: RedisConnection;
  key: string;
  leaseMs: number;
  gained(): void;
  /** Somebody else may have it from now on. */
  lost(): void;
}

const renewScript = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`;
const releaseScript = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

/**
 * Held by one process at a time and kept as long as it lives. A single writer keeps what it knows in memory: if jobs
 * went to a different process each time, each would have to rebuild it.
 */
export class WriterLease {
  readonly #settings: LeaseSettings;
  readonly #token = randomUUID();
  readonly #timer: NodeJS.Timeout;
  #held = false;
  #stopped = false;

  constructor(settings: LeaseSettings) {
    this.#settings = settings;
    this.#timer = setInterval(() => void this.#turn(), settings.leaseMs / 3);
    this.#timer.unref();
    void this.#turn();
  }

  async #turn(): Promise<void> {
    const { connection, key, leaseMs, gained, lost } = this.#settings;
    try {
      const holds = this.#held
        ? (await connection.eval(renewScript, 1, key, this.#token, leaseMs)) === 1
        : (await connection.set(key, this.#token, 'PX', leaseMs, 'NX')) === 'OK';
      if (this.#stopped || holds === this.#held) return;
      this.#held = holds;
      if (holds) gained();
      else lost();
    } catch {
      // Redis is away: nobody can take the lease meanwhile, and no job can be fetched
    }
  }

  /** Gives it up, so that the next one need not wait for it to run out. */
  async release(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    const { connection, key } = this.#settings;
    await connection.eval(releaseScript, 1, key, this.#token).catch(() => {});
  }
}
