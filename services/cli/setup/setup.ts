import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CliError } from '../cli-context.ts';
import { makeSecrets, type Servers } from './make-secrets.ts';

export interface SetupOptions {
  /** Where docker-compose.yml is. */
  dir: string;
  contact?: string | undefined;
  redisUrl?: string | undefined;
  databaseUrl?: string | undefined;
  elasticsearchUrl?: string | undefined;
}

export interface SetupReport {
  folder: string;
  made: string[];
  kept: string[];
  /** The file of settings of Docker Compose, and whether it was made now. */
  env: { path: string; made: boolean };
  profile: 'one-node' | 'cluster';
}

/** All three addresses or none. @throws CliError naming what is missing */
function serversOf({ redisUrl, databaseUrl, elasticsearchUrl }: SetupOptions): Servers | null {
  const given = {
    '--redis-url': redisUrl,
    '--database-url': databaseUrl,
    '--elasticsearch-url': elasticsearchUrl,
  };
  const missing = Object.entries(given).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === 3) return null;
  if (!redisUrl || !databaseUrl || !elasticsearchUrl)
    throw new CliError(
      `Untuk server di tempat lain ketiga alamat diperlukan; belum ada: ${missing.join(', ')}.`,
      2,
    );
  return { redisUrl, databaseUrl, elasticsearchUrl };
}

function secretsIn(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8').trim()]));
}

/**
 * Makes the secrets and the settings that docker-compose.yml needs; run again it makes only what is missing. The
 * files can be read by everybody who may enter the folder, which is its owner alone: the processes in the containers
 * run as users of their own and get them mounted one by one.
 */
export function setup(options: SetupOptions): SetupReport {
  const servers = serversOf(options);
  const folder = join(resolve(options.dir), 'secrets');
  const there = secretsIn(folder);
  const empty = Object.keys(there).filter((name) => there[name] === '');
  if (empty.length > 0)
    throw new CliError(
      `Berkas kosong di ${folder}: ${empty.join(', ')}. Hapus atau isi, lalu jalankan lagi.`,
    );
  const secrets = makeSecrets(there, servers);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = Object.keys(secrets).filter((name) => !(name in there));
  for (const name of made)
    writeFileSync(join(folder, name), `${secrets[name]}\n`, { mode: 0o644, flag: 'wx' });
  const profile = servers === null ? 'one-node' : 'cluster';
  return { folder, made, kept: Object.keys(there), env: writeEnvironment(options, profile), profile };
}

/** Without signs that would end a line or be filled in by Docker Compose. */
const plain = /^[^\n\r"'$\\]{1,200}$/;

function writeEnvironment({ dir, contact }: SetupOptions, profile: string): SetupReport['env'] {
  if (contact !== undefined && !plain.test(contact))
    throw new CliError('--contact: satu baris tanpa tanda kutip, $ atau \\.', 2);
  const path = join(resolve(dir), '.env');
  if (existsSync(path)) return { path, made: false };
  const lines = [
    '# Settings of docker-compose.yml; docs/operations.md has them all.',
    '# one-node: Redis, PostgreSQL and Elasticsearch run here. Empty: they run elsewhere.',
    `COMPOSE_PROFILES=${profile === 'one-node' ? profile : ''}`,
    `SARING_CONTACT="${contact ?? 'unset'}"`,
  ];
  writeFileSync(path, `${lines.join('\n')}\n`, { flag: 'wx' });
  return { path, made: true };
}

export const formatSetup = ({ folder, made, kept, env, profile }: SetupReport): string =>
  [
    `${made.length} rahasia dibuat, ${kept.length} sudah ada, di ${folder}.`,
    env.made ? `Setelan ditulis di ${env.path}.` : `${env.path} sudah ada dan tidak diubah.`,
    profile === 'one-node'
      ? 'Redis, PostgreSQL, dan Elasticsearch berjalan di mesin ini.'
      : 'Server berjalan di tempat lain.',
    `Simpan salinan ${folder} di tempat lain yang aman. Token API ada di ${join(folder, 'token')}.`,
    'Berikutnya: docker compose up -d --build',
    '',
  ].join('\n');
