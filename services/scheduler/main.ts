import { installSources } from '../../pipelines/flow/install-sources.ts';
import { scheduleSources } from '../../pipelines/flow/schedule-sources.ts';
import type { Settings } from '../../shared/config/settings.ts';
import { openDistributed, runProcess } from '../distributed/main.ts';

/** How soon a source that was added, changed or switched off is heeded. */
const lookEveryMs = 30_000;

/** Makes sources due, each at its own pace. A second one changes nothing: the turns are named by their sources. */
await runProcess(async (settings: Settings) => {
  const installation = await openDistributed(settings);
  const { queue, records } = installation;
  await installSources(records);
  const scheduled = new Map<string, number>();
  const look = async (): Promise<void> =>
    scheduleSources(queue, await records.sources.list(), scheduled).catch((error: Error) => {
      process.stderr.write(`scheduler: ${error.message}\n`);
    });
  await look();
  const timer = setInterval(() => void look(), lookEveryMs);
  process.stderr.write('scheduler: running\n');
  return async () => {
    clearInterval(timer);
    await installation.close();
  };
});
