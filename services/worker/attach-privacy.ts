import { keepPrivacy, type PrivacyDeps } from '../../pipelines/privacy/keep-privacy.ts';
import { newJob, payloadOf } from '../../shared/jobs/job-definition.ts';
import { privacyTurnJob } from '../../shared/jobs/jobs.ts';
import type { Job, Queue, Worker } from '../../shared/ports/queue.ts';

export interface PrivacyWorkerDeps extends PrivacyDeps {
  queue: Queue;
  failed(job: Job, error: Error, final: boolean): void;
}

/** Retention is counted in days; four turns a day make up for a computer that is off at night. */
const turnEveryMs = 6 * 3_600_000;

/** Drops personal data whose time is over. */
export async function attachPrivacy({ queue, failed, ...deps }: PrivacyWorkerDeps): Promise<Worker> {
  const turn = async (job: Job): Promise<void> => {
    payloadOf(privacyTurnJob, job.payload);
    await keepPrivacy(deps);
  };
  const worker = queue.work(privacyTurnJob.name, turn, {
    globalConcurrency: 1,
    comesAgain: true,
    onFailure: failed,
  });
  await queue.repeat('privacy-turn', turnEveryMs, newJob(privacyTurnJob, {}));
  return worker;
}
