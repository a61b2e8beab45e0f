import type { RunningServer } from './server-process.ts';
import { startElasticsearch } from './start-elasticsearch.ts';
import { startPostgres } from './start-postgres.ts';
import { startRedis } from './start-redis.ts';

export interface RunningStack {
  redis: RunningServer;
  postgres: RunningServer;
  elasticsearch: RunningServer;
  /** What a process of the installation needs of its environment. */
  environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

interface StackOptions {
  /** Of Elasticsearch, as is `compileFully`. */
  heapMb?: number;
  compileFully?: boolean;
  /** Further arguments of redis-server. */
  redis?: readonly string[];
  /** A folder whose data outlive the servers: what is found there they go on with. */
  keepIn?: string | undefined;
}

/** All three servers, each on its own port, and fresh unless `keepIn` has data of before. */
export async function startStack(options: StackOptions = {}): Promise<RunningStack> {
  const { redis: more, keepIn } = options;
  const starting = [
    startRedis(more, keepIn),
    startPostgres({ keepIn }),
    startElasticsearch(options),
  ] as const;
  const started = await Promise.allSettled(starting);
  const failed = started.find((one) => one.status === 'rejected');
  if (failed) {
    for (const one of started) if (one.status === 'fulfilled') await one.value.stop();
    throw failed.reason;
  }
  const [redis, postgres, elasticsearch] = await Promise.all(starting);
  return {
    redis,
    postgres,
    elasticsearch,
    environment: {
      SARING_REDIS_URL: redis.url,
      SARING_DATABASE_URL: postgres.url,
      SARING_ELASTICSEARCH_URL: elasticsearch.url,
    },
    async stop() {
      await Promise.all([redis.stop(), postgres.stop(), elasticsearch.stop()]);
    },
  };
}
