import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { Flow } from '../../../pipelines/flow/flow.ts';
import { openFlow } from '../../../pipelines/flow/open-flow.ts';
import { rememberVendor } from '../../../pipelines/ingest/posts/vendor-profile.ts';
import type { Settings } from '../../../shared/config/settings.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { batchSize } from '../../../shared/jobs/jobs.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { CliContext, MovingClock } from '../cli-context.ts';
import { createProgress, type Progress } from '../progress.ts';
import { type ImportReport, ImportTally } from './import-report.ts';
import { type PostFile, readPostFile } from './read-post-file.ts';
import { replayItems, runBatch } from './run-items.ts';
import { contextOf, profileOf, type VendorFlags } from './vendor-flags.ts';

export interface ImportOptions {
  file: string;
  settings: Settings;
  eventTime: boolean;
  quiet: boolean;
  /** Whose export it is: its columns are remembered. */
  vendor?: VendorFlags;
}

/** Before anything a replay may bring. */
const replayStart = Date.UTC(2004, 0, 1);

/** Takes a file of posts through the whole path; running it again changes nothing. */
export async function importPosts(
  context: CliContext,
  { file, settings, eventTime, quiet, vendor }: ImportOptions,
): Promise<ImportReport> {
  const clock = eventTime ? context.createReplayClock(replayStart) : null;
  const installation = await context.open(settings, { labelApart: true, ...(clock ? { clock } : {}) });
  try {
    const flow = await openFlow(installation);
    const now = eventTime ? Date.now() : installation.clock.now();
    const profile = await profileOf(installation, vendor ?? {});
    const posts = await readPostFile(
      file,
      {
        sourceId: `import:${vendor?.vendor ?? basename(file)}`,
        now,
        pseudonymise: installation.pseudonymise,
        ...(profile ? contextOf(profile) : {}),
      },
      // Loaded for such a file only: it brings what serves a whole installation.
      extname(file).toLowerCase() === '.xlsx' ? (await context.services()).readWorkbook : undefined,
    );
    const tally = new ImportTally();
    const progress = createProgress(context, quiet, clock ? 'baris' : 'byte');
    const alerts = clock
      ? await replay(posts, flow, clock, tally, progress)
      : await importNow(posts, flow, tally, progress);
    progress.stop();
    if (profile && vendor?.vendor !== undefined) await rememberVendor(installation.records, profile);
    return await report({ file, settings, installation, tally, alerts });
  } finally {
    await installation.close();
  }
}

async function importNow(
  posts: PostFile,
  flow: Flow,
  tally: ImportTally,
  progress: Progress,
): Promise<number> {
  progress.start(posts.sizeBytes);
  for await (const items of batches(posts, tally)) {
    await runBatch(flow, items, tally);
    progress.update(posts.readBytes());
  }
  return (await flow.watch(true, { unattended: true })).alerts.length;
}

async function replay(
  posts: PostFile,
  flow: Flow,
  clock: MovingClock,
  tally: ImportTally,
  progress: Progress,
): Promise<number> {
  const all: Item[] = [];
  // What was collected after the fact counts at the time it was written.
  for await (const items of batches(posts, tally))
    for (const item of items) all.push({ ...item, collectedAt: item.publishedAt });
  progress.start(all.length);
  return replayItems(flow, all, clock, tally, progress.update);
}

async function* batches(posts: PostFile, tally: ImportTally): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const outcome of posts.outcomes) {
    tally.rows += 1;
    if (outcome.item === null) {
      tally.refuse(outcome.drop, outcome.line);
      continue;
    }
    for (const { code } of outcome.notes) tally.note(code);
    batch.push(outcome.item);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

interface ReportFacts {
  file: string;
  settings: Settings;
  installation: Installation;
  tally: ImportTally;
  alerts: number;
}

async function report({ file, settings, installation, tally, alerts }: ReportFacts): Promise<ImportReport> {
  const { records, index } = installation;
  const drops = tally.refusals.filter((refusal) => refusal.stage === 'collect');
  if (drops.length > 0) await records.sources.countDrops(Date.now(), drops);
  const { total } = await records.issues.list({ scope: nationalScope, sort: 'newest', limit: 1 });
  const stories = new Set<string>();
  for await (const batch of index.scan({ scope: nationalScope, linked: true }, 1_000))
    for (const item of batch) if (item.storyId) stories.add(item.storyId);
  return {
    file,
    ...tally.counts(),
    stories: stories.size,
    issues: total,
    alerts,
    refusalsFile: await writeRefusals(file, settings, tally),
  };
}

async function writeRefusals(file: string, settings: Settings, tally: ImportTally): Promise<string | null> {
  if (tally.refusals.length === 0) return null;
  const folder = join(resolve(settings.dataDir), 'import');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${basename(file)}.ditolak.jsonl`);
  await writeFile(path, tally.refusals.map((refusal) => `${JSON.stringify(refusal)}\n`).join(''));
  return path;
}
