import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  AddressRefused,
  BodyBroken,
  BodyTooLarge,
  type Fetcher,
  HostBackedOff,
  HttpFailure,
  RedirectLoop,
  RobotsDisallowed,
  TimedOut,
  TooManyRedirects,
} from './fetcher.ts';

/** A clock that only moves when someone sleeps on it. */
export interface ContractClock {
  now(): number;
  sleep(ms: number): Promise<void>;
  advance(ms: number): void;
}

export interface FetcherContractOptions {
  name: string;
  /** A fetcher that may reach 127.0.0.1, with a total time limit of about 300 ms, and pauses of 1,000 ms of `clock`. */
  create(clock: ContractClock): Fetcher;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export function createContractClock(start = 1_700_000_000_000): ContractClock & { slept: number[] } {
  let at = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => at,
    advance: (ms) => {
      at += ms;
    },
    sleep: async (ms) => {
      slept.push(ms);
      at += ms;
    },
  };
}

/** Thirty spellings of addresses that must never be reached. 127.0.0.1 itself is allowed in the contract, so none of them is it. */
export const privateSpellings: readonly string[] = [
  'http://10.0.0.1/',
  'http://10.255.255.255/',
  'http://172.16.0.1/',
  'http://172.31.9.9/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://0.0.0.0/',
  'http://127.0.0.2/',
  'http://127.1.1.1/',
  'http://2130706434/',
  'http://0x7f000002/',
  'http://0177.0.0.2/',
  'http://017700000002/',
  'http://0x7f.0.0.2/',
  'http://127.2/',
  'http://127.0.2/',
  'http://3232235777/',
  'http://0xa9fea9fe/',
  'http://255.255.255.255/',
  'http://224.0.0.1/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::ffff:7f00:2]/',
  'http://[::127.0.0.2]/',
  'http://[64:ff9b::a00:1]/',
  'http://[2002:a00:1::]/',
  'http://[fc00::1]/',
  'http://[fd12:3456::1]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[2001:0:a00:1::]/',
  'http://[2001:db8::1]/',
];

