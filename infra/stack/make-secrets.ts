import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** 256 bits, in signs that need no quoting in an address. */
const password = (): string => randomBytes(32).toString('base64url');

/**
 * Every secret that docker-compose.yml names, made new. The files can be read by everybody on this machine who may
 * enter the folder, which is the owner alone: the processes in the containers run as users of their own.
 */
export function makeSecrets(): Record<string, string> {
  const [redis, database, elasticsearch] = [password(), password(), password()];
  return {
    token: password(),
    pseudonym_key: password(),
    redis_password: redis,
    redis_url: `redis://default:${redis}@redis:6379`,
    database_password: database,
    database_url: `postgres://saring:${database}@postgres:5432/saring`,
    elasticsearch_password: elasticsearch,
    elasticsearch_url: `http://elastic:${elasticsearch}@elasticsearch:9200`,
  };
}

if (import.meta.main) {
  const folder = resolve(process.argv[2] ?? 'secrets');
  if (existsSync(folder)) {
    console.error(
      `${folder} is there already: new passwords would lock out the data that the old ones guard`,
    );
    process.exit(1);
  }
  mkdirSync(folder, { mode: 0o700 });
  for (const [name, value] of Object.entries(makeSecrets()))
    writeFileSync(join(folder, name), `${value}\n`, { mode: 0o644, flag: 'wx' });
  console.log(
    `Secrets are in ${folder}; the API's token is in ${join(folder, 'token')}. Keep a copy elsewhere.`,
  );
}
