import { installSources } from '../../pipelines/flow/install-sources.ts';
import { scheduleSources } from '../../pipelines/flow/schedule-sources.ts';
import { runProcess, serveStatus } from '../distributed/main.ts';

/** How soon a source that was added, changed or switched off is heeded. */
const lookEveryMs = 30_000;

/** Makes sources due, each at its own pace. A second one changes nothing: the turns are named by their sources. */
await runProcess('scheduler', async (parts) => {
  const installation = await parts.open();
  const { queue, records } = installation;
  await installSources(records);
  const scheduled = new Map<string, number>();
  const look = async (): Promise<void> =>
    scheduleSources(queue, await records.sources.list(), scheduled).catch((error: Error) => {
      parts.telemetry.log('warn', 'sources could not be scheduled', { error: error.message });
    });
  await look();
  const timer = setInterval(() => void look(), lookEveryMs);
  const closeStatus = await serveStatus(parts, installation);
  return async () => {
    clearInterval(timer);
    await closeStatus();
    await installation.close();
  };
});
