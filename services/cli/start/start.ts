import { defaultSources } from '../../../pipelines/ingest/default-sources.ts';
import type { Source } from '../../../shared/domain/source.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { collectJob } from '../../../shared/jobs/jobs.ts';
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
  if (options.settings.poll) await scheduleSources(installation, await ensureSources(context, installation));
  stopOnSignal(context, service);
  context.out('Berjalan. Hentikan dengan Ctrl+C.\n');
}

/** The stored sources; on the first start those that the project brings. */
async function ensureSources(context: CliContext, { records }: Installation): Promise<Source[]> {
  const stored = await records.sources.list();
  if (stored.length > 0) return stored;
  for (const source of defaultSources) await records.sources.put(source);
  context.out(`${defaultSources.length} sumber bawaan dipasang.\n`);
  return records.sources.list();
}

/** Each source at its own pace. */
async function scheduleSources({ queue }: Installation, sources: readonly Source[]): Promise<void> {
  for (const source of sources) {
    const job = source.enabled ? newJob(collectJob, { sourceId: source.id }) : null;
    await queue.repeat(`collect ${source.id}`, source.intervalMinutes * 60_000, job);
  }
}
