import { join } from 'node:path';
import { createSystemClock } from '../../infra/clock/system-clock.ts';
import { createSqliteEvidence } from '../../infra/evidence/sqlite/create-sqlite-evidence.ts';
import { createTaskThread } from '../../infra/http/worker/task-thread.ts';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createFindApart, type Outcome } from '../../infra/index/sqlite/find-apart.ts';
import type { FindPage, Question } from '../../infra/index/sqlite/find-page.ts';
import type { FindData } from '../../infra/index/sqlite/find-thread.ts';
import { createSqliteQueue } from '../../infra/queue/sqlite/create-sqlite-queue.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import { createTelemetry } from '../../infra/telemetry/node/create-telemetry.ts';
import { observeInstallation } from '../../infra/telemetry/observe-installation.ts';
import program from '../../package.json' with { type: 'json' };
import { createKnowledgeBase } from '../../pipelines/claims/knowledge-base.ts';
import type { Flow } from '../../pipelines/flow/flow.ts';
import { loadUnitChanges } from '../../pipelines/flow/unit-changes.ts';
import type { ElectionCalendar } from '../../pipelines/watch/calendar.ts';
import type { Settings } from '../../shared/config/settings.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { type ChangeFeed, createChangeFeed } from '../api/events.ts';
import {
  completeInstallation,
  dataFolder,
  type OpenOptions,
  openApiCollecting,
  openDeliveryChannels,
  openIdentity,
  openReaders,
  pseudonymKey,
  refuseHalfMoved,
} from '../installation/main.ts';

/** The embedded installation: one SQLite file in the data folder, made when it is not there. */
export async function openEmbedded(settings: Settings, options: OpenOptions = {}): Promise<Installation> {
  const clock = options.clock ?? createSystemClock();
  const sqlite = openSqlite(join(dataFolder(settings), 'saring.sqlite'));
  const { records, tables, close } = await createRecords(createSqliteDialect(sqlite));
  try {
    await refuseHalfMoved(records, options);
    await loadUnitChanges(records);
  } catch (error) {
    await close();
    sqlite.close();
    throw error;
  }
  const search = options.labelApart ? openSearch(sqlite.path) : null;
  return completeInstallation(
    settings,
    { ...options, clock },
    {
      stores: {
        queue: createSqliteQueue({ sqlite, clock, random: Math.random }),
        index: createSqliteIndex(sqlite, searchTerms, search?.find),
        records,
        tables,
        evidence: createSqliteEvidence(sqlite),
      },
      key: await pseudonymKey(settings, records),
      async closeStores() {
        await search?.close();
        await close();
        sqlite.close();
      },
    },
  );
}

/** Above what a search of a million items took on a cold disk; one that takes longer is given up. */
const searchTimeoutMs = 30_000;

/** Searches in a thread of their own, started with the first: reading a cold disk must not hold what others ask. */
function openSearch(path: string): { find: FindPage; close(): Promise<void> } {
  const thread = createTaskThread<[readonly Question[]], Outcome[]>({
    module: new URL('../../infra/index/sqlite/find-thread.ts', import.meta.url),
    exported: 'find',
    data: { path } satisfies FindData,
    timeoutMs: searchTimeoutMs,
    maxYoungMb: 2,
  });
  return { find: createFindApart((questions) => thread.run(questions)), close: () => thread.close() };
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
  /** The built desk; without it only the API is served. */
  deskFolder?: string | undefined;
  /** Makes a link that opens the desk signed in as the sample's officer. */
  sampleOfficer?: boolean;
  /** Told what went wrong with a source or a job, in one line. */
  told(line: string): void;
}

export interface RunningService {
  address: string;
  /** Makes the first administrator, once; null when there are people already. */
  firstLink: string | null;
  /** Opens the desk as the sample's officer, once; null unless `sampleOfficer` was asked for and nobody else is there. */
  sampleLink: string | null;
  flow: Flow;
  /** What open pages listen to. */
  changes: Pick<ChangeFeed, 'tell'>;
  /** Lets requests and jobs end, then closes the installation. */
  stop(): Promise<void>;
}

/** The API and the workers in one process. */
export async function startAll(opened: Installation, options: StartAllOptions): Promise<RunningService> {
  // Loaded here: what only opens the installation (an import, a report) does without a web server.
  const { buildApp } = await import('../api/app.ts');
  const { makeFirstLink } = await import('../api/people/first-link.ts');
  const { makeSampleLink } = await import('../api/people/session-link.ts');
  const { runWorkers } = await import('../worker/run-workers.ts');
  const { page, ...telemetry } = createTelemetry({
    service: 'standalone',
    version: program.version,
    // Somebody who looks on is told in words (`told`); lines of JSON are for a file or a collector.
    logLevel: process.stderr.isTTY && options.logLevel !== 'silent' ? 'error' : options.logLevel,
  });
  const installation = observeInstallation(opened, telemetry);
  const { queue, index, records, clock } = installation;
  const { token, logLevel, host, port, delivery, calendar, told } = options;
  const changes = createChangeFeed();
  // One index of the knowledge base for the API and the workers of this process.
  const knowledge = createKnowledgeBase(records);
  const readers = openReaders();
  const app = await buildApp({
    index,
    records,
    queue,
    clock,
    ids: installation.ids,
    changes,
    scope: nationalScope,
    readModel: installation.readModel,
    files: installation.files,
    answerFiles: installation.answerFiles,
    rephraser: installation.rephraser,
    publicUrl: installation.publicUrl,
    publicName: installation.publicName,
    knowledge,
    token,
    logLevel,
    deskFolder: options.deskFolder,
    telemetry,
    metrics: page,
    whatsappSecret: delivery?.whatsappSecret,
    ...(delivery ? openIdentity(delivery) : {}),
    collecting: await openApiCollecting(installation, readers, delivery),
    ...(calendar ? { calendar } : {}),
    ...(options.requestsPerMinute === undefined ? {} : { requestsPerMinute: options.requestsPerMinute }),
  });
  const sending = delivery
    ? await openDeliveryChannels(installation, delivery, ({ deliveryId, unit }) =>
        changes.tell({ kind: 'message.delivered', at: clock.now(), id: deliveryId, unit }),
      )
    : null;
  const workers = await runWorkers(installation, {
    readers,
    knowledge,
    announce: (all) => {
      for (const change of all) changes.tell(change);
    },
    told,
    telemetry,
    ...(calendar ? { calendar } : {}),
    ...(sending && delivery ? { delivery: { channels: sending.channels, baseUrl: delivery.baseUrl } } : {}),
  });
  const address = await app.listen({ host, port });
  const sampleLink = options.sampleOfficer ? await makeSampleLink(records, clock.now()) : null;
  return {
    address,
    sampleLink,
    firstLink: await makeFirstLink(records),
    flow: workers.flow,
    changes,
    async stop() {
      await app.close();
      await workers.stop();
      await sending?.close();
      await readers.close();
      await installation.close();
    },
  };
}
