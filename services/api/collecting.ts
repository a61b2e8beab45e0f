import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { VisitDeps } from '../../pipelines/flow/visit-source.ts';
import type { Workbook } from '../../pipelines/ingest/posts/read-workbook.ts';
import type { EvidenceStore } from '../../shared/ports/evidence-store.ts';
import type { ApiDeps } from './api-deps.ts';
import { evidenceRoutes } from './routes/evidence-routes.ts';
import { importRoutes } from './routes/import-routes.ts';
import { reportRoutes } from './routes/report-routes.ts';
import { sourceActRoutes } from './routes/source-act-routes.ts';

/** What the routes about sources, reports, imports and evidence need beside the rest. */
export interface ApiCollecting {
  store: EvidenceStore;
  visits: VisitDeps;
  /** An Excel file, read in a thread of its own. */
  readWorkbook(bytes: Uint8Array): Promise<Workbook>;
  /** Whether people without an account may report. */
  publicReports: boolean;
}

export interface CollectingDeps extends ApiDeps {
  collecting: ApiCollecting;
}

/** Chosen: the largest file an API takes; a workbook of 100,000 posts has 15 MB. */
export const maxUploadBytes = 60_000_000;

/** Routes that change sources, take in reports and files, and hand out evidence. */
export async function registerCollecting(app: FastifyInstance, deps: ApiDeps): Promise<void> {
  const { collecting } = deps;
  if (!collecting) return;
  const full: CollectingDeps = { ...deps, collecting };
  await app.register(evidenceRoutes(full));
  await app.register(sourceActRoutes(full));
  await app.register(async (inner) => {
    await inner.register(multipart, {
      limits: { fileSize: maxUploadBytes, files: 1, fields: 12, fieldSize: 100_000, parts: 14 },
    });
    await inner.register(reportRoutes(full));
    await inner.register(importRoutes(full));
  });
}
