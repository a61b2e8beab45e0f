import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses } from '../../../shared/api/common.ts';
import {
  issueDetailSchema,
  issuePageSchema,
  issueQuerySchema,
  storyListSchema,
  toApiIssue,
  toApiStory,
} from '../../../shared/api/issues.ts';
import { toApiItem } from '../../../shared/api/items.ts';
import { hourMs, toRfc3339 } from '../../../shared/domain/instant.ts';
import { type Issue, openStates } from '../../../shared/domain/issue.ts';
import type { Scope } from '../../../shared/domain/unit.ts';
import type { IssueFilter } from '../../../shared/ports/records.ts';
import type { ApiDeps } from '../api-deps.ts';
import { issueTag } from '../decide.ts';
import { visibleIssue } from '../issue-work.ts';
import type { SharedReads } from '../shared-reads.ts';

const toFilter = (query: z.infer<typeof issueQuerySchema>, scope: Scope): IssueFilter => {
  const { state, level, unit, topic, ...rest } = query;
  return {
    ...dropUndefined(rest),
    sort: query.sort,
    limit: query.limit,
    scope,
    topmost: true,
    states: state ?? openStates,
    ...(level ? { levels: level } : {}),
    ...(unit ? { units: unit } : {}),
    ...(topic ? { topics: topic } : {}),
  };
};

/** The same object without its undefined members. */
export const dropUndefined = <T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

async function detailOf(
  { index, records }: ApiDeps,
  issue: Issue,
  scope: Scope,
): Promise<z.infer<typeof issueDetailSchema>> {
  const { issues: children } = await records.issues.list({
    scope,
    parentId: issue.id,
    states: openStates,
    sort: 'priority',
    limit: 100,
  });
  const issueIds = [issue.id, ...children.map((child) => child.id)];
  const filter = { scope, issueIds };
  const [timeline, stories, page] = await Promise.all([
    index.histogram(filter, hourMs),
    records.stories.ofIssue(issue.id, 20),
    index.search({ ...filter, uniqueOnly: true, limit: 20, sort: 'time' }),
  ]);
  return {
    issue: toApiIssue(issue),
    timeline: timeline.map((bucket) => ({ ...bucket, at: toRfc3339(bucket.at) })),
    stories: stories.map(toApiStory),
    items: page.hits.map((hit) => toApiItem(hit.item)),
    children: children.map(toApiIssue),
  };
}

/** The issue feed and one issue with its reasons. */
export const issueRoutes =
  (deps: ApiDeps, shared: SharedReads): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/issues',
      schema: {
        tags: ['issues'],
        summary: 'The issue feed: what needs an answer, and why',
        querystring: issueQuerySchema,
        response: { 200: issuePageSchema, ...errorResponses },
      },
      handler: ({ url, query }) =>
        shared.of(url, deps.scope, async () => {
          const page = await deps.records.issues.list(toFilter(query, deps.scope));
          return { ...page, issues: page.issues.map(toApiIssue) };
        }),
    });

    app.route({
      method: 'GET',
      url: '/v1/issues/:issue',
      schema: {
        tags: ['issues'],
        summary: 'One issue with its timeline, stories, items and reasons',
        params: z.object({ issue: z.string().max(64).describe('id or number, e.g. ISU-2026-000123') }),
        response: { 200: issueDetailSchema, 304: z.null(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const issue = await visibleIssue(deps, request.params.issue);
        const etag = issueTag(issue);
        reply.header('etag', etag);
        if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
        return detailOf(deps, issue, deps.scope);
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/issues/:issue/stories',
      schema: {
        tags: ['issues'],
        summary: 'The stories of an issue, e.g. to choose those to split off',
        params: z.object({ issue: z.string().max(64) }),
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(1_000).default(1_000) }),
        response: { 200: storyListSchema, ...errorResponses },
      },
      handler: async ({ params, query }) => {
        const issue = await visibleIssue(deps, params.issue);
        const found = await deps.records.stories.ofIssue(issue.id, query.limit + 1);
        return { stories: found.slice(0, query.limit).map(toApiStory), more: found.length > query.limit };
      },
    });
  };
