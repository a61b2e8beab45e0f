import { setTimeout as wait } from 'node:timers/promises';
import { enqueueDeliveries } from '../../../pipelines/deliver/enqueue-deliveries.ts';
import { zoneOf } from '../../../shared/areas/units.ts';
import { type Alert, alertSchema } from '../../../shared/domain/alert.ts';
import { possibleDoubles } from '../../../shared/domain/delivery.ts';
import { recipientSchema } from '../../../shared/domain/recipient.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { collectJob, deliverJob, watchJob } from '../../../shared/jobs/jobs.ts';
import type { FaultRun } from '../fault-run.ts';
import { itemsPerFeed } from '../outside-world.ts';
import type { Scenario } from '../scenario.ts';
import { feedSource } from './two-of-each.ts';

const stages = ['collect', 'enrich', 'link', 'watch', 'deliver'] as const;
type Stage = (typeof stages)[number];

/** A worker that does not come to the stage within this time is killed wherever it is. */
const metWithinMs = 6_000;
/** What the kill before left is done within this time, or the next kill comes on top of it. */
const caughtUpWithinMs = 20_000;
/** A delivery of which nobody knows whether it arrived is tried again after minutes. */
const sentWithinMs = 240_000;
const unit = '35.73';

const alertOf = (n: number): Alert =>
  alertSchema.parse({
    id: `latihan-${n}`,
    rule: 'quiet_tail',
    issueId: null,
    unit,
    at: Date.now(),
    push: true,
    level: 'kritis',
    observed: 40,
    baseline: 2,
    factor: 20,
    statistic: null,
    sentence: `Latihan ${n}: 40 unggahan dalam satu jam.`,
    storyIds: [],
    firstItemId: null,
  });

/** Something to do for the stage; every round has work of its own. */
async function giveWork({ installation }: FaultRun, stage: Stage, n: number): Promise<void> {
  const { queue, records } = installation;
  if (stage === 'collect') await queue.add([newJob(collectJob, { sourceId: `feed-${n}` })]);
  if (stage === 'watch') await queue.add([newJob(watchJob, { everything: true })]);
  if (stage !== 'deliver') return;
  await records.transaction(async (inner) => {
    await inner.alerts.put([alertOf(n)]);
    await enqueueDeliveries(inner, [alertOf(n)], { now: Date.now(), zoneOf });
  });
  await queue.add([newJob(deliverJob, { channel: 'webhook' })]);
}

async function active({ installation }: FaultRun): Promise<Stage[]> {
  const counts = await installation.queue.counts();
  return stages.filter((stage) => (counts[stage]?.active ?? 0) > 0);
}

/** Waits until a worker has a job of the stage in hand. @returns the stages that had one then */
async function met(run: FaultRun, stage: Stage): Promise<Stage[]> {
  const until = Date.now() + metWithinMs;
  let now = await active(run);
  while (!now.includes(stage) && Date.now() < until) now = await active(run);
  return now;
}

async function setUp({ installation, world }: FaultRun): Promise<void> {
  await installation.records.recipients.put(
    recipientSchema.parse({
      id: 'humas',
      name: 'Petugas Humas',
      unit,
      units: [unit],
      contacts: [
        {
          channel: 'webhook',
          address: `${world.address}/webhook`,
          secrets: [`whsec_${Buffer.alloc(32, 7).toString('base64')}`],
        },
      ],
    }),
  );
}

/** As a schedule gives them: a job that died with six workers is in quarantine, and its source comes again all the same. */
const turnEveryMs = 10_000;

