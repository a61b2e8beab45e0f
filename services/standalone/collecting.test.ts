import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../shared/config/load-config.ts';
import { openEmbedded, startAll } from './main.ts';

const token = 'a-token-for-tests-only';
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** A small outlet: a home page that names its feed, the feed, and one article. */
function outlet(origin: () => string): Server {
  const article = `<html><body><article><h1>KPU jawab kabar TPS pindah</h1>${'<p>Ketua KPU menjelaskan bahwa tempat pemungutan suara itu tidak dipindah seperti kabar yang beredar.</p>'.repeat(4)}</article></body></html>`;
  const pages: Record<string, [type: string, body: () => string]> = {
    '/': ['text/html', () => '<link rel="alternate" type="application/rss+xml" href="/rss">beranda'],
    '/rss': [
      'application/rss+xml',
      () =>
        `<rss version="2.0"><channel><title>W</title><item><title>KPU jawab kabar TPS pindah</title><link>${origin()}/a/1</link></item></channel></rss>`,
    ],
    '/a/1': ['text/html', () => article],
  };
  return createServer((request, response) => {
    const page = pages[request.url ?? ''];
    if (!page) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': page[0] }).end(page[1]());
  });
}

describe('collecting through the API of a running program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saring-collecting-'));
  let site: Server;
  let origin = '';
  let service: Awaited<ReturnType<typeof startAll>>;

  beforeAll(async () => {
    site = outlet(() => origin);
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const settings = loadConfig(
      {},
      { dataDir: folder, logLevel: 'silent', allowAddresses: '127.0.0.1', publicReports: true },
    );
    const installation = await openEmbedded(settings, { pauseMs: 0 });
    service = await startAll(installation, {
      host: '127.0.0.1',
      port: 0,
      token,
      logLevel: 'silent',
      delivery: settings,
      told: () => {},
    });
  });
  afterAll(async () => {
    await service.stop();
    site.closeAllConnections();
    site.close();
    rmSync(folder, { recursive: true });
  });

  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = { authorization: `Bearer ${token}` },
    // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  ): Promise<{ status: number; body: any; bytes: Uint8Array }> => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${service.address}${path}`, {
      method,
      headers: {
        ...headers,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(strFromU8(bytes)) : null, bytes };
  };
  const form = (fields: Record<string, string>, file?: [name: string, bytes: Uint8Array, field?: string]) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    if (file) data.append(file[2] ?? 'file', new Blob([Uint8Array.from(file[1])]), file[0]);
    return data;
  };
  const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const found = await look();
      if (found !== undefined) return found;
      await wait(50);
    }
    throw new Error('it never came');
  };
  const report = (id: string) =>
    until(async () => {
      const { body } = await call('GET', '/v1/reports');
      const found = body.reports.find((one: { id: string; state: string }) => one.id === id);
      return found?.state === 'reading' ? undefined : found;
    });

  it('previews, adds, checks, switches and removes a source', async () => {
    const url = `${origin}/rss`;
    expect((await call('POST', '/v1/sources/preview', { url: `${origin}/` })).body).toMatchObject({
      entries: 0,
      feeds: [url],
      error: expect.stringContaining('bukan umpan'),
    });
    const preview = await call('POST', '/v1/sources/preview', { url });
    expect(preview.body).toMatchObject({ entries: 1, error: null });
    expect(preview.body.items[0].textLength).toBeGreaterThan(200);
    expect((await call('GET', '/v1/sources')).body.sources).toEqual([]);
    expect((await call('POST', '/v1/sources', { url, kind: 'umpan' })).body.hint).toContain('tidak dikenal');
    expect((await call('POST', '/v1/sources', { url: `${origin}/tidak-ada` })).status).toBe(400);
    const added = await call('POST', '/v1/sources', { url, area: '35.73', name: 'Warta' });
    expect(added.body).toMatchObject({ name: 'Warta', homeArea: '35.73', health: { state: 'well' } });
    const { id } = added.body;
    expect((await call('POST', '/v1/sources', { url, area: '35.73', name: 'Warta' })).status).toBe(409);
    expect((await call('POST', `/v1/sources/${id}/check`)).body).toMatchObject({ entries: 1, error: null });
    expect((await call('PATCH', `/v1/sources/${id}`, { enabled: false })).body.enabled).toBe(false);
    expect((await call('DELETE', `/v1/sources/${id}`)).status).toBe(204);
    expect((await call('DELETE', `/v1/sources/${id}`)).status).toBe(404);
    const refused = await call('POST', '/v1/sources', { url, area: '35.80', name: 'Warta' });
    expect(refused.body.hint).toContain('Kode wilayah "35.80" tidak ada');
    const unit = { name: 'Kabupaten Contoh Baru', reason: 'undang-undang pembentukannya' };
    expect((await call('PUT', '/v1/units/35.80', unit)).status).toBe(200);
    const inNew = await call('POST', '/v1/sources', { url, area: '35.80', name: 'Warta' });
    expect(inNew.body).toMatchObject({ name: 'Warta', homeArea: '35.80' });
    expect((await call('DELETE', `/v1/sources/${inNew.body.id}`)).status).toBe(204);
    expect((await call('GET', '/v1/units/35.80/source-proposals')).body.proposals.length).toBeGreaterThan(0);
  });

  it('says what nobody watches, and proposes what to watch', async () => {
    const { body } = await call('GET', '/v1/coverage?unit=82');
    expect(body.units).toBeGreaterThan(5);
    expect(body.gaps.map(({ kind }: { kind: string }) => kind)).toContain('no_local_outlet');
    const { proposals } = (await call('GET', '/v1/units/82.71/source-proposals')).body;
    expect(proposals.map(({ kind }: { kind: string }) => kind)).toContain('google_news');
    expect((await call('GET', '/v1/units/99/source-proposals')).status).toBe(404);
  });

  it('makes items of a report with a link, and keeps text, page and screenshot', async () => {
    const text = 'Di grup warga beredar kabar bahwa TPS 4 dipindah ke kantor kecamatan, apakah benar?';
    const sent = await call(
      'POST',
      '/v1/reports',
      form({ text, url: `${origin}/a/1?utm_source=wa`, unit: '35.73', contact: 'lewat admin grup' }, [
        'layar.png',
        png,
        'screenshot',
      ]),
    );
    expect(sent.status).toBe(202);
    const taken = await report(sent.body.id);
    expect(taken).toMatchObject({ state: 'taken', unit: '35.73', hasScreenshot: true, url: `${origin}/a/1` });
    const item = await until(async () => {
      const answer = await call('GET', `/v1/items/${taken.itemId}`);
      return answer.status === 200 ? answer.body : undefined;
    });
    expect(item).toMatchObject({ platform: 'report', text, author: null });
    expect(JSON.stringify(item)).not.toContain('admin grup');
    const { evidence } = (await call('GET', `/v1/items/${taken.itemId}/evidence`)).body;
    expect(evidence[0].parts.map(({ name }: { name: string }) => name)).toContain('screenshot.png');
    const { bytes } = await call('GET', `/v1/items/${taken.itemId}/evidence.zip`);
    const files = unzipSync(bytes);
    const shot = Object.keys(files).find((path) => path.endsWith('screenshot.png'))!;
    expect(Buffer.from(files[shot]!)).toEqual(png);
    const trail = (await call('GET', '/v1/audit?limit=500')).body;
    expect(JSON.stringify(trail)).toContain('/v1/items/:item/evidence.zip');
    const { body } = await call('GET', '/v1/items?platform=news');
    expect(body.items[0].item.text).toContain('tidak dipindah');
  });

  it('lets a screenshot alone wait for somebody who types it out', async () => {
    const sent = await call('POST', '/v1/reports', form({}, ['a.png', png, 'screenshot']));
    expect((await report(sent.body.id)).state).toBe('waiting_text');
    expect((await call('GET', `/v1/reports/${sent.body.id}/screenshot`)).bytes).toEqual(new Uint8Array(png));
    const typed = { text: 'Tangkapan layar: "KPPS membagikan surat suara tercoblos"' };
    await call('POST', `/v1/reports/${sent.body.id}/text`, typed);
    expect((await report(sent.body.id)).state).toBe('taken');
  });

  it('refuses what is no report, in words', async () => {
    const refused = async (body: unknown) => (await call('POST', '/v1/reports', body)).body;
    expect(await refused({})).toMatchObject({ status: 400, hint: expect.stringContaining('Isi teks') });
    expect(await refused({ text: 'a', unit: '99' })).toMatchObject({ hint: 'unit: kode unit tidak ada' });
    expect(await refused({ url: 'javascript:alert(1)' })).toMatchObject({
      hint: expect.stringContaining('http'),
    });
    expect(
      await refused(form({ text: 'a' }, ['a.png', Buffer.from('<script>'), 'screenshot'])),
    ).toMatchObject({ hint: expect.stringContaining('PNG') });
    const large = form({ text: 'a' }, ['a.png', Buffer.concat([png, Buffer.alloc(5_000_001)]), 'screenshot']);
    expect(await refused(large)).toMatchObject({ status: 413 });
  });

  it('is open to people without an account by setting, twenty times an hour', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 22; n += 1)
      answers.push(
        (await call('POST', '/v1/public/reports', { text: `Laporan ke-${n} dari warga` }, {})).status,
      );
    expect(answers.filter((status) => status === 202)).toHaveLength(20);
    expect(answers.slice(-2)).toEqual([429, 429]);
    expect((await call('GET', '/v1/reports', undefined, {})).status).toBe(401);
    expect((await call('POST', '/v1/reports', { text: 'a' }, {})).status).toBe(401);
  });

  it('imports a workbook and remembers its columns by vendor', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('Data');
    sheet.addRow(['Isi', 'Tanggal', 'Tautan']);
    sheet.addRow(['Antrean di TPS lancar', new Date(Date.UTC(2026, 10, 20, 9)), 'https://fb.example/1']);
    sheet.addRow(['', '', '']);
    sheet.addRow([' ', new Date(Date.UTC(2026, 10, 20, 9)), 'https://fb.example/2']);
    const file: [string, Uint8Array] = ['ekspor.xlsx', new Uint8Array(await book.xlsx.writeBuffer())];
    const send = (fields: Record<string, string>) => call('POST', '/v1/imports/posts', form(fields, file));
    expect((await send({ vendor: 'pantau', map: 'text=Konten' })).body.hint).toContain(
      'Isi, Tanggal, Tautan',
    );
    const map = 'text=Isi,created_at=Tanggal,url=Tautan';
    expect((await send({ vendor: 'pantau', map, platform: 'facebook' })).body).toMatchObject({
      rows: 2,
      queued: 1,
      refusedBy: { empty_text: 1 },
    });
    expect((await call('GET', '/v1/imports/vendors')).body.vendors).toMatchObject([
      { vendor: 'pantau', platform: 'facebook', columns: { text: 'Isi' } },
    ]);
    expect((await send({ vendor: 'pantau' })).body).toMatchObject({ queued: 1 });
    const items = await until(async () => {
      const { body } = await call('GET', '/v1/items?platform=facebook');
      return body.items.length > 0 ? body.items : undefined;
    });
    expect(items).toHaveLength(1);
    expect(items[0].item.publishedAt).toBe('2026-11-20T02:00:00.000Z');
  });
});
