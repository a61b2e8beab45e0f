import { keepGoing } from '../../pipelines/workflow/keep-going.ts';
import { newJob, payloadOf } from '../../shared/jobs/job-definition.ts';
import { workflowTurnJob } from '../../shared/jobs/jobs.ts';
import type { ChangeEvent } from '../../shared/ports/change-bus.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Job, Queue, Worker } from '../../shared/ports/queue.ts';
import type { Records } from '../../shared/ports/records.ts';

export interface WorkflowWorkerDeps {
  queue: Queue;
  records: Records;
  clock: Clock;
  announce(changes: readonly ChangeEvent[]): void;
  failed(job: Job, error: Error, final: boolean): void;
}

/** The shortest patience is an hour; five minutes late is no harm. */
const turnEveryMs = 5 * 60_000;

/** Asks owners who are silent, and tells of hand-overs that nobody answered. */
export async function attachWorkflow({
  queue,
  records,
  clock,
  announce,
  failed,
}: WorkflowWorkerDeps): Promise<Worker> {
  const turn = async (job: Job): Promise<void> => {
    payloadOf(workflowTurnJob, job.payload);
    const told = await keepGoing({ records, clock });
    announce(told.map(({ userId, unit }) => ({ kind: 'notice.added', at: clock.now(), id: userId, unit })));
  };
  const worker = queue.work(workflowTurnJob.name, turn, {
    globalConcurrency: 1,
    comesAgain: true,
    onFailure: failed,
  });
  await queue.repeat('workflow-turn', turnEveryMs, newJob(workflowTurnJob, {}));
  return worker;
}
