import { createServer, type Socket, connect as toServer } from 'node:net';
import { freePort } from './server-process.ts';

/** A way to a server over loopback that can go bad. */
export interface LoopbackProxy {
  /** The server's address with the proxy's port. */
  url: string;
  /** Lets everything through, also what was held back. */
  pass(): void;
  /** Holds every byte back without closing anything, as a network does that is dead. */
  swallow(): void;
  /** Closes what is open and every new connection at once. */
  cut(): void;
  /** Answers HTTP requests whose head fits with `429 Too Many Requests` until `pass`. */
  refuse(head: RegExp): void;
  stop(): Promise<void>;
}

type Mode = { kind: 'pass' | 'swallow' | 'cut' } | { kind: 'refuse'; head: RegExp };

const tooMany =
  'HTTP/1.1 429 Too Many Requests\r\ncontent-type: application/json\r\nx-elastic-product: Elasticsearch\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}';

/** @param target e.g. `http://127.0.0.1:9200`, `redis://127.0.0.1:6379` */
export async function startProxy(target: string): Promise<LoopbackProxy> {
  const to = new URL(target);
  const port = await freePort();
  let mode: Mode = { kind: 'pass' };
  const pairs = new Set<readonly [Socket, Socket]>();

  const server = createServer((client) => {
    if (mode.kind === 'cut') {
      client.destroy();
      return;
    }
    const upstream = toServer({ host: to.hostname, port: Number(to.port) });
    const pair = [client, upstream] as const;
    pairs.add(pair);
    for (const [from, into] of [pair, [upstream, client] as const]) {
      from.on('data', (chunk: Buffer) => {
        if (from === client && mode.kind === 'refuse' && mode.head.test(chunk.toString('latin1', 0, 200))) {
          client.end(tooMany);
          upstream.destroy();
        } else if (!into.destroyed) into.write(chunk);
      });
      from.on('error', () => {});
      from.on('close', () => {
        into.destroy();
        pairs.delete(pair);
      });
      if (mode.kind === 'swallow') from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  const each = (act: (socket: Socket) => void): void => {
    for (const pair of pairs) for (const socket of pair) act(socket);
  };
  const url = new URL(target);
  url.port = String(port);
  return {
    url: url.href.replace(/\/$/, ''),
    pass() {
      mode = { kind: 'pass' };
      each((socket) => socket.resume());
    },
    swallow() {
      mode = { kind: 'swallow' };
      each((socket) => socket.pause());
    },
    cut() {
      mode = { kind: 'cut' };
      each((socket) => socket.destroy());
    },
    refuse(head) {
      mode = { kind: 'refuse', head };
    },
    async stop() {
      each((socket) => socket.destroy());
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
