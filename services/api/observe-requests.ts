import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { readGauges } from '../../pipelines/status/read-gauges.ts';
import { silentTelemetry } from '../../shared/telemetry/silent-telemetry.ts';
import type { ApiDeps } from './api-deps.ts';

/** An id that a proxy gave a request is kept, if it could not be mistaken for anything else in a log. */
const foreignId = /^[\w.:-]{8,80}$/;

export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && foreignId.test(given) ? given : randomUUID();
}

/**
 * An address as the log keeps it: names of the query without what was asked, since people search for people; and no key
 * that opens something.
 */
export const loggedUrl = (url: string): string => {
  const [path = '', query] = url.split('?');
  const shown = path.replace(/(\/opt-out\/|\/(?:undangan|sesi|masuk)\/)[^/]+/, '$1…');
  const names = query === undefined ? [] : [...new URLSearchParams(query).keys()];
  return names.length === 0 ? shown : `${shown}?${names.join('&')}`;
};

/** Several scrapers within this time get the same answer about the whole installation. */
const gaugesKeptMs = 10_000;

/** Times every request by its route, makes it a step that jobs of it carry on, and shows the numbers at `/metrics`. */
export function observeRequests(app: FastifyInstance, deps: ApiDeps): void {
  const { telemetry = silentTelemetry, metrics } = deps;
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    const startedAt = performance.now();
    const route = request.routeOptions.url ?? 'unknown';
    const ended = new Promise<void>((resolve) => reply.raw.once('close', resolve));
    void ended.then(() => {
      const labels = { method: request.method, route, status: String(reply.statusCode) };
      telemetry.observe('httpSeconds', labels, (performance.now() - startedAt) / 1_000);
    });
    void telemetry.step(`${request.method} ${route}`, { request: request.id }, () => {
      done();
      return ended;
    });
  });
  if (!metrics) return;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> = Promise.resolve();
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    if (performance.now() - readAt > gaugesKeptMs) {
      readAt = performance.now();
      reading = readGauges(deps, telemetry).catch((error: Error) =>
        telemetry.log('warn', 'the state of the installation could not be read', { error: error.message }),
      );
    }
    await reading;
    return reply
      .type(metrics.contentType)
      .serializer(String)
      .send(await metrics.text());
  });
}
