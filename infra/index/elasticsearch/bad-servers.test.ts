import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createElasticsearchIndex } from './create-elasticsearch-index.ts';

/** Answers as a server would that this machine has not: path → status and body. */
type Answers = (path: string) => { status?: number; body: object };

let server: Server | null = null;

async function open(answers: Answers) {
  const listening = createServer((request, response) => {
    const { status = 200, body } = answers((request.url ?? '').split('?')[0]!);
    response.writeHead(status, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
    response.end(JSON.stringify(body));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return createElasticsearchIndex({ server: { url }, prefix: 't', random: () => 0.5 });
}

const nodes = (version: string) => ({ nodes: { a: { name: 'satu', version } } });

describe('an Elasticsearch that cannot be used', () => {
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  });

  it('is refused in one line when it is version 8', async () => {
    const index = await open(() => ({ body: nodes('8.19.2') }));
    await expect(index.prepare()).rejects.toThrow(
      /^Elasticsearch 8\.19\.2 \(satu\) is too old: this program needs 9 or newer$/,
    );
    await index.close();
  });

  it('is refused in one line when it grants no rights', async () => {
    const error = {
      type: 'security_exception',
      reason: 'action [cluster:monitor/nodes/info] is unauthorized',
    };
    const index = await open(() => ({
      status: 403,
      body: { error: { ...error, root_cause: [error] }, status: 403 },
    }));
    await expect(index.prepare()).rejects.toThrow(/^Elasticsearch does not let this program in.*check user/);
    await index.close();
  });

  it('is refused in one line when its disk is at the flood stage', async () => {
    const block = {
      description:
        'disk usage exceeded flood-stage watermark, index has read-only-allow-delete block; for more',
      levels: ['write', 'metadata_write'],
    };
    const index = await open((path) => {
      if (path.startsWith('/_nodes')) return { body: nodes('9.5.3') };
      if (path.startsWith('/_cluster/health')) return { body: { status: 'green' } };
      return { body: { blocks: { indices: { 't-items-v1-2026.11': { 12: block } } } } };
    });
    await expect(index.prepare()).rejects.toThrow(/takes no writes: t-items-v1-2026\.11 .*free some space/);
    await index.close();
  });
});
