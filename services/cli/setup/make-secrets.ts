import { randomBytes } from 'node:crypto';

/** 256 bits, in signs that need no quoting in an address. */
const password = (): string => randomBytes(32).toString('base64url');

/** Addresses of servers that run elsewhere, with their passwords. */
export interface Servers {
  redisUrl: string;
  databaseUrl: string;
  elasticsearchUrl: string;
}

/**
 * Every secret that docker-compose.yml names, by the name of its file. What is there stays, since the data is locked
 * with it; an address follows the password that is there.
 * @param there the secrets that were made before
 * @param servers without them, docker-compose.yml starts its own and their passwords are made, too
 */
export function makeSecrets(
  there: Readonly<Record<string, string>> = {},
  servers: Servers | null = null,
): Record<string, string> {
  const own = { token: password(), pseudonym_key: password() };
  if (servers !== null)
    return {
      ...own,
      redis_url: servers.redisUrl,
      database_url: servers.databaseUrl,
      elasticsearch_url: servers.elasticsearchUrl,
      ...there,
    };
  const redis = there['redis_password'] ?? password();
  const database = there['database_password'] ?? password();
  const elasticsearch = there['elasticsearch_password'] ?? password();
  return {
    ...own,
    redis_password: redis,
    redis_url: `redis://default:${redis}@redis:6379`,
    database_password: database,
    database_url: `postgres://saring:${database}@postgres:5432/saring`,
    elasticsearch_password: elasticsearch,
    elasticsearch_url: `http://elastic:${elasticsearch}@elasticsearch:9200`,
    ...there,
  };
}
