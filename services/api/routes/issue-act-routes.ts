import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses, timestampSchema } from '../../../shared/api/common.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { decisionsOn } from '../acts-of.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ownIssue } from '../issue-work.ts';
import { issueParams } from './workflow-routes.ts';

const decisionSchema = z
  .object({
    kind: z.enum(['merge', 'split', 'pin', 'rename', 'apart']),
    acts: z.array(z.string()).describe('taken back together: POST /v1/acts/:act/undo for any of them'),
    at: timestampSchema,
    by: z.string().describe('name of the person'),
    subjects: z
      .array(z.string())
      .describe(
        'number of the merged issue or of the one kept apart, titles of stories or of the item, the title given',
      ),
    made: z.string().nullable().describe('number of the issue that a split made, once it is there'),
    from: z.string().nullable().describe('number of the issue that a split or an item was taken from'),
    into: z.string().nullable().describe('number of the issue that an item was pinned to'),
    isOpen: z.boolean().describe('you see all that it is about, and may take it back'),
  })
  .meta({ id: 'Decision' });

/** What people decided about the links of an issue, so that it can be taken back later, too. */
export const issueActRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/issues/:issue/acts',
      schema: {
        tags: ['acts'],
        summary:
          'Merges, splits, pins, names and what is kept apart, of this issue and in force, newest first',
        params: issueParams,
        response: { 200: z.object({ decisions: z.array(decisionSchema) }), ...errorResponses },
      },
      handler: async ({ params }) => {
        const decisions = await decisionsOn(deps, await ownIssue(deps, params.issue));
        const people = new Map<string, string>();
        for (const { by } of decisions)
          if (!people.has(by)) people.set(by, (await deps.records.people.users.get(by))?.name ?? by);
        return {
          decisions: decisions.map(({ by, at, ...one }) => ({
            ...one,
            at: toRfc3339(at),
            by: people.get(by) ?? by,
          })),
        };
      },
    });
  };
