import type { ChangeEvent } from '../../shared/ports/change-bus.ts';
import { runProcess, serveStatus } from '../distributed/main.ts';
import { openDeliveryChannels, openReaders } from '../installation/main.ts';
import { runWorkers } from './run-workers.ts';

/** A batch of 200 posts fits; a worker of the distributed installation has gigabytes around it. */
const labelNurseryMb = 32;

/** Does the work of the queues; as many of these processes as there are machines. */
await runProcess('worker', async (parts) => {
  const { settings, telemetry } = parts;
  // Labelling takes half of the time: beside it the process goes on reading, linking and writing.
  const installation = await parts.open({ labelApart: true, labelNurseryMb });
  const { changes, clock } = installation;
  const announce = (events: readonly ChangeEvent[]): void => void changes?.tell(events);
  const readers = openReaders();
  const { channels, close } = await openDeliveryChannels(installation, settings, ({ deliveryId, unit }) =>
    announce([{ kind: 'message.delivered', at: clock.now(), id: deliveryId, unit }]),
  );
  const workers = await runWorkers(installation, {
    readers,
    carryItems: true,
    delivery: { channels, baseUrl: settings.baseUrl },
    announce,
    told: () => {}, // every job and every source is in the log
    telemetry,
  });
  const closeStatus = await serveStatus(parts, installation);
  return async () => {
    await workers.stop();
    await closeStatus();
    await close();
    await readers.close();
    await installation.close();
  };
});
