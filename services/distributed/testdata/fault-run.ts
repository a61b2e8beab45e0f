import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import type { RunningStack } from '../../../infra/stack/start-stack.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { enrichJob } from '../../../shared/jobs/jobs.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { crashBatch } from '../../standalone/testdata/crash-items.ts';
import { openDistributed } from '../main.ts';

const workerProgram = join(import.meta.dirname, '..', '..', 'worker', 'main.ts');
/** Short, so that a killed worker's jobs come back within seconds. */
const leaseMs = 1_000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface Outcome {
  acknowledged: number;
  lost: number;
  doubled: number;
  /** Issues whose count differs from the items that say they belong to it. */
  miscounted: number;
  auditWhole: boolean;
  quarantined: number;
  /** Until everything was linked again, from the end of the fault. */
  caughtUpMs: number;
}

/** Items, workers and servers of a fault test: what is added and acknowledged is remembered and looked for at the end. */
export class FaultRun {
  readonly installation: Installation;
  readonly #environment: Record<string, string>;
  readonly #acknowledged = new Set<number>();
  readonly #workers = new Set<ChildProcess>();
  #next = 0;
  #feeding: Promise<void> | null = null;
  #stopFeeding = false;

  private constructor(installation: Installation, environment: Record<string, string>) {
    this.installation = installation;
    this.#environment = environment;
  }

  static async open(stack: RunningStack, keyPrefix: string): Promise<FaultRun> {
    const admin = new pg.Client({ connectionString: stack.postgres.url });
    await admin.connect();
    const database = keyPrefix.replace('-', '_');
    await admin.query(`create database ${database}`);
    await admin.end();
    const environment = {
      ...stack.environment,
      SARING_DATABASE_URL: stack.postgres.url.replace(/postgres$/, database),
      SARING_KEY_PREFIX: keyPrefix,
      SARING_LEASE_MS: String(leaseMs),
    };
    return new FaultRun(await openDistributed(loadConfig(environment)), environment);
  }

  /** A worker process that waits for jobs. */
  startWorker(): Promise<ChildProcess> {
    const env = { ...process.env, ...this.#environment };
    const child = spawn(process.execPath, [workerProgram], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    this.#workers.add(child);
    child.once('exit', () => this.#workers.delete(child));
    return new Promise((resolve, reject) => {
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('worker: running')) resolve(child);
      });
      child.once('exit', () => reject(new Error(`a worker ended: ${said}`)));
    });
  }

  /** One batch of ten items; true once the queue has it for sure. */
  async add(): Promise<boolean> {
    const batch = this.#next;
    this.#next += 1;
    try {
      await this.installation.queue.add([newJob(enrichJob, { items: crashBatch(batch) })]);
      this.#acknowledged.add(batch);
      return true;
    } catch {
      return false; // not acknowledged: a source would bring it again
    }
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

  /** Which stages have a job in hand now. */
  async activeStages(): Promise<string[]> {
    const counts = await this.installation.queue.counts();
    return ['enrich', 'link', 'watch'].filter((name) => (counts[name]?.active ?? 0) > 0);
  }

  /** Waits until nothing is left to do, then counts what came of everything that was acknowledged. */
  async settle(): Promise<Outcome> {
    this.#stopFeeding = true;
    await this.#feeding;
    const from = Date.now();
    const { queue, index, records } = this.installation;
    const isIdle = async (): Promise<boolean> => {
      const counts = await queue.counts().catch(() => null);
      if (!counts) return false;
      return ['enrich', 'link'].every((name) => {
        const { waiting = 0, active = 0, delayed = 0 } = counts[name] ?? {};
        return waiting + active + delayed === 0;
      });
    };
    while (!(await isIdle())) {
      if (Date.now() - from > 240_000) throw new Error(`not idle after four minutes: ${JSON.stringify(await queue.counts())}`);
      await wait(50);
    }
    const caughtUpMs = Date.now() - from;
    await wait(2_000); // other processes see a write within 2 s, by the port's promise
    const wanted = [...this.#acknowledged].flatMap((batch) => crashBatch(batch).map((item) => item.id));
    const known = await index.known(wanted);
    const lost = wanted.filter((id) => !known.get(id)?.linked).length;
    const perIssue = new Map<string, number>();
    const all: string[] = [];
    for await (const batch of index.scan({ scope: nationalScope }, 500))
      for (const item of batch) {
        all.push(item.id);
        if (item.issueId !== null) perIssue.set(item.issueId, (perIssue.get(item.issueId) ?? 0) + 1);
      }
    const issues = await records.issues.many([...perIssue.keys()]);
    const counted = new Map(issues.map((issue) => [issue.id, issue.counts.items]));
    return {
      acknowledged: wanted.length,
      lost,
      doubled: all.length - new Set(all).size,
      miscounted: [...perIssue].filter(([id, items]) => counted.get(id) !== items).length,
      auditWhole: (await records.audit.verify()).brokenAt === null,
      quarantined: (await queue.quarantined({ limit: 1_000 })).length,
      caughtUpMs,
    };
  }

  async close(): Promise<void> {
    this.#stopFeeding = true;
    for (const worker of this.#workers) worker.kill('SIGKILL');
    await this.#feeding;
    await this.installation.close();
  }
}
