import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ChannelDeps, openChannels } from '../../infra/channels/open-channels.ts';
import { createIds, createSystemClock } from '../../infra/clock/system-clock.ts';
import { createSqliteEvidence } from '../../infra/evidence/sqlite/create-sqlite-evidence.ts';
import { createUndiciFetcher } from '../../infra/http/undici/undici-fetcher.ts';
import { createTaskThread } from '../../infra/http/worker/task-thread.ts';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createModelReader } from '../../infra/models/model-versions.ts';
import { createToneModelOpener } from '../../infra/models/onnx/open-onnx-tone-model.ts';
import { readModel } from '../../infra/models/read-model.ts';
import { createSqliteQueue } from '../../infra/queue/sqlite/create-sqlite-queue.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { collectSource } from '../../pipelines/flow/collect-source.ts';
import type { Flow } from '../../pipelines/flow/flow.ts';
import { openFlow } from '../../pipelines/flow/open-flow.ts';
import type { CollectRequest } from '../../pipelines/ingest/connectors/connector.ts';
import { connectors } from '../../pipelines/ingest/connectors/connectors.ts';
import type { tryParseFeed } from '../../pipelines/ingest/feed/parse-feed.ts';
import type { Article } from '../../pipelines/ingest/page/extract-article.ts';
import type { ElectionCalendar } from '../../pipelines/watch/calendar.ts';
import type { Settings } from '../../shared/config/settings.ts';
import type { Item } from '../../shared/domain/item.ts';
import { nationalScope, nationalUnit } from '../../shared/domain/unit.ts';
import { newJob } from '../../shared/jobs/job-definition.ts';
import { enrichJob } from '../../shared/jobs/jobs.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { Job } from '../../shared/ports/queue.ts';
import type { Records } from '../../shared/ports/records.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { buildApp } from '../api/app.ts';
import { createChangeFeed } from '../api/events.ts';
import { attachWorkers } from '../worker/attach-workers.ts';
import { attachDelivery, type DeliveryWorkers } from '../worker/deliver.ts';

/** Pause between two requests to one host, in ms; none where every host is the sample's own server. */
export interface OpenOptions {
  clock?: Clock;
  pauseMs?: number;
}

/** The embedded installation: one SQLite file in the data folder, made when it is not there. */
export async function openEmbedded(settings: Settings, options: OpenOptions = {}): Promise<Installation> {
  const clock = options.clock ?? createSystemClock();
  const folder = resolve(settings.dataDir);
  mkdirSync(folder, { recursive: true });
  const sqlite = openSqlite(join(folder, 'saring.sqlite'));
  const queue = createSqliteQueue({ sqlite, clock, random: Math.random });
  const index = createSqliteIndex(sqlite, searchTerms);
  const { records, close } = await createRecords(createSqliteDialect(sqlite));
  const key = settings.pseudonymKey ?? (await keptKey(records));
  const fetcher = createUndiciFetcher({
    clock: createSystemClock(),
    contact: settings.contact,
    allowAddresses: settings.allowAddresses,
    ...(options.pauseMs === undefined ? {} : { pauseMs: options.pauseMs }),
  });
  const mood = settings.toneModelDir === undefined ? null : createToneModelOpener(settings.toneModelDir);
  return {
    queue,
    index,
    records,
    evidence: createSqliteEvidence(sqlite),
    fetcher,
    clock,
    ids: createIds(clock),
    readModel: createModelReader(folder, readModel),
    ...(mood ? { openToneModel: mood.open } : {}),
    pseudonymise: (name) => `akun-${createHmac('sha256', key).update(name).digest('hex').slice(0, 12)}`,
    async close() {
      await queue.close();
      await mood?.close();
      await fetcher.close();
      await index.close();
      await close();
      sqlite.close();
    },
  };
}

/** The key that makes private authors pseudonymous, made once for an installation. */
async function keptKey(records: Records): Promise<string> {
  const kept = await records.state.get('pseudonym.key');
  if (typeof kept === 'string') return kept;
  const fresh = randomBytes(32).toString('hex');
  await records.state.put('pseudonym.key', fresh);
  return fresh;
}

export interface StartAllOptions {
  host: string;
  port: number;
  token: string;
  logLevel: string;
  /** Per address; only a bench needs more than the default. */
  requestsPerMinute?: number;
  /** Stages of an election, where they are not the bundled ones. */
  calendar?: ElectionCalendar;
  /** With them, alerts are also sent to people, by the channels they set up. */
  delivery?: Settings;
  /** Told what went wrong with a source or a job, in one line. */
  told(line: string): void;
}

/**
 * The channels that the settings set up, over a fetcher of their own: providers are asked often and answer for many
 * people, so one refusal must not silence the host for minutes.
 */
