import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSystemClock } from '../../infra/clock/system-clock.ts';
import { createUndiciFetcher } from '../../infra/http/undici/undici-fetcher.ts';
import { createOpenAiRephraser } from '../../infra/rephrase/openai/create-openai-rephraser.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import type { Fetcher } from '../../shared/ports/fetcher.ts';
import { buildClaim } from '../../shared/testing/build-claim.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

// biome-ignore lint/suspicious/noExplicitAny: what is looked at is asserted
type Body = any;
const now = Date.UTC(2024, 1, 6, 3);

describe('a language model that rephrases', () => {
  let model: Server;
  let api: TestApp;
  let fetcher: Fetcher;
  let says = '';
  const asked: Body[] = [];

  beforeAll(async () => {
    model = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      asked.push({ url: request.url, key: request.headers.authorization, body: JSON.parse(body) });
      response.setHeader('content-type', 'application/json');
      response.end(says === '' ? '{}' : JSON.stringify({ choices: [{ message: { content: says } }] }));
    });
    await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
    fetcher = createUndiciFetcher({
      clock: createSystemClock(),
      contact: 'test',
      allowAddresses: ['127.0.0.1'],
      pauseMs: 0,
    });
    const rephraser = createOpenAiRephraser({ url, model: 'model-lokal', key: 'kunci', fetcher });
    api = await openTestApp({ now, rephraser });
    const judged = {
      checker: 'ani',
      checkedAt: now,
      approver: 'budi',
      approvedAt: now,
      reviewAt: now + 7 * dayMs,
    };
    const claim = buildClaim(1, {
      ...judged,
      text: 'Undangan memilih tidak akan dikirim lagi, semua warga harus daftar online',
      explanation:
        'Surat pemberitahuan memilih tetap diantar ke rumah pemilih paling lambat tiga hari sebelumnya.',
      verdict: 'salah',
      version: 1,
      evidence: [{ title: 'PKPU', url: 'https://jdih.kpu.example/25', tier: 'primary', archiveHash: null }],
    });
    await api.records.claims.put(claim);
    await call('POST', '/v1/answers', { claim: claim.id, facts: [], by: 'cici' });
  });
  afterAll(async () => {
    await api.close();
    await fetcher.close();
    await new Promise((resolve) => model.close(resolve));
  });

  async function call(
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
  ): Promise<{ status: number; body: Body }> {
    const got = await api.app.inject({ method, url, headers: api.headers, ...(payload ? { payload } : {}) });
    return { status: got.statusCode, body: got.json() };
  }
  const theAnswer = async () => (await call('GET', '/v1/answers')).body.answers[0];
  const act = async (name: string, more: object) => {
    const { id, version } = await theAnswer();
    return call('POST', `/v1/answers/${id}/${name}`, { version, ...more });
  };

  it('is marked, linted the same, and keeps sources where the words still say the same', async () => {
    says =
      'Surat pemberitahuan memilih tetap diantar ke rumah pemilih, paling lambat tiga hari sebelumnya.\n\nKPU akan memberi hadiah kepada 500 pemilih pertama di setiap TPS.\n\nSelengkapnya: https://kpu.example';
    const { body } = await act('rephrase', { channel: 'x', by: 'cici' });
    const text = body.texts.find(({ channel }: Body) => channel === 'x');
    expect([text.origin, text.takenOverBy]).toEqual(['model', null]);
    const [same, added] = text.blocks.flatMap(({ sentences }: Body) => sentences);
    expect([same.from.length, added.from]).toEqual([1, []]);
    expect(text.lint.findings.map(({ code }: Body) => code)).toContain('no_fact');
    expect(asked[0]).toMatchObject({
      url: '/v1/chat/completions',
      key: 'Bearer kunci',
      body: { model: 'model-lokal' },
    });
  });

  it('is never handed in before a person took it over', async () => {
    says =
      'Surat pemberitahuan memilih tetap diantar ke rumah pemilih, paling lambat tiga hari sebelumnya.\n\nSelengkapnya: https://kpu.example';
    await act('rephrase', { channel: 'x', by: 'cici' });
    const refused = await act('submit', { by: 'cici' });
    expect(refused.body.errors.map(({ path }: Body) => path)).toContain('texts.x');
    await act('take-over', { channel: 'x', by: 'dodi' });
    expect((await act('submit', { by: 'cici' })).status).toBe(200);
    expect((await act('approve', { by: 'dodi' })).status).toBe(422);
    expect((await act('approve', { by: 'budi' })).status).toBe(200);
  });

  it('changes nothing when it fails, and is off unless somebody sets it up', async () => {
    await act('return', { by: 'budi', reason: 'perlu dipendekkan' });
    const before = (await theAnswer()).version;
    says = '';
    expect((await act('rephrase', { channel: 'x', by: 'cici' })).status).toBe(502);
    expect((await theAnswer()).version).toBe(before);
    const plain = await openTestApp({ now });
    const off = await plain.app.inject({
      method: 'POST',
      url: '/v1/answers/none/rephrase',
      headers: plain.headers,
      payload: { version: 1, channel: 'x' },
    });
    expect(off.statusCode).toBe(503);
    await plain.close();
    const closed = createUndiciFetcher({ clock: createSystemClock(), contact: 'test', pauseMs: 0 });
    const url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
    const barred = createOpenAiRephraser({ url, model: 'm', fetcher: closed });
    await expect(barred.rephrase({ instruction: 'x', text: 'y' })).rejects.toThrow('jaringan dalam');
    await closed.close();
  });
});
