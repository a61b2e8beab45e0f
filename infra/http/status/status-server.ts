import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StatusServerSettings {
  host: string;
  /** 0 picks a free one. */
  port: number;
  /** What `/readyz` answers, with 200 when usable and 503 when not. */
  check(): Promise<{ usable: boolean; body: object }>;
  /** What `/metrics` answers. */
  metrics: { contentType: string; text(): Promise<string> };
}

function send(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' });
  response.end(body);
}

/** `/livez`, `/readyz` and `/metrics` of a process that has no API. For a network of its own: it asks for no token. */
export async function startStatusServer({
  host,
  port,
  check,
  metrics,
}: StatusServerSettings): Promise<{ address: string; close(): Promise<void> }> {
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    if (path === '/livez') return send(response, 200, 'application/json', '{"status":"ok"}');
    if (path === '/metrics') return send(response, 200, metrics.contentType, await metrics.text());
    if (path !== '/readyz') return send(response, 404, 'text/plain', 'not found\n');
    const { usable, body } = await check();
    return send(response, usable ? 200 : 503, 'application/json', JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    answer((request.url ?? '/').split('?')[0]!, response).catch((error: Error) =>
      send(response, 500, 'text/plain', `${error.message}\n`),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    address: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
