import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tryParseFeed } from '../../pipelines/ingest/feed/parse-feed.ts';
import type { Channel } from '../../shared/ports/channel.ts';
import { PermanentRefusal, TemporaryFailure } from '../../shared/ports/channel.ts';
import type { JobHandler, Queue } from '../../shared/ports/queue.ts';
import { PermanentFailure } from '../../shared/ports/queue.ts';
import { buildIssue } from '../../shared/testing/build-issue.ts';
import { announceIssues, attachIssueHooks } from '../worker/attach-issue-hooks.ts';
import { openTestApp } from './testing/open-test-app.ts';

const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

describe('feeds for other programs', async () => {
  const { app, records, queue, clock, token, headers, close } = await openTestApp({
    now: Date.UTC(2028, 3, 5),
  });

  beforeAll(async () => {
    await records.issues.put([
      buildIssue(1, { title: 'Surat suara <kurang> & "robek"\u0007' }),
      buildIssue(2, { unit: '32.01' }),
      buildIssue(3, { state: 'closed' }),
    ]);
  });
  afterAll(close);
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ url, headers: { authorization: `Bearer ${token}`, ...headers } });

  it('gives open issues as Atom that a feed reader takes, and 304 when nothing changed', async () => {
    const response = await get('/v1/feeds/issues.atom');
    expect(response.headers['content-type']).toContain('application/atom+xml');
    const feed = tryParseFeed(response.rawPayload, {
      contentType: 'application/atom+xml',
    } as never) as unknown as {
      ok: boolean;
      feed: { entries: { title: string; url: string }[] };
    };
    expect(JSON.stringify(feed)).toContain('Surat suara');
    expect(response.body.replaceAll(/<!\[CDATA\[.*?\]\]>/gs, '')).not.toContain('<kurang>');
    expect(response.body).not.toContain('\u0007');
    expect(response.body.match(/<entry>/g)).toHaveLength(2);
    expect((await get('/v1/feeds/issues.atom?unit=32')).body.match(/<entry>/g)).toHaveLength(1);
    const etag = String(response.headers['etag']);
    expect((await get('/v1/feeds/issues.atom', { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await app.inject({ url: '/v1/feeds/issues.atom' })).statusCode).toBe(401);
  });

  it('gives deadlines as a calendar, each with an id that stays', async () => {
    const response = await get('/v1/calendars/deadlines.ics?unit=35.73');
    expect(response.headers['content-type']).toContain('text/calendar');
    const lines = response.body.replaceAll('\r\n ', '').split('\r\n');
    const starts = lines.filter((line) => line.startsWith('DTEND'));
    // Quarter one of 2028 ended on 31 March; its draft is due seven days later, at midnight WIB.
    expect(lines).toContain('SUMMARY:Laporan Triwulan I 2028 disampaikan ke ketua');
    expect(starts).toContain('DTEND:20280407T170000Z');
    expect(new Set(lines.filter((line) => line.startsWith('UID'))).size).toBe(starts.length);
    expect((await get('/v1/calendars/deadlines.ics?unit=35.73')).body).toBe(response.body);
  });

  it('tells subscribers of changes they want, once a version, and hides their secrets', async () => {
    const hook = { id: 'dasbor', url: 'https://dasbor.example/isu', secret, unit: '35', levels: ['sedang'] };
    const put = (webhooks: object[]) =>
      app.inject({
        method: 'PUT',
        url: '/v1/feeds/webhooks',
        headers,
        payload: { webhooks },
      });
    expect((await put([{ ...hook, secret: 'x' }])).statusCode).toBe(400);
    expect((await put([hook])).body).not.toContain('whsec_');
    const malang = buildIssue(1, { unit: '35.73' });
    const moved = { ...malang, version: malang.version + 1 };
    await records.issues.put([moved, buildIssue(4, { unit: '35.73', parentId: 'issue-001' })]);
    const issues = [malang, { id: 'issue-002' }, { id: 'issue-004' }];
    expect(await announceIssues({ queue, records }, issues)).toBe(1);
    expect(await announceIssues({ queue, records }, issues)).toBe(1);
    expect((await queue.counts())['issue-hook']!.waiting).toBe(1);

    let handler: JobHandler | null = null;
    const taking = {
      ...queue,
      work: (_name: string, given: JobHandler) => {
        handler = given;
        return { stop: async () => {} };
      },
    };
    const sent: unknown[] = [];
    let failure: Error | null = null;
    const channel = {
      name: 'webhook',
      limits: { perSecond: 1, atOnce: 1 },
      send: async (message: unknown, to: unknown) => {
        if (failure) throw failure;
        sent.push([message, to]);
        return { state: 'delivered', providerId: null };
      },
      close: async () => {},
    } as Channel;
    attachIssueHooks({
      queue: taking as unknown as Queue,
      records,
      clock,
      channel,
      baseUrl: 'https://saring.example/',
      failed: () => {},
    });
    const payload = { hookId: 'dasbor', issueId: 'issue-001', version: moved.version };
    const job = { id: '1', name: 'issue-hook', payload, attempt: 1, addedAt: 0 };
    await handler!(job, new AbortController().signal);
    expect(sent).toMatchObject([
      [
        {
          kind: 'issue',
          data: {
            issue: { number: 'ISU-2024-000001' },
            link: 'https://saring.example/v1/issues/ISU-2024-000001',
          },
        },
        { contact: { address: hook.url, secrets: [secret] } },
      ],
    ]);
    failure = new TemporaryFailure('busy');
    await expect(handler!(job, new AbortController().signal)).rejects.toBe(failure);
    failure = new PermanentRefusal('no');
    await expect(handler!(job, new AbortController().signal)).rejects.toThrow(PermanentFailure);
  });
});
