import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReplayClock } from '../../../infra/clock/replay-clock.ts';
import { createAllowance } from '../../../pipelines/flow/allowance.ts';
import { healthOf } from '../../../pipelines/flow/remember-visit.ts';
import { defaultSources } from '../../../pipelines/ingest/default-sources.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';
import { openReaders } from '../../installation/main.ts';
import { openEmbedded } from '../../standalone/main.ts';
import type { CliContext } from '../cli-context.ts';
import { buildProgram } from '../program.ts';
import type { Services } from '../services.ts';

describe('saring sources, as somebody new would try it', () => {
  let folder = '';
  let site: Server;
  let origin = '';
  let out = '';
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saring-sources-'));
    site = createServer((request, response) => {
      if (request.url === '/rss')
        return void response
          .writeHead(200, { 'content-type': 'application/rss+xml', etag: '"1"' })
          .end(
            `<rss version="2.0"><channel><title>W</title><item><title>Pindah memilih</title><link>${origin}/a</link></item></channel></rss>`,
          );
      if (request.url === '/')
        return void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<link rel="alternate" type="application/rss+xml" href="/rss">');
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    site.closeAllConnections();
    site.close();
    rmSync(folder, { recursive: true });
  });

  const environment = {
    SARING_ALLOW_ADDRESSES: '127.0.0.1',
    SARING_LOG_LEVEL: 'silent',
    SARING_X_TOKEN: 'token-untuk-uji',
  };
  const context: CliContext = {
    environment,
    open: (settings) => openEmbedded(settings, { pauseMs: 0 }),
    createReplayClock,
    readModel: async () => null,
    services: async () => ({ openReaders }) as Partial<Services> as Services,
    out: (text) => {
      out += text;
    },
    err: () => {},
  };
  const run = async (...words: string[]): Promise<string> => {
    out = '';
    await buildProgram(context).parseAsync(['sources', ...words, '--data', folder], { from: 'user' });
    return out;
  };
  const stored = async () => {
    const { records, clock, close } = await openEmbedded(loadConfig(environment, { dataDir: folder }));
    const sources = await records.sources.list();
    const own = sources.find(({ url }) => url.startsWith(origin));
    const health = own ? await healthOf(records, own, clock.now()) : null;
    await close();
    return { sources, own, health };
  };

  it('refuses what is wrong in words that say what to do, and stores nothing of it', async () => {
    const rss = `${origin}/rss`;
    const cases: [string[], RegExp][] = [
      [['add', 'kabar'], /bukan alamat yang dapat dibuka; contoh: https:/],
      [['add', rss, '--kind', 'fed'], /Jenis "fed" tidak dikenal; pilih: feed/],
      [['add', rss, '--tier', '9'], /Tingkat media harus 3/],
      [['add', rss, '--area', '35.99'], /Kode wilayah "35.99" tidak ada/],
      [['add', rss, '--interval', 'sering'], /Jeda pengambilan harus 5 sampai/],
      [['add', rss, '--settings', '{query'], /--settings harus JSON/],
      [['add', rss, '--kind', 'youtube'], /docs\/connectors\/youtube\.md/],
      [['add', `${origin}/`], new RegExp(`bukan umpan.*${rss}`)],
      [['add', `${origin}/tidak-ada`], /404/],
      [['add', 'http://10.0.0.1/rss'], /jaringan dalam/],
      [['remove', 'entah'], /Tidak ada sumber "entah"/],
      [['add-unit', '99'], /Kode wilayah "99" tidak ada/],
      [['add-unit', 'malang'], /tidak ada\. Mungkin: 35\.07 Kabupaten Malang, 35\.73 Kota Malang/],
      [['add', rss, '--area', 'Kota Malang'], /Mungkin: 35\.73 Kota Malang/],
      [
        ['add', rss, '--settings', '{"maxPage":3}'],
        /"maxPage" tidak dikenal jenis feed; yang ada: fetchPages, maxPages/,
      ],
      [['add', rss, '--settings', '{"maxPages":"tiga"}'], /"maxPages": .*diharapkan number/],
    ];
    for (const [words, reason] of cases) await expect(run(...words), words.join(' ')).rejects.toThrow(reason);
    expect((await stored()).own).toBeUndefined();
  });

  it('previews without storing anything, and adds after the sources the project brings', async () => {
    expect(await run('preview', `${origin}/rss`)).toContain('1 entri terbaca, tidak ada yang disimpan');
    expect((await stored()).sources).toEqual([]);
    expect(await run('add', `${origin}/rss`, '--area', '35.73')).toMatch(
      /sumber bawaan dipasang lebih dulu[\s\S]*1 entri terbaca/,
    );
    const { sources, own } = await stored();
    expect(sources).toHaveLength(defaultSources.length + 1);
    expect(own).toMatchObject({ homeArea: '35.73', intervalMinutes: 30, enabled: true });
    await expect(run('add', `${origin}/rss`)).rejects.toThrow(/sudah ada/);
  });

  it('checks without taking items: the next turn still brings them all', async () => {
    await run('add', `${origin}/rss`);
    const { own } = await stored();
    expect(await run('check', own!.id)).toContain('Semua 1 sumber terbaca');
    expect((await stored()).health).toMatchObject({ state: 'well', httpStatus: 200, cursor: {} });
    expect(await run('off', own!.id)).toContain('dimatikan');
    expect((await stored()).own?.enabled).toBe(false);
    expect(await run('remove', own!.id)).toContain('dihapus');
    expect((await stored()).own).toBeUndefined();
  });

  it('shows what was spent of a service that is counted, and keeps to its limit when it checks', async () => {
    const { records, close } = await openEmbedded(loadConfig(environment, { dataDir: folder }));
    await records.sources.put({
      ...{ id: 'x-uji', kind: 'x', name: 'X uji', url: 'https://api.x.example', platform: 'x' },
      ...{ outlet: null, outletTier: 1, homeArea: null, intervalMinutes: 60, enabled: true },
      settings: { query: 'KPU', monthlyCapUsd: 5 },
    });
    const month = new Date().toISOString().slice(0, 7);
    await createAllowance(records).take('x', month, 4_900_000, 5_000_000);
    await close();
    expect(await run('list')).toContain(`(terpakai $4,90 dari $5,00 pada ${month})`);
    expect(await run('check', 'x-uji')).toContain('tidak cukup untuk permintaan terkecil ($0,15)');
  });

  it('says what nobody watches, and what would help', async () => {
    expect(await run('coverage', '82')).toMatch(/Tidak ada media lokal untuk .*Terdekat: Tribun Ternate/);
    expect(await run('add-unit', '35.73')).toContain('"KPU Kota Malang"');
  });
});
