import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { splitIssueId } from '../../../pipelines/link/take-back.ts';
import { refusalTypes } from '../../../shared/api/act-refusals.ts';
import {
  actListSchema,
  mergeSchema,
  pinSchema,
  renamedIssueSchema,
  renameSchema,
  splitSchema,
  toApiAct,
  undoSchema,
} from '../../../shared/api/acts.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { toApiIssue } from '../../../shared/api/issues.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { visibleActs } from '../acts-of.ts';
import type { ApiDeps } from '../api-deps.ts';
import { decide, type Wanted } from '../decide.ts';
import { visibleIssue } from '../issue-work.ts';
import { mustNotBeKeptApart, mustStandAlone, wasPublished } from '../judge-act.ts';
import { ApiProblem } from '../problems.ts';
import { undoDecision } from '../undo-act.ts';

const issueParams = z.object({ issue: z.string().max(64) });
const refusals = { ...errorResponses, 409: problemSchema, 412: problemSchema };
const responses = { 200: actListSchema, ...refusals, 428: problemSchema };

export const versioned = z
  .object({
    'if-match': z
      .string()
      .max(400)
      .optional()
      .describe(
        'the ETag of the issue you read, else 428; after a comma that of the other one: 412 when either changed',
      ),
  })
  .loose();

/** Stories that stay are kept with a split, so that a later relink keeps them together; more are never named. */
const mostStories = 2_000;

async function judgeSplit(
  records: Records,
  issue: Issue,
  chosen: readonly string[],
  id: string,
): Promise<Omit<Wanted, 'reason'>> {
  const own = (await records.stories.ofIssue(issue.id, mostStories)).map((story) => story.id);
  const stays = own.filter((story) => !chosen.includes(story));
  const named = await records.stories.many(chosen);
  const strange = chosen.find((story) => !named.some((one) => one.id === story && one.issueId === issue.id));
  if (strange !== undefined)
    throw new ApiProblem(
      400,
      `${strange} is no story of ${issue.number}`,
      `GET /v1/issues/${issue.number}/stories lists them.`,
    );
  if (stays.length === 0)
    throw new ApiProblem(
      409,
      'That would leave nothing in the issue',
      'Leave at least one story, or rename the issue instead.',
      refusalTypes.whole,
    );
  const right = splitIssueId({ id });
  const stories = [...new Set(chosen)];
  return { kind: 'split', left: issue.id, right, stories, stays, action: 'issue.split', subject: issue.id };
}

/** Merge, split, pin, rename and undo: what people decide, the engine obeys from then on. */
export const actRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/v1/issues/:issue/merge',
      schema: {
        tags: ['acts'],
        summary: 'Make this issue part of another',
        params: issueParams,
        headers: versioned,
        body: mergeSchema,
        response: responses,
      },
      handler: async ({ params, body, headers }) => {
        const ids = [(await visibleIssue(deps, params.issue)).id, (await visibleIssue(deps, body.into)).id];
        if (ids[0] === ids[1]) throw new ApiProblem(400, 'An issue cannot be merged into itself');
        const act = await decide(deps, ids, headers['if-match'], async (inner, [from, into]) => {
          for (const issue of [from!, into!]) await mustStandAlone({ ...deps, records: inner }, issue);
          await mustNotBeKeptApart(inner, from!, into!);
          if (
            !body.confirmPublished &&
            (await wasPublished(inner, from!)) &&
            (await wasPublished(inner, into!))
          )
            throw new ApiProblem(
              409,
              'Both issues have a published clarification',
              'Send confirmPublished: true if the clarifications agree.',
              refusalTypes.published,
            );
          const audit = { action: 'issue.merge', subject: from!.id, reason: body.reason };
          return { kind: 'must_link', left: into!.id, right: from!.id, ...audit };
        });
        return { acts: [toApiAct(act)] };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/issues/:issue/split',
      schema: {
        tags: ['acts'],
        summary: 'Make one new issue of some of its stories; the rest keeps number, title and owner',
        params: issueParams,
        headers: versioned,
        body: splitSchema,
        response: responses,
      },
      handler: async ({ params, body, headers }) => {
        const { id } = await visibleIssue(deps, params.issue);
        const act = await decide(deps, [id], headers['if-match'], async (inner, [issue], actId) => {
          await mustStandAlone({ ...deps, records: inner }, issue!);
          return { ...(await judgeSplit(inner, issue!, body.stories, actId)), reason: body.reason };
        });
        return { acts: [toApiAct(act)] };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/items/:item/pin',
      schema: {
        tags: ['acts'],
        summary: 'Keep an item in an issue; If-Match is of that issue, and may name the one it stands in',
        params: z.object({ item: z.string().regex(/^[0-9a-f]{32}$/) }),
        headers: versioned,
        body: pinSchema,
        response: responses,
      },
      handler: async ({ params, body, headers }) => {
        const [item] = await deps.index.get([params.item], deps.scope);
        if (!item) throw new ApiProblem(404, `There is no item ${params.item}`);
        const { id } = await visibleIssue(deps, body.issue);
        const [here] = item.issueId === null ? [] : await deps.records.issues.many([item.issueId]);
        const from = here === undefined ? [] : [here.id, ...(here.parentId === null ? [] : [here.parentId])];
        const act = await decide(
          deps,
          [id, ...from.slice(-1)],
          headers['if-match'],
          async (inner, [into]) => {
            await mustStandAlone({ ...deps, records: inner }, into!);
            const audit = { action: 'item.pin', subject: item.id, reason: body.reason };
            return { kind: 'pin', left: item.id, right: into!.id, from, ...audit };
          },
        );
        return { acts: [toApiAct(act)] };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/acts/:act/undo',
      schema: {
        tags: ['acts'],
        summary: 'Take the decision back that an act belongs to, whole',
        params: z.object({ act: z.string().max(64) }),
        headers: z.object({ 'if-match': z.string().max(400).optional() }).loose(),
        body: undoSchema,
        response: { 200: actListSchema, ...refusals },
      },
      handler: async ({ params, body, headers }) => ({
        acts: (await undoDecision(deps, params.act, body.reason, headers['if-match'])).map(toApiAct),
      }),
    });

    app.route({
      method: 'GET',
      url: '/v1/acts',
      schema: {
        tags: ['acts'],
        summary: 'Acts in force on what you may see, oldest first',
        response: { 200: actListSchema, ...errorResponses },
      },
      handler: async () => ({
        acts: (await visibleActs(deps, await deps.records.constraints.active())).map(toApiAct),
      }),
    });

    app.route({
      method: 'PATCH',
      url: '/v1/issues/:issue',
      schema: {
        tags: ['acts'],
        summary: 'Give an issue a title that stays; taken back as the other acts',
        params: issueParams,
        headers: versioned,
        body: renameSchema,
        response: { 200: renamedIssueSchema, ...refusals, 428: problemSchema },
      },
      handler: async ({ params, body, headers }) => {
        const { id } = await visibleIssue(deps, params.issue);
        const { title, reason } = body;
        const act = await decide(deps, [id], headers['if-match'], async (_, [issue]) => {
          const machineTitle = issue!.titleBy === 'machine' ? issue!.title : issue!.machineTitle;
          const renamed: Issue = { ...issue!, title, titleBy: 'person', machineTitle };
          const audit = { action: 'issue.rename', subject: id, before: issue!.title, reason };
          return { kind: 'rename', left: id, right: id, title, changed: [renamed], ...audit };
        });
        return { ...toApiIssue(await visibleIssue(deps, id)), act: act.id };
      },
    });
  };
