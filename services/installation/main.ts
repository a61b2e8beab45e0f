import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import type { ChannelDeps } from '../../infra/channels/open-channels.ts';
import { createIds, createSystemClock } from '../../infra/clock/system-clock.ts';
import { openCollecting } from '../../infra/http/open-collecting.ts';
import { createUndiciFetcher } from '../../infra/http/undici/undici-fetcher.ts';
import { createTaskThread } from '../../infra/http/worker/task-thread.ts';
import { createThreadLabeller } from '../../infra/http/worker/thread-labeller.ts';
import { createModelReader } from '../../infra/models/model-versions.ts';
import { createToneModelOpener } from '../../infra/models/onnx/open-onnx-tone-model.ts';
import { readModel } from '../../infra/models/read-model.ts';
import { createAnswerFiles } from '../../infra/render/create-answer-files.ts';
import { createOpenAiRephraser } from '../../infra/rephrase/openai/create-openai-rephraser.ts';
import { createOidcProvider } from '../../infra/sign-in/oidc/create-oidc-provider.ts';
import { createAllowance } from '../../pipelines/flow/allowance.ts';
import type { CollectRequest } from '../../pipelines/ingest/connectors/connector.ts';
import type { tryParseFeed } from '../../pipelines/ingest/feed/parse-feed.ts';
import type { Article } from '../../pipelines/ingest/page/extract-article.ts';
import type { Workbook } from '../../pipelines/ingest/posts/read-workbook.ts';
import {
  environmentName,
  isDistributed,
  type SettingName,
  type Settings,
} from '../../shared/config/settings.ts';
import type { Grant } from '../../shared/domain/user.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { type Finding, ill } from '../../shared/ports/finding.ts';
import type { IdentityProvider } from '../../shared/ports/identity-provider.ts';
import { type Installation, moveStateName } from '../../shared/ports/installation.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { ReportFiles } from '../../shared/ports/report-files.ts';
import type { ApiCollecting } from '../api/api-collecting.ts';
import type { LabellerData } from '../labeller/main.ts';

/** What every installation has alike, whichever servers it runs on; the embedded and the distributed one add theirs. */

/** The desk as `npm run build` made it; null when it was not. */
export function findDesk(): string | null {
  const folder = resolve(import.meta.dirname, '..', 'web', 'dist');
  return existsSync(join(folder, 'index.html')) ? folder : null;
}

export interface OpenOptions {
  /** For the move itself: opens what another run left half moved. */
  moving?: boolean;
  /** Told in one line what is usable and yet not as it should be. */
  warn?(line: string): void;
  clock?: Clock;
  /** Pause between two requests to one host, in ms; none where every host is the sample's own server. */
  pauseMs?: number;
  /** Items are labelled in a thread of their own, so that the process goes on answering. */
  labelApart?: boolean;
  /** Of that thread, in MB: a fifth of its time goes into clearing the small one that suits an office PC. */
  labelNurseryMb?: number;
}

/** What keeps an installation's data. */
export type Stores = Pick<Installation, 'queue' | 'index' | 'records' | 'tables' | 'evidence'>;

interface OwnParts extends Pick<Installation, 'changes'> {
  stores: Stores;
  /** Makes private authors pseudonymous. */
  key: string;
  /** Where several processes take turns with one host. */
  turns?: NonNullable<Parameters<typeof createUndiciFetcher>[0]['turns']>;
  /** Lets go of the stores, after the rest. */
  closeStores(): Promise<void>;
}

export function completeInstallation(
  settings: Settings,
  options: OpenOptions,
  { stores, key, turns, changes, closeStores }: OwnParts,
): Installation {
  const clock = options.clock ?? createSystemClock();
  const fetcher = createUndiciFetcher({
    clock: createSystemClock(),
    contact: settings.contact,
    allowAddresses: settings.allowAddresses,
    ...(turns ? { turns } : {}),
    ...(options.pauseMs === undefined ? {} : { pauseMs: options.pauseMs }),
  });
  const rephrasing = openRephraser(settings);
  const mood = settings.toneModelDir === undefined ? null : createToneModelOpener(settings.toneModelDir);
  const labeller = options.labelApart
    ? createThreadLabeller({
        module: new URL('../labeller/main.ts', import.meta.url),
        data: { dataDir: resolve(settings.dataDir) } satisfies LabellerData,
        ...(options.labelNurseryMb === undefined ? {} : { nurseryMb: options.labelNurseryMb }),
      })
    : null;
  return {
    ...stores,
    fetcher,
    clock,
    ids: createIds(clock),
    collecting: openCollecting(settings),
    files: createLazyFiles(),
    answerFiles: createAnswerFiles(),
    publicUrl: settings.publicUrl ?? `${settings.baseUrl.replace(/\/+$/, '')}/klarifikasi`,
    ...(settings.publicName === undefined ? {} : { publicName: settings.publicName }),
    ...(rephrasing ? { rephraser: rephrasing.rephraser } : {}),
    ...(changes ? { changes } : {}),
    readModel: createModelReader(resolve(settings.dataDir), readModel),
    ...(labeller ? { labeller } : {}),
    ...(mood ? { openToneModel: mood.open } : {}),
    // loaded when the first picture is drawn: most processes never draw one
    drawPicture: async (picture) => (await import('../../infra/render/draw-picture.ts')).drawPicture(picture),
    pseudonymKey: key,
    pseudonymise: (name) => `akun-${createHmac('sha256', key).update(name).digest('hex').slice(0, 12)}`,
    async close() {
      await stores.queue.close();
      await labeller?.close();
      await mood?.close();
      await rephrasing?.close();
      await fetcher.close();
      await stores.index.close();
      await closeStores();
    },
  };
}

