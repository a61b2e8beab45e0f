import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { buildIndexedItem } from '../../shared/testing/build-item.ts';
import { openTestApp } from './testing/open-test-app.ts';

describe('narratives and the digest of an issue', async () => {
  const { app, records, index, token, close } = await openTestApp();

  beforeAll(async () => {
    const years = (year: number) => ({ firstAt: Date.UTC(year, 3, 1), lastAt: Date.UTC(year, 3, 4) });
    await records.issues.put([
      buildIssue(1, { title: 'Server KPU di Singapura disetting 57 persen', ...years(2019) }),
      buildIssue(2, { title: 'Beredar lagi kabar server KPU disetting di luar negeri', ...years(2024) }),
      buildIssue(3, {
        title: 'Surat suara kurang di TPS',
        summary: 'Surat suara kurang di TPS Waru. KPU meminta maaf atas kekurangan surat suara.',
        sentences: { positive: [], neutral: [], negative: ['Surat suara kurang di TPS Waru'] },
      }),
    ]);
    const linked = { issueId: 'issue-003', storyId: 's', linkedAt: 1 };
    await index.put([
      buildIndexedItem({
        nativeId: 'a',
        text: 'Surat suara kurang di TPS Waru',
        author: 'akun-1',
        publishedAt: 1_000,
        ...linked,
      }),
      buildIndexedItem({
        nativeId: 'b',
        title: 'KPU meminta maaf atas kekurangan surat suara',
        text: 'Isi berita.',
        url: 'https://kabar.example/1',
        outlet: 'Kabar',
        authorKind: 'outlet',
        publishedAt: 2_000,
        ...linked,
      }),
      buildIndexedItem({
        nativeId: 'c',
        text: 'Kami pantau surat suara di Waru',
        author: 'Pemantau Pemilu',
        authorKind: 'public',
        metrics: { likes: 5, replies: 0, shares: 0, views: 0, followers: 9_000 },
        publishedAt: 3_000,
        ...linked,
      }),
    ]);
  });
  afterAll(close);

  const send = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, payload?: object, version?: string) =>
    app.inject({
      method,
      url,
      headers: {
        authorization: `Bearer ${token}`,
        ...(version === undefined ? {} : { 'if-match': version }),
      },
      ...(payload === undefined ? {} : { payload }),
    });

  it('is named, tied, audited, and suggested when it returns years later', async () => {
    const made = await send('POST', '/v1/narratives', {
      name: 'Hasil pemilu diatur lewat server',
      reason: 'kembali tiap pemilihan',
    });
    expect(made.statusCode, made.body).toBe(200);
    const { id } = made.json();
    const body = { narrative: id, reason: 'klaim yang sama' };
    expect((await send('PUT', '/v1/issues/issue-001/narrative', body)).statusCode).toBe(428);
    const tied = await send('PUT', '/v1/issues/issue-001/narrative', body, '"issue-001-1"');
    expect(tied.json()).toMatchObject({ narrativeId: id, version: 2 });
    // The second of two people decided on what is no more.
    expect((await send('PUT', '/v1/issues/issue-001/narrative', body, '"issue-001-1"')).statusCode).toBe(412);
    const { suggestions } = (await send('GET', '/v1/issues/issue-002/narratives')).json();
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]).toMatchObject({ narrative: { id }, lastAt: '2019-04-04T00:00:00.000Z' });
    expect(suggestions[0].agrees).toContain('server');
    expect((await send('GET', '/v1/issues/issue-003/narratives')).json().suggestions).toEqual([]);
    const list = (await send('GET', '/v1/narratives')).json().narratives;
    expect(list[0]).toMatchObject({ issues: 1, firstAt: '2019-04-01T00:00:00.000Z' });
    expect((await send('GET', `/v1/narratives/${id}`)).json().issues[0].id).toBe('issue-001');
    const audited = [...(await records.audit.of(id, 5)), ...(await records.audit.of('issue-001', 5))];
    expect(audited.map(({ action }) => action)).toEqual(['narrative.name', 'issue.tie']);
    const freed = await send(
      'PUT',
      '/v1/issues/issue-001/narrative',
      { narrative: null, reason: 'keliru' },
      '"issue-001-2"',
    );
    expect(freed.json().narrativeId).toBeNull();
  });

  it('is changed only by who read it', async () => {
    const { id } = (
      await send('POST', '/v1/narratives', { name: 'Petugas diracun', reason: 'dicatat' })
    ).json();
    const change = { examples: ['Petugas KPPS mati diracun'], reason: 'contoh' };
    expect((await send('PATCH', `/v1/narratives/${id}`, change, '"x"')).statusCode).toBe(412);
    expect((await send('PATCH', `/v1/narratives/${id}`, change, `"${id}-1"`)).json()).toMatchObject({
      name: 'Petugas diracun',
      examples: change.examples,
      version: 2,
    });
    expect((await send('GET', '/v1/narratives/nowhere')).statusCode).toBe(404);
    expect(
      (
        await send(
          'PUT',
          '/v1/issues/issue-002/narrative',
          { narrative: 'nowhere', reason: 'uji' },
          '"issue-002-1"',
        )
      ).statusCode,
    ).toBe(404);
  });

  it('quotes its sources and names public accounts only', async () => {
    const digest = (await send('GET', '/v1/issues/issue-003/digest')).json();
    expect(digest.summary.map((one: { url: string | null }) => one.url)).toEqual([
      null,
      'https://kabar.example/1',
    ]);
    expect(digest.summary.every((one: { itemId: string | null }) => one.itemId !== null)).toBe(true);
    expect(digest.sentences.negative[0].itemId).not.toBeNull();
    expect(digest.keyAccounts.map(({ name }: { name: string }) => name)).toEqual([
      'Pemantau Pemilu',
      'Kabar',
    ]);
    expect(digest.first.text).toBe('Surat suara kurang di TPS Waru');
    expect(digest.read).toBe(3);
  });
});
