import type { ServerResponse } from 'node:http';
import { readHostile } from './sample-data.ts';

type Answer = (response: ServerResponse, path: string) => void;

const sendXml = (response: ServerResponse, body: Buffer | string, contentType = 'application/rss+xml') => {
  response.writeHead(200, { 'content-type': contentType });
  response.end(body);
};
const redirectTo = (response: ServerResponse, location: string) => {
  response.writeHead(302, { location });
  response.end();
};

/** 200 MB: well above any limit a reader of feeds can have. */
const hugeBytes = 200 * 1024 * 1024;
/** A feed that a healthy outlet never has; made on the fly so that it costs no disk. */
const floodEntries = 50_000;

/** Writes 200 MB in 1 MB pieces, as slowly as the reader takes them; stops when the reader hangs up. */
function sendHuge(response: ServerResponse): void {
  const piece = Buffer.alloc(1024 * 1024, '<!-- isi -->\n');
  let left = hugeBytes;
  response.writeHead(200, { 'content-type': 'application/rss+xml' });
  const writeMore = () => {
    while (left > 0 && !response.destroyed) {
      left -= piece.length;
      if (!response.write(piece)) {
        response.once('drain', writeMore);
        return;
      }
    }
    response.end();
  };
  writeMore();
}

/** A well-formed RSS of 50,000 auction notices without dates. */
function floodFeed(origin: string): string {
  const entries = Array.from({ length: floodEntries }, (_, index) => {
    const number = index + 1;
    return `<item><title>Pengumuman lelang nomor ${number}</title><link>${origin}/hostile/lelang-${number}</link><description>Berkas lelang nomor ${number} dapat diambil di loket.</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Papan Lelang</title><link>${origin}/</link><description>Papan pengumuman</description>${entries.join('')}</channel></rss>`;
}

/** What each address below /hostile/ answers. Files are hand-made; sizes and loops are made on the fly. */
export function createHostileRoutes(origin: () => string): ReadonlyMap<string, Answer> {
  const file =
    (name: string, contentType?: string): Answer =>
    (response) =>
      sendXml(response, readHostile(name), contentType);
  return new Map<string, Answer>([
    ['/hostile/malformed.xml', file('malformed.xml')],
    ['/hostile/wrong-charset.xml', file('wrong-charset.xml', 'application/rss+xml; charset=utf-8')],
    ['/hostile/entity-bomb.xml', file('entity-bomb.xml')],
    ['/hostile/bad-dates.xml', file('bad-dates.xml')],
    ['/hostile/control-characters.xml', file('control-characters.xml')],
    ['/hostile/not-a-feed.xml', file('not-a-feed.html', 'text/html')],
    ['/hostile/empty.xml', (response) => sendXml(response, '')],
    ['/hostile/redirect-loop.xml', (response, path) => redirectTo(response, path)],
    ['/hostile/redirect-private.xml', (response) => redirectTo(response, 'http://10.20.30.40/feed.xml')],
    ['/hostile/redirect-metadata.xml', (response) => redirectTo(response, 'http://169.254.169.254/latest/')],
    ['/hostile/huge.xml', sendHuge],
    ['/hostile/flood.xml', (response) => sendXml(response, floodFeed(origin()))],
    ['/hostile/forbidden/feed.xml', file('malformed.xml')],
    [
      '/hostile/error.xml',
      (response) => {
        response.writeHead(503, { 'retry-after': '3600' });
        response.end('Sedang dalam perawatan');
      },
    ],
  ]);
}

/** Those that are too heavy to be polled in an ordinary run of the sample: tests turn them on. */
export const heavyHostilePaths: ReadonlySet<string> = new Set(['/hostile/huge.xml', '/hostile/flood.xml']);
