import { scheduleSources } from '../../pipelines/flow/schedule-sources.ts';
import { defaultSources } from '../../pipelines/ingest/default-sources.ts';
import type { Settings } from '../../shared/config/settings.ts';
import { openDistributed, runProcess } from '../distributed/main.ts';

/** How soon a source that was added, changed or switched off is heeded. */
const lookEveryMs = 30_000;

/** Makes sources due, each at its own pace. A second one changes nothing: the turns are named by their sources. */
await runProcess(async (settings: Settings) => {
  const installation = await openDistributed(settings);
  const { queue, records } = installation;
  if ((await records.sources.list()).length === 0)
    for (const source of defaultSources) await records.sources.put(source);
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
