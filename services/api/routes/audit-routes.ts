import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses, problemSchema, timestampSchema } from '../../../shared/api/common.ts';
import { type AuditEntry, auditEntrySchema } from '../../../shared/domain/audit.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { nationalUnit } from '../../../shared/domain/unit.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ApiProblem } from '../problems.ts';

const apiEntrySchema = auditEntrySchema.extend({ at: timestampSchema }).meta({ id: 'AuditEntry' });
const toApiEntry = (entry: AuditEntry): z.infer<typeof apiEntrySchema> => ({
  ...entry,
  at: toRfc3339(entry.at),
});

const querySchema = z.object({
  /** The last sequence number of the page before. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

/** The trail of what people did, for inspectors of KPU RI: it names subjects of every unit. */
export const auditRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records } = deps;
    const checkReach = (): void => {
      if (deps.scope.unit !== nationalUnit)
        throw new ApiProblem(
          403,
          'The audit trail is one for the whole installation',
          'Ask an inspector of KPU RI.',
        );
    };

    app.route({
      method: 'GET',
      url: '/v1/audit',
      schema: {
        tags: ['people'],
        summary: 'Entries in order, with the hashes that chain them',
        querystring: querySchema,
        response: {
          200: z.object({ entries: z.array(apiEntrySchema), nextAfter: z.number().int().nullable() }),
          ...errorResponses,
          403: problemSchema,
        },
      },
      handler: async ({ query: { after, limit } }) => {
        checkReach();
        const entries = await records.audit.list({ after, limit });
        return {
          entries: entries.map(toApiEntry),
          nextAfter: entries.length === limit ? entries.at(-1)!.sequence : null,
        };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/audit/verify',
      schema: {
        tags: ['people'],
        summary: 'Whether the chain is whole; else where it breaks',
        response: {
          200: z.object({ entries: z.number().int(), brokenAt: z.number().int().nullable() }),
          ...errorResponses,
          403: problemSchema,
        },
      },
      handler: async () => {
        checkReach();
        return records.audit.verify();
      },
    });
  };
