import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadConfig } from '../../../shared/config/load-config.ts';
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

type Secrets = Readonly<Record<string, string>>;

const addresses = [
  ['redisUrl', '--redis-url', 'redis_url', 'redis_password'],
  ['databaseUrl', '--database-url', 'database_url', 'database_password'],
  ['elasticsearchUrl', '--elasticsearch-url', 'elasticsearch_url', 'elasticsearch_password'],
] as const;

/**
 * All three addresses or none: those that are asked for, else those of before where that was a cluster.
 * @throws CliError naming what is missing, what does not fit, or what is there and says otherwise
 */
function serversOf(options: SetupOptions, there: Secrets, folder: string): Servers | null {
  const isAsked = addresses.some(([key]) => options[key]);
  const found = addresses.map(([key, flag, file, password]) => {
    const kept = there[password] === undefined ? there[file] : undefined;
    return { key, flag, file, value: options[key] || (isAsked ? undefined : kept) };
  });
  const missing = found.filter(({ value }) => !value);
  if (missing.length === 3) return null;
  if (missing.length > 0)
    throw new CliError(
      `Untuk server di tempat lain ketiga alamat diperlukan; belum ada: ${missing.map(({ flag }) => flag).join(', ')}.`,
      2,
    );
  const other = found.filter(({ file, value }) => there[file] !== undefined && there[file] !== value);
  if (other.length > 0)
    throw new CliError(
      `Di ${folder} sudah ada alamat lain (${other.map(({ file }) => file).join(', ')}): ubah atau hapus berkas itu sendiri, lalu jalankan lagi.`,
    );
  const servers = Object.fromEntries(found.map(({ key, value }) => [key, value])) as unknown as Servers;
  loadConfig({}, { ...servers });
  return servers;
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
  const folder = join(resolve(options.dir), 'secrets');
  const there = secretsIn(folder);
  const empty = Object.keys(there).filter((name) => there[name] === '');
  if (empty.length > 0)
    throw new CliError(
      `Berkas kosong di ${folder}: ${empty.join(', ')}. Hapus atau isi, lalu jalankan lagi.`,
    );
  const servers = serversOf(options, there, folder);
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
