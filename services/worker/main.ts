import type { ChangeEvent } from '../../shared/ports/change-bus.ts';
import { openDistributed, runProcess } from '../distributed/main.ts';
import { openDeliveryChannels, openReaders } from '../installation/main.ts';
import { runWorkers } from './run-workers.ts';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Does the work of the queues; as many of these processes as there are machines. */
await runProcess(async (settings) => {
  const installation = await openDistributed(settings);
  const { changes, clock } = installation;
  const announce = (events: readonly ChangeEvent[]): void => void changes?.tell(events);
  const readers = openReaders();
  const { channels, close } = await openDeliveryChannels(installation, settings, ({ deliveryId, unit }) =>
    announce([{ kind: 'message.delivered', at: clock.now(), id: deliveryId, unit }]),
  );
  const workers = await runWorkers(installation, {
    readers,
    delivery: { channels, baseUrl: settings.baseUrl },
    announce,
    told: tell,
  });
  tell('worker: running');
  return async () => {
    await workers.stop();
    await close();
    await readers.close();
    await installation.close();
  };
});
