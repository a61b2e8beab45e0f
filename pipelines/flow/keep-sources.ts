import { contactKeptMs } from '../../shared/domain/citizen-report.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { collectJob, enrichJob } from '../../shared/jobs/jobs.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { installSources } from './install-sources.ts';
import { createStreamRunner } from './run-streams.ts';
import { scheduleSources } from './schedule-sources.ts';

/** How soon a source that was added, changed or switched off, here or by another command, is heeded. */
export const lookEveryMs = 30_000;
/** How long a post of a stream waits for company: a batch costs the queue as much as one post. */
export const flushEveryMs = 2_000;

export interface SourceKeeper {
  /** Sources that the project brings and that were stored just now. */
  installed: number;
  /** Brings turns and streams in line with the sources; call it every `lookEveryMs`. */
  look(): Promise<void>;
  /** Delivers what streams brought; call it every `flushEveryMs`. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Lets every source have its turn at its own pace and listens to those that speak up themselves. A second one, in
 * another process, changes nothing for turns, which are named by their sources, and reads streams twice, whose items
 * have the same ids.
 */
export async function keepSources(installation: Installation): Promise<SourceKeeper> {
  const { queue, records, clock, collecting } = installation;
  const { installed } = await installSources(records);
  const scheduled = new Map<string, number>();
  const streams = createStreamRunner({
    ...installation,
    openStream: collecting.openStream,
    secrets: collecting.secrets,
    deliver: async (items) => void (await queue.add([newJob(enrichJob, { items: [...items] })])),
    poll: async (sourceId) => void (await queue.add([newJob(collectJob, { sourceId })])),
  });
  return {
    installed,
    async look() {
      const sources = await records.sources.list();
      await scheduleSources(queue, sources, scheduled);
      await streams.sync(sources);
      await records.reports.forgetContacts(clock.now() - contactKeptMs);
    },
    flush: () => streams.flush(),
    stop: () => streams.stop(),
  };
}
