import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import { describeItemIndexContract } from '../../../shared/ports/item-index.contract.ts';
import { missingServer } from '../../stack/missing-server.ts';
import type { RunningServer } from '../../stack/server-process.ts';
import { startElasticsearch } from '../../stack/start-elasticsearch.ts';
import { createElasticsearchIndex } from './create-elasticsearch-index.ts';

const missing = missingServer('elasticsearch');

describe.skipIf(missing !== null)(`ItemIndex on a real Elasticsearch ${missing ?? ''}`, () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startElasticsearch();
  }, 180_000);
  afterAll(() => server?.stop());

  describeItemIndexContract({
    name: 'elasticsearch',
    async create() {
      const prefix = `t${randomUUID()}`;
      const index = createElasticsearchIndex({ server: { url: server.url }, prefix, random: Math.random });
      await index.prepare();
      const destroy = async (): Promise<void> => {
        await fetch(`${server.url}/${prefix}-items-v1-2024.11`, { method: 'DELETE' });
        await index.close();
      };
      return { index, destroy };
    },
  });
});
