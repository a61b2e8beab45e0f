import { setImmediate } from 'node:timers/promises';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  digestFields,
  type IssueDigest,
  IssueDigestReader,
  type Quoted,
  toldOf,
} from '../../../pipelines/link/issue-digest.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { issueDigestSchema } from '../../../shared/api/issue-digest.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { ApiDeps } from '../api-deps.ts';
import { visibleIssue } from '../issue-work.ts';

/** Items read at once; others are answered in between. */
const perRead = 1_000;

const stamped = (quoted: Quoted) => ({ ...quoted, at: quoted.at === null ? null : toRfc3339(quoted.at) });

/** Reads all items of an issue and of those under it, oldest first. */
async function readDigest({ index, records, scope }: ApiDeps, issue: Issue): Promise<IssueDigest> {
  const { issues: children } = await records.issues.list({
    scope,
    parentId: issue.id,
    sort: 'newest',
    limit: 500,
  });
  const filter = { scope, issueIds: [issue.id, ...children.map(({ id }) => id)] };
  const reader = new IssueDigestReader(issue);
  for await (const rows of index.project(filter, digestFields, perRead)) {
    for (const row of rows) reader.add(toldOf(row));
    await setImmediate();
  }
  return reader.digest();
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
        const issue = await visibleIssue(deps, params.issue);
        const digest = await readDigest(deps, issue);
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
