import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openResumingSocket } from '../../infra/http/undici/resuming-socket.ts';
import { createSqliteIndex } from '../../infra/index/sqlite/create-sqlite-index.ts';
import { createRecords } from '../../infra/records/create-records.ts';
import { createSqliteDialect } from '../../infra/records/sqlite-dialect.ts';
import { openSqlite } from '../../infra/sqlite/open-sqlite.ts';
import type { Item } from '../../shared/domain/item.ts';
import { type Source, sourceSchema } from '../../shared/domain/source.ts';
import type { Records } from '../../shared/ports/records.ts';
import { createCountingIds, createFixedClock } from '../../shared/testing/fixed-clock.ts';
import { searchTerms } from '../../shared/text/search-terms.ts';
import { createStreamRunner, type StreamsDeps } from './run-streams.ts';

/** A text frame by RFC 6455 section 5.2, from a server (unmasked), up to 65,535 bytes. */
function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, body.length])
      : Buffer.from([0x81, 126, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([head, body]);
}

/** The n-th post of all, as Jetstream tells it: microseconds are its number. */
const event = (n: number): string =>
  JSON.stringify({
    did: 'did:plc:warga',
    time_us: n * 10_000_000,
    kind: 'commit',
    commit: {
      operation: 'create',
      collection: 'app.bsky.feed.post',
      rkey: `k${n}`,
      record: {
        text: n % 2 === 0 ? `KPU unggahan ke-${n}` : `Masak apa hari ini ${n}`,
        langs: ['id'],
        createdAt: '2024-11-27T01:00:00Z',
      },
    },
  });

const jetstream = (url: string): Source =>
  sourceSchema.parse({
    id: 'bluesky-langsung',
    kind: 'bluesky_stream',
    name: 'Bluesky langsung',
    url,
    platform: 'bluesky',
    outlet: null,
    outletTier: 1,
    homeArea: null,
    intervalMinutes: 10,
    enabled: true,
    settings: { words: ['KPU'] },
  });

describe('streams', () => {
  const clock = createFixedClock();
  let server: Server;
  let sockets: Duplex[] = [];
  let asked: { url: string; headers: IncomingMessage['headers'] }[] = [];
  let serve: (socket: Duplex, cursor: number) => void = () => {};
  let url = '';
  let sqlite: ReturnType<typeof openSqlite>;
  let records: Records;
  let delivered: string[] = [];
  let polled: string[] = [];
  let deps: StreamsDeps;

  beforeEach(async () => {
    [sockets, asked, delivered, polled] = [[], [], [], []];
    server = createServer();
    server.on('upgrade', (request, socket) => {
      asked.push({ url: request.url ?? '', headers: request.headers });
      sockets.push(socket);
      const key = createHash('sha1')
        .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
        .digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
      );
      socket.on('error', () => {});
      serve(socket, Number(new URL(request.url ?? '/', 'http://x').searchParams.get('cursor') ?? 0));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    sqlite = openSqlite(':memory:');
    ({ records } = await createRecords(createSqliteDialect(sqlite)));
    deps = {
      records,
      index: createSqliteIndex(sqlite, searchTerms),
      clock,
      ids: createCountingIds(clock),
      openStream: (options) =>
        openResumingSocket({
          ...options,
          allowAddresses: ['127.0.0.1'],
          contact: 'https://example.org/',
          pauseMs: 1,
          maxPauseMs: 5,
        }),
      secrets: { mastodon: 'rahasia-mastodon' },
      pseudonymise: (name) => `samaran-${name.length}`,
      deliver: async (items: readonly Item[]) =>
        void delivered.push(...items.map(({ nativeId }) => nativeId)),
      poll: async (id) => void polled.push(id),
    };
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    sqlite.close();
  });

  const until = async (holds: () => boolean): Promise<void> => {
    for (let tries = 0; !holds(); tries += 1) {
      if (tries > 500) throw new Error('it never came');
      await wait(5);
    }
  };
  const keys = (): string[] => delivered.map((id) => id.split('/').at(-1)!);

  it('listens on through losses without a gap, takes what was asked for, and stores its cursor behind it', async () => {
    let last = 0;
    serve = (socket, cursor) => {
      // The overlap of 5 s is less than one event here: it goes on exactly behind the last one.
      const from = Math.ceil(cursor / 10_000_000);
      for (let n = from + 1; n <= from + 3; n += 1) socket.write(frame(event(n)));
      last = from + 3;
      setImmediate(() => socket.destroy());
    };
    const runner = createStreamRunner(deps);
    await runner.sync([jetstream(url)]);
    await until(() => last >= 15);
    await runner.flush();
    await runner.stop();
    expect(keys().slice(0, 5)).toEqual(['k2', 'k4', 'k6', 'k8', 'k10']);
    expect(new Set(keys()).size).toBe(keys().length);
    const health = await records.sources.health('bluesky-langsung');
    expect(health?.state).toBe('well');
    expect(Number(health?.cursor['streamUs'])).toBeGreaterThanOrEqual(100_000_000);
    expect(health?.lastNewItemAt).toBe(clock.now());
  });

  it('goes on from the stored cursor after a restart, a little before it', async () => {
    serve = (socket, cursor) => void (cursor === 0 && socket.write(frame(event(4))));
    const first = createStreamRunner(deps);
    await first.sync([jetstream(url)]);
    await until(() => asked.length > 0);
    await until(() => {
      void first.flush();
      return delivered.length > 0;
    });
    await first.stop();
    const second = createStreamRunner(deps);
    await second.sync([jetstream(url)]);
    await until(() => asked.length > 1);
    await second.stop();
    expect(asked.at(-1)!.url).toContain(`cursor=${40_000_000 - 5_000_000}`);
  });

  it('keeps posts that could not be delivered, and moves no cursor past them', async () => {
    serve = (socket, cursor) => void (cursor === 0 && socket.write(frame(event(2))));
    const deliver = deps.deliver;
    const runner = createStreamRunner({
      ...deps,
      async deliver(items) {
        if (delivered.length === 0 && polled.push('gagal') === 1) throw new Error('antrean penuh');
        await deliver(items);
      },
    });
    await runner.sync([jetstream(url)]);
    let failures = 0;
    const countFailure = (): void => {
      failures += 1;
    };
    await until(() => {
      if (delivered.length === 0) runner.flush().catch(countFailure);
      return failures > 0;
    });
    expect((await records.sources.health('bluesky-langsung'))?.cursor['streamUs']).toBeUndefined();
    await runner.flush();
    await runner.stop();
    expect(keys()).toEqual(['k2']);
  });

  it('listens to a Mastodon hashtag with a token, and polls for what it missed', async () => {
    const status = {
      id: '7',
      uri: 'https://sosial.example/s/7',
      content: '<p>TPS kami <a href="#">#pemilu</a> lancar</p>',
      created_at: '2024-11-27T01:00:00Z',
      account: { acct: 'warga_biasa', followers_count: 3 },
    };
    serve = (socket) => {
      socket.write(frame('{"event":"delete","payload":"1"}'));
      socket.write(frame(JSON.stringify({ event: 'update', payload: JSON.stringify(status) })));
      if (sockets.length === 1) setTimeout(() => socket.destroy(), 20);
    };
    const source = sourceSchema.parse({
      ...jetstream(url.replace('ws', 'http')),
      id: 'tagar',
      kind: 'mastodon',
      platform: 'mastodon',
      settings: { hashtag: 'pemilu', stream: true },
    });
    const runner = createStreamRunner(deps);
    await runner.sync([source]);
    await until(() => polled.length > 0);
    await runner.flush();
    expect(asked[0]!.url).toBe('/api/v1/streaming?stream=hashtag&tag=pemilu');
    expect(asked[0]!.headers.authorization).toBe('Bearer rahasia-mastodon');
    expect(delivered).toContain('https://sosial.example/s/7');
    expect(polled).toEqual(['tagar']);
    await runner.sync([{ ...source, enabled: false }]);
    expect(runner.open()).toEqual([]);
  });

  it('says when a stream stays away, and when its settings are wrong', async () => {
    server.close();
    server.closeAllConnections();
    const runner = createStreamRunner({ ...deps, secrets: {} });
    const tagar = {
      ...jetstream(url),
      id: 'tagar',
      kind: 'mastodon' as const,
      settings: { hashtag: 'pemilu', stream: true },
    };
    await runner.sync([jetstream('ws://127.0.0.1:1'), tagar]);
    expect(runner.open()).toEqual(['bluesky-langsung']);
    expect((await records.sources.health('tagar'))?.error).toContain('isi SARING_MASTODON_TOKEN');
    for (let turn = 0; turn < 200; turn += 1) {
      await runner.flush();
      if ((await records.sources.health('bluesky-langsung'))?.state === 'failing') break;
      await wait(5);
    }
    await runner.stop();
    expect(await records.sources.health('bluesky-langsung')).toMatchObject({
      state: 'failing',
      error: expect.stringContaining('Aliran terputus'),
    });
    server = createServer().listen(0);
  });
});
