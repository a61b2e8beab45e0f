import { setTimeout as wait } from 'node:timers/promises';
import { deliverDue } from '../../pipelines/deliver/deliver-due.ts';
import { enqueueDigests } from '../../pipelines/deliver/enqueue-digests.ts';
import { type DeliveryParts, openDelivery } from '../../pipelines/deliver/open-delivery.ts';
import { unitName, zoneOf } from '../../shared/areas/units.ts';
import { channelNames } from '../../shared/domain/recipient.ts';
import { newJob, payloadOf } from '../../shared/jobs/job-definition.ts';
import { deliverJob, digestJob } from '../../shared/jobs/jobs.ts';
import type { Job, Queue, Worker } from '../../shared/ports/queue.ts';

export interface DeliveryWorkerDeps extends DeliveryParts {
  queue: Queue;
  failed(job: Job, error: Error, final: boolean): void;
}

export interface DeliveryWorkers {
  workers: Worker[];
  /** Sends what is due now, without waiting for the next turn; call it when alerts were raised. */
  kick(): Promise<void>;
}

/** Retries come due at any second; a quarter of a minute late does no harm. */
const deliverEveryMs = 15_000;
const digestEveryMs = 60_000;
/** A rate that is used up has room again within a second. */
const pacedMs = 1_000;

/** Sends what the outbox holds, each channel by itself, and makes the digests when they are due. */
export async function attachDelivery(deps: DeliveryWorkerDeps): Promise<DeliveryWorkers> {
  const { queue, records, clock, baseUrl, failed } = deps;
  const sending = openDelivery(deps);
  const deliver = async (job: Job, signal: AbortSignal): Promise<void> => {
    const { channel } = payloadOf(deliverJob, job.payload);
    while ((await deliverDue(sending, channel, { signal })).paced && !signal.aborted) await wait(pacedMs);
  };
  const digest = async (job: Job): Promise<void> => {
    payloadOf(digestJob, job.payload);
    const { settings } = sending;
    await enqueueDigests({ records, now: clock.now(), settings, baseUrl, zoneOf, unitName });
  };
  const workers = [
    queue.work(deliverJob.name, deliver, {
      concurrency: channelNames.length,
      comesAgain: true,
      onFailure: failed,
    }),
    queue.work(digestJob.name, digest, { globalConcurrency: 1, comesAgain: true, onFailure: failed }),
  ];
  for (const channel of channelNames)
    await queue.repeat(`deliver ${channel}`, deliverEveryMs, newJob(deliverJob, { channel }));
  await queue.repeat('digest', digestEveryMs, newJob(digestJob, {}));
  return {
    workers,
    async kick() {
      await queue.add(channelNames.map((channel) => newJob(deliverJob, { channel }, { priority: 1 })));
    },
  };
}
