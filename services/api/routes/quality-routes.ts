import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { gatherQuality } from '../../../pipelines/quality/gather-quality.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { type QualityReport, qualityReportSchema } from '../../../shared/api/quality.ts';
import type { ApiDeps } from '../api-deps.ts';

/** A report takes about a second of the processor: it is made at most every ten minutes. */
const keptMs = 600_000;

/** How good the labels are, as the desk and the gold set tell. */
export const qualityRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { clock } = deps;
    let kept: { at: number; report: Promise<QualityReport> } | null = null;
    const make = (): Promise<QualityReport> =>
      gatherQuality({
        ...deps,
        readModel: deps.readModel ?? (async () => null),
        hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      });

    app.route({
      method: 'GET',
      url: '/v1/quality',
      schema: {
        tags: ['labels'],
        summary: 'Figures on gold data and on people’s corrections, calibration, confusion, drift',
        response: { 200: qualityReportSchema, ...errorResponses },
      },
      handler: async () => {
        if (kept === null || clock.now() - kept.at >= keptMs) kept = { at: clock.now(), report: make() };
        try {
          return await kept.report;
        } catch (error) {
          kept = null;
          throw error;
        }
      },
    });
  };
