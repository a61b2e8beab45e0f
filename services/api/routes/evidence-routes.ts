import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { bundleEvidence } from '../../../pipelines/flow/evidence-bundle.ts';
import { errorResponses, timestampSchema } from '../../../shared/api/common.ts';
import { evidenceRecordSchema } from '../../../shared/domain/evidence.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { CollectingDeps } from '../collecting-deps.ts';
import { ApiProblem } from '../problems.ts';

const params = z.object({ item: z.string().regex(/^[0-9a-f]{32}$/) });
const evidenceListSchema = z.object({
  evidence: z.array(
    evidenceRecordSchema
      .extend({ at: timestampSchema, fetchedAt: timestampSchema.nullable() })
      .meta({ id: 'Evidence' }),
  ),
});

/** What was kept of an item, and all of it as one file. */
export const evidenceRoutes =
  (deps: CollectingDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, index, collecting } = deps;
    const recordsOf = async (id: string) => {
      // The scope is the reader's, known only within a request.
      const [item] = await index.get([id], deps.scope);
      if (!item) throw new ApiProblem(404, `There is no item ${id}`);
      return records.evidence.of([id]);
    };

    app.route({
      method: 'GET',
      url: '/v1/items/:item/evidence',
      schema: {
        tags: ['evidence'],
        summary: 'What was kept of an item, with times and hashes',
        params,
        response: { 200: evidenceListSchema, ...errorResponses },
      },
      handler: async ({ params: { item } }) => ({
        evidence: (await recordsOf(item)).map((record) => ({
          ...record,
          at: toRfc3339(record.at),
          fetchedAt: record.fetchedAt === null ? null : toRfc3339(record.fetchedAt),
        })),
      }),
    });

    app.route({
      method: 'GET',
      url: '/v1/items/:item/evidence.zip',
      schema: {
        tags: ['evidence'],
        summary: 'Everything kept of an item as a ZIP with its list of SHA-256 sums',
        params,
        produces: ['application/zip'],
        response: { ...errorResponses },
      },
      handler: async ({ params: { item } }, reply) => {
        const found = await recordsOf(item);
        if (found.length === 0) throw new ApiProblem(404, `Nothing was kept of item ${item}`);
        const { zip } = await bundleEvidence(item, found, collecting.store);
        return reply
          .header('content-disposition', `attachment; filename="bukti-${item}.zip"`)
          .type('application/zip')
          .serializer((body: unknown) => body as string)
          .send(Buffer.from(zip) as never);
      },
    });
  };
