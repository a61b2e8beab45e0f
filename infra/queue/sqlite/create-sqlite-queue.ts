import type { Clock } from '../../../shared/ports/clock.ts';
import {
  type Job,
  type JobHandler,
  PermanentFailure,
  type Queue,
  type Worker,
  type WorkOptions,
} from '../../../shared/ports/queue.ts';
import type { Sqlite } from '../../sqlite/open-sqlite.ts';
import { createJobTable, type JobTable, type LeasedJob } from './job-table.ts';

interface QueueSettings {
  sqlite: Sqlite;
  clock: Clock;
  /** Uniform in [0, 1): spreads retries. */
  random: () => number;
  /** How often an idle worker looks for jobs of other processes; its own are seen at once. Default 200. */
  pollMs?: number;
}

/** The Queue in the embedded installation's SQLite file. */
export function createSqliteQueue({ sqlite, clock, random, pollMs = 200 }: QueueSettings): Queue {
  const table = createJobTable(sqlite, clock);
  const workers = new Set<SqliteWorker>();
  const wake = (): void => {
    for (const worker of workers) worker.wake();
  };
  /** Why jobs could not be claimed or made due when it was last tried; the next poll tries again. */
  let trouble: Error | null = null;
  const tried = (error: Error | null): void => {
    trouble = error;
  };
  const repeater = setInterval(() => void table.addDue().then(wake, tried), pollMs);
  repeater.unref();

  return {
    async add(jobs) {
      const added = await table.add(jobs);
      if (added > 0) wake();
      return { added, duplicates: jobs.length - added };
    },
    work(name, handler, options) {
      const worker = new SqliteWorker({ table, name, handler, options, random, pollMs, ended: wake, tried });
      workers.add(worker);
      return worker;
    },
    async repeat(id, everyMs, job) {
      await table.repeat(id, everyMs, job);
      await table.addDue();
      wake();
    },
    counts: async () => table.counts(),
    async check() {
      table.counts();
      if (trouble) throw trouble;
    },
    quarantined: async ({ name, limit }) => table.quarantined(name, limit),
    async replay(ids) {
      const count = await table.replay(ids);
      wake();
      return count;
    },
    discard: (ids) => table.discard(ids),
    async close() {
      clearInterval(repeater);
      await Promise.all([...workers].map((worker) => worker.stop()));
      workers.clear();
    },
  };
}

interface WorkerSettings {
  table: JobTable;
  name: string;
  handler: JobHandler;
  options: WorkOptions;
  random: () => number;
  pollMs: number;
  ended(): void;
  /** Told after every look for jobs: null, or why there was none. */
  tried(error: Error | null): void;
}

/** Handlers get this long to obey their signal; then their lease is left to run out. */
const abortGraceMs = 2_000;

/** Claims, runs, renews and ends jobs; owns its timers. */
class SqliteWorker implements Worker {
  readonly #settings: WorkerSettings;
  readonly #leaseMs: number;
  readonly #running = new Set<{ done: Promise<void>; abort: AbortController; heartbeat: NodeJS.Timeout }>();
  readonly #timer: NodeJS.Timeout;
  #stopped = false;
  #stopping: Promise<void> | null = null;
  #filling = false;
  #again = false;

  constructor(settings: WorkerSettings) {
    this.#settings = settings;
    this.#leaseMs = settings.options.leaseMs ?? 30_000;
    this.#timer = setInterval(() => this.wake(), settings.pollMs);
    this.#timer.unref();
    this.wake();
  }

  wake(): void {
    this.#again = true;
    if (!this.#filling) void this.#fill();
  }

  async #fill(): Promise<void> {
    const { table, name, options } = this.#settings;
    this.#filling = true;
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        while (!this.#stopped && this.#running.size < (options.concurrency ?? 1)) {
          // A file's processes know nothing of each other: one job at a time is in one process.
          const limit = options.oneProcess ? 1 : options.globalConcurrency;
          const job = await table.claim(name, this.#leaseMs, limit);
          this.#settings.tried(null);
          if (!job) break;
          this.#start(job);
        }
      }
    } catch (error) {
      // Busy beyond its time-out, full, or closing: the next poll tries again, and `check` says so meanwhile.
      this.#settings.tried(error as Error);
    } finally {
      this.#filling = false;
    }
  }

  #start(job: LeasedJob): void {
    const abort = new AbortController();
    const heartbeat = setInterval(
      () => void this.#settings.table.renew(job, this.#leaseMs).catch(() => {}),
      this.#leaseMs / 3,
    );
    const entry = { abort, heartbeat, done: Promise.resolve() };
    entry.done = this.#run(job, abort.signal)
      .catch(() => {}) // ending it failed: its lease runs out and it is handed out again
      .then(letOthersRun)
      .finally(() => {
        clearInterval(heartbeat);
        this.#running.delete(entry);
        this.wake();
        this.#settings.ended();
      });
    this.#running.add(entry);
  }

  async #run(job: LeasedJob, signal: AbortSignal): Promise<void> {
    try {
      await this.#settings.handler(publicPart(job), signal);
    } catch (thrown) {
      return signal.aborted ? this.#settings.table.release(job) : this.#fail(job, thrown);
    }
    await this.#settings.table.acknowledge(job);
  }

  async #fail(job: LeasedJob, thrown: unknown): Promise<void> {
    const { table, options, random } = this.#settings;
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const final = thrown instanceof PermanentFailure || job.attempt >= job.attempts;
    options.onFailure?.(publicPart(job), error, final);
    if (final && options.comesAgain && !(thrown instanceof PermanentFailure)) return table.acknowledge(job);
    if (final) return table.quarantine(job, error.message);
    const jitter = 0.8 + 0.4 * random();
    return table.retryAfter(job, job.backoffMs * 2 ** (job.attempt - 1) * jitter, error.message);
  }

  stop(graceMs = 10_000): Promise<void> {
    this.#stopping ??= this.#stop(graceMs);
    return this.#stopping;
  }

  async #stop(graceMs: number): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    const ended = Promise.withResolvers<unknown>();
    const late = setTimeout(() => {
      for (const { abort } of this.#running) abort.abort();
    }, graceMs);
    const tooLate = setTimeout(ended.resolve, graceMs + abortGraceMs);
    void Promise.all([...this.#running].map(({ done }) => done)).then(ended.resolve);
    await ended.promise;
    clearTimeout(late);
    clearTimeout(tooLate);
    for (const { heartbeat } of this.#running) clearInterval(heartbeat);
  }
}

/**
 * SQLite answers at once, so that jobs could follow each other without the process ever seeing to requests and timers.
 */
const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const publicPart = ({ id, name, payload, attempt, addedAt }: LeasedJob): Job => ({
  id,
  name,
  payload,
  attempt,
  addedAt,
});
