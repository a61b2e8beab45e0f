import { flushEveryMs, keepSources, lookEveryMs } from '../../pipelines/flow/keep-sources.ts';
import { runProcess, serveStatus } from '../distributed/main.ts';

/** Makes sources due, each at its own pace, and listens to streams. */
await runProcess('scheduler', async (parts) => {
  const installation = await parts.open();
  const sources = await keepSources(installation);
  const tell = (error: Error): void =>
    parts.telemetry.log('warn', 'sources could not be kept going', { error: error.message });
  await sources.look().catch(tell);
  const timers = [
    setInterval(() => void sources.look().catch(tell), lookEveryMs),
    setInterval(() => void sources.flush().catch(tell), flushEveryMs),
  ];
  const closeStatus = await serveStatus(parts, installation);
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await sources.stop();
    await closeStatus();
    await installation.close();
  };
});
