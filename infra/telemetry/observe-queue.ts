import type { Job, JobHandler, NewJob, Queue } from '../../shared/ports/queue.ts';
import type { Carried, Telemetry } from '../../shared/ports/telemetry.ts';

/** Beside what a job is about, its payload has what it carries; the schemas of jobs pass it over. */
const carriedKey = 'carried';

function withCarried(job: NewJob, carried: Carried): NewJob {
  const { payload } = job;
  const isObject = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  return isObject && Object.keys(carried).length > 0
    ? { ...job, payload: { ...payload, [carriedKey]: carried } }
    : job;
}

function carriedBy({ payload }: Job): Carried {
  const carried: unknown =
    typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>)[carriedKey] : null;
  if (typeof carried !== 'object' || carried === null) return {};
  return Object.fromEntries(Object.entries(carried).filter(([, value]) => typeof value === 'string'));
}

/** The same queue: jobs carry on what they belong to, and every attempt is timed and logged with the job's id. */
export function observeQueue(queue: Queue, telemetry: Telemetry): Queue {
  const observed =
    (name: string, handler: JobHandler): JobHandler =>
    (job, signal) =>
      telemetry.resume(carriedBy(job), () =>
        telemetry.step(`job ${name}`, { job: job.id, stage: name, attempt: job.attempt }, () =>
          attempt(telemetry, name, () => handler(job, signal)),
        ),
      );
  return {
    ...queue,
    add: (jobs) => queue.add(jobs.map((job) => withCarried(job, telemetry.carried()))),
    work: (name, handler, options) =>
      queue.work(name, observed(name, handler), {
        ...options,
        onFailure(job, error, final) {
          telemetry.count('jobFailures', { stage: name, final: String(final) });
          telemetry.log(
            final ? 'error' : 'warn',
            final ? 'job quarantined' : 'job failed, to be tried again',
            {
              job: job.id,
              stage: name,
              attempt: job.attempt,
              origin: carriedBy(job)['origin'] ?? job.id,
              error: error.message,
            },
          );
          options.onFailure?.(job, error, final);
        },
      }),
  };
}

async function attempt(telemetry: Telemetry, stage: string, work: () => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  const end = (outcome: string): number => {
    const seconds = (performance.now() - startedAt) / 1_000;
    telemetry.observe('stageSeconds', { stage, outcome }, seconds);
    return seconds;
  };
  try {
    await work();
    telemetry.log('debug', 'job done', { seconds: end('done') });
  } catch (error) {
    end('failed');
    throw error;
  }
}
