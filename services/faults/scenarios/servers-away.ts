import { setTimeout as wait } from 'node:timers/promises';
import type { ServerName } from '../fault-deps.ts';
import type { Scenario } from '../scenario.ts';

/** What the API calls the part that a server keeps. */
const parts = { redis: 'queue', postgres: 'records', elasticsearch: 'index' } as const;

const batchEveryMs = 200;
const warmUpMs = 1_000;

/** A server ends and comes back while items come in: in order, and as a crash. */
const away = (server: ServerName, how: 'stopped' | 'crashed', signal: NodeJS.Signals): Scenario => ({
  name: `${server} ${how} under load`,
  degraded: [parts[server]],
  async run(run, { awayMs }) {
    await run.startApi();
    await run.start('worker');
    run.feed(batchEveryMs);
    await wait(warmUpMs);
    await run.during(async () => {
      await run.stack[server].halt(signal);
      await wait(awayMs);
    });
    await run.stack[server].resume();
    await wait(warmUpMs);
    return { awayMs };
  },
});

/** A process that is cut off in the middle of a transaction keeps the others from theirs for so long. */
const othersWaitMs = 20_000;

/** Every byte to and from a server is held back for the worker and the API; no connection is closed. */
const dead = (server: ServerName): Scenario => ({
  name: `network to ${server} dead`,
  over: server,
  degraded: [parts[server]],
  async run(run, { deadMs }) {
    await run.startApi();
    await run.start('worker');
    run.feed(batchEveryMs * 5);
    await wait(warmUpMs);
    const before = run.taken;
    await run.during(async () => {
      run.proxy!.swallow();
      await wait(deadMs);
    });
    const takenMeanwhile = run.taken - before;
    run.proxy!.pass();
    await wait(warmUpMs);
    // Who feeds has a network of its own, and a machine at its limit half of the pace.
    const least = Math.floor((deadMs - othersWaitMs) / (batchEveryMs * 5) / 2);
    const failed = takenMeanwhile < least ? [`${takenMeanwhile} batches were taken meanwhile`] : [];
    return { deadMs, takenMeanwhile, failed };
  },
});

export const serversAway: readonly Scenario[] = [
  // In order; PostgreSQL's fast shutdown is SIGINT, its crash SIGQUIT: SIGKILL would leave its shared memory behind.
  away('elasticsearch', 'stopped', 'SIGTERM'),
  away('elasticsearch', 'crashed', 'SIGKILL'),
  away('redis', 'stopped', 'SIGTERM'),
  away('redis', 'crashed', 'SIGKILL'),
  away('postgres', 'stopped', 'SIGINT'),
  away('postgres', 'crashed', 'SIGQUIT'),
  dead('elasticsearch'),
  dead('redis'),
  dead('postgres'),
];
