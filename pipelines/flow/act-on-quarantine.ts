import type { Clock } from '../../shared/ports/clock.ts';
import type { QuarantinedJob, Queue } from '../../shared/ports/queue.ts';
import type { Records } from '../../shared/ports/records.ts';

export type QuarantineAct = 'replay' | 'discard';

export interface QuarantineDeps {
  queue: Pick<Queue, 'replay' | 'discard'>;
  records: Pick<Records, 'audit'>;
  clock: Clock;
}

/**
 * Puts jobs back on their queues, or throws them away for good. The trail has the act before it is done, with the jobs
 * and why each had failed: a queue cannot share its transaction, and an act without a trace would be the worse of the two.
 * @param jobs as they were listed; those that are gone meanwhile are passed over
 * @returns how many there were
 */
export async function actOnQuarantine(
  { queue, records, clock }: QuarantineDeps,
  act: QuarantineAct,
  jobs: readonly QuarantinedJob[],
  { actor, reason }: { actor: string; reason: string | null },
): Promise<number> {
  if (jobs.length === 0) return 0;
  await records.audit.append({
    at: clock.now(),
    actor,
    action: `quarantine.${act}`,
    subject: 'quarantine',
    before: jobs.map(({ id, name, error }) => ({ id, name, error })),
    after: null,
    reason,
  });
  return queue[act](jobs.map(({ id }) => id));
}
