import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteQueue } from '../../infra/queue/sqlite/create-sqlite-queue.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import type { Flow } from '../../pipelines/flow/flow.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { linkJob } from '../../shared/jobs/jobs.ts';
import { matchEntryJobs } from '../../shared/jobs/match-entry-jobs.ts';
import type { Queue, Worker } from '../../shared/ports/queue.ts';
import { createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { attachWorkers } from './attach-workers.ts';

type Matched = Parameters<Flow['match']>[0];

describe('the match step of the pipe', () => {
  let queue: Queue;
  let workers: Worker[] = [];
  let close: () => void;
  let knows: boolean;
  let matched: PromiseWithResolvers<Matched>;
  let linked: PromiseWithResolvers<void>;
  const id = 'a'.repeat(32);

  beforeEach(async () => {
    const sqlite = openSqlite(':memory:');
    queue = createSqliteQueue({ sqlite, clock: createFixedClock(), random: () => 0.5 });
    close = () => sqlite.close();
    matched = Promise.withResolvers();
    linked = Promise.withResolvers();
    const flow: Flow = {
      enrich: async () => ({ toLink: [], known: 0, written: 0, drops: [], items: [] }) as never,
      link: async () => ({ linked: 1, known: 0, issuesChanged: 0, drops: [] }) as never,
      async knowsClaims() {
        linked.resolve();
        return knows;
      },
      async match(what) {
        matched.resolve(what);
        return { matched: 0, linked: [] } as never;
      },
      watch: async () => ({ judged: 0, changed: [], alerts: [] }),
    };
    workers = await attachWorkers({ queue, flow, collect: async () => {}, failed: () => {} });
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await queue.close();
    close();
  });

  it('follows every batch of links once there is a claim', async () => {
    knows = true;
    await queue.add([newJob(linkJob, { ids: [id] })]);
    expect(await matched.promise).toMatchObject({ itemIds: [id] });
  });

  it('costs nothing while the knowledge base is empty', async () => {
    knows = false;
    await queue.add([newJob(linkJob, { ids: [id] })]);
    await linked.promise;
    expect((await queue.counts())['match']?.waiting ?? 0).toBe(0);
  });

  it('looks for new entries in what is there, twenty a job', async () => {
    const entryIds = Array.from({ length: 45 }, (_, n) => `claim-${n}`);
    const jobs = matchEntryJobs(entryIds);
    expect(jobs.map(({ payload }) => (payload as { entryIds: string[] }).entryIds.length)).toEqual([
      20, 20, 5,
    ]);
    await queue.add(jobs.slice(2));
    expect((await matched.promise).entryIds).toEqual(entryIds.slice(40));
  });
});
