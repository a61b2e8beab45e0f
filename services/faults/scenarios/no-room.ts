import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { enrichJob } from '../../../shared/jobs/jobs.ts';
import { faultBatch } from '../fault-items.ts';
import type { FaultRun } from '../fault-run.ts';
import type { Scenario } from '../scenario.ts';

const batchEveryMs = 200;
const warmUpMs = 800;
/** The first item makes the month's index; a machine at its limit takes its time. */
const indexWithinMs = 30_000;

async function setIndices({ stack }: FaultRun, settings: object): Promise<void> {
  const answer = await fetch(`${stack.elasticsearch.url}/_all/_settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
  await answer.arrayBuffer();
}

/** @param block as an operator sets it, or as the server itself does at its flood-stage watermark */
const readOnly = (name: string, block: string): Scenario => ({
  name,
  degraded: ['index'],
  async run(run, { awayMs }) {
    await run.startApi();
    await run.start('worker');
    await run.add();
    await run.idle(indexWithinMs); // the month's index is there
    run.feed(batchEveryMs);
    await run.during(async () => {
      await setIndices(run, { [block]: true });
      await wait(awayMs);
    });
    await setIndices(run, { [block]: null });
    return { awayMs };
  },
});

/** Beyond the seconds that a writer waits for a full server by itself: shorter, and nobody has to be told. */
const fullMs = 30_000;

const full: Scenario = {
  name: 'Elasticsearch answers bulks with 429',
  over: 'elasticsearch',
  degraded: ['work'],
  async run(run) {
    await run.startApi();
    await run.start('worker');
    run.feed(batchEveryMs);
    await wait(warmUpMs);
    await run.during(async () => {
      run.proxy!.refuse(/^POST \/_bulk/);
      await wait(fullMs);
    });
    run.proxy!.pass();
    return { awayMs: fullMs };
  },
};

const redisFull: Scenario = {
  name: 'Redis memory full (noeviction)',
  degraded: ['queue'],
  async run(run, { awayMs }) {
    const admin = new Redis(run.stack.redis.url);
    await run.startApi();
    await run.start('worker');
    run.feed(batchEveryMs);
    await wait(warmUpMs);
    let refused = false;
    await run.during(async () => {
      await admin.config('SET', 'maxmemory', '1mb');
      refused = !(await run.add());
      await wait(awayMs);
    });
    await admin.config('SET', 'maxmemory', '0');
    admin.disconnect();
    return { awayMs, failed: refused ? [] : ['a full Redis took a batch'] };
  },
};

const countedWithinMs = 10_000;
/** Longer than a term of the index can be (32,766 bytes). */
const immense = 'x'.repeat(40_000);

const oneBad: Scenario = {
  name: 'a bulk with one bad document',
  async run(run) {
    await run.start('worker');
    await run.add();
    const [bad, ...good] = faultBatch(900, Date.now() - 3_600_000);
    const items = [...good.slice(0, 4), { ...bad!, outlet: immense }, ...good.slice(4)];
    const { queue, index, records } = run.installation;
    await queue.add([newJob(enrichJob, { items })]);
    await run.add();
    // A month's index that was made a moment ago may have no shard yet.
    const isThere = async (): Promise<boolean> =>
      (await index.known(good.map(({ id }) => id)).catch(() => new Map())).size === good.length;
    while (!(await isThere())) await wait(100);
    const refusals = async (): Promise<number> =>
      (await records.sources.drops(0)).find(({ code }) => code === 'index_refused')?.count ?? 0;
    // What was refused is counted a moment after the rest is written.
    const until = Date.now() + countedWithinMs;
    while ((await refusals()) === 0 && Date.now() < until) await wait(100);
    await run.idle(indexWithinMs); // a batch that is delivered twice has come twice
    const refused = await refusals();
    const written = (await index.known(items.map(({ id }) => id))).size;
    const failed = [
      ...(written === good.length ? [] : [`${written} of ${good.length} good items written`]),
      // With leases of a second a slow start delivers the first batches twice; a refusal is counted once all the same.
      ...(refused === 1 ? [] : [`one refusal was counted ${refused} times`]),
    ];
    return { written, refused, failed };
  },
};

export const noRoom: readonly Scenario[] = [
  readOnly('Elasticsearch read-only', 'index.blocks.write'),
  readOnly('Elasticsearch at its flood-stage watermark', 'index.blocks.read_only_allow_delete'),
  full,
  redisFull,
  oneBad,
];
