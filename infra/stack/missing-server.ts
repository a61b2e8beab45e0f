import { elasticsearchMissing } from './build-elasticsearch.ts';
import { ServerMissing } from './server-process.ts';
import { postgresProgram } from './start-postgres.ts';
import { redisProgram } from './start-redis.ts';

export type ServerName = 'redis' | 'postgres' | 'elasticsearch';

const reasons: Record<ServerName, () => string | null> = {
  redis: () => (redisProgram() ? null : 'redis-server is not installed'),
  postgres: () => (postgresProgram() ? null : 'PostgreSQL is not installed'),
  elasticsearch: elasticsearchMissing,
};

/**
 * Why tests against these servers have to be passed over here; null when all of them are there. The reason is printed,
 * and under `CI=true` a missing server is a failure: there a skip would hide that nothing was tested.
 */
export function missingServer(...names: readonly ServerName[]): string | null {
  const missing = names.map((name) => reasons[name]()).filter((reason) => reason !== null);
  if (missing.length === 0) return null;
  const reason = missing.join('; ');
  if (process.env['CI'] === 'true') throw new ServerMissing(`${reason} (infra/stack/install-servers.sh)`);
  console.warn(`tests passed over: ${reason}`);
  return reason;
}
