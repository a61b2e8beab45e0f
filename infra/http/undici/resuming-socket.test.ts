import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openResumingSocket } from './resuming-socket.ts';

/** A text frame by RFC 6455 section 5.2, from a server (unmasked), shorter than 126 bytes. */
const frame = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x81, Buffer.byteLength(text)]), Buffer.from(text)]);

describe('resuming socket', () => {
  let server: Server;
  let origin = '';
  let asked: string[] = [];
  let sockets: Duplex[] = [];
  let serve: (socket: Duplex, cursor: number) => void = () => {};

  beforeEach(async () => {
    asked = [];
    sockets = [];
    server = createServer();
    server.on('upgrade', (request, socket) => {
      asked.push(request.url ?? '');
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
    origin = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const open = (
    onMessage: (text: string) => number,
    enough: (seen: number[]) => boolean,
    allowAddresses = ['127.0.0.1'],
  ) => {
    const seen: number[] = [];
    const lost: string[] = [];
    let finish: () => void = () => {};
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const socket = openResumingSocket<number>({
      url: (cursor) => `${origin}?cursor=${cursor ?? 0}`,
      cursor: null,
      contact: 'https://example.org/',
      allowAddresses,
      sleep: async () => {},
      onLost: (attempt, reason) => {
        lost.push(reason);
        if (attempt >= 3) finish();
      },
      onMessage: (text) => {
        const number = onMessage(text);
        seen.push(number);
        if (enough(seen)) finish();
        return number;
      },
    });
    return { socket, seen, lost, done };
  };

  it('goes on from its cursor after every loss, without a gap', async () => {
    serve = (socket, cursor) => {
      socket.write(frame(String(cursor + 1)));
      socket.write(frame(String(cursor + 2)));
      setImmediate(() => socket.destroy());
    };
    const { socket, seen, done } = open(Number, (all) => all.length >= 6);
    await done;
    await socket.close();
    expect(seen.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(socket.cursor()).toBeGreaterThanOrEqual(6);
  });

  it('asks again for a message that could not be handled', async () => {
    serve = (socket, cursor) => socket.write(frame(String(cursor + 1)));
    let failures = 1;
    const { socket, seen, done } = open(
      (text) => {
        if (failures-- > 0) throw new Error('penuh');
        return Number(text);
      },
      (all) => all.length >= 1,
    );
    await done;
    await socket.close();
    expect(seen).toEqual([1]);
    expect(asked.length).toBeGreaterThanOrEqual(2);
  });

  it('refuses private addresses like every other request', async () => {
    const { socket, lost, done } = open(Number, () => false, []);
    await done;
    await socket.close();
    expect(lost.length).toBeGreaterThanOrEqual(3);
    expect(asked).toEqual([]);
  });
});
