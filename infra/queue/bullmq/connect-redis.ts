import { readFileSync } from 'node:fs';
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { speaksNoTls } from '../../../shared/ports/finding.ts';

export interface RedisSettings {
  /** `redis://` or `rediss://` (TLS), with user and password; several nodes of a cluster separated by commas. */
  url: string;
  /** PEM file of the authority that signed the server's certificate. */
  caFile?: string;
}

export type RedisConnection = Redis | Cluster;

/** Redis is not there, is too old, or is set up so that jobs could get lost; the message says what to do. */
export class RedisRefused extends Error {
  override name = 'RedisRefused';
}

/**
 * @param waits true for consumers, whose commands wait as long as the server is away; false for producers, whose
 *   commands are tried for about ten seconds and then fail, so that a caller is told
 * @param tries of a command of a producer; 1 for whoever wants to know how it is at this moment
 */
export function connectRedis({ url, caFile }: RedisSettings, waits: boolean, tries = 20): RedisConnection {
  const tls = caFile ? { tls: { ca: readFileSync(caFile) } } : {};
  const options = {
    ...tls,
    maxRetriesPerRequest: waits ? null : tries,
    connectTimeout: 10_000,
    // A network that swallows everything closes no connection: without a limit a producer would wait for ever.
    ...(waits ? {} : { commandTimeout: commandTimeoutMs }),
  };
  const nodes = url.split(',');
  const connection = nodes.length === 1 ? new Redis(url, options) : connectCluster(nodes, options);
  // A failed command says that it failed, and seldom why.
  const keep = (error: Error): void => void lastErrors.set(connection, error);
  connection.on('error', keep);
  connection.on('node error', keep);
  return connection;
}

const lastErrors = new WeakMap<object, Error>();

/** Why a connection cannot be had: its own last error rather than a command's that waited for it in vain. */
export function reasonOf(connection: RedisConnection, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (/NOAUTH/.test(said)) return 'NOAUTH Authentication required'; // the rest tells programmers about HELLO
  const gaveUp = /timed out|max retries|Failed to refresh slots|Connection is closed|tidak menjawab/i.test(
    said,
  );
  const reason = (gaveUp ? lastErrors.get(connection)?.message : undefined) ?? said;
  return speaksNoTls(reason) ? 'this server speaks without TLS (redis://, not rediss://)' : reason;
}

/** The server is there and lets nobody in with what the address says. */
export const isLockedOut = (reason: string): boolean => /NOAUTH|WRONGPASS|NOPERM/.test(reason);

type NodeOptions = Pick<RedisOptions, 'tls' | 'maxRetriesPerRequest' | 'connectTimeout' | 'commandTimeout'>;

/** Nodes that the cluster itself names come without a password and without TLS: they get those of the first address. */
function connectCluster(nodes: readonly string[], options: NodeOptions): Cluster {
  const { protocol, username, password } = new URL(nodes[0]!);
  const isSecure = protocol === 'rediss:';
  return new Cluster([...nodes], {
    redisOptions: {
      ...(username ? { username: decodeURIComponent(username) } : {}),
      ...(password ? { password: decodeURIComponent(password) } : {}),
      ...(isSecure ? { tls: {} } : {}),
      ...options,
    },
    // A certificate is made out to a name, which must not be looked up before it is compared.
    ...(isSecure ? { dnsLookup: (address, callback) => callback(null, address) } : {}),
  });
}

const commandTimeoutMs = 15_000;
const least = [7, 0] as const;

/**
 * Refuses a server that would lose jobs: older than 7, or one that evicts keys when its memory is full.
 * @returns what is lost when the server itself ends, in one line; null where it keeps all on its disk, or does not tell
 * @throws RedisRefused
 */
export async function checkRedis(connection: RedisConnection): Promise<string | null> {
  const value = await infoOf(connection);
  const [major = 0, minor = 0] = value('redis_version').split('.').map(Number);
  if (major < least[0] || (major === least[0] && minor < least[1]))
    throw new RedisRefused(`Redis ${value('redis_version')} is too old: this program needs 7.0 or newer`);
  const policy = value('maxmemory_policy');
  if (policy !== '' && policy !== 'noeviction')
    throw new RedisRefused(
      `Redis evicts keys when its memory is full (maxmemory-policy ${policy}), which loses jobs: set noeviction`,
    );
  await checkClock(connection);
  return value('aof_enabled') === '0'
    ? 'Redis runs without an append-only file: what waits in its queues is lost when it ends; set appendonly yes'
    : null;
}

/**
 * Beyond this two clocks do not go together: turns that repeat and waits after a failure are kept as times of day, and
 * one process would put them off for all others. Chosen: machines with NTP are within 0.1 s.
 */
const mostClockOffMs = 30_000;

/** How far this machine's clock is ahead of that of Redis, in ms; 0 within what does no harm. */
export async function clockAhead(connection: RedisConnection): Promise<number> {
  const [seconds, micros] = (await connection.time()).map(Number) as [number, number];
  const ahead = Date.now() - (seconds * 1_000 + micros / 1_000);
  return Math.abs(ahead) > mostClockOffMs ? ahead : 0;
}

export const wrongClock = (aheadMs: number): string =>
  `the clock of this machine is ${Math.round(Math.abs(aheadMs) / 1_000)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} that of Redis: set the time of both by NTP`;

/** @throws RedisRefused when it is away, its memory is full or the clocks do not go together */
export async function checkRoom(connection: RedisConnection): Promise<void> {
  await checkClock(connection);
  const value = await infoOf(connection);
  const [used, most] = [Number(value('used_memory')), Number(value('maxmemory'))];
  if (most > 0 && used >= most)
    throw new RedisRefused(
      `The memory of Redis is full (${Math.round(used / 1e6)} of ${Math.round(most / 1e6)} MB): nothing new is taken until some is freed or maxmemory is raised`,
    );
}

async function checkClock(connection: RedisConnection): Promise<void> {
  const ahead = await clockAhead(connection).catch(() => 0); // what is read next says that it is away
  if (ahead !== 0) throw new RedisRefused(wrongClock(ahead));
}

/** Reads one value of the server's own account; empty for a name it does not tell. */
async function infoOf(connection: RedisConnection): Promise<(name: string) => string> {
  let info: string;
  try {
    info = String(await connection.info());
  } catch (error) {
    const reason = reasonOf(connection, error);
    throw new RedisRefused(
      isLockedOut(reason)
        ? `Redis does not let this program in: ${reason}; check user and password in SARING_REDIS_URL`
        : `Redis cannot be reached: ${reason}`,
    );
  }
  return (name) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
}
