import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from './api-deps.ts';
import type { CollectingDeps } from './collecting-deps.ts';
import { maxUploadBytes } from './read-parts.ts';
import { attachmentRoutes } from './routes/attachment-routes.ts';
import { evidenceRoutes } from './routes/evidence-routes.ts';
import { importRoutes } from './routes/import-routes.ts';
import { reportRoutes } from './routes/report-routes.ts';
import { sourceActRoutes } from './routes/source-act-routes.ts';

/** Routes that change sources, take in reports and files, and hand out evidence. */
export async function registerCollecting(app: FastifyInstance, deps: ApiDeps): Promise<void> {
  if (!deps.collecting) return;
  const full = deps as CollectingDeps; // no copy: it would fix the scope of one reader
  await app.register(evidenceRoutes(full));
  await app.register(sourceActRoutes(full));
  await app.register(async (inner) => {
    await inner.register(multipart, {
      limits: { fileSize: maxUploadBytes, files: 1, fields: 12, fieldSize: 100_000, parts: 14 },
    });
    await inner.register(reportRoutes(full));
    await inner.register(importRoutes(full));
    await inner.register(attachmentRoutes(full));
  });
}
