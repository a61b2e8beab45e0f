import { createRedisChanges } from '../../infra/changes/redis/create-redis-changes.ts';
import { createPostgresEvidence } from '../../infra/evidence/postgres/create-postgres-evidence.ts';
import { startStatusServer } from '../../infra/http/status/status-server.ts';
import { createElasticsearchIndex } from '../../infra/index/elasticsearch/create-elasticsearch-index.ts';
import { checkRedis, connectRedis } from '../../infra/queue/bullmq/connect-redis.ts';
import { createBullmqQueue } from '../../infra/queue/bullmq/create-bullmq-queue.ts';
import { openPostgres } from '../../infra/records/open-postgres.ts';
import { createTelemetry } from '../../infra/telemetry/node/create-telemetry.ts';
import { observeInstallation } from '../../infra/telemetry/observe-installation.ts';
import { createRedisTurns } from '../../infra/turns/redis/create-redis-turns.ts';
import program from '../../package.json' with { type: 'json' };
import { loadUnitChanges } from '../../pipelines/flow/unit-changes.ts';
import { isUsable, readReadiness } from '../../pipelines/status/check-parts.ts';
import { BadSetting, loadConfig } from '../../shared/config/load-config.ts';
import type { Settings } from '../../shared/config/settings.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { MetricsPage, Telemetry } from '../../shared/ports/telemetry.ts';
import {
  completeInstallation,
  type OpenOptions,
  pseudonymKey,
  refuseHalfMoved,
} from '../installation/main.ts';

/** The addresses of the three servers. @throws BadSetting naming the first that is not set */
function serversOf(settings: Settings) {
  const { redisUrl, databaseUrl, elasticsearchUrl } = settings;
  if (!redisUrl) throw new BadSetting('SARING_REDIS_URL is not set: a distributed installation needs Redis');
  if (!databaseUrl)
    throw new BadSetting('SARING_DATABASE_URL is not set: a distributed installation needs PostgreSQL');
  if (!elasticsearchUrl)
    throw new BadSetting(
      'SARING_ELASTICSEARCH_URL is not set: a distributed installation needs Elasticsearch',
    );
  return { redisUrl, databaseUrl, elasticsearchUrl };
}

/**
 * The distributed installation: queues on Redis, items on Elasticsearch, records on PostgreSQL. Any number of processes
 * may open it at once; the first one migrates. Refuses servers that are too old or set up so that work could get lost,
 * with one line that says what to do; a Redis that keeps nothing on its disk is only warned of.
 */
export async function openDistributed(settings: Settings, options: OpenOptions = {}): Promise<Installation> {
  const { redisUrl, databaseUrl, elasticsearchUrl } = serversOf(settings);
  const { keyPrefix: prefix, redisCa, databaseCa, elasticsearchCa, elasticsearchApiKey } = settings;
  const redis = { url: redisUrl, ...(redisCa ? { caFile: redisCa } : {}) };
  const risk = await tryRedis(redis);
  if (risk !== null) options.warn?.(risk);
  const server = {
    url: elasticsearchUrl,
    ...(elasticsearchApiKey ? { apiKey: elasticsearchApiKey } : {}),
    ...(elasticsearchCa ? { caFile: elasticsearchCa } : {}),
  };
  const index = createElasticsearchIndex({ server, prefix, random: Math.random });
  const { records, tables, alone, run, close } = await openPostgres({
    url: databaseUrl,
    maxConnections: settings.databaseConnections,
    ...(databaseCa ? { caFile: databaseCa } : {}),
  });
  const { evidence, key } = await alone('open', async () => {
    await index.prepare();
    await refuseHalfMoved(records, options);
    await loadUnitChanges(records);
    return { evidence: await createPostgresEvidence(run), key: await pseudonymKey(settings, records) };
  }).catch(async (error: unknown) => {
    await index.close();
    await close();
    throw error;
  });
  const queue = createBullmqQueue({ redis, prefix, random: Math.random, leaseMs: settings.leaseMs });
  const shared = connectRedis(redis, false);
  const changes = createRedisChanges({
    connection: shared,
    openReader: () => connectRedis(redis, true),
    prefix,
  });
  const unfollow = await changes.follow(({ event }) => {
    // A server that is away for a moment is asked again with the next change; names are as they were until then.
    if (event.kind === 'units.changed') loadUnitChanges(records).catch(() => {});
  });
  return completeInstallation(settings, options, {
    stores: { queue, index, records, tables, evidence },
    key,
    turns: createRedisTurns({ connection: shared, prefix }),
    changes,
    async closeStores() {
      await unfollow();
      shared.disconnect();
      await close();
    },
  });
}

async function tryRedis(redis: Parameters<typeof connectRedis>[0]): Promise<string | null> {
  const connection = connectRedis(redis, false);
  try {
    return await checkRedis(connection);
  } finally {
    connection.disconnect();
  }
}

export interface ProcessParts {
  settings: Settings;
  telemetry: Telemetry;
  metrics: MetricsPage;
  /** The installation that the settings name, with every call timed. */
  open(options?: OpenOptions): Promise<Installation>;
}

/**
 * Runs a process of the distributed installation: one plain line when it cannot start, a graceful end on SIGTERM.
 * @param start returns what ends it
 */
export async function runProcess(
  service: string,
  start: (parts: ProcessParts) => Promise<() => Promise<void>>,
): Promise<void> {
  try {
    const settings = loadConfig(process.env);
    const { page, ...telemetry } = createTelemetry({
      service,
      version: program.version,
      logLevel: settings.logLevel,
    });
    const warn = (line: string): void => telemetry.log('warn', line);
    const open = async (options?: OpenOptions): Promise<Installation> =>
      observeInstallation(await openDistributed(settings, { warn, ...options }), telemetry);
    const stop = await start({ settings, telemetry, metrics: page, open });
    endOnSignal(stop, (word) => telemetry.log('info', `${service}: ${word}`));
    telemetry.log('info', `${service}: running`);
  } catch (error) {
    process.stderr.write(`saring: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof BadSetting ? 2 : 1);
  }
}

function endOnSignal(stop: () => Promise<void>, tell: (word: string) => void): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) process.exit(143); // asked twice: running jobs are handed out again when their leases run out
    stopping = true;
    tell('stopping, running jobs may end');
    void stop().then(
      () => {
        tell('stopped');
        process.exit(0);
      },
      (error: Error) => {
        tell(`stopped with an error: ${error.message}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** What supervisors and Prometheus ask of a process without an API, where the settings give it a port. */
export async function serveStatus(
  { settings, metrics }: ProcessParts,
  installation: Installation,
): Promise<() => Promise<void>> {
  const { statusPort: port, statusHost: host } = settings;
  if (port === undefined) return async () => {};
  const check = async (): Promise<{ usable: boolean; body: object }> => {
    const body = await readReadiness(installation);
    return { usable: isUsable(body), body };
  };
  return (await startStatusServer({ host, port, check, metrics })).close;
}
