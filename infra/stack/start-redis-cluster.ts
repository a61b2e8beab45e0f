import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Certificates } from './make-certificates.ts';
import { dataFolderOf, freePort, type RunningServer, runServer, ServerMissing } from './server-process.ts';
import { redisProgram } from './start-redis.ts';

export interface RunningCluster {
  /** All nodes, separated by commas. */
  url: string;
  stop(): Promise<void>;
}

const slots = 16_384;
const wholeWithinMs = 20_000;

/** Three nodes of a Redis cluster that speak nothing but TLS, with a password. @throws ServerMissing */
export async function startRedisCluster(
  password: string,
  { caFile, certFile, keyFile }: Certificates,
): Promise<RunningCluster> {
  const command = redisProgram();
  if (!command) throw new ServerMissing('redis-server is not installed: apt-get install redis-server');
  const servers: RunningServer[] = [];
  const connections: Redis[] = [];
  const stop = async (): Promise<void> => {
    for (const connection of connections) connection.disconnect();
    await Promise.all(servers.map((server) => server.stop()));
  };
  const startNode = async (): Promise<{ port: number; bus: number }> => {
    const [port, bus] = [await freePort(), await freePort()];
    const { path, remove } = dataFolderOf('redis-node', undefined);
    const args = [
      '--port',
      '0',
      '--tls-port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      path,
      '--save',
      '',
    ];
    args.push('--tls-cert-file', certFile, '--tls-key-file', keyFile, '--tls-ca-cert-file', caFile);
    args.push('--tls-auth-clients', 'no', '--tls-cluster', 'yes', '--tls-replication', 'yes');
    args.push('--cluster-enabled', 'yes', '--cluster-port', String(bus), '--appendonly', 'yes');
    args.push('--requirepass', password, '--masterauth', password);
    const url = `rediss://:${password}@127.0.0.1:${port}`;
    const open = (): Redis =>
      new Redis(url, { tls: { ca: readFileSync(caFile) }, lazyConnect: true, retryStrategy: () => null });
    const isReady = async (): Promise<boolean> => {
      const probe = open();
      probe.on('error', () => {});
      try {
        await probe.connect();
        return true;
      } finally {
        probe.disconnect();
      }
    };
    servers.push(await runServer(url, { command, args, isReady, readyWithinMs: 10_000 }, remove));
    const connection = open();
    await connection.connect();
    connections.push(connection);
    return { port, bus };
  };
  try {
    const nodes = [await startNode(), await startNode(), await startNode()];
    await joinNodes(connections, nodes);
    return { url: servers.map(({ url }) => url).join(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Deals the slots and makes the nodes known to each other. */
async function joinNodes(
  connections: readonly Redis[],
  nodes: readonly { port: number; bus: number }[],
): Promise<void> {
  const share = Math.ceil(slots / nodes.length);
  for (const [n, connection] of connections.entries()) {
    const last = Math.min(slots, (n + 1) * share) - 1;
    await connection.call('CLUSTER', 'ADDSLOTSRANGE', String(n * share), String(last));
    // Each begins with an epoch of its own, else who owns what would have to be settled first.
    await connection.call('CLUSTER', 'SET-CONFIG-EPOCH', String(n + 1));
  }
  for (const { port, bus } of nodes.slice(1))
    await connections[0]!.call('CLUSTER', 'MEET', '127.0.0.1', String(port), String(bus));
  const isWhole = async (connection: Redis): Promise<boolean> => {
    const info = String(await connection.call('CLUSTER', 'INFO'));
    return /cluster_state:ok/.test(info) && new RegExp(`cluster_known_nodes:${nodes.length}`).test(info);
  };
  for (const until = Date.now() + wholeWithinMs; ; await wait(50)) {
    if ((await Promise.all(connections.map(isWhole))).every(Boolean)) return;
    if (Date.now() > until) throw new Error('the nodes did not become a cluster');
  }
}
