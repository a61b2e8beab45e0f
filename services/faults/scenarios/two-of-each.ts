import { setTimeout as wait } from 'node:timers/promises';
import type { Source } from '../../../shared/domain/source.ts';
import type { FaultRun } from '../fault-run.ts';
import type { Scenario } from '../scenario.ts';

const batchEveryMs = 200;

export const feedSource = ({ world }: FaultRun, n: number, intervalMinutes = 60): Source => ({
  id: `feed-${n}`,
  kind: 'feed',
  name: `Kabar ${n}`,
  url: `${world.address}/feed/${n}`,
  platform: 'news',
  outlet: `Kabar ${n}`,
  outletTier: 1,
  homeArea: null,
  intervalMinutes,
  enabled: true,
  settings: { fullTextLength: 10 }, // no pages to be fetched: a host is asked once a second
});

/** 3 s: the schema asks for whole minutes, which a test cannot wait for. */
const turnMinutes = 0.05;
const turns = 3;

const schedulers: Scenario = {
  name: 'two schedulers at once',
  async run(run) {
    for (const n of [1, 2]) await run.installation.records.sources.put(feedSource(run, n, turnMinutes));
    await Promise.all([run.start('worker'), run.start('worker')]);
    const [first] = await Promise.all([run.start('scheduler'), run.start('scheduler')]);
    run.feed(batchEveryMs * 3);
    const turnMs = turnMinutes * 60_000;
    await wait(turnMs * turns);
    first.kill('SIGKILL');
    await wait(turnMs * turns);
    const failed: string[] = [];
    const asked: number[] = [];
    for (const n of [1, 2]) {
      const times = run.world.asked.get(`/feed/${n}`) ?? [];
      asked.push(times.length);
      // The first turn comes at once when a source is scheduled, and again when the second scheduler says the same.
      const close = times.filter((at, i) => i > 1 && at - times[i - 1]! < turnMs / 3).length;
      if (close > 0) failed.push(`feed ${n} was asked ${close} times too soon`);
      if (times.length < turns || times.length > 2 * turns + 3)
        failed.push(`feed ${n} was asked ${times.length} times`);
    }
    return { asked, failed };
  },
};

const sameBatch: Scenario = {
  name: 'two workers on one batch',
  async run(run) {
    await Promise.all([run.start('worker'), run.start('worker')]);
    for (let batch = 0; batch < 20; batch += 1) {
      await run.add();
      await run.addAgain(batch);
    }
    return {};
  },
};

const inTurn: Scenario = {
  name: 'two workers, each the writer in turn',
  async run(run, { awayMs }) {
    const [first, second] = await Promise.all([run.start('worker'), run.start('worker')]);
    run.feed(batchEveryMs);
    await wait(awayMs / 2);
    first.kill('SIGKILL');
    await wait(awayMs / 2);
    await run.start('worker');
    second.kill('SIGKILL');
    await wait(awayMs / 2);
    return {};
  },
};

/** Stopped and continued: it comes back as if nothing had been, while another one has taken over. */
const paused: Scenario = {
  name: 'the writer is paused and comes back',
  async run(run, { awayMs }) {
    const [first, second] = await Promise.all([run.start('worker'), run.start('worker')]);
    run.feed(batchEveryMs);
    for (const child of [first, second]) {
      await wait(awayMs / 2);
      child.kill('SIGSTOP');
      await wait(Math.max(awayMs, 3_000));
      child.kill('SIGCONT');
    }
    await wait(awayMs / 2);
    return {};
  },
};

export const twoOfEach: readonly Scenario[] = [schedulers, sameBatch, inTurn, paused];
