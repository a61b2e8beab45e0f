import { setTimeout as wait } from 'node:timers/promises';
import type { Cluster, Redis } from 'ioredis';
import type { ChangeBus, ChangeEvent, NumberedChange } from '../../../shared/ports/change-bus.ts';

interface RedisChangesSettings {
  connection: Redis | Cluster;
  /** A connection of its own for each who listens: a read that waits holds everything behind it up. */
  openReader(): Redis | Cluster;
  /** Before every key, as the queue has it. */
  prefix: string;
}

type Entry = [id: string, fields: string[]];

const kept = 500;
/** A read waits this long for something new; then it looks whether it should stop. */
const blockMs = 2_000;
const retryMs = 1_000;

/** Numbers and adds in one step, so that two processes cannot get their numbers in the wrong order. */
const tellScript = `for n = 1, #ARGV do
  local id = redis.call('incr', KEYS[2])
  redis.call('xadd', KEYS[1], 'MAXLEN', '~', ${kept}, id .. '-0', 'e', ARGV[n])
end return 0`;

/** Changes on a Redis stream of the last 500. */
export function createRedisChanges({
  connection,
  openReader,
  prefix: bare,
}: RedisChangesSettings): ChangeBus {
  const stream = `{${bare}}:changes`;
  const counter = `{${bare}}:changes:last`;

  const follow = async (heard: (change: NumberedChange) => void): Promise<() => Promise<void>> => {
    const reader = openReader();
    reader.on('error', () => {});
    let stopped = false;
    let last = '0-0';
    const hear = (entries: readonly Entry[]): void => {
      for (const [id, fields] of entries) {
        last = id;
        if (fields[1] !== undefined) heard({ id: Number(id.split('-')[0]), event: JSON.parse(fields[1]) });
      }
    };
    const early = (await connection.xrevrange(stream, '+', '-', 'COUNT', kept).catch(() => [])) as Entry[];
    hear(early.toReversed());
    const run = async (): Promise<void> => {
      while (!stopped)
        try {
          const answer = await reader.xread('COUNT', kept, 'BLOCK', blockMs, 'STREAMS', stream, last);
          for (const [, entries] of (answer ?? []) as [string, Entry[]][]) hear(entries);
        } catch {
          if (!stopped) await wait(retryMs, undefined, { ref: false });
        }
    };
    const running = run();
    return async () => {
      stopped = true;
      reader.disconnect();
      await running;
    };
  };

  return {
    async tell(events: readonly ChangeEvent[]) {
      if (events.length === 0) return;
      const told = events.map((event) => JSON.stringify(event));
      await connection.eval(tellScript, 2, stream, counter, ...told).catch(() => {});
    },
    follow,
  };
}
