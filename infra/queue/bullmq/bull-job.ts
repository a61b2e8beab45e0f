import type { Job as BullJob, JobsOptions } from 'bullmq';
import type { Job, NewJob, QuarantinedJob } from '../../../shared/ports/queue.ts';

/** What a job carries in Redis. */
export interface Envelope {
  payload: unknown;
  /** Times it was given back by a worker that stopped: these starts were no attempts. */
  released?: number;
  /** Deaths of workers after which the job has waited already. */
  waited?: number;
}

export type StoredJob = BullJob<Envelope>;

export const defaults = { attempts: 5, backoffMs: 1_000, priority: 5 } as const;

/** BullMQ's priority 0 goes before all others, as ours does; `id` must not contain a colon. */
export function toBull(job: NewJob, id: string): { name: string; data: Envelope; opts: JobsOptions } {
  return {
    name: job.name,
    data: { payload: job.payload },
    opts: {
      jobId: id,
      attempts: job.attempts ?? defaults.attempts,
      backoff: { type: 'custom', delay: job.backoffMs ?? defaults.backoffMs },
      priority: job.priority ?? defaults.priority,
      removeOnComplete: true,
      removeOnFail: false,
      stackTraceLimit: 1,
      ...(job.delayMs ? { delay: job.delayMs } : {}),
      ...(job.key === undefined ? {} : { deduplication: { id: job.key } }),
    },
  };
}

/** A quarantined job as it was added, to be added again. */
export function toNew(job: StoredJob): NewJob {
  const { attempts, backoff, deduplication, priority } = job.opts;
  const key = deduplication?.id;
  return {
    name: job.name,
    payload: job.data.payload,
    attempts: attempts ?? defaults.attempts,
    backoffMs: typeof backoff === 'object' ? (backoff.delay ?? defaults.backoffMs) : defaults.backoffMs,
    priority: priority ?? defaults.priority,
    ...(key === undefined ? {} : { key }),
  };
}

/** The id tells the queue, too, so that a job can be found by it alone. */
export const portId = (job: StoredJob): string => `${job.name}/${job.id}`;

export function splitId(id: string): { name: string; bullId: string } | null {
  const at = id.lastIndexOf('/');
  return at < 0 ? null : { name: id.slice(0, at), bullId: id.slice(at + 1) };
}

/** A start is an attempt unless the worker gave the job back or died. */
export const toPort = (job: StoredJob): Job => ({
  id: portId(job),
  name: job.name,
  payload: job.data.payload,
  attempt: Math.max(1, job.attemptsStarted - (job.data.released ?? 0) - job.stalledCounter),
  addedAt: job.timestamp,
});

export const toQuarantined = (job: StoredJob): QuarantinedJob => ({
  ...toPort(job),
  error: job.failedReason ?? '',
  quarantinedAt: job.finishedOn ?? job.timestamp,
});
