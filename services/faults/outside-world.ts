import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { faultText } from './fault-items.ts';

/** Feeds to be collected and a receiver of webhooks, on loopback. */
export interface OutsideWorld {
  address: string;
  /** Times at which each feed was asked, by its path. */
  asked: ReadonlyMap<string, number[]>;
  /** How often each message came, by its id. */
  received: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** Long enough to be killed in the middle of, short enough to go on. */
const answerAfterMs = 120;
export const itemsPerFeed = 10;
/** Beyond the numbers of batches, so that no feed repeats what a batch said. */
const feedSeed = 500_000;

function feedOf(n: number, address: string): string {
  const entries = Array.from({ length: itemsPerFeed }, (_, at) => {
    const seed = feedSeed + n * itemsPerFeed + at;
    const url = `${address}/berita/${n}/${at}`;
    return `<item><title>${faultText(seed)}</title><link>${url}</link><guid>${url}</guid><description>${faultText(seed)}. ${faultText(seed)}.</description><pubDate>${new Date(Date.now() - 3_600_000 + at * 1_000).toUTCString()}</pubDate></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar ${n}</title><link>${address}</link><description>-</description>${entries.join('')}</channel></rss>`;
}

export async function startOutsideWorld(): Promise<OutsideWorld> {
  const asked = new Map<string, number[]>();
  const received = new Map<string, number>();
  let address = '';
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    request.resume();
    if (path === '/webhook') {
      const id = String(request.headers['webhook-id']);
      received.set(id, (received.get(id) ?? 0) + 1);
      await wait(answerAfterMs);
      response.end('{}');
      return;
    }
    const feed = /^\/feed\/(\d+)$/.exec(path);
    if (!feed) {
      response.writeHead(404).end();
      return;
    }
    asked.set(path, [...(asked.get(path) ?? []), Date.now()]);
    await wait(answerAfterMs);
    response.setHeader('content-type', 'application/rss+xml').end(feedOf(Number(feed[1]), address));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  return {
    address,
    asked,
    received,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
