import { type RunPorts, runReport } from '../../pipelines/report/run/run-report.ts';
import { takeTurn } from '../../pipelines/report/run/take-turn.ts';
import { remindOfReports } from '../../pipelines/report/tiered/remind-of-reports.ts';
import { newJob, payloadOf } from '../../shared/jobs/job-definition.ts';
import { reportRunJob, reportTurnJob } from '../../shared/jobs/jobs.ts';
import type { Job, Queue, Worker } from '../../shared/ports/queue.ts';

export interface ReportWorkerDeps extends RunPorts {
  queue: Queue;
  /** Links in reminders begin with it. */
  baseUrl: string;
  failed(job: Job, error: Error, final: boolean): void;
}

/** A quarter of an hour late does no weekly report harm. */
const turnEveryMs = 15 * 60_000;

/** Makes reports and exports, begins scheduled ones and reminds people of deadlines. */
export async function attachReports(deps: ReportWorkerDeps): Promise<Worker[]> {
  const { queue, records, clock, baseUrl, failed } = deps;
  const make = async (job: Job, signal: AbortSignal): Promise<void> => {
    await runReport(deps, payloadOf(reportRunJob, job.payload).runId, signal);
  };
  const turn = async (job: Job): Promise<void> => {
    payloadOf(reportTurnJob, job.payload);
    const begun = await takeTurn({ records, now: clock.now() });
    await queue.add(begun.map(({ id }) => newJob(reportRunJob, { runId: id }, { priority: 8 })));
    await remindOfReports({ records, now: clock.now(), baseUrl });
  };
  const workers = [
    queue.work(reportRunJob.name, make, { concurrency: 1, onFailure: failed }),
    queue.work(reportTurnJob.name, turn, { globalConcurrency: 1, comesAgain: true, onFailure: failed }),
  ];
  await queue.repeat('report-turn', turnEveryMs, newJob(reportTurnJob, {}));
  return workers;
}
