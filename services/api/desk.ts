import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What is answered by the API itself: a wrong address below these is no page. */
const apiPath = /^\/(v1|docs|livez|readyz|metrics)(\/|$)/;
const yearSeconds = 31_536_000;

/**
 * Serves the built desk (services/web/dist): files with a hash in their name for ever, everything else asked for anew
 * each time, and the start page for every address of a page, so that a link to an issue opens it.
 */
export async function registerDesk(app: FastifyInstance, folder: string): Promise<void> {
  const files = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll(sep, '/')),
  );
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false });
  app.get('/*', { schema: { hide: true }, config: { rateLimit: false } }, (request, reply) => {
    const path = decodedPath(request.url);
    if (path === null || apiPath.test(path)) return reply.callNotFound();
    const name = path.slice(1);
    if (files.has(name) && /\.\w+$/.test(name)) {
      const isForEver = name.startsWith('assets/');
      reply.header('cache-control', isForEver ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
      return reply.sendFile(name);
    }
    // A file that is not there is not a page: a script must never be answered with HTML.
    if (/\.[a-z0-9]{1,11}$/.test(name)) return reply.callNotFound();
    reply.header('cache-control', 'no-cache');
    return reply.sendFile('index.html');
  });
}

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?')[0]!);
  } catch {
    return null;
  }
}
