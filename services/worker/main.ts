import { collectSource } from '../../pipelines/flow/collect-source.ts';
import { openFlow } from '../../pipelines/flow/open-flow.ts';
import { connectors } from '../../pipelines/ingest/connectors/connectors.ts';
import { extractArticle } from '../../pipelines/ingest/page/extract-article.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { enrichJob } from '../../shared/jobs/jobs.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { openDistributed, runProcess } from '../distributed/main.ts';
import { attachWorkers } from './attach-workers.ts';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Asks one source; its items are on the queue before its cursor moves. */
async function collect(
  { records, index, fetcher, clock, queue, pseudonymise }: Installation,
  sourceId: string,
): Promise<void> {
  const source = (await records.sources.list()).find((one) => one.id === sourceId);
  if (!source?.enabled) return;
  const { error } = await collectSource(source, {
    records,
    index,
    fetcher,
    clock,
    connectors,
    readPage: async (html, url) => extractArticle(html, url),
    pseudonymise,
    secrets: {},
    deliver: async (items) => void (await queue.add([newJob(enrichJob, { items: [...items] })])),
  });
  if (error !== null) tell(`${source.name}: ${error}`);
}

/** Does the work of the queues; as many of these processes as there are machines. */
await runProcess(async (settings) => {
  const installation = await openDistributed(settings);
  const { queue } = installation;
  const workers = await attachWorkers({
    queue,
    flow: await openFlow(installation),
    collect: (sourceId) => collect(installation, sourceId),
    failed: (job, error, final) =>
      tell(`${job.name} ${final ? 'dikarantina' : 'akan diulang'}: ${error.message}`),
  });
  tell('worker: running');
  return async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await installation.close();
  };
});
