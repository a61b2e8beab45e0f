import { collectSource } from '../../pipelines/flow/collect-source.ts';
import { openFlow } from '../../pipelines/flow/open-flow.ts';
import { connectors } from '../../pipelines/ingest/connectors/connectors.ts';
import { nationalUnit } from '../../shared/domain/unit.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { enrichJob } from '../../shared/jobs/jobs.ts';
import type { ChangeEvent } from '../../shared/ports/change-bus.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { Job } from '../../shared/ports/queue.ts';
import { openDistributed, runProcess } from '../distributed/main.ts';
import { openDeliveryChannels, openReaders, type Readers } from '../standalone/main.ts';
import { attachWorkers } from './attach-workers.ts';
import { attachDelivery, type DeliveryWorkers } from './deliver.ts';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

type Announce = (...events: ChangeEvent[]) => void;

/** Asks one source; its items are on the queue before its cursor moves. */
async function collect(
  { records, index, fetcher, clock, queue, pseudonymise }: Installation,
  readers: Readers,
  announce: Announce,
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
    ...readers,
    pseudonymise,
    secrets: {},
    deliver: async (items) => void (await queue.add([newJob(enrichJob, { items: [...items] })])),
  });
  if (error !== null) tell(`${source.name}: ${error}`);
  announce({ kind: 'source.changed', at: clock.now(), id: source.id, unit: nationalUnit });
}

/** Does the work of the queues; as many of these processes as there are machines. */
await runProcess(async (settings) => {
  const installation = await openDistributed(settings);
  const { queue, records, index, clock } = installation;
  const announce: Announce = (...events) => void installation.changes?.tell(events);
  const failed = (job: Job, error: Error, final: boolean): void =>
    tell(`${job.name} ${final ? 'dikarantina' : 'akan diulang'}: ${error.message}`);
  let delivery: DeliveryWorkers | null = null;
  const flow = await openFlow(installation, {
    changed({ issues, alerts }) {
      announce(
        ...issues.map(({ id, unit }) => ({ kind: 'issue.changed' as const, at: clock.now(), id, unit })),
        ...alerts.map(({ id, unit, at }) => ({ kind: 'alert.raised' as const, at, id, unit })),
      );
      if (alerts.length > 0) delivery?.kick().catch((error: Error) => tell(error.message));
    },
  });
  const readers = openReaders();
  const workers = await attachWorkers({
    queue,
    flow,
    collect: (sourceId) => collect(installation, readers, announce, sourceId),
    failed,
  });
  const sending = await openDeliveryChannels(installation, settings, ({ deliveryId, unit }) =>
    announce({ kind: 'message.delivered', at: clock.now(), id: deliveryId, unit }),
  );
  delivery = await attachDelivery({
    queue,
    records,
    index,
    clock,
    channels: sending.channels,
    baseUrl: settings.baseUrl,
    failed,
  });
  tell('worker: running');
  return async () => {
    await Promise.all([...workers, ...(delivery?.workers ?? [])].map((worker) => worker.stop()));
    await sending.close();
    await readers.close();
    await installation.close();
  };
});
