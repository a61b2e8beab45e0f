import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { misfits } from '../../pipelines/evaluate/misfits.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { enrichJob } from '../../shared/jobs/jobs.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { ChildProcesses, type ProgramName } from './child-processes.ts';
import type { FaultDeps, FaultProxy, FaultStack, ServerName } from './fault-deps.ts';
import { faultBatch } from './fault-items.ts';
import { type OutsideWorld, startOutsideWorld } from './outside-world.ts';
import { StatusWatch } from './status-watch.ts';

/** Short, so that a killed worker's jobs come back within seconds. */
const leaseMs = 1_000;
const token = 'a-token-for-the-faults-only';
const settleWithinMs = 300_000;

export interface Outcome {
  /** Items that the queue took for sure. */
  acknowledged: number;
  lost: number;
  doubled: number;
  /** What does not fit together between index and records, in words; see `misfits`. */
  misfits: string[];
  /** Entries that were written for sure and are not in the chain. */
  auditLost: number;
  auditWhole: boolean;
  /** Jobs of the stages that hold items. */
  quarantined: number;
  /** Until everything was linked again, from the end of the fault. */
  caughtUpMs: number;
  /** Parts that the API called degraded during the fault, with its words. */
  apiSaid: Record<string, string>;
}

const variable: Record<ServerName, string> = {
  redis: 'SARING_REDIS_URL',
  postgres: 'SARING_DATABASE_URL',
  elasticsearch: 'SARING_ELASTICSEARCH_URL',
};

/** Items, processes and servers of one fault: what is added and acknowledged is remembered and looked for at the end. */
export class FaultRun {
  readonly installation: Installation;
  readonly world: OutsideWorld;
  readonly stack: FaultStack;
  /** The way of the processes to the server that the scenario named. */
  readonly proxy: FaultProxy | null;
  readonly #name: string;
  readonly #children: ChildProcesses;
  readonly #acknowledged = new Set<number>();
  readonly #start = Date.now() - 2 * 3_600_000;
  #status: StatusWatch | null = null;
  #audited = 0;
  #next = 0;
  #feeding: Promise<void> | null = null;
  #stopFeeding = false;

  private constructor(
    name: string,
    parts: Pick<FaultRun, 'installation' | 'world' | 'stack' | 'proxy'>,
    children: ChildProcesses,
  ) {
    this.#name = name;
    this.installation = parts.installation;
    this.world = parts.world;
    this.stack = parts.stack;
    this.proxy = parts.proxy;
    this.#children = children;
  }

  /** @param over the server that processes reach through a proxy */
  static async open(deps: FaultDeps, name: string, over: ServerName | null): Promise<FaultRun> {
    const { stack } = deps;
    const admin = new pg.Client({ connectionString: stack.postgres.url });
    await admin.connect();
    const database = name.replaceAll('-', '_');
    await admin.query(`create database ${database}`);
    await admin.end();
    const world = await startOutsideWorld();
    const databaseUrl = stack.postgres.url.replace(/postgres$/, database);
    const direct = {
      SARING_REDIS_URL: stack.redis.url,
      SARING_DATABASE_URL: databaseUrl,
      SARING_ELASTICSEARCH_URL: stack.elasticsearch.url,
      SARING_KEY_PREFIX: name,
      SARING_LEASE_MS: String(leaseMs),
      SARING_ALLOW_ADDRESSES: '127.0.0.1',
      SARING_TOKEN: token,
      SARING_PORT: '0',
      SARING_LOG_LEVEL: 'info',
    };
    const proxy = over ? await deps.startProxy(direct[variable[over] as keyof typeof direct]) : null;
    const children = new ChildProcesses({
      ...direct,
      ...(over && proxy ? { [variable[over]]: proxy.url } : {}),
    });
    const installation = await deps.open(loadConfig(direct, { logLevel: 'silent' }));
    return new FaultRun(name, { installation, world, stack, proxy }, children);
  }

