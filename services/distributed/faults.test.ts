import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { missingServer } from '../../infra/stack/missing-server.ts';
import { type RunningStack, startStack } from '../../infra/stack/start-stack.ts';
import { FaultRun, type Outcome } from './testdata/fault-run.ts';

const missing = missingServer('redis', 'postgres', 'elasticsearch');
/** Few where every commit runs them; `FAULT_KILLS=50` for the figures of a release. */
const kills = Number(process.env['FAULT_KILLS'] ?? 3);
/** How long a server is away or takes no writes. */
const awayMs = Number(process.env['FAULT_AWAY_MS'] ?? 2_000);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Run by hand with `FAULTS=1`: one issue's stored count is now and then off after a take-over on real servers, and the
 * cause is not found yet. The assertion stays as it is; until it holds in every run it must not decide on other changes.
 */
const asked = process.env['FAULTS'] === '1';
const reason = asked ? (missing ?? '') : '(set FAULTS=1: an open defect of counts after a take-over)';

describe.skipIf(missing !== null || !asked)(`faults on real servers ${reason}`, () => {
  let stack: RunningStack;
  let run: FaultRun;
  let count = 0;
  const table: (Outcome & { fault: string })[] = [];
  beforeAll(async () => {
    stack = await startStack();
  }, 180_000);
  afterAll(async () => {
    for (const row of table) console.log(JSON.stringify(row));
    await stack?.stop();
  });
  beforeEach(async () => {
    count += 1;
    run = await FaultRun.open(stack, `fault-${count}`);
  }, 60_000);
  afterEach(() => run.close());

  const isWhole = async (fault: string, more: object = {}): Promise<void> => {
    const outcome = await run.settle();
    table.push({ fault, ...outcome, ...more });
    expect(outcome.acknowledged).toBeGreaterThan(0);
    expect(outcome).toMatchObject({ lost: 0, doubled: 0, miscounted: 0, auditWhole: true, quarantined: 0 });
  };

  it(`loses and doubles nothing when workers are killed, ${kills} times`, async () => {
    const hit: Record<string, number> = {};
    for (let n = 0; n < kills; n += 1) {
      const worker = await run.startWorker();
      for (let batch = 0; batch < 4; batch += 1) await run.add();
      // Later and later after the first batch, so that every stage is hit.
      await wait((n * 97) % 700);
      for (const stage of await run.activeStages()) hit[stage] = (hit[stage] ?? 0) + 1;
      worker.kill('SIGKILL');
    }
    await run.startWorker();
    await isWhole('worker killed', { kills, hit });
  }, 900_000);

  it('goes on in the second worker when the first is killed, each the writer in turn', async () => {
    const first = await run.startWorker();
    const second = await run.startWorker();
    run.feed(200);
    await wait(1_000);
    first.kill('SIGKILL');
    await wait(1_500);
    await run.startWorker();
    second.kill('SIGKILL');
    await wait(1_500);
    await isWhole('two workers, each killed once');
  }, 300_000);

  it.each([
    ['redis', 'SIGKILL'],
    ['postgres', 'SIGQUIT'],
    ['elasticsearch', 'SIGKILL'],
  ] as const)(
    'catches up when %s crashed under load',
    async (server, signal) => {
      await run.startWorker();
      run.feed(200);
      await wait(500);
      await stack[server].halt(signal);
      await wait(awayMs);
      await stack[server].resume();
      await wait(500);
      await isWhole(`${server} crashed`, { awayMs });
    },
    300_000,
  );

  it('waits while Elasticsearch takes no writes', async () => {
    await run.startWorker();
    await run.add();
    const block = (on: boolean): Promise<Response> =>
      fetch(`${stack.elasticsearch.url}/_all/_settings`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ 'index.blocks.write': on }),
      });
    await wait(500);
    run.feed(200);
    await block(true);
    await wait(awayMs);
    await block(false);
    await isWhole('Elasticsearch read-only', { awayMs });
  }, 300_000);

  it('waits while the memory of Redis is full', async () => {
    const admin = new Redis(stack.redis.url);
    await run.startWorker();
    run.feed(200);
    await wait(500);
    await admin.config('SET', 'maxmemory', '1mb');
    const refused = await run.add();
    await wait(awayMs);
    await admin.config('SET', 'maxmemory', '0');
    admin.disconnect();
    expect(refused).toBe(false);
    await isWhole('Redis memory full', { awayMs });
  }, 300_000);
});
