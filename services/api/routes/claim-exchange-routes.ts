import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { exchanges } from '../../../pipelines/claims/exchange/exchange.ts';
import { allKnowledge, importKnowledge } from '../../../pipelines/claims/exchange/import-knowledge.ts';
import { exchangeFormats, UnreadableKnowledge } from '../../../pipelines/claims/exchange/knowledge-file.ts';
import { recogniseFormat } from '../../../pipelines/claims/exchange/recognise-format.ts';
import { decodeText } from '../../../pipelines/ingest/text/decode-text.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { matchEntryJobs } from '../../../shared/jobs/match-entry-jobs.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor, currentReader } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

/** 10,000 claims with their sources are about 15 MB. */
const bodyLimit = 32 * 1_048_576;

const formatQuery = z.object({ format: z.enum(exchangeFormats).default('json') });
const importQuery = z.object({
  format: z.enum(exchangeFormats).optional().describe('default: what the body holds'),
  approvals: z
    .enum(['keep', 'drop'])
    .default('drop')
    .describe('keep: believe the approvals in the file; drop: somebody here has to approve each claim'),
  by: z.string().trim().min(1).max(100).optional(),
});
const importedSchema = z.object({
  added: z.number().int(),
  unchanged: z.number().int(),
  kept: z.array(z.string()).describe('ids that are here in another form: what is here stays'),
  factChecks: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
  }),
  refusals: z.array(z.object({ at: z.string(), reason: z.string() })),
});

/** The knowledge base out and in: JSON, CSV and ClaimReview. */
export const claimExchangeRoutes =
  ({ records, clock, queue }: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    // Excel saves a CSV as windows-1252 or UTF-16, too.
    const asText = (_request: unknown, body: Buffer, done: (error: null, body: string) => void): void =>
      done(null, decodeText(body, { kind: 'xml' }).text);
    app.removeContentTypeParser('application/json');
    for (const { mediaType } of Object.values(exchanges))
      app.addContentTypeParser(mediaType, { parseAs: 'buffer', bodyLimit }, asText);

    app.route({
      method: 'GET',
      url: '/v1/claims/export',
      schema: {
        tags: ['claims'],
        summary: 'All claims and fact-checks as JSON, CSV or ClaimReview JSON-LD',
        querystring: formatQuery,
        response: errorResponses,
      },
      handler: async ({ query: { format } }, reply) => {
        const { mediaType, write } = exchanges[format];
        const body = write(await allKnowledge(records));
        return reply
          .type(`${mediaType}; charset=utf-8`)
          .header('content-disposition', `attachment; filename="klaim.${format}"`)
          .serializer((text: unknown) => text as string)
          .send(body as never);
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/claims/import',
      bodyLimit,
      schema: {
        tags: ['claims'],
        summary: 'Take in an export, a list, or any ClaimReview; nothing that is here is overwritten',
        querystring: importQuery,
        response: { 200: importedSchema, ...errorResponses },
      },
      handler: async ({ query: { format, approvals, by = currentActor() }, body }) => {
        if (approvals === 'keep' && currentReader().kind !== 'token')
          throw new ApiProblem(
            403,
            'Only the installation’s own token may bring approvals along',
            'Leave "approvals" out; then somebody here approves each claim.',
          );
        const text = String(body ?? '');
        const wanted = format ?? recogniseFormat(text);
        try {
          const read = exchanges[wanted].read(text);
          const options = {
            by,
            at: clock.now(),
            sourceId: 'import:api',
            keepApprovals: approvals === 'keep',
          };
          const { ids, ...result } = await importKnowledge(records, read, options);
          if (ids.length > 0) await queue.add(matchEntryJobs(ids));
          return result;
        } catch (error) {
          if (!(error instanceof UnreadableKnowledge)) throw error;
          throw new ApiProblem(
            400,
            error.message,
            `The format was taken as ${wanted}; send ?format= to say another. Taken are exports of this program, ClaimReview and CSV with a column "text".`,
          );
        }
      },
    });
  };
