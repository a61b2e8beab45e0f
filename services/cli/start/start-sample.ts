import { openCollector } from '../../../pipelines/flow/open-collector.ts';
import { openFlow } from '../../../pipelines/flow/open-flow.ts';
import { bundledCalendar, type ElectionCalendar } from '../../../pipelines/watch/calendar.ts';
import { dayMs, hourMs, type Instant } from '../../../shared/domain/instant.ts';
import type { Item } from '../../../shared/domain/item.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { CliContext, MovingClock } from '../cli-context.ts';
import { ImportTally } from '../import/import-report.ts';
import { readPostFile } from '../import/read-post-file.ts';
import { replayItems } from '../import/run-items.ts';
import type { RunningSample } from '../services.ts';
import { printFeed, type StartOptions, serve, stopOnSignal } from './serve.ts';

/** The sample's own server; a fixed port keeps the addresses, and so the items' ids, from run to run. */
const samplePort = 8_141;

/**
 * Runs the main job on the bundled week: fetches its feeds and pages from a server on this machine through the real
 * Fetcher, takes in its posts, and lets the clock follow the week, so that alerts come when they would have come.
 */
export async function startSample(context: CliContext, options: StartOptions): Promise<void> {
  const { startSample: startServer, sampleStartEndingAt } = await context.services();
  const weekStart = sampleStartEndingAt(Date.now());
  const sample = await startServer({ baseTime: weekStart, port: samplePort });
  const calendar = sampleCalendar(weekStart);
  // The address check allows this one server, and only in the sample run.
  const settings = { ...options.settings, allowAddresses: ['127.0.0.1'], logLevel: 'warn' as const };
  const taken = await takeInSample(context, settings, { sample, weekStart, calendar });
  context.out(
    `Contoh: ${taken.items} unggahan dikumpulkan, ${taken.taken} baru, ${taken.known} sudah ada, ${taken.alerts} peringatan.\n`,
  );
  const installation = await context.open(settings, { labelApart: true });
  await printFeed(context, installation, options.json);
  await sample.stop();
  if (options.once) return installation.close();
  const service = await serve(context, installation, { ...options, settings }, calendar);
  stopOnSignal(context, service);
  context.out('Contoh berjalan. Hentikan dengan Ctrl+C.\n');
}

export interface SampleRun {
  sample: RunningSample;
  weekStart: Instant;
  calendar: ElectionCalendar;
}

/** Collects the week and replays it. A second time everything is known. */
export async function takeInSample(
  context: CliContext,
  settings: StartOptions['settings'],
  { sample, weekStart, calendar }: SampleRun,
): Promise<{ items: number; taken: number; known: number; alerts: number }> {
  const clock = context.createReplayClock(weekStart + 7 * dayMs);
  const collecting = await context.open(settings, { clock, pauseMs: 0 });
  const tally = new ImportTally();
  const items = [
    ...(await collectSample(context, collecting, sample)),
    ...(await readSamplePosts(collecting, sample, clock, tally)),
  ];
  await collecting.close();
  const replayClock = context.createReplayClock(weekStart);
  const installation = await context.open(settings, { clock: replayClock });
  const flow = await openFlow(installation, { calendar });
  const dated = items.map((item) => ({ ...item, collectedAt: item.publishedAt }));
  const alerts = await replayItems(flow, dated, replayClock, tally, () => {});
  await installation.close();
  return { items: items.length, taken: tally.taken, known: tally.known, alerts };
}

/** Every feed of the sample, the broken ones too; what goes wrong is said in one line each. */
async function collectSample(
  context: CliContext,
  installation: Installation,
  sample: RunningSample,
): Promise<Item[]> {
  const readers = (await context.services()).openReaders();
  const items: Item[] = [];
  const { collect } = await openCollector(installation, readers, {
    deliver: async (batch) => void items.push(...batch),
  });
  for (const source of [...sample.sources, ...sample.brokenSources]) {
    await installation.records.sources.put(source);
    if (!source.enabled) continue;
    const { error } = await collect(source);
    if (error !== null) context.err(`${source.name}: ${error}\n`);
  }
  await readers.close();
  return items;
}

async function readSamplePosts(
  { pseudonymise }: Installation,
  sample: RunningSample,
  clock: MovingClock,
  tally: ImportTally,
): Promise<Item[]> {
  const items: Item[] = [];
  for (const file of sample.postFiles) {
    const { outcomes } = await readPostFile(file, {
      sourceId: 'contoh-unggahan',
      now: clock.now(),
      pseudonymise,
    });
    for await (const outcome of outcomes) {
      tally.rows += 1;
      if (outcome.item) items.push(outcome.item);
      else tally.refuse(outcome.drop, outcome.line);
    }
  }
  return items;
}

/** Days of the sample's Wednesday vote and the recapitulation after it. */
const votingDay = 3;
const plenaryDay = 24;

const wibDate = (at: Instant): string => new Date(at + 7 * hourMs).toISOString().slice(0, 10);

/** The bundled calendar with the sample's own vote. */
export function sampleCalendar(weekStart: Instant): ElectionCalendar {
  const day = (n: number): string => wibDate(weekStart + n * dayMs);
  const election = {
    id: 'contoh',
    name: 'Pemungutan suara contoh',
    units: ['RI'],
    votingDay: day(votingDay),
    plenaryDay: day(plenaryDay),
    checked: true,
    basis: null,
    stages: [],
  };
  return { ...bundledCalendar, elections: [...bundledCalendar.elections, election] };
}
