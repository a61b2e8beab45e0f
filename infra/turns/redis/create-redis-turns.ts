import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Cluster, Redis } from 'ioredis';
import type { HostTurn, HostTurns } from '../../../shared/ports/host-turns.ts';

interface RedisTurnsSettings {
  connection: Redis | Cluster;
  /** Before every key, as the queue has it. */
  prefix: string;
}

/** Who has the turn keeps the key until the pause is over, then it goes by itself. */
const endScript = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`;
/** A turn that ends early is noticed this soon. */
const longestLookMs = 250;

const alone: HostTurn = { backedOffMs: 0, end: async () => {} };

/** Turns with hosts on Redis: one key a host, held while it is asked and through the pause after. */
export function createRedisTurns({ connection, prefix: bare }: RedisTurnsSettings): HostTurns {
  const prefix = `{${bare}}:host`;

  const acquire = async (host: string, holdMs: number): Promise<HostTurn> => {
    const key = `${prefix}:turn:${host}`;
    const token = randomUUID();
    while ((await connection.set(key, token, 'PX', holdMs, 'NX')) !== 'OK')
      await wait(Math.min(Math.max(await connection.pttl(key), 1), longestLookMs));
    const backedOffMs = Math.max(0, await connection.pttl(`${prefix}:away:${host}`));
    return {
      backedOffMs,
      end: async (pauseMs) => {
        await connection.eval(endScript, 1, key, token, Math.max(1, pauseMs)).catch(() => {});
      },
    };
  };

  return {
    take: (host, holdMs) => acquire(host, holdMs).catch(() => alone),
    backOff: async (host, ms) => {
      await connection.set(`${prefix}:away:${host}`, '1', 'PX', Math.max(1, Math.round(ms))).catch(() => {});
    },
  };
}