/** What every Fetcher promises; see `Fetcher`. */
export function describeFetcherContract(options: FetcherContractOptions): void {
  describe(`Fetcher contract: ${options.name}`, () => {
    let server: Server;
    let origin = '';
    let handler: Handler = (_request, response) => response.end('ok');
    let robots: Handler = (_request, response) => response.writeHead(404).end();
    let clock = createContractClock();
    let fetcher: Fetcher;
    let asked: string[] = [];

    beforeEach(async () => {
      handler = (_request, response) => response.end('ok');
      robots = (_request, response) => response.writeHead(404).end();
      asked = [];
      server = createServer((request, response) => {
        asked.push(request.url ?? '');
        (request.url === '/robots.txt' ? robots : handler)(request, response);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      clock = createContractClock();
      fetcher = options.create(clock);
    });

    afterEach(async () => {
      await fetcher.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });

    const page = (path = '/') => fetcher.fetch({ url: origin + path, kind: 'page' });
    const text = (body: Uint8Array) => new TextDecoder().decode(body);

    it('sends what a conditional request needs and reports 304 with an empty body', async () => {
      handler = (request, response) => {
        if (request.headers['if-none-match'] === '"v1"') return void response.writeHead(304).end();
        response.writeHead(200, {
          etag: '"v1"',
          'last-modified': 'Wed, 14 Feb 2024 00:00:00 GMT',
          'content-type': 'text/html',
        });
        response.end('hello');
      };
      const first = await page();
      expect(text(first.body)).toBe('hello');
      expect(first.headers).toMatchObject({
        etag: '"v1"',
        lastModified: 'Wed, 14 Feb 2024 00:00:00 GMT',
        contentType: 'text/html',
      });
      const second = await fetcher.fetch({ url: origin, kind: 'page', etag: '"v1"' });
      expect(second).toMatchObject({ status: 304, notModified: true });
      expect(second.body.length).toBe(0);
    });

    it.each([
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
      ['zstd', zstdCompressSync],
      ['deflate', deflateSync],
    ] as const)('decodes %s and refuses a bomb in it', async (encoding, compress) => {
      const bomb = compress(Buffer.alloc(20_000_000));
      handler = (request, response) => {
        response.writeHead(200, { 'content-encoding': encoding });
        response.end(request.url === '/bomb' ? bomb : compress(Buffer.from('isi halaman')));
      };
      expect(text((await page()).body)).toBe('isi halaman');
      await expect(page('/bomb')).rejects.toBeInstanceOf(BodyTooLarge);
    });

    it('takes a body that is labelled gzip but is not as it came', async () => {
      handler = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('polos');
      expect(text((await page()).body)).toBe('polos');
    });

    it('refuses an endless body at the cap of its kind', async () => {
      handler = (_request, response) => {
        const chunk = Buffer.alloc(1_000_000, 97);
        const more = () => response.write(chunk, (error) => error ?? more());
        more();
      };
      await expect(page()).rejects.toMatchObject({ code: 'body_too_large', maxBytes: 3_000_000 });
    });

    it('refuses an announced 200 MB without reading it', async () => {
      handler = (_request, response) => response.writeHead(200, { 'content-length': '200000000' }).write('x');
      await expect(page()).rejects.toBeInstanceOf(BodyTooLarge);
    });

    it('reports a body shorter than its length and a cut-off gzip stream as broken', async () => {
      handler = (request, response) => {
        if (request.url === '/gzip') {
          const whole = gzipSync(Buffer.from('x'.repeat(5_000)));
          return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, 20));
        }
        response.writeHead(200, { 'content-length': '100' });
        response.write('short');
        setImmediate(() => response.destroy());
      };
      await expect(page()).rejects.toBeInstanceOf(BodyBroken);
      await expect(page('/gzip')).rejects.toBeInstanceOf(BodyBroken);
    });

    it('ends a slow drip at the total limit', async () => {
      const timers: NodeJS.Timeout[] = [];
      handler = (_request, response) => {
        timers.push(setInterval(() => response.write('.'), 20));
      };
      await expect(page()).rejects.toBeInstanceOf(TimedOut);
      for (const timer of timers) clearInterval(timer);
    });

    it('follows five redirects, not six, and sees a loop', async () => {
      handler = (request, response) => {
        if (request.url === '/loop') return void response.writeHead(302, { location: '/loop' }).end();
        const left = Number(request.url?.slice(1));
        if (left === 0) return void response.end('sampai');
        response.writeHead(301, { location: `/${left - 1}` }).end();
      };
      const answer = await page('/5');
      expect(text(answer.body)).toBe('sampai');
      expect(answer.finalUrl).toBe(`${origin}/0`);
      await expect(page('/6')).rejects.toBeInstanceOf(TooManyRedirects);
      await expect(page('/loop')).rejects.toBeInstanceOf(RedirectLoop);
    });

    it('refuses every spelling of a private address', async () => {
      for (const url of privateSpellings) {
        await expect(fetcher.fetch({ url, kind: 'page' }), url).rejects.toBeInstanceOf(AddressRefused);
      }
      expect(asked).toEqual([]);
    });

    it('refuses a redirect to a private address, another scheme and a login', async () => {
      const targets = [
        'http://10.0.0.1/',
        'http://[::ffff:10.0.0.1]/',
        'file:///etc/passwd',
        'http://a:b@127.0.0.1/',
      ];
      for (const target of targets) {
        handler = (_request, response) => response.writeHead(302, { location: target }).end();
        await expect(page(), target).rejects.toBeInstanceOf(AddressRefused);
      }
    });

    it('obeys robots.txt for pages and feeds, and asks for it once', async () => {
      robots = (_request, response) => response.end('User-agent: *\nDisallow: /rahasia\n');
      await page('/terbuka');
      await expect(page('/rahasia/1')).rejects.toBeInstanceOf(RobotsDisallowed);
      expect(asked).toEqual(['/robots.txt', '/terbuka']);
      await fetcher.fetch({ url: `${origin}/rahasia/api`, kind: 'api' });
    });

    it('asks one thing at a time and pauses as long as Crawl-delay says', async () => {
      robots = (_request, response) => response.end('User-agent: *\nCrawl-delay: 7\n');
      let open = 0;
      let most = 0;
      handler = (_request, response) => {
        most = Math.max(most, ++open);
        setImmediate(() => {
          open -= 1;
          response.end();
        });
      };
      const start = clock.now();
      await Promise.all([page('/a'), page('/b'), page('/c')]);
      expect(most).toBe(1);
      expect(clock.now() - start).toBeGreaterThanOrEqual(14_000);
    });

    it('leaves a host alone for as long as Retry-After says', async () => {
      handler = (_request, response) => response.writeHead(429, { 'retry-after': '120' }).end();
      await expect(page()).rejects.toMatchObject({ code: 'http_failure', status: 429, retryAfter: 120 });
      const before = asked.length;
      await expect(page()).rejects.toBeInstanceOf(HostBackedOff);
      expect(asked.length).toBe(before);
      clock.advance(121_000);
      handler = (_request, response) => response.end('lagi');
      expect(text((await page()).body)).toBe('lagi');
    });

    it('takes a forbidden robots.txt for permission, and lets those waiting go when the host sends one away', async () => {
      robots = (_request, response) => response.writeHead(403).end();
      expect(text((await page('/terbuka')).body)).toBe('ok');
      handler = (_request, response) => response.writeHead(503, { 'retry-after': '60' }).end();
      const outcomes = await Promise.allSettled([page('/1'), page('/2'), page('/3')]);
      expect(outcomes.map((one) => (one.status === 'rejected' ? one.reason.code : 'ok'))).toEqual([
        'http_failure',
        'host_backed_off',
        'host_backed_off',
      ]);
    });

    it('doubles its patience without Retry-After', async () => {
      handler = (_request, response) => response.writeHead(503).end();
      const waits: number[] = [];
      for (let round = 0; round < 3; round++) {
        await expect(page()).rejects.toBeInstanceOf(HttpFailure);
        const refused = await page().catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(HostBackedOff);
        const wait = (refused as HostBackedOff).retryAt - clock.now();
        waits.push(wait);
        clock.advance(wait + 1);
      }
      expect(waits[1]).toBeGreaterThan(waits[0]! * 1.5);
      expect(waits[2]).toBeGreaterThan(waits[1]! * 1.5);
    });

    it('keeps extra headers with their origin and turns a redirected POST into a GET', async () => {
      const other = createServer((request, response) => {
        response.end(JSON.stringify({ method: request.method, key: request.headers['x-key'] ?? null }));
      });
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const target = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
      handler = (_request, response) => response.writeHead(302, { location: target }).end();
      const answer = await fetcher.fetch({
        url: origin,
        kind: 'api',
        method: 'POST',
        body: '{}',
        headers: { 'x-key': 'secret' },
      });
      expect(JSON.parse(text(answer.body))).toEqual({ method: 'GET', key: null });
      other.closeAllConnections();
      other.close();
    });

    it('explains a failure in words and keeps what the service answered', async () => {
      handler = (_request, response) => response.writeHead(404).end('{"error":"gone"}');
      const error = await page().catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(HttpFailure);
      expect((error as HttpFailure).explanation).toMatch(/tidak ada lagi/);
      expect((error as HttpFailure).bodyStart).toContain('gone');
    });
  });
}
