import { disseminationTurn } from '../../pipelines/disseminate/dissemination-turn.ts';
import { remindOfCampaign } from '../../pipelines/disseminate/remind.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { newJob, payloadOf } from '../../shared/jobs/job-definition.ts';
import { disseminationTurnJob } from '../../shared/jobs/jobs.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { Job, Worker } from '../../shared/ports/queue.ts';

export interface DisseminationWorkerDeps extends Pick<Installation, 'queue' | 'records' | 'index' | 'clock'> {
  /** Links in reminders begin with it. */
  baseUrl: string;
  failed(job: Job, error: Error, final: boolean): void;
}

/** A reminder or a measurement of a day may be a quarter of an hour late. */
const turnEveryMs = 15 * 60_000;

/** Measures what followed publications and reminds of what is left to do. */
export async function attachDissemination(deps: DisseminationWorkerDeps): Promise<Worker[]> {
  const { queue, records, index, clock, baseUrl, failed } = deps;
  const turn = async (job: Job): Promise<void> => {
    const { remind } = payloadOf(disseminationTurnJob, job.payload);
    const turnDeps = { records, index, now: clock.now(), baseUrl };
    if (!remind) return void (await disseminationTurn(turnDeps));
    const campaign = await records.dissemination.campaigns.get(remind.campaignId, nationalScope);
    if (campaign?.state === 'running') await remindOfCampaign(turnDeps, campaign, remind.stage);
  };
  const worker = queue.work(disseminationTurnJob.name, turn, { globalConcurrency: 1, onFailure: failed });
  await queue.repeat('dissemination-turn', turnEveryMs, newJob(disseminationTurnJob, {}));
  return [worker];
}
