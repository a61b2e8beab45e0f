import {
  Worker as Bull,
  type Queue as BullQueue,
  DelayedError,
  UnrecoverableError,
  WaitingError,
} from 'bullmq';
import {
  deathsOfAnAttempt,
  type JobHandler,
  PermanentFailure,
  type Worker,
  type WorkOptions,
  waitAfterDeaths,
} from '../../../shared/ports/queue.ts';
import { defaults, type Envelope, type StoredJob, toPort } from './bull-job.ts';
import type { RedisConnection } from './connect-redis.ts';
import { WriterLease } from './writer-lease.ts';

export interface BullWorkerSettings {
  queue: BullQueue<Envelope>;
  connection: RedisConnection;
  prefix: string;
  handler: JobHandler;
  options: WorkOptions;
  random: () => number;
}

/** Handlers get this long to obey their signal; then their lease is left to run out. */
const abortGraceMs = 2_000;
/** Stalls are counted as attempts by us, so BullMQ's own limit must never be reached. */
const unlimited = 1_000_000;
/** A lost connection is tried again after this long; BullMQ's own 15 s are long for a job that is done. */
const retryDelayMs = 1_000;

/** One BullMQ worker; of a single writer only the process that holds the lease runs it, the others stand by. */
export class BullWorker implements Worker {
  readonly #settings: BullWorkerSettings;
  readonly #bull: Bull<Envelope>;
  /** Each handler's end, by what stops it. */
  readonly #running = new Map<AbortController, Promise<void>>();
  readonly #ready: Promise<void>;
  #lease: WriterLease | null = null;
  #stopping: Promise<void> | null = null;
  /** Of a single writer: whether this process holds the lease. */
  #mayRun = false;
  #held = false;

  constructor(settings: BullWorkerSettings) {
    this.#settings = settings;
    const { queue, connection, prefix, options, random } = settings;
    const leaseMs = options.leaseMs ?? 30_000;
    this.#bull = new Bull<Envelope>(queue.name, (job, token) => this.#process(job, token), {
      connection,
      prefix,
      autorun: false,
      concurrency: options.concurrency ?? 1,
      lockDuration: leaseMs,
      stalledInterval: leaseMs,
      maxStalledCount: unlimited,
      runRetryDelay: retryDelayMs,
      settings: {
        // ± 20 %, so that what failed together does not come back together
        backoffStrategy: (made, _type, _error, job) => backoffOf(job as StoredJob | undefined, made, random),
      },
    });
    this.#bull.on('error', () => {}); // connections come back by themselves; handlers' errors are told by onFailure
    this.#ready = this.#start(leaseMs).catch(() => {});
  }

  async #start(leaseMs: number): Promise<void> {
    const { queue, connection, prefix, options } = this.#settings;
    if (options.globalConcurrency === undefined) await queue.removeGlobalConcurrency();
    else await queue.setGlobalConcurrency(options.globalConcurrency);
    if (this.#stopping) return;
    if (options.globalConcurrency !== 1 && !options.oneProcess) return this.#allow(true);
    this.#lease = new WriterLease({
      connection,
      key: `${prefix}:lease:${queue.name}`,
      leaseMs,
      gained: () => this.#allow(true),
      lost: () => this.#allow(false),
    });
  }

  #allow(mayRun: boolean): void {
    this.#mayRun = mayRun;
    this.#run();
  }

  /** Takes no more jobs until `goOn`; what runs may end. */
  hold(): void {
    this.#held = true;
    this.#run();
  }

  goOn(): void {
    this.#held = false;
    this.#run();
  }

  #run(): void {
    if (this.#stopping) return;
    if (this.#held || !this.#mayRun) {
      void this.#bull.pause(true);
      return;
    }
    if (this.#bull.isPaused()) void this.#bull.resume();
    else if (!this.#bull.isRunning()) void this.#bull.run().catch(() => {});
  }

  async #process(job: StoredJob, token: string | undefined): Promise<void> {
    const { handler, options } = this.#settings;
    if (this.#stopping) await giveBack(job, token); // fetched while it was told to stop
    await waitIfDead(job, token);
    const given = toPort(job);
    const attempts = (job.opts.attempts ?? defaults.attempts) - attemptsDied(job);
    const abort = new AbortController();
    const ended = Promise.withResolvers<void>();
    this.#running.set(abort, ended.promise);
    try {
      // Its workers died more often than allowed: it takes them with it.
      if (given.attempt > attempts) throw new PermanentFailure('the worker died');
      await handler(given, abort.signal);
    } catch (thrown) {
      if (abort.signal.aborted) await giveBack(job, token);
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      const final = thrown instanceof PermanentFailure || given.attempt >= attempts;
      options.onFailure?.(given, error, final);
      if (final && options.comesAgain && !(thrown instanceof PermanentFailure)) return;
      throw final ? new UnrecoverableError(error.message) : error;
    } finally {
      this.#running.delete(abort);
      ended.resolve();
    }
  }

  stop(graceMs = 10_000): Promise<void> {
    this.#stopping ??= this.#stop(graceMs);
    return this.#stopping;
  }

  async #stop(graceMs: number): Promise<void> {
    await this.#bull.pause(true);
    await within(this.#ready, abortGraceMs);
    if (!(await within(this.#idle(), graceMs))) for (const abort of this.#running.keys()) abort.abort();
    const obeyed = await within(this.#idle(), abortGraceMs);
    await within(this.#bull.close(!obeyed), abortGraceMs);
    await this.#lease?.release();
  }

  async #idle(): Promise<void> {
    await Promise.all(this.#running.values());
  }
}

/** Whether `work` ended in time. */
async function within(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Back to the waiting jobs, as if it had not been tried. @throws WaitingError always: that tells BullMQ */
async function giveBack(job: StoredJob, token: string | undefined): Promise<never> {
  await job.updateData({ ...job.data, released: (job.data.released ?? 0) + 1 });
  await job.moveToWait(token);
  throw new WaitingError();
}

const attemptsDied = (job: StoredJob): number => Math.floor(job.stalledCounter / deathsOfAnAttempt);

/** Puts off a job that was in hand at several deaths, once for each. @throws DelayedError then: that tells BullMQ */
async function waitIfDead(job: StoredJob, token: string | undefined): Promise<void> {
  const deaths = job.stalledCounter;
  const waitMs = waitAfterDeaths(deaths, firstBackoffOf(job));
  if (waitMs === 0 || job.data.waited === deaths) return;
  await job.updateData({ ...job.data, waited: deaths, released: (job.data.released ?? 0) + 1 });
  await job.moveToDelayed(Date.now() + waitMs, token);
  throw new DelayedError();
}

function firstBackoffOf(job: StoredJob | undefined): number {
  const backoff = job?.opts.backoff;
  return typeof backoff === 'object' ? (backoff.delay ?? defaults.backoffMs) : defaults.backoffMs;
}

function backoffOf(job: StoredJob | undefined, attemptsMade: number, random: () => number): number {
  return Math.round(firstBackoffOf(job) * 2 ** (attemptsMade - 1) * (0.8 + 0.4 * random()));
}
