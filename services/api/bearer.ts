import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ApiProblem } from './problems.ts';
import { publicReportPath } from './public-paths.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Open to everyone: they show nothing that was collected; what reports to the hook signs every call. */
const publicPaths = ['/livez', '/readyz', '/v1/openapi.json', '/v1/hooks/whatsapp', publicReportPath];

const isPublic = (url: string): boolean => {
  const path = url.split('?')[0]!;
  return publicPaths.includes(path) || path === '/docs' || path.startsWith('/docs/');
};

/**
 * Asks for `Authorization: Bearer …` on every other route. Digests are compared in constant time, so neither length
 * nor content leaks. A token is never read from the address, where logs would keep it.
 */
export function registerBearer(app: FastifyInstance, token: string): void {
  const expected = digest(token);
  app.addHook('onRequest', async (request, reply) => {
    if (isPublic(request.url)) return;
    const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return;
    reply.header('www-authenticate', 'Bearer realm="saring"');
    throw new ApiProblem(
      401,
      'This route needs a token',
      'Send it as "Authorization: Bearer …"; the program printed it at its start.',
    );
  });
}