/** A model may think for minutes over a long text on an office PC. */
const rephraseTimeoutMs = 180_000;

/** The language model that the settings name, over a fetcher that reaches it and no other address inside. */
function openRephraser({
  rephraseUrl: url,
  rephraseModel: model,
  rephraseKey: key,
  rephraseAddress,
  contact,
}: Settings) {
  if (url === undefined || model === undefined) return null;
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const allowed = rephraseAddress ?? (isIP(host) === 0 ? null : host);
  const fetcher = createUndiciFetcher({
    clock: createSystemClock(),
    contact,
    allowAddresses: allowed === null ? [] : [allowed],
    pauseMs: 0,
    timeouts: { headers: rephraseTimeoutMs, total: rephraseTimeoutMs },
  });
  return {
    rephraser: createOpenAiRephraser({ url, model, key, fetcher }),
    close: () => fetcher.close(),
  };
}

/** Loaded when a file is first made: its libraries take a third of a second. */
function createLazyFiles(): ReportFiles {
  const load = async () => (await import('../../infra/render/create-report-files.ts')).createReportFiles();
  let files: ReturnType<typeof load> | null = null;
  const loaded = () => (files ??= load());
  return {
    renderers: async () => (await loaded()).renderers(),
    modelErrors: async () => (await loaded()).modelErrors(),
    rowWriters: async () => (await loaded()).rowWriters(),
    writeRows: async (...rows) => (await loaded()).writeRows(...rows),
  };
}