export async function openDeliveryChannels(
  { records, clock }: Installation,
  settings: Settings,
  tell: ChannelDeps['tell'] = () => {},
) {
  const fetcher = createUndiciFetcher({
    clock: createSystemClock(),
    contact: settings.contact,
    allowAddresses: settings.allowAddresses,
    pauseMs: 40,
    backOffBaseMs: 1_000,
    backOffMaxMs: 60_000,
  });
  const channels = await openChannels({ settings, records, fetcher, now: () => clock.now(), tell });
  return {
    channels,
    async close() {
      for (const channel of channels.values()) await channel.close();
      await fetcher.close();
    },
  };
}

export interface RunningService {
  address: string;
  flow: Flow;
  /** Lets requests and jobs end, then closes the installation. */
  stop(): Promise<void>;
}

/** The API and the workers in one process. */
export async function startAll(
  installation: Installation,
  options: StartAllOptions,
): Promise<RunningService> {
  const { queue, index, records, clock, fetcher, pseudonymise } = installation;
  const changes = createChangeFeed();
  let delivery: DeliveryWorkers | null = null;
  const flow = await openFlow(installation, {
    ...(options.calendar ? { calendar: options.calendar } : {}),
    changed({ issues, alerts }) {
      for (const issue of issues)
        changes.tell({ kind: 'issue.changed', at: clock.now(), id: issue.id, unit: issue.unit });
      for (const alert of alerts)
        changes.tell({ kind: 'alert.raised', at: alert.at, id: alert.id, unit: alert.unit });
      if (alerts.length > 0) delivery?.kick().catch((error: Error) => options.told(error.message));
    },
  });
  const { token, logLevel, host, port } = options;
  const app = await buildApp({
    index,
    records,
    queue,
    clock,
    ids: installation.ids,
    changes,
    scope: nationalScope,
    readModel: installation.readModel,
    token,
    logLevel,
    whatsappSecret: options.delivery?.whatsappSecret,
    ...(options.requestsPerMinute === undefined ? {} : { requestsPerMinute: options.requestsPerMinute }),
  });
  const readers = openReaders();
  const collectDeps = { records, index, fetcher, clock, connectors, ...readers, pseudonymise, secrets: {} };
  const failed = (job: Job, error: Error, final: boolean): void =>
    options.told(`${job.name} ${final ? 'dikarantina' : 'akan diulang'}: ${error.message}`);
  const workers = await attachWorkers({
    queue,
    flow,
    async collect(sourceId) {
      const source = (await records.sources.list()).find((one) => one.id === sourceId);
      if (!source?.enabled) return;
      const deliver = async (items: readonly Item[]): Promise<void> => {
        await queue.add([newJob(enrichJob, { items: [...items] })]);
      };
      const { error } = await collectSource(source, { ...collectDeps, deliver });
      if (error !== null) options.told(`${source.name}: ${error}`);
      changes.tell({ kind: 'source.changed', at: clock.now(), id: source.id, unit: nationalUnit });
    },
    failed,
  });
  const sending = options.delivery
    ? await openDeliveryChannels(installation, options.delivery, ({ deliveryId, unit }) =>
        changes.tell({ kind: 'message.delivered', at: clock.now(), id: deliveryId, unit }),
      )
    : null;
  if (sending && options.delivery)
    delivery = await attachDelivery({
      queue,
      records,
      index,
      clock,
      channels: sending.channels,
      baseUrl: options.delivery.baseUrl,
      failed,
    });
  const address = await app.listen({ host, port });
  return {
    address,
    flow,
    async stop() {
      await app.close();
      await Promise.all([...workers, ...(delivery?.workers ?? [])].map((worker) => worker.stop()));
      await sending?.close();
      await readers.close();
      await installation.close();
    },
  };
}

/** Reads what sites sent in threads of their own, so that hostile markup stalls nothing but its thread. */
export function openReaders(): Readers {
  const pages = createTaskThread<[html: string, url: string], Article>({
    module: new URL('../../pipelines/ingest/page/extract-article.ts', import.meta.url),
    exported: 'extractArticle',
    timeoutMs: readerTimeoutMs,
  });
  const feeds = createTaskThread<Parameters<typeof tryParseFeed>, ReturnType<typeof tryParseFeed>>({
    module: new URL('../../pipelines/ingest/feed/parse-feed.ts', import.meta.url),
    exported: 'tryParseFeed',
    timeoutMs: readerTimeoutMs,
  });
  return {
    readPage: (html, url) => pages.run(html, url),
    readFeed: (bytes, options) => feeds.run(bytes, options),
    async close() {
      await pages.close();
      await feeds.close();
    },
  };
}

/** The slowest honest page measured takes 40 ms; an office PC under load may need fifty times as long. */
const readerTimeoutMs = 5_000;

export interface Readers extends Required<Pick<CollectRequest, 'readPage' | 'readFeed'>> {
  close(): Promise<void>;
}
