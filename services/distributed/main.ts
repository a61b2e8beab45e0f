import { createHmac, randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { createRedisChanges } from '../../infra/changes/redis/create-redis-changes.ts';
import { createIds, createSystemClock } from '../../infra/clock/system-clock.ts';
import { createPostgresEvidence } from '../../infra/evidence/postgres/create-postgres-evidence.ts';
import { createUndiciFetcher } from '../../infra/http/undici/undici-fetcher.ts';
import { createElasticsearchIndex } from '../../infra/index/elasticsearch/create-elasticsearch-index.ts';
import { createModelReader } from '../../infra/models/model-versions.ts';
import { createToneModelOpener } from '../../infra/models/onnx/open-onnx-tone-model.ts';
import { readModel } from '../../infra/models/read-model.ts';
import { checkRedis, connectRedis } from '../../infra/queue/bullmq/connect-redis.ts';
import { createBullmqQueue } from '../../infra/queue/bullmq/create-bullmq-queue.ts';
import { openPostgres } from '../../infra/records/open-postgres.ts';
import { createRedisTurns } from '../../infra/turns/redis/create-redis-turns.ts';
import { BadSetting, loadConfig } from '../../shared/config/load-config.ts';
import type { Settings } from '../../shared/config/settings.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import type { Records } from '../../shared/ports/records.ts';

export interface OpenDistributedOptions {
  clock?: Clock;
  /** Pause between two requests to one host, in ms. */
  pauseMs?: number;
}

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
 * with one line that says what to do.
 */
export async function openDistributed(
  settings: Settings,
  options: OpenDistributedOptions = {},
): Promise<Installation> {
  const { redisUrl, databaseUrl, elasticsearchUrl } = serversOf(settings);
  const { keyPrefix: prefix, redisCa, databaseCa, elasticsearchCa, elasticsearchApiKey } = settings;
  const clock = options.clock ?? createSystemClock();
  const redis = { url: redisUrl, ...(redisCa ? { caFile: redisCa } : {}) };
  await tryRedis(redis);
  const server = {
    url: elasticsearchUrl,
    ...(elasticsearchApiKey ? { apiKey: elasticsearchApiKey } : {}),
    ...(elasticsearchCa ? { caFile: elasticsearchCa } : {}),
  };
  const index = createElasticsearchIndex({ server, prefix, random: Math.random });
  const { records, alone, run, close } = await openPostgres({
    url: databaseUrl,
    maxConnections: settings.databaseConnections,
    ...(databaseCa ? { caFile: databaseCa } : {}),
  });
  const { evidence, key } = await alone('open', async () => {
    await index.prepare();
    return {
      evidence: await createPostgresEvidence(run),
      key: settings.pseudonymKey ?? (await keptKey(records)),
    };
  });
  const queue = createBullmqQueue({ redis, prefix, random: Math.random, leaseMs: settings.leaseMs });
  const shared = connectRedis(redis, false);
  const fetcher = createUndiciFetcher({
    clock: createSystemClock(),
    contact: settings.contact,
    allowAddresses: settings.allowAddresses,
    turns: createRedisTurns({ connection: shared, prefix }),
    ...(options.pauseMs === undefined ? {} : { pauseMs: options.pauseMs }),
  });
  const mood = settings.toneModelDir === undefined ? null : createToneModelOpener(settings.toneModelDir);
  return {
    queue,
    index,
    records,
    evidence,
    fetcher,
    clock,
    ids: createIds(clock),
    changes: createRedisChanges({ connection: shared, openReader: () => connectRedis(redis, true), prefix }),
    readModel: createModelReader(resolve(settings.dataDir), readModel),
    ...(mood ? { openToneModel: mood.open } : {}),
    pseudonymise: (name) => `akun-${createHmac('sha256', key).update(name).digest('hex').slice(0, 12)}`,
    async close() {
      await queue.close();
      await mood?.close();
      await fetcher.close();
      shared.disconnect();
      await index.close();
      await close();
    },
  };
}

async function tryRedis(redis: Parameters<typeof connectRedis>[0]): Promise<void> {
  const connection = connectRedis(redis, false);
  try {
    await checkRedis(connection);
  } finally {
    connection.disconnect();
  }
}

/** The key that makes private authors pseudonymous, made once for an installation. */
async function keptKey(records: Records): Promise<string> {
  const kept = await records.state.get('pseudonym.key');
  if (typeof kept === 'string') return kept;
  const fresh = randomBytes(32).toString('hex');
  await records.state.put('pseudonym.key', fresh);
  return fresh;
}

/** Runs a process of the distributed installation: one plain line when it cannot start, a graceful end on SIGTERM. */
export async function runProcess(start: (settings: Settings) => Promise<() => Promise<void>>): Promise<void> {
  try {
    const stop = await start(loadConfig(process.env));
    let stopping = false;
    const end = (): void => {
      if (stopping) process.exit(143); // asked twice: running jobs are handed out again when their leases run out
      stopping = true;
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.on('SIGTERM', end);
    process.on('SIGINT', end);
  } catch (error) {
    process.stderr.write(`saring: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof BadSetting ? 2 : 1);
  }
}