/** The data folder, made when it is not there. */
export function dataFolder({ dataDir }: Settings): string {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The data of another installation came only in part: it is neither whole nor empty. */
export class HalfMoved extends Error {
  override name = 'HalfMoved';
}

/** @throws HalfMoved saying what to run, unless it is the move that opens it */
export async function refuseHalfMoved(records: Records, { moving }: OpenOptions): Promise<void> {
  const move = (await records.state.get(moveStateName)) as {
    direction: string;
    finishedAt: number | null;
  } | null;
  if (moving || move === null || move.finishedAt !== null) return;
  throw new HalfMoved(
    `This installation is half moved: run "saring migrate ${move.direction}" again to finish it`,
  );
}

/**
 * The key that makes private authors pseudonymous: the one that came with moved data, else the one that was set, else
 * one that is made once and kept.
 */
export async function pseudonymKey({ pseudonymKey: set }: Settings, records: Records): Promise<string> {
  const moved = await records.state.get('pseudonym.moved');
  if (typeof moved === 'string') return moved;
  if (set !== undefined) return set;
  const kept = await records.state.get('pseudonym.key');
  if (typeof kept === 'string') return kept;
  const fresh = randomBytes(32).toString('hex');
  await records.state.put('pseudonym.key', fresh);
  return fresh;
}

/**
 * The channels that the settings set up, over a fetcher of their own: providers are asked often and answer for many
 * people, so one refusal must not silence the host for minutes.
 */
export async function openDeliveryChannels(
  { records, clock, drawPicture }: Installation,
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
  // Loaded when asked for, as are the connectors: an import or a report must not hold what it never uses in memory.
  const { openChannels } = await import('../../infra/channels/open-channels.ts');
  const channels = await openChannels({
    settings,
    records,
    fetcher,
    drawPicture,
    now: () => clock.now(),
    tell,
  });
  return {
    channels,
    async close() {
      for (const channel of channels.values()) await channel.close();
      await fetcher.close();
    },
  };
}

/** What keeps the data of an installation, looked at without opening it. */
export async function probeInstallation(
  settings: Settings,
): Promise<{ findings: Finding[]; isOpenable: boolean }> {
  if (isDistributed(settings)) return probeServers(settings);
  const { probeSqlite } = await import('../../infra/sqlite/probe-sqlite.ts');
  const { migrationFinding } = await import('../../infra/records/probe-migrations.ts');
  const { findings, migrations, columns } = probeSqlite(
    join(resolve(settings.dataDir), 'saring.sqlite'),
    Date.now(),
  );
  if (migrations === null) return { findings, isOpenable: false };
  const { finding, isCurrent } = await migrationFinding('SQLite', migrations, columns);
  const all = [...findings, finding];
  return { findings: all, isOpenable: isCurrent && all.every(({ ok }) => ok) };
}

async function probeServers(settings: Settings): Promise<{ findings: Finding[]; isOpenable: boolean }> {
  const { redisUrl, databaseUrl, elasticsearchUrl, redisCa, databaseCa, keyPrefix } = settings;
  const { elasticsearchApiKey: apiKey, elasticsearchCa: caFile } = settings;
  const missing = (name: SettingName, server: string): Finding[] => [
    ill(
      `${server}: sambungan`,
      `${environmentName(name)} belum disetel`,
      'Ketiga server harus disebut, atau tidak satu pun.',
    ),
  ];
  const { probeRedis } = await import('../../infra/queue/bullmq/probe-redis.ts');
  const { probePostgres } = await import('../../infra/records/probe-postgres.ts');
  const { probeElasticsearch } = await import('../../infra/index/elasticsearch/probe-elasticsearch.ts');
  const [redis, postgres, elasticsearch] = await Promise.all([
    redisUrl
      ? probeRedis({ url: redisUrl, ...(redisCa ? { caFile: redisCa } : {}) }, keyPrefix)
      : missing('redisUrl', 'Redis'),
    databaseUrl
      ? probePostgres({ url: databaseUrl, ...(databaseCa ? { caFile: databaseCa } : {}) })
      : { findings: missing('databaseUrl', 'PostgreSQL'), isCurrent: false },
    elasticsearchUrl
      ? probeElasticsearch(
          { url: elasticsearchUrl, ...(apiKey ? { apiKey } : {}), ...(caFile ? { caFile } : {}) },
          keyPrefix,
        )
      : missing('elasticsearchUrl', 'Elasticsearch'),
  ]);
  const findings = [...redis, ...postgres.findings, ...elasticsearch];
  return { findings, isOpenable: postgres.isCurrent && findings.every((finding) => finding.ok) };
}

/** The slowest honest page measured takes 40 ms; an office PC under load may need fifty times as long. */
const readerTimeoutMs = 5_000;

export interface Readers extends Required<Pick<CollectRequest, 'readPage' | 'readFeed'>> {
  close(): Promise<void>;
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

/** What the API needs to visit sources, take in reports and files, and hand out evidence. */
export async function openApiCollecting(
  { records, index, fetcher, clock, pseudonymise, collecting, evidence }: Installation,
  readers: Pick<Readers, 'readPage' | 'readFeed'>,
  settings: Pick<Settings, 'publicReports'> | undefined,
): Promise<ApiCollecting> {
  const { connectors } = await import('../../pipelines/ingest/connectors/connectors.ts');
  const { secrets, openMailbox } = collecting;
  const { readPage, readFeed } = readers;
  const allowance = createAllowance(records);
  return {
    store: evidence,
    visits: {
      ...{ index, fetcher, clock, connectors, readPage, readFeed },
      ...{ openMailbox, allowance, pseudonymise, secrets },
    },
    readWorkbook: readWorkbookApart,
    publicReports: settings?.publicReports ?? false,
  };
}

/** An Excel file of 100,000 rows takes 6 s here; an office PC under load may need several times as long. */
const workbookTimeoutMs = 120_000;

/** Reads one Excel file in a thread that ends with it: a file made to fill the memory costs that thread alone. */
export async function readWorkbookApart(bytes: Uint8Array): Promise<Workbook> {
  const thread = createTaskThread<[Uint8Array], Workbook>({
    module: new URL('../../pipelines/ingest/posts/read-workbook.ts', import.meta.url),
    exported: 'readWorkbook',
    timeoutMs: workbookTimeoutMs,
    maxHeapMb: 768,
  });
  try {
    return await thread.run(bytes);
  } catch {
    return { refused: 'Berkas Excel ini terlalu besar atau rusak; simpan sebagai CSV lalu ulangi.' };
  } finally {
    await thread.close();
  }
}

/** Who vouches for people beside the installation itself, what somebody nobody invited gets, and who needs a second factor. */
export function openIdentity({
  oidcIssuer: issuer,
  oidcClientId: clientId,
  oidcClientSecret: clientSecret,
  oidcName: name,
  oidcNewUsers,
  baseUrl,
  secondFactor,
}: Settings): { identityProvider?: IdentityProvider; newUserGrant?: Grant; secondFactor: string } {
  if (issuer === undefined) return { secondFactor };
  if (clientId === undefined || clientSecret === undefined)
    throw new Error('SARING_OIDC_ISSUER asks for SARING_OIDC_CLIENT_ID and SARING_OIDC_CLIENT_SECRET.');
  const redirectUri = new URL('/v1/session/oidc/callback', baseUrl).href;
  const identityProvider = createOidcProvider({ issuer, clientId, clientSecret, name, redirectUri });
  const unit = /^(.+):reader$/.exec(oidcNewUsers)?.[1];
  return unit === undefined
    ? { secondFactor, identityProvider }
    : { secondFactor, identityProvider, newUserGrant: { unit, role: 'reader' } };
}
