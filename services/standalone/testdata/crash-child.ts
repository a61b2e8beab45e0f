/**
 * Started and killed by the crash test: `node crash-child.ts DATA FIRST COUNT`. Adds batches of items to the queue and
 * prints the number of each once it is acknowledged, while the workers run; ends by itself when everything is done.
 */
import { openFlow } from '../../../pipelines/flow/open-flow.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { enrichJob } from '../../../shared/jobs/jobs.ts';
import { attachWorkers } from '../../worker/attach-workers.ts';
import { openEmbedded } from '../main.ts';
import { crashBatch } from './crash-items.ts';

const [, , dataDir = '', first = '0', count = '0'] = process.argv;
const installation = await openEmbedded(loadConfig({}, { dataDir, logLevel: 'silent' }));
const { queue } = installation;
const flow = await openFlow(installation);
await attachWorkers({ queue, flow, collect: async () => {}, failed: (_job, error) => console.error(error.message) });
for (let n = Number(first); n < Number(first) + Number(count); n += 1) {
  await queue.add([newJob(enrichJob, { items: crashBatch(n) })]);
  console.log(n);
  await new Promise((resolve) => setTimeout(resolve, 10));
}
for (;;) {
  const counts = await queue.counts();
  const open = ['enrich', 'link'].some((name) => (counts[name]?.waiting ?? 0) + (counts[name]?.active ?? 0) + (counts[name]?.delayed ?? 0) > 0);
  if (!open) break;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await installation.close();
