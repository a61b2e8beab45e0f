import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { stateNames } from '../../../pipelines/report/opinion-map/say.ts';
import { refusalTypes } from '../../../shared/api/act-refusals.ts';
import { actListSchema, apartSchema, toApiAct } from '../../../shared/api/acts.ts';
import { errorResponses, problemSchema, timestampSchema } from '../../../shared/api/common.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { issueStateSchema } from '../../../shared/domain/issue.ts';
import { alikeIssues } from '../alike-issues.ts';
import type { ApiDeps } from '../api-deps.ts';
import { decide } from '../decide.ts';
import { ownIssue, visibleIssue } from '../issue-work.ts';
import { keepingApart, mustStandAlone } from '../judge-act.ts';
import { ApiProblem } from '../problems.ts';
import { versioned } from './act-routes.ts';
import { issueParams } from './workflow-routes.ts';

const alikeSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    state: issueStateSchema,
    stateName: z.string().describe('Indonesian'),
    owner: z.string().nullable().describe('name of the person who has it'),
    unique: z.number().int(),
    items: z.number().int(),
    at: timestampSchema.describe('when the two were last found alike'),
  })
  .meta({ id: 'AlikeIssue' });

/** Issues that seem to be one, but that people work on: pointed out, and said to be different. */
export const alikeRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/issues/:issue/alike',
      schema: {
        tags: ['acts'],
        summary: 'Issues that would be one with this one, were people not at work on them; newest first',
        params: issueParams,
        response: { 200: z.object({ issues: z.array(alikeSchema) }), ...errorResponses },
      },
      handler: async ({ params }) => {
        const found = await alikeIssues(deps, await ownIssue(deps, params.issue));
        const { users } = deps.records.people;
        const issues = found.map(async ({ issue: { id, number, title, state, owner, counts }, at }) => ({
          ...{ id, number, title, state, at: toRfc3339(at) },
          ...{ unique: counts.unique, items: counts.items, stateName: stateNames[state] ?? state },
          owner: owner === null ? null : ((await users.get(owner))?.name ?? null),
        }));
        return { issues: await Promise.all(issues) };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/issues/:issue/apart',
      schema: {
        tags: ['acts'],
        summary:
          'Say that this issue and another are not about the same: they are never made one until that is undone',
        params: issueParams,
        headers: versioned,
        body: apartSchema,
        response: {
          200: actListSchema,
          ...errorResponses,
          409: problemSchema,
          412: problemSchema,
          428: problemSchema,
        },
      },
      handler: async ({ params, body, headers }) => {
        const ids = [(await visibleIssue(deps, params.issue)).id, (await visibleIssue(deps, body.from)).id];
        if (ids[0] === ids[1]) throw new ApiProblem(400, 'An issue cannot be kept apart from itself');
        const act = await decide(deps, ids, headers['if-match'], async (inner, [one, other]) => {
          for (const issue of [one!, other!]) await mustStandAlone({ ...deps, records: inner }, issue);
          if ((await keepingApart(inner, one!, other!)).length > 0)
            throw new ApiProblem(
              409,
              `${one!.number} and ${other!.number} are kept apart already`,
              'Nothing is left to do: GET /v1/issues/:issue/acts lists the decision.',
              refusalTypes.apartAlready,
            );
          const audit = { action: 'issue.apart', subject: one!.id, reason: body.reason };
          return { kind: 'cannot_link', left: one!.id, right: other!.id, ...audit };
        });
        return { acts: [toApiAct(act)] };
      },
    });
  };
