import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingServer } from '../../stack/missing-server.ts';
import type { RunningServer } from '../../stack/server-process.ts';
import { startElasticsearch } from '../../stack/start-elasticsearch.ts';
import { indonesianStem } from './indonesian-stem.ts';
import { itemMapping } from './item-mapping.ts';
import { createMarker } from './mark-hits.ts';

it.each([
  ['mencoblos', 'coblos'],
  ['menyapu', 'sapu'],
  ['penulisan', 'tulis'],
  ['dibukakannya', 'buka'],
  ['belajar', 'ajar'],
  ['pelajar', 'ajar'],
  ['kpu', 'kpu'],
  ['', ''],
])('cuts %s to %s', (word, root) => {
  expect(indonesianStem(word)).toBe(root);
});

it('marks other forms of what was asked for, and words that hold marks as one', () => {
  const mark = createMarker('coblos "kpu.go.id" 1.000');
  expect(mark('Warga mencoblos; lihat KPU.go.id, 1.000 surat')).toBe(
    'Warga \u0002mencoblos\u0003; lihat \u0002KPU.go.id\u0003, \u00021.000\u0003 surat',
  );
  expect(mark('tanpa itu')).toBeNull();
});

const missing = missingServer('elasticsearch');

describe.skipIf(missing !== null)(`beside the server's own analyzer ${missing ?? ''}`, () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startElasticsearch();
  }, 180_000);
  afterAll(() => server?.stop());
  const send = (path: string, method: string, body: object): Promise<Response> =>
    fetch(`${server.url}/${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });

  it('gives each word the same stem', async () => {
    const folder = join(import.meta.dirname, '../../../models/target/training');
    const texts = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
    const words = new Set<string>();
    for (const name of texts)
      for (const [word] of readFileSync(join(folder, name), 'utf8')
        .toLowerCase()
        .matchAll(/[a-z]+/g))
        words.add(word);
    const all = [...words].slice(0, 9_000); // the server analyses 10,000 tokens at a time
    const { settings } = itemMapping;
    await send('words', 'PUT', { settings: { analysis: settings.analysis } });
    const text = all.join(' ');
    const answer = await send('words/_analyze', 'POST', { analyzer: 'saring_indonesian', text });
    const { tokens } = (await answer.json()) as { tokens: { token: string }[] };
    expect(all.length).toBeGreaterThan(5_000);
    expect(tokens.map(({ token }) => token)).toEqual(all.map(indonesianStem));
  });
});
