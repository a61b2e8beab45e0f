import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { createServer, type Server } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { buildIndexedItem } from '../../../shared/testing/build-item.ts';
import { type Certificates, makeCertificates, opensslMissing } from '../../stack/make-certificates.ts';
import { missingServer } from '../../stack/missing-server.ts';
import type { RunningServer } from '../../stack/server-process.ts';
import { startElasticsearch } from '../../stack/start-elasticsearch.ts';
import type { ElasticsearchSettings } from './connect-elasticsearch.ts';
import { createElasticsearchIndex } from './create-elasticsearch-index.ts';
import { probeElasticsearch } from './probe-elasticsearch.ts';

const missing = missingServer('elasticsearch') ?? opensslMissing();
const apiKey = Buffer.from('id-kunci:isi-kunci').toString('base64');
const password = 'rahasia/@:?%sekali';
const allowed = [`ApiKey ${apiKey}`, `Basic ${Buffer.from(`elastic:${password}`).toString('base64')}`];

/** What the security module answers, which the server of the tests does not have. */
const stranger = JSON.stringify({
  error: {
    root_cause: [{ type: 'security_exception', reason: 'unable to authenticate user' }],
    type: 'security_exception',
    reason: 'unable to authenticate user',
  },
  status: 401,
});

/** TLS and credentials before a real server, as its security module would ask for them. */
async function startGuard(target: string, { certFile, keyFile }: Certificates): Promise<Server> {
  const to = new URL(target);
  const tls = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
  const guard = createServer(tls, (incoming, outgoing) => {
    if (!allowed.includes(incoming.headers.authorization ?? '')) {
      incoming.resume();
      outgoing.writeHead(401, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
      outgoing.end(stranger);
      return;
    }
    const { method, url: path, headers } = incoming;
    const on = { host: to.hostname, port: to.port, method, path, headers, agent: false };
    const passed = ask(on, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => guard.listen(0, '127.0.0.1', resolve));
  return guard;
}

describe.skipIf(missing !== null)(`an Elasticsearch with TLS and credentials ${missing ?? ''}`, () => {
  let certificates: Certificates;
  let server: RunningServer;
  let guard: Server;
  let address: string;
  beforeAll(async () => {
    certificates = makeCertificates();
    server = await startElasticsearch();
    guard = await startGuard(server.url, certificates);
    const bound = guard.address();
    address = `127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  }, 180_000);
  afterAll(async () => {
    guard?.closeAllConnections();
    guard?.close();
    await server?.stop();
    certificates?.remove();
  });

  it.each([
    ['an API key', () => ({ url: `https://${address}`, apiKey })],
    ['user and password', () => ({ url: `https://elastic:${encodeURIComponent(password)}@${address}` })],
  ])('is used with %s and the authority that signed for it', async (_, given) => {
    const settings: ElasticsearchSettings = { ...given(), caFile: certificates.caFile };
    const prefix = randomUUID();
    const index = createElasticsearchIndex({ server: settings, prefix, random: Math.random });
    await index.prepare();
    const item = buildIndexedItem();
    expect(await index.put([item])).toMatchObject({ written: 1, refused: [] });
    expect((await index.search({ scope: nationalScope, limit: 5 })).hits).toHaveLength(1);
    await index.check();
    await index.close();
    expect((await probeElasticsearch(settings, prefix)).filter(({ ok }) => !ok)).toEqual([]);
  });

  it.each([
    [
      'a wrong key',
      () => ({ url: `https://${address}`, apiKey: 'c2FsYWg=' }),
      true,
      /does not let this program in/,
    ],
    ['no credentials', () => ({ url: `https://${address}` }), true, /does not let this program in/],
    [
      'an authority that it does not know',
      () => ({ url: `https://${address}`, apiKey }),
      false,
      /certificate/,
    ],
  ])('is refused in one line with %s', async (_, given, knows, said) => {
    const settings = { ...given(), ...(knows ? { caFile: certificates.caFile } : {}) };
    const index = createElasticsearchIndex({ server: settings, prefix: 't', random: Math.random });
    const refusal = await index.prepare().then(
      () => 'it was taken',
      (error: Error) => error.message,
    );
    expect(refusal).toMatch(said);
    expect(refusal).not.toContain('\n');
    await index.close();
    const [finding] = await probeElasticsearch(settings, 't');
    expect(finding).toMatchObject({ name: 'Elasticsearch: sambungan', ok: false });
  });
});