/** Every feed has its further turns; then all its items have to be there, and all alerts sent. */
async function lookAfter(
  run: FaultRun,
  kills: number,
): Promise<Record<string, unknown> & { failed: string[] }> {
  const { queue, index, records } = run.installation;
  const rounds = Array.from({ length: kills }, (_, n) => n);
  const feeds = rounds.filter((n) => stages[n % stages.length] === 'collect');
  const alerts = rounds.filter((n) => stages[n % stages.length] === 'deliver');
  const collected = async (): Promise<number> =>
    (await index.search({ scope: nationalScope, sourceIds: feeds.map((n) => `feed-${n}`), limit: 1 })).total;
  const sent = async () =>
    (
      await Promise.all(
        alerts.map((n) =>
          records.deliveries.list({ scope: nationalScope, alertId: `latihan-${n}`, limit: 10 }),
        ),
      )
    ).flat();
  const until = Date.now() + sentWithinMs;
  const isDone = async (): Promise<boolean> =>
    (await collected()) >= feeds.length * itemsPerFeed &&
    (await sent()).every(({ state }) => state === 'sent' || state === 'delivered' || state === 'read');
  let turnAt = 0;
  while (!(await isDone()) && Date.now() < until) {
    if (Date.now() >= turnAt) {
      await queue.add(feeds.map((n) => newJob(collectJob, { sourceId: `feed-${n}` })));
      turnAt = Date.now() + turnEveryMs;
    }
    await wait(500);
  }
  const deliveries = await sent();
  const arrived = deliveries.filter(({ id }) => run.world.received.has(id));
  const doubled = deliveries.filter((one) => (run.world.received.get(one.id) ?? 0) > 1);
  const silent = doubled.filter((one) => possibleDoubles(one) < run.world.received.get(one.id)! - 1);
  const items = await collected();
  const failed = [
    ...(items === feeds.length * itemsPerFeed
      ? []
      : [
          `${items} of ${feeds.length * itemsPerFeed} items of feeds are there`,
          ...(await missingFeeds(run, feeds)),
        ]),
    ...(arrived.length === alerts.length ? [] : [`${arrived.length} of ${alerts.length} alerts arrived`]),
    ...(silent.length === 0 ? [] : [`${silent.length} alerts were sent twice without a record of it`]),
  ];
  const collectsQuarantined = (await queue.counts())['collect']?.quarantined ?? 0;
  return {
    collected: items,
    collectsQuarantined,
    alertsArrived: arrived.length,
    alertsDoubledOnRecord: doubled.length,
    failed,
  };
}

/** What is known of each feed without all its items: enough to tell a visit that waits from items that are lost. */
async function missingFeeds({ installation, world }: FaultRun, feeds: readonly number[]): Promise<string[]> {
  const { index, records, queue } = installation;
  const told = feeds.map(async (n) => {
    const id = `feed-${n}`;
    const { total } = await index.search({ scope: nationalScope, sourceIds: [id], limit: 1 });
    if (total === itemsPerFeed) return [];
    const asked = world.asked.get(`/feed/${n}`)?.map((at) => new Date(at).toISOString());
    return [JSON.stringify({ id, total, asked, health: await records.sources.health(id) })];
  });
  return [...(await Promise.all(told)).flat(), JSON.stringify(await queue.counts())];
}

export const killWorkers: Scenario = {
  name: 'a worker killed in each stage',
  async run(run, { kills }) {
    await setUp(run);
    const hit: Record<string, number> = {};
    for (let n = 0; n < kills; n += 1) {
      const stage = stages[n % stages.length]!;
      if (stage === 'collect') await run.installation.records.sources.put(feedSource(run, n));
      const worker = await run.start('worker');
      // A job that took ten workers with it goes to quarantine, as it should: every kill is to hit another one.
      await run.idle(caughtUpWithinMs);
      for (let batch = 0; batch < 3; batch += 1) await run.add();
      await giveWork(run, stage, n);
      const now = await met(run, stage);
      worker.kill('SIGKILL');
      const met1 = now.includes(stage) ? stage : (now[0] ?? 'none');
      hit[met1] = (hit[met1] ?? 0) + 1;
    }
    await run.start('worker');
    return { kills, hit, ...(await lookAfter(run, kills)) };
  },
};
