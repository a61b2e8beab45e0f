import type { NewJob } from '../ports/queue.ts';
import { newJob } from './job-definition.ts';
import { batchSize, matchJob } from './jobs.ts';

/** Entries a job: each may be compared with 200 items, so that a job stays below a minute. */
const entriesPerJob = Math.floor(batchSize / 10);

/** Jobs that look for new or changed entries of the knowledge base in what is there already; behind fresh items. */
export function matchEntryJobs(entryIds: readonly string[]): NewJob[] {
  const jobs: NewJob[] = [];
  for (let at = 0; at < entryIds.length; at += entriesPerJob)
    jobs.push(
      newJob(
        matchJob,
        { itemIds: [], issueIds: [], entryIds: entryIds.slice(at, at + entriesPerJob) },
        { priority: 5 },
      ),
    );
  return jobs;
}
