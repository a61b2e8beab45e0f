import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';

/** What a bomb unpacks to: thirty times what a feed may have. */
const bombBytes = 300_000_000;
/** A byte now and then keeps an ordinary time-out from firing. */
const dripMs = 250;

const zeros = (): Buffer => Buffer.alloc(bombBytes);

type Route = (response: ServerResponse, path: string) => void;

const send = (response: ServerResponse, encoding: string, body: Uint8Array): void => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding });
  response.end(body);
};

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'), dripMs);
  response.on('close', () => clearInterval(timer));
}

function flood(response: ServerResponse): void {
  const piece = Buffer.alloc(262_144, 'x');
  response.writeHead(200, { 'content-type': 'text/html' });
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

/** Answers made to hang, fill or mislead a reader, by path. */
function routesOf(bombs: Readonly<Record<'gzip' | 'br' | 'zstd' | 'twice', Uint8Array>>): Map<string, Route> {
  return new Map<string, Route>([
    ['/gzip-bomb', (response) => send(response, 'gzip', bombs.gzip)],
    ['/br-bomb', (response) => send(response, 'br', bombs.br)],
    ['/zstd-bomb', (response) => send(response, 'zstd', bombs.zstd)],
    ['/bomb-in-bomb', (response) => send(response, 'gzip, gzip', bombs.twice)],
    ['/five-encodings', (response) => send(response, 'gzip, gzip, gzip, gzip, gzip', bombs.gzip)],
    [
      '/not-gzip',
      (response) => send(response, 'gzip', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8])),
    ],
    ['/endless-body', flood],
    [
      '/claims-a-terabyte',
      (response) => void response.writeHead(200, { 'content-length': '1000000000000' }).write('x'),
    ],
    ['/drip-headers', () => {}],
    ['/drip-body', (response) => drip(response.writeHead(200, { 'content-type': 'text/html' }))],
    ['/loop', (response, path) => void response.writeHead(302, { location: path }).end()],
    [
      '/to-metadata',
      (response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    ],
    ['/to-file', (response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end()],
    ['/to-nowhere', (response) => void response.writeHead(302, { location: 'http://[' }).end()],
    ['/hangs-up', (response) => void response.socket?.destroy()],
    [
      '/half',
      (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('x', () => response.socket?.destroy());
      },
    ],
    ['/huge-header', (response) => void response.writeHead(200, { 'x-a': 'y'.repeat(200_000) }).end()],
    ['/wants-a-day', (response) => void response.writeHead(429, { 'retry-after': '86400' }).end()],
  ]);
}

export interface HostileServer {
  paths: readonly string[];
  /** Each path gets a loopback address of its own, so that none waits for another's turn. */
  urlOf(path: string): string;
  close(): Promise<void>;
}

export async function startHostileServer(): Promise<HostileServer> {
  const gzip = gzipSync(zeros());
  const routes = routesOf({
    gzip,
    br: brotliCompressSync(zeros(), { params: { 0: 0, 1: 1 } }),
    zstd: zstdCompressSync(zeros()),
    twice: gzipSync(gzip),
  });
  const server: Server = createServer({ keepAliveTimeout: 1_000 }, (request, response) => {
    response.on('error', () => {});
    const path = request.url ?? '/';
    if (path === '/robots.txt') return void response.writeHead(404).end();
    const next = /^\/endless-redirects\/?(\d*)$/.exec(path);
    if (next)
      return void response.writeHead(302, { location: `/endless-redirects/${Number(next[1]) + 1}` }).end();
    const route = routes.get(path);
    if (route) route(response, path);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  const paths = [...routes.keys(), '/endless-redirects'];
  return {
    paths,
    urlOf: (path) => `http://127.0.1.${1 + paths.indexOf(path)}:${port}${path}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
