import { flushEveryMs, keepSources, lookEveryMs } from '../../../pipelines/flow/keep-sources.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { CliContext } from '../cli-context.ts';
import { printFeed, type StartOptions, serve, stopOnSignal } from './serve.ts';

/** Watches the sources and serves the API until the process is told to stop. */
export async function start(context: CliContext, options: StartOptions): Promise<void> {
  if (options.sample) {
    const { startSample } = await import('./start-sample.ts');
    return startSample(context, options);
  }
  const installation = await context.open(options.settings, { labelApart: true });
  if (options.once) {
    await printFeed(context, installation, options.json);
    return installation.close();
  }
  const service = await serve(context, installation, options);
  const polling = options.settings.poll ? await keepCollecting(context, installation) : null;
  stopOnSignal(context, {
    async stop() {
      await polling?.stop();
      await service.stop();
    },
  });
  context.out('Berjalan. Hentikan dengan Ctrl+C.\n');
}

/** Each source at its own pace, streams included; on the first start those that the project brings. */
async function keepCollecting(
  context: CliContext,
  installation: Installation,
): Promise<{ stop(): Promise<void> }> {
  const sources = await keepSources(installation);
  if (sources.installed > 0) context.out(`${sources.installed} sumber bawaan dipasang.\n`);
  await sources.look();
  const tell = (error: Error): void => context.err(`jadwal sumber: ${error.message}\n`);
  const timers = [
    setInterval(() => void sources.look().catch(tell), lookEveryMs),
    setInterval(() => void sources.flush().catch(tell), flushEveryMs),
  ];
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await sources.stop();
    },
  };
}
