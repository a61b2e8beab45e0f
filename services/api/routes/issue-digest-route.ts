import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { digestOf, type Quoted } from '../../../pipelines/link/issue-digest.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { issueDigestSchema } from '../../../shared/api/issue-digest.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { IndexedItem } from '../../../shared/domain/labelled-item.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ApiProblem } from '../problems.ts';

/** Chosen: read in well under a second; what comes later repeats what was said before. */
const mostRead = 3_000;

const stamped = (quoted: Quoted) => ({ ...quoted, at: quoted.at === null ? null : toRfc3339(quoted.at) });

/** The items of an issue and of those under it, oldest first. */
async function itemsOf({ index, records, scope }: ApiDeps, issue: Issue): Promise<IndexedItem[]> {
  const { issues: children } = await records.issues.list({
    scope,
    parentId: issue.id,
    sort: 'newest',
    limit: 500,
  });
  const items: IndexedItem[] = [];
  const filter = { scope, issueIds: [issue.id, ...children.map(({ id }) => id)] };
  for await (const batch of index.scan(filter, 500)) {
    items.push(...batch);
    if (items.length >= mostRead) break;
  }
  return items;
}

/** What an issue says, with links, and who carries it. */
export const issueDigestRoute =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/issues/:issue/digest',
      schema: {
        tags: ['issues'],
        summary: 'The summary with its sources, telling sentences per tone, key public accounts and spread',
        params: z.object({ issue: z.string().max(64) }),
        response: { 200: issueDigestSchema, ...errorResponses },
      },
      handler: async ({ params }) => {
        const issue = await deps.records.issues.get(params.issue, deps.scope);
        if (!issue) throw new ApiProblem(404, `There is no issue ${params.issue}`);
        const digest = digestOf(issue, await itemsOf(deps, issue));
        const { positive, neutral, negative } = digest.sentences;
        return {
          ...digest,
          summary: digest.summary.map(stamped),
          sentences: {
            positive: positive.map(stamped),
            neutral: neutral.map(stamped),
            negative: negative.map(stamped),
          },
          keyAccounts: digest.keyAccounts.map((one) => ({ ...one, firstAt: toRfc3339(one.firstAt) })),
          first: digest.first === null ? null : stamped(digest.first),
          spread: issue.spread,
        };
      },
    });
  };
