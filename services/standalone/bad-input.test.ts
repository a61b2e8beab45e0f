import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAllowance } from '../../pipelines/flow/allowance.ts';
import { type CollectResult, collectSource } from '../../pipelines/flow/collect-source.ts';
import { openFlow } from '../../pipelines/flow/open-flow.ts';
import { connectors } from '../../pipelines/ingest/connectors/connectors.ts';
import { loadConfig } from '../../shared/config/load-config.ts';
import type { Item } from '../../shared/domain/item.ts';
import { maxTextLength } from '../../shared/domain/item.ts';
import type { Source } from '../../shared/domain/source.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Installation } from '../../shared/ports/installation.ts';
import { buildItem } from '../../shared/testing/build-item.ts';
import { openReaders } from '../installation/main.ts';
import { startSampleServer } from '../sample/server.ts';
import { openEmbedded } from './main.ts';

describe('bad input', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saring-bad-'));
  let installation: Installation;
  let sample: Awaited<ReturnType<typeof startSampleServer>>;
  let items: Item[] = [];
  const readers = openReaders();

  beforeAll(async () => {
    installation = await openEmbedded(
      loadConfig({}, { dataDir: folder, allowAddresses: '127.0.0.1', logLevel: 'silent' }),
      { pauseMs: 0 },
    );
    sample = await startSampleServer({ baseTime: Date.now() - 8 * 86_400_000, port: 0 });
  });
  afterAll(async () => {
    await sample.stop();
    await readers.close();
    await installation.close();
    rmSync(folder, { recursive: true });
  });

  const visit = (name: string): Promise<CollectResult> => {
    const source = sample.brokenSources.find((one) => one.id.includes(name));
    if (!source) throw new Error(`the sample has no ${name}`);
    return visitSource({ ...source, enabled: true });
  };
  const visitSource = async (source: Source): Promise<CollectResult> => {
    items = [];
    const deliver = async (batch: readonly Item[]): Promise<void> => void items.push(...batch);
    return collectSource(source, {
      ...{ ...installation, connectors, ...readers, deliver },
      allowance: createAllowance(installation.records),
      secrets: {},
    });
  };

  // Before the source that answers 503: after that the whole host is left alone for a while.
  it('reads the first entries of a feed of 50,000 and counts that there are more', async () => {
    const result = await visit('flood');
    expect(result.items).toBeGreaterThan(100);
    expect(result.drops.map((drop) => drop.code)).toContain('too_many_entries');
  });

  it.each([
    ['redirect-loop', 'redirect_loop'],
    ['redirect-private', 'address_refused'],
    ['redirect-metadata', 'address_refused'],
    ['huge', 'body_too_large'],
    ['forbidden', 'robots_disallowed'],
    ['error', 'http_failure'],
  ])('%s: one counted reason in Indonesian', async (name, code) => {
    const result = await visit(name);
    expect(result.drops.map((drop) => drop.code)).toContain(code);
    expect(result.drops[0]!.detail).toMatch(/[a-z]{3,} /);
    expect(items).toEqual([]);
  });

  it('refuses each odd item by its reason and lets the rest of its batch go on', async () => {
    const flow = await openFlow(installation);
    const now = Date.now();
    const at = { publishedAt: now, collectedAt: now };
    const batch = [
      buildItem({ nativeId: 'good-1', text: 'KPU Kota Malang membuka gudang logistik', ...at }),
      buildItem({ nativeId: 'empty', text: '   ', ...at }),
      buildItem({ nativeId: 'old', text: 'bertanggal 1970', publishedAt: 0, collectedAt: now }),
      buildItem({
        nativeId: 'future',
        text: 'bertanggal 2099',
        publishedAt: Date.UTC(2099, 0, 1),
        collectedAt: now,
      }),
      buildItem({ nativeId: 'odd', text: 'NUL \u0000, setengah \ud800, balik \u202e, zalgo Z͑ͫ̓', ...at }),
      buildItem({ nativeId: 'long', text: 'kata'.repeat(maxTextLength / 4), ...at }),
      { ...buildItem({ nativeId: 'bad id', text: 'id rusak', ...at }), id: 'x' },
      buildItem({ nativeId: 'good-2', text: 'KPU Kota Malang menutup gudang logistik', ...at }),
    ];
    const { toLink, drops, written } = await flow.enrich(batch);
    expect(drops.map((drop) => drop.code).sort()).toEqual(['empty', 'in_future', 'index_refused', 'too_old']);
    expect(written).toBe(4);
    await flow.link(toLink);
    const linked = await installation.index.search({ scope: nationalScope, linked: true, limit: 10 });
    expect(linked.hits.map((hit) => hit.item.nativeId).sort()).toEqual(['good-1', 'good-2', 'long', 'odd']);
    const counted = await installation.records.sources.drops(now);
    expect(counted.find((drop) => drop.code === 'too_old')?.lastDetail).toContain('1970');
  });

  it('takes a thousand identical posts for one post and its copies', async () => {
    const flow = await openFlow(installation);
    const now = Date.now();
    const text =
      'Tujuh peti surat suara KPU Kabupaten Gowa sudah dicoblos sebelum hari pemungutan suara, sebarkan';
    for (let n = 0; n < 1_000; n += 200) {
      const copies = Array.from({ length: 200 }, (_, at) =>
        buildItem({
          nativeId: `copy-${n + at}`,
          author: `akun-${n + at}`,
          text,
          publishedAt: now + n + at,
          collectedAt: now + n + at,
        }),
      );
      const { toLink } = await flow.enrich(copies);
      await flow.link(toLink);
    }
    const page = await installation.index.search({ scope: nationalScope, text: '"tujuh peti"', limit: 1 });
    const unique = await installation.index.search({
      scope: nationalScope,
      text: '"tujuh peti"',
      uniqueOnly: true,
      limit: 1,
    });
    expect([page.total, unique.total]).toEqual([1_000, 1]);
    const issue = await installation.records.issues.get(page.hits[0]!.item.issueId!, nationalScope);
    expect(issue!.counts).toMatchObject({ items: 1_000, unique: 1 });
  });

  it('says which lines of a broken file were refused, and takes the others', async () => {
    const { importPosts } = await import('../cli/import/import-posts.ts');
    const file = join(folder, 'rusak.jsonl');
    writeFileSync(
      file,
      [
        '{"id":"1","text":"KPU baik","created_at":"2024-11-27T01:00:00Z"}',
        'bukan json',
        '{"id":"2"}',
        '{"id":"3","text":"KPU lagi","created_at":"2024-11-27T01:00:00Z"}',
      ].join('\n'),
    );
    const context = {
      environment: {},
      open: openEmbedded,
      createReplayClock: () => ({ now: () => 0, moveTo: () => {} }),
      readModel: async () => null,
      services: () => Promise.reject(new Error('not here')),
      out: () => {},
      err: () => {},
    };
    const settings = loadConfig({}, { dataDir: join(folder, 'impor'), logLevel: 'silent' });
    const report = await importPosts(context, { file, settings, eventTime: false, quiet: true });
    expect(report).toMatchObject({
      rows: 4,
      taken: 2,
      known: 0,
      refused: 2,
      refusedBy: { not_json: 1, empty_text: 1 },
    });
    const again = await importPosts(context, { file, settings, eventTime: false, quiet: true });
    expect(again).toMatchObject({ taken: 0, known: 2 });
  });
});
