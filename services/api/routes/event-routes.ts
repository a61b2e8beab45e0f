import type { FastifyInstance } from 'fastify';
import { covers } from '../../../shared/domain/unit.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { ChangeEvent } from '../events.ts';

/** Proxies close a silent connection after a minute; half of that keeps it open. */
const heartbeatMs = 30_000;

const message = (event: ChangeEvent, id: number): string =>
  `id: ${id}\nevent: ${event.kind}\ndata: ${JSON.stringify({ ...event, at: new Date(event.at).toISOString() })}\n\n`;

/** Changes as server-sent events; a listener that comes back says the last id it saw and misses nothing that is kept. */
export function registerEventRoute(app: FastifyInstance, deps: ApiDeps): void {
  const { changes } = deps;
  app.get(
    '/v1/events',
    { schema: { tags: ['issues'], summary: 'Changes as server-sent events' } },
    (request, reply) => {
      const { unit: own, issues = [] } = deps.scope;
      const beyond = new Set(issues);
      const visible = ({ unit, id }: ChangeEvent): boolean => covers(own, unit) || beyond.has(id);
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      const last = Number(request.headers['last-event-id']);
      const missed = Number.isSafeInteger(last) && last > 0 ? changes.since(last) : [];
      raw.write(missed === null ? 'event: reset\ndata: {}\n\n' : ': connected\n\n');
      for (const { event, id } of missed ?? []) if (visible(event)) raw.write(message(event, id));
      const stop = changes.listen((event, id) => {
        if (visible(event)) raw.write(message(event, id));
      });
      const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
      request.raw.on('close', () => {
        stop();
        clearInterval(heartbeat);
      });
    },
  );
  app.addHook('preClose', async () => {
    app.server.closeAllConnections();
  });
}