  async start(program: ProgramName, more: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
    return (await this.#children.start(program, more)).child;
  }

  /** What the processes wrote to their logs so far. */
  get said(): string {
    return this.#children.said;
  }

  /** Batches acknowledged so far. */
  get taken(): number {
    return this.#acknowledged.size;
  }

  /** An API whose word on what is degraded is listened to from now on. */
  async startApi(): Promise<void> {
    const { address } = await this.#children.start('api');
    this.#status = new StatusWatch(address, token);
  }

  /** One batch of ten items; true once the queue has it for sure. */
  async add(): Promise<boolean> {
    const batch = this.#next;
    this.#next += 1;
    const { queue, records } = this.installation;
    try {
      await queue.add([newJob(enrichJob, { items: faultBatch(batch, this.#start) })]);
      this.#acknowledged.add(batch);
      const entry = {
        actor: 'latihan',
        action: 'fault.batch',
        subject: `batch-${batch}`,
        before: null,
        after: batch,
      };
      await records.audit.append({ at: Date.now(), ...entry, reason: null });
      this.#audited += 1;
      return true;
    } catch {
      return false; // not acknowledged: a source would bring it again
    }
  }

  /** The same batch again, as another job: its items in reverse order. */
  async addAgain(batch: number): Promise<void> {
    const items = faultBatch(batch, this.#start).toReversed();
    await this.installation.queue.add([newJob(enrichJob, { items })]);
  }

  /** Adds batches all the time, as sources do, until `settle`. */
  feed(everyMs: number): void {
    this.#stopFeeding = false;
    this.#feeding = (async () => {
      while (!this.#stopFeeding) {
        await this.add();
        await wait(everyMs);
      }
    })();
  }

  /** The fault itself: meanwhile the API is asked what is degraded. */
  async during(fault: () => Promise<void>): Promise<void> {
    this.#status?.listen();
    try {
      await fault();
    } finally {
      await this.#status?.rest();
    }
  }

  /** Waits until nothing is left to do, then counts what came of everything that was acknowledged. */
  async settle(): Promise<Outcome> {
    this.#stopFeeding = true;
    await this.#feeding;
    const from = Date.now();
    while (!(await this.#isIdle())) {
      if (Date.now() - from > settleWithinMs)
        throw new Error(
          `not idle after five minutes: ${JSON.stringify(await this.installation.queue.counts())}`,
        );
      await wait(50);
    }
    const caughtUpMs = Date.now() - from;
    const { queue, index, records } = this.installation;
    await wait(2_000); // other processes see a write within 2 s, by the port's promise
    const wanted = [...this.#acknowledged].flatMap((batch) =>
      faultBatch(batch, this.#start).map((item) => item.id),
    );
    const known = await index.known(wanted);
    const wrong = await misfits({ index, records });
    const { entries, brokenAt } = await records.audit.verify();
    const counts = await queue.counts();
    return {
      acknowledged: wanted.length,
      lost: wanted.filter((id) => !known.get(id)?.linked).length,
      doubled: wrong.filter((one) => one.endsWith('is there twice')).length,
      misfits: wrong.filter((one) => !one.endsWith('is there twice')),
      auditLost: Math.max(0, this.#audited - entries),
      auditWhole: brokenAt === null,
      quarantined: ['enrich', 'link', 'watch'].reduce(
        (sum, name) => sum + (counts[name]?.quarantined ?? 0),
        0,
      ),
      caughtUpMs,
      apiSaid: this.#status?.said ?? {},
    };
  }

  /** Waits until no batch is left to do, but not for ever. */
  async idle(withinMs: number): Promise<void> {
    const until = Date.now() + withinMs;
    while (!(await this.#isIdle()) && Date.now() < until) await wait(100);
  }

  async #isIdle(): Promise<boolean> {
    const counts = await this.installation.queue.counts().catch(() => null);
    if (!counts) return false;
    return ['enrich', 'link'].every((name) => {
      const { waiting = 0, active = 0, delayed = 0 } = counts[name] ?? {};
      return waiting + active + delayed === 0;
    });
  }

  /** The next scenario's server has less to recover. */
  async #dropIndices(): Promise<void> {
    const { url } = this.stack.elasticsearch;
    try {
      const answer = await fetch(`${url}/_cat/indices/${this.#name}-*?h=index`);
      for (const index of (await answer.text()).split('\n').filter(Boolean))
        await fetch(`${url}/${index.trim()}`, { method: 'DELETE' });
    } catch {
      // the server is away: it goes with the stack
    }
  }

  async close(): Promise<void> {
    this.#stopFeeding = true;
    await this.#status?.rest();
    this.proxy?.pass();
    await this.#children.stop();
    await this.#feeding;
    await this.#dropIndices();
    await this.installation.close();
    await this.proxy?.stop();
    await this.world.stop();
  }
}
