import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeQueueContract } from '../../../shared/ports/queue.contract.ts';
import type { Queue } from '../../../shared/ports/queue.ts';
import { type Certificates, makeCertificates, opensslMissing } from '../../stack/make-certificates.ts';
import { missingServer } from '../../stack/missing-server.ts';
import { freePort, type RunningServer } from '../../stack/server-process.ts';
import { startRedis } from '../../stack/start-redis.ts';
import { type RunningCluster, startRedisCluster } from '../../stack/start-redis-cluster.ts';
import { checkRedis, connectRedis, type RedisSettings } from './connect-redis.ts';
import { createBullmqQueue } from './create-bullmq-queue.ts';
import { probeRedis } from './probe-redis.ts';

const missing = missingServer('redis') ?? opensslMissing();
/** What an address has to escape. */
const password = 'rahasia/@:?%sekali';
const escaped = encodeURIComponent(password);

/** What a start says of a server that it cannot use. */
async function refusalOf(settings: RedisSettings): Promise<string> {
  const connection = connectRedis(settings, false);
  const said = await checkRedis(connection).then(
    () => 'it was taken',
    (error: Error) => error.message,
  );
  connection.disconnect();
  return said;
}

describe.skipIf(missing !== null)(`a Redis with TLS and users ${missing ?? ''}`, () => {
  let certificates: Certificates;
  let server: RunningServer;
  let url: (user: string) => string;
  beforeAll(async () => {
    certificates = makeCertificates();
    const port = await freePort();
    const { caFile, certFile, keyFile } = certificates;
    server = await startRedis([
      ...['--tls-port', String(port), '--tls-cert-file', certFile, '--tls-key-file', keyFile],
      ...['--tls-ca-cert-file', caFile, '--tls-auth-clients', 'no'],
      ...['--user', 'saring', 'on', `>${password}`, '~*', '&*', '+@all'],
      ...['--user', 'tamu', 'on', `>${password}`, '+ping'],
    ]);
    url = (user) => `rediss://${user}@127.0.0.1:${port}`;
  });
  afterAll(async () => {
    await server?.stop();
    certificates?.remove();
  });

  it('serves the queue to the user whose password fits', async () => {
    const redis = { url: url(`saring:${escaped}`), caFile: certificates.caFile };
    const queue = createBullmqQueue({ redis, prefix: randomUUID(), random: Math.random });
    const done = Promise.withResolvers<unknown>();
    queue.work('a', async (job) => done.resolve(job.payload), {});
    await queue.add([{ name: 'a', payload: { n: 1 } }]);
    expect(await done.promise).toEqual({ n: 1 });
    await queue.close();
    expect((await probeRedis(redis, 't')).filter(({ ok }) => !ok)).toEqual([]);
  });

  it.each([
    ['a wrong password', 'saring:salah', true, /WRONGPASS/],
    ['a user without rights', `tamu:${escaped}`, true, /NOPERM/],
    ['an authority that it does not know', `saring:${escaped}`, false, /certificate|chain/],
  ])('is refused in one line with %s', async (_, user, knows, said) => {
    const settings = { url: url(user), ...(knows ? { caFile: certificates.caFile } : {}) };
    const refusal = await refusalOf(settings);
    expect(refusal).toMatch(knows ? /^Redis does not let this program in: / : /^Redis cannot be reached: /);
    expect(refusal).toMatch(said);
    expect(refusal).not.toContain('\n');
    const [finding] = await probeRedis(settings, 't');
    expect(finding).toMatchObject({ name: 'Redis: sambungan', ok: false });
    expect(finding?.detail).toMatch(said);
  });
});

describe.skipIf(missing !== null)(`BullMQ on a real Redis cluster with TLS ${missing ?? ''}`, () => {
  let certificates: Certificates;
  let cluster: RunningCluster;
  beforeAll(async () => {
    certificates = makeCertificates();
    cluster = await startRedisCluster('sandi-klaster', certificates);
  }, 60_000);
  afterAll(async () => {
    await cluster?.stop();
    certificates?.remove();
  });

  describeQueueContract({
    name: 'bullmq on a cluster',
    async create() {
      const redis = { url: cluster.url, caFile: certificates.caFile };
      const prefix = randomUUID();
      const open = (): Queue => createBullmqQueue({ redis, prefix, random: Math.random });
      const opened = [open()];
      const again = async (): Promise<Queue> => {
        const next = open();
        opened.push(next);
        return next;
      };
      const destroy = async (): Promise<void> =>
        void (await Promise.all(opened.map((queue) => queue.close())));
      return { queue: opened[0]!, again, destroy };
    },
  });

  it('keeps all keys of an installation in one slot', async () => {
    const redis = { url: cluster.url, caFile: certificates.caFile };
    const connection = connectRedis(redis, false);
    const queue = createBullmqQueue({ redis, prefix: 'satu', random: Math.random });
    await queue.add([
      { name: 'a', payload: 1, key: 'k' },
      { name: 'b', payload: 2, delayMs: 60_000 },
    ]);
    await queue.repeat('r', 60_000, { name: 'c', payload: 3 });
    const nodes = 'nodes' in connection ? connection.nodes('master') : [];
    const keys = (await Promise.all(nodes.map((node) => node.keys('*satu*')))).filter(
      ({ length }) => length > 0,
    );
    expect(nodes.length).toBe(3);
    expect(keys.length).toBe(1);
    expect(keys.flat().every((key) => key.startsWith('{satu}'))).toBe(true);
    await queue.close();
    connection.disconnect();
  });
});
