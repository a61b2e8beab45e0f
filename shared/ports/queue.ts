/**
 * Work that must survive the process. Delivery is at least once: handlers are idempotent.
 * Not in here: what a job means (shared/jobs), who handles it (services), how it is stored.
 */
export interface Queue {
  /**
   * Adds jobs in one write, all or none. A job whose `key` equals that of a job still waiting, delayed or
   * active is counted as duplicate and not added; once that job has ended the key is free again.
   */
  add(jobs: readonly NewJob[]): Promise<{ added: number; duplicates: number }>;

  /**
   * Handles jobs of one name until stopped. A handler that returns acknowledges; one that throws makes the job
   * wait `backoffMs × 2^(attempt-1)`, ± 20 % jitter, and after `attempts` tries it is quarantined.
   * A thrown `PermanentFailure` quarantines at once. While a handler runs its lease is renewed; a job whose
   * worker died is handed out again after `leaseMs`; from the second death on it waits first, as after a failure.
   * `deathsOfAnAttempt` deaths cost one attempt.
   */
  work(name: string, handler: JobHandler, options: WorkOptions): Worker;

  /** Makes `job` due every `everyMs`; the same `id` replaces, `null` removes. A missed turn is made up once. */
  repeat(id: string, everyMs: number, job: NewJob | null): Promise<void>;

  /** How much waits, by job name; names never used are absent. */
  counts(): Promise<Record<string, QueueCounts>>;

  /** Newest first; `name` narrows. At most `limit` (1 to 1,000). */
  quarantined(filter: { name?: string; limit: number }): Promise<QuarantinedJob[]>;

  /** Puts quarantined jobs back as new. Returns how many there were; unknown ids are passed over. */
  replay(ids: readonly string[]): Promise<number>;

  /** Throws quarantined jobs away for good. */
  discard(ids: readonly string[]): Promise<number>;

  /** Rejects with what is wrong when jobs cannot be taken now: away, or no room left. */
  check(): Promise<void>;

  /** Stops the workers as `Worker.stop` does and lets go of the connection. */
  close(): Promise<void>;
}

export interface NewJob {
  name: string;
  /** Plain JSON. */
  payload: unknown;
  /** Idempotency key among live jobs; without one every add is a new job. */
  key?: string;
  /** Not before this many milliseconds from now; default 0. */
  delayMs?: number;
  /** 0 (first) to 9 (last), default 5; within one priority, oldest first. */
  priority?: number;
  /** Tries in all, default 5. */
  attempts?: number;
  /** First wait after a failure, default 1,000. */
  backoffMs?: number;
}

export interface Job {
  id: string;
  name: string;
  payload: unknown;
  /** 1 on the first try. */
  attempt: number;
  /** Epoch ms. */
  addedAt: number;
}

/** `signal` aborts when the worker is told to stop and the grace time is over. */
export type JobHandler = (job: Job, signal: AbortSignal) => Promise<void>;

export interface WorkOptions {
  /** Jobs at once in this process, default 1. */
  concurrency?: number;
  /** Jobs at once over all processes; 1 makes a single writer with fail-over. Default: no limit. */
  globalConcurrency?: number;
  /** With `globalConcurrency`: these jobs are all in one process, and another one takes over when it ends. */
  oneProcess?: boolean;
  /** A worker silent this long is taken for dead; default 30,000. */
  leaseMs?: number;
  /**
   * Jobs of this name are turns that come again by themselves: one whose attempts are used up by failures is passed over,
   * since quarantine would keep what nobody misses. Permanent failures and deaths are quarantined as ever.
   */
  comesAgain?: boolean;
  /** Told of every failed attempt, for logs and metrics. */
  onFailure?(job: Job, error: Error, final: boolean): void;
}

/**
 * A worker mostly dies of something else than the job in its hands: the machine goes down, another job takes all the
 * memory. One that dies with its workers again and again still ends in quarantine.
 */
export const deathsOfAnAttempt = 3;
/** Longest wait after a death. Chosen: a job that kills its worker then stops the others six times an hour at most. */
const longestDeathWaitMs = 600_000;

/** How long a job waits whose workers died `deaths` times: not at all the first time, then twice as long each time. */
export const waitAfterDeaths = (deaths: number, backoffMs: number): number =>
  deaths < 2 ? 0 : Math.min(longestDeathWaitMs, backoffMs * 2 ** (deaths - 2));

export interface Worker {
  /**
   * Takes no new job, waits for running ones up to `graceMs` (default 10,000), then gives them back. One whose handler
   * does not obey its signal within two seconds more is let go of: it comes back when its lease runs out.
   */
  stop(graceMs?: number): Promise<void>;
}

export interface QueueCounts {
  waiting: number;
  delayed: number;
  active: number;
  quarantined: number;
  /** Age of the oldest waiting job in ms; 0 when none waits. */
  oldestMs: number;
}

export interface QuarantinedJob extends Job {
  error: string;
  quarantinedAt: number;
}

/** Thrown by a handler when trying again cannot help. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure';
}
