import type { Source } from '../../shared/domain/source.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { collectJob } from '../../shared/jobs/jobs.ts';
import type { Queue } from '../../shared/ports/queue.ts';

/** Not polled: they speak up themselves, or only name what people hand in. */
const streamed: ReadonlySet<Source['kind']> = new Set(['bluesky_stream', 'import', 'report']);

/**
 * Brings the repeating jobs in line with the sources.
 * @param scheduled the pace of each source that is scheduled already, in ms, by id; brought up to date
 */
export async function scheduleSources(
  queue: Pick<Queue, 'repeat'>,
  sources: readonly Source[],
  scheduled: Map<string, number>,
): Promise<void> {
  const wanted = new Map(
    sources
      .filter((one) => one.enabled && !streamed.has(one.kind))
      .map((one) => [one.id, one.intervalMinutes * 60_000]),
  );
  for (const [id, everyMs] of wanted) {
    if (scheduled.get(id) === everyMs) continue;
    await queue.repeat(`collect ${id}`, everyMs, newJob(collectJob, { sourceId: id }));
    scheduled.set(id, everyMs);
  }
  const gone = [...scheduled.keys(), ...sources.map((one) => one.id)].filter((id) => !wanted.has(id));
  for (const id of new Set(gone)) {
    await queue.repeat(`collect ${id}`, 0, null);
    scheduled.delete(id);
  }
}
