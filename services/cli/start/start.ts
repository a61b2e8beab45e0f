import { installSources } from '../../../pipelines/flow/install-sources.ts';
import { scheduleSources } from '../../../pipelines/flow/schedule-sources.ts';
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
  const polling = options.settings.poll ? await keepScheduling(context, installation) : null;
  stopOnSignal(context, {
    async stop() {
      polling?.stop();
      await service.stop();
    },
  });
  context.out('Berjalan. Hentikan dengan Ctrl+C.\n');
}

/** How soon a source that was added, changed or switched off, here or by another command, is heeded. */
const lookEveryMs = 30_000;

/** Each source at its own pace; on the first start those that the project brings. */
async function keepScheduling(
  context: CliContext,
  { queue, records }: Installation,
): Promise<{ stop(): void }> {
  const { sources, installed } = await installSources(records);
  if (installed > 0) context.out(`${installed} sumber bawaan dipasang.\n`);
  const scheduled = new Map<string, number>();
  await scheduleSources(queue, sources, scheduled);
  const look = async (): Promise<void> => {
    try {
      await scheduleSources(queue, await records.sources.list(), scheduled);
    } catch (error) {
      context.err(`jadwal sumber: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  return { stop: () => clearInterval(timer) };
}
