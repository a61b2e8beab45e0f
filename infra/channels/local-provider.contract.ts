import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderMood } from '../../shared/ports/channel.contract.ts';
import { createContractClock } from '../../shared/ports/fetcher.contract.ts';
import type { Fetcher } from '../../shared/ports/fetcher.ts';
import { createUndiciFetcher } from '../http/undici/undici-fetcher.ts';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface LocalProvider {
  origin: string;
  fetcher: Fetcher;
  received: Received[];
  now(): number;
  behave(mood: ProviderMood): void;
  destroy(): Promise<void>;
}

/** How a provider says no, as status and body. */
export interface ProviderAnswers {
  accept: [status: number, body: unknown];
  busy: [status: number, body: unknown];
  refuse: [status: number, body: unknown];
  deny: [status: number, body: unknown];
}

/** A real local HTTP server in a provider's place, and the real fetcher that may reach it. */
export async function startLocalProvider(answers: ProviderAnswers): Promise<LocalProvider> {
  let mood: ProviderMood = 'accept';
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (mood === 'hang') return;
      if (mood === 'drop') return void request.socket.destroy();
      if (mood === 'accept')
        received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      const [status, body] = answers[mood];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const clock = createContractClock(Date.UTC(2024, 10, 27, 1));
  const fetcher = createUndiciFetcher({
    clock,
    sleep: (ms) => clock.sleep(ms),
    contact: 'https://example.org/kontak',
    allowAddresses: ['127.0.0.1'],
    pauseMs: 0,
    timeouts: { connect: 300, headers: 300, total: 300 },
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fetcher,
    received,
    now: () => clock.now(),
    behave: (next) => {
      mood = next;
    },
    async destroy() {
      await fetcher.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
