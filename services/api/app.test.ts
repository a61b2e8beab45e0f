import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { openTestApp } from './testing/open-test-app.ts';

describe('the API', async () => {
  const { app, records, index, queue, changes, token, close } = await openTestApp();

  beforeAll(async () => {
    await records.issues.put([buildIssue(1), buildIssue(2), buildIssue(3, { state: 'merged' })]);
    await index.put([
      buildIndexedItem({
        nativeId: 'a',
        text: 'Surat suara kurang di TPS',
        issueId: 'issue-001',
        linkedAt: 1,
      }),
      buildIndexedItem({ nativeId: 'b', text: 'Antrean panjang', outlet: 'Kabar' }),
    ]);
    await records.stories.put([
      { id: 's1', issueId: 'issue-001', title: 't', firstAt: 1, lastAt: 2, unique: 1, items: 1 },
    ]);
  });
  afterAll(close);

  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ url, headers: { authorization: `Bearer ${token}`, ...headers } });

  it('asks for the token everywhere but where nothing collected is shown', async () => {
    for (const url of [
      '/v1/issues',
      '/v1/item-terms',
      '/v1/items',
      '/v1/sources',
      '/v1/status',
      '/v1/acts',
      '/v1/acts/{act}/undo',
      '/v1/alerts',
      '/v1/drops',
      '/v1/labelling',
      '/v1/quality',
      '/v1/quarantine',
      '/v1/issues/issue-001',
      '/v1/events',
    ]) {
      const response = await app.inject({ url });
      expect(response.statusCode, url).toBe(401);
      expect(response.headers['content-type']).toContain('application/problem+json');
    }
    for (const url of ['/livez', '/readyz', '/v1/openapi.json', '/docs/'])
      expect((await app.inject({ url })).statusCode, url).toBe(200);
    expect((await app.inject({ url: `/v1/issues?token=${token}` })).statusCode).toBe(401);
    expect((await get('/v1/issues', { authorization: 'Bearer wrong-token-of-some-length' })).statusCode).toBe(
      401,
    );
  });

  it('lists open issues by priority, in pages', async () => {
    const first = (await get('/v1/issues?limit=1')).json();
    expect(first.total).toBe(2);
    expect(first.issues[0]).toMatchObject({ number: 'ISU-2024-000002', firstAt: '2024-11-27T01:00:00.000Z' });
    const second = (await get(`/v1/issues?limit=1&cursor=${first.nextCursor}`)).json();
    expect(second.issues[0].number).toBe('ISU-2024-000001');
    expect(second.nextCursor).toBeNull();
    expect((await get('/v1/issues?state=merged')).json().total).toBe(1);
    expect((await get('/v1/issues?level=kritis,tinggi&unit=35&topic=logistik')).json().total).toBe(0);
  });

  it('shows one issue by id or number with everything, and answers 304 to a known version', async () => {
    const response = await get('/v1/issues/ISU-2024-000001');
    const detail = response.json();
    expect(detail.issue.id).toBe('issue-001');
    expect(detail.timeline).toHaveLength(1);
    expect(detail.stories.map((one: { id: string }) => one.id)).toEqual(['s1']);
    expect(detail.items[0].text).toBe('Surat suara kurang di TPS');
    expect(detail.items[0]).not.toHaveProperty('bandKeys');
    expect(
      (await get('/v1/issues/issue-001', { 'if-none-match': String(response.headers['etag']) })).statusCode,
    ).toBe(304);
    expect((await get('/v1/issues/none')).statusCode).toBe(404);
  });

  it('searches items with facets and highlights', async () => {
    const page = (await get('/v1/items?q=suara&facets=platform,tone')).json();
    expect(page.total).toBe(1);
    expect(page.items[0].highlight).toContain('\u0002suara\u0003');
    expect(page.facets.platform).toEqual([{ value: 'x', count: 1 }]);
    const id = page.items[0].item.id;
    expect((await get(`/v1/items/${id}`)).json().nativeId).toBe('a');
    expect((await get(`/v1/items/${'0'.repeat(32)}`)).statusCode).toBe(404);
  });

  it.each([
    ['/v1/issues?limit=0', 'limit'],
    ['/v1/issues?level=gawat', 'level'],
    ['/v1/issues?from=yesterday', 'from'],
    ['/v1/items?limit=9999', 'limit'],
    ['/v1/items/xyz', 'item'],
  ])('says what is wrong with %s', async (url, path) => {
    const response = await get(url);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].path).toContain(path);
  });

  it('answers a strange cursor and an unknown route plainly', async () => {
    expect((await get('/v1/items?cursor=abc')).json()).toMatchObject({
      status: 400,
      title: 'Unknown cursor',
    });
    expect((await get('/v2/nothing')).json()).toMatchObject({ status: 404 });
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const document = (await app.inject({ url: '/v1/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.entries<Record<string, { summary?: string; tags?: string[] }>>(
      document.paths,
    ).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
    );
    expect(operations.length).toBeGreaterThan(150);
    const untold = operations.filter(({ summary, tags }) => !summary || !tags?.length);
    expect(untold.map(({ name }) => name)).toEqual([]);
    expect(JSON.stringify(document)).toContain('"Issue"');
  });

  describe('acts of people', () => {
    const send = (
      method: 'POST' | 'PATCH',
      url: string,
      payload: object,
      headers: Record<string, string> = {},
    ) => app.inject({ method, url, payload, headers: { authorization: `Bearer ${token}`, ...headers } });
    const reason = 'Perkara yang sama';
    const tagOf = async (id: string) => ({
      'if-match': String((await get(`/v1/issues/${id}`)).headers['etag']),
    });

    it('keeps a merge with its audit entry, and takes it back', async () => {
      const into = { into: 'ISU-2024-000002', reason };
      const merged = await send('POST', '/v1/issues/issue-001/merge', into, await tagOf('issue-001'));
      expect(merged.json().acts[0]).toMatchObject({
        kind: 'must_link',
        left: 'issue-002',
        right: 'issue-001',
        by: 'administrator',
      });
      const { acts } = (await get('/v1/acts')).json();
      expect(acts).toHaveLength(1);
      const undone = await send('POST', `/v1/acts/${acts[0].id}/undo`, { reason });
      expect(undone.json().acts[0].undoneAt).not.toBeNull();
      expect((await get('/v1/acts')).json().acts).toEqual([]);
      expect((await send('POST', `/v1/acts/${acts[0].id}/undo`, { reason })).statusCode).toBe(409);
      expect((await send('POST', '/v1/acts/none/undo', { reason })).statusCode).toBe(404);
      expect((await queue.counts())['link']?.waiting).toBe(1);
    });

    it('refuses what makes no sense, saying why', async () => {
      expect(
        (await send('POST', '/v1/issues/issue-001/merge', { into: 'issue-001', reason })).statusCode,
      ).toBe(400);
      expect((await send('POST', '/v1/issues/none/merge', { into: 'issue-001', reason })).statusCode).toBe(
        404,
      );
      expect((await send('POST', '/v1/issues/issue-001/merge', { into: 'issue-002' })).statusCode).toBe(400);
      const split = (story: string, tag: Record<string, string>) =>
        send('POST', '/v1/issues/issue-001/split', { stories: [story], reason }, tag);
      const empty = await split('s1', await tagOf('issue-001'));
      expect(empty.json()).toMatchObject({ status: 409, title: 'That would leave nothing in the issue' });
      expect((await split('s9', await tagOf('issue-001'))).statusCode).toBe(400);
    });

    it('renames only what was read in its present version', async () => {
      const etag = String((await get('/v1/issues/issue-001')).headers['etag']);
      const body = { title: 'Surat suara kurang di Kota Malang', reason: 'Lebih jelas' };
      expect((await send('PATCH', '/v1/issues/issue-001', body)).statusCode).toBe(428);
      const renamed = await send('PATCH', '/v1/issues/issue-001', body, { 'if-match': etag });
      expect(renamed.json()).toMatchObject({ title: body.title, titleBy: 'person' });
      expect((await send('PATCH', '/v1/issues/issue-001', body, { 'if-match': etag })).statusCode).toBe(412);
    });
  });

  it('tells changes to listeners, also those that come back', async () => {
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const read = async (headers: Record<string, string>, wanted: string): Promise<string> => {
      const controller = new AbortController();
      const response = await fetch(`${address}/v1/events`, {
        headers: { authorization: `Bearer ${token}`, ...headers },
        signal: controller.signal,
      });
      let text = '';
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += new TextDecoder().decode(chunk);
        if (text.includes(': connected') && wanted === 'x')
          changes.tell({ kind: 'issue.changed', at: 0, id: 'x', unit: 'RI' });
        if (text.includes(`"id":"${wanted}"`) || text.includes('event: reset')) break;
      }
      controller.abort();
      return text;
    };
    expect(await read({}, 'x')).toContain('event: issue.changed');
    changes.tell({ kind: 'alert.raised', at: 0, id: 'y', unit: 'RI' });
    expect(await read({ 'last-event-id': '1' }, 'y')).toContain('"id":"y"');
    expect(await read({ 'last-event-id': '99' }, 'none')).toContain('event: reset');
  });
});
