import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  actListSchema,
  mergeSchema,
  pinSchema,
  renameSchema,
  splitSchema,
  toApiAct,
  undoSchema,
} from '../../../shared/api/acts.ts';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import { apiIssueSchema, toApiIssue } from '../../../shared/api/issues.ts';
import type { Constraint } from '../../../shared/domain/constraint.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { linkJob } from '../../../shared/jobs/jobs.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { maySeeAct } from '../acts-of.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';

const issueParams = z.object({ issue: z.string().max(64) });
const responses = { 200: actListSchema, ...errorResponses, 409: problemSchema };

async function issueOf({ records, scope }: ApiDeps, idOrNumber: string): Promise<Issue> {
  const issue = await records.issues.get(idOrNumber, scope);
  if (!issue)
    throw new ApiProblem(404, `There is no issue ${idOrNumber}`, 'GET /v1/issues lists those you may see.');
  return issue;
}

const versioned = z
  .object({ 'if-match': z.string().optional().describe('the ETag you read: refused when it changed') })
  .loose();

/** Two people at once: who decided on what is no more has to read again. */
function mustBeAsRead(issue: Issue, given: string | undefined): void {
  if (issue.state === 'merged')
    throw new ApiProblem(
      409,
      `${issue.number} has become part of another issue`,
      'Read it again: mergedInto says of which.',
    );
  if (given !== undefined && given !== `"${issue.id}-${issue.version}"`)
    throw new ApiProblem(
      409,
      `${issue.number} was changed in the meantime`,
      'Read it again, then decide again.',
    );
}

interface Wanted extends Pick<Constraint, 'kind' | 'left' | 'right'> {
  /** For the audit trail. */
  action: string;
  subject: string;
  reason: string;
}

/** Stores acts with their audit entries and lets the writer carry them out at once. */
async function decide(
  { records, queue, clock, ids }: ApiDeps,
  wanted: readonly Wanted[],
): Promise<Constraint[]> {
  const at = clock.now();
  const acts = wanted.map(
    ({ kind, left, right }): Constraint => ({
      id: ids.next(),
      kind,
      left,
      right,
      by: currentActor(),
      at,
      undoneAt: null,
    }),
  );
  await records.transaction(async (inner: Records) => {
    for (const [n, act] of acts.entries()) {
      const { action, subject, reason } = wanted[n]!;
      await inner.constraints.put(act);
      await inner.audit.append({
        at,
        actor: currentActor(),
        action,
        subject,
        before: null,
        after: act,
        reason,
      });
    }
  });
  await queue.add([newJob(linkJob, { ids: [] }, { priority: 0 })]);
  return acts;
}

async function splitOff(
  deps: ApiDeps,
  issue: Issue,
  stories: readonly string[],
  reason: string,
): Promise<Constraint[]> {
  const own = (await deps.records.stories.ofIssue(issue.id, 1_000)).map((story) => story.id);
  const strange = stories.filter((story) => !own.includes(story));
  if (strange.length > 0)
    throw new ApiProblem(
      400,
      `${strange[0]} is no story of ${issue.number}`,
      `GET /v1/issues/${issue.number} lists them.`,
    );
  const rest = own.filter((story) => !stories.includes(story));
  if (rest.length === 0)
    throw new ApiProblem(
      409,
      'That would leave nothing in the issue',
      'Leave at least one story, or rename the issue instead.',
    );
  const base = { action: 'issue.split', subject: issue.id, reason };
  const [first, ...others] = stories;
  return decide(deps, [
    ...others.map((story) => ({ ...base, kind: 'must_link' as const, left: first!, right: story })),
    ...stories.flatMap((story) =>
      rest.map((stays) => ({ ...base, kind: 'cannot_link' as const, left: story, right: stays })),
    ),
  ]);
}

/** Merge, split, pin, rename and undo: what people decide, the engine obeys from then on. */
export const actRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;

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
        const [from, into] = [await issueOf(deps, params.issue), await issueOf(deps, body.into)];
        if (from.id === into.id) throw new ApiProblem(400, 'An issue cannot be merged into itself');
        mustBeAsRead(from, headers['if-match']);
        mustBeAsRead(into, undefined);
        const published = [from, into].every(
          (issue) => issue.state === 'published' || issue.state === 'monitored',
        );
        if (published && !body.confirmPublished)
          throw new ApiProblem(
            409,
            'Both issues have a published clarification',
            'Send confirmPublished: true if the clarifications agree.',
          );
        const acts = await decide(deps, [
          {
            kind: 'must_link',
            left: into.id,
            right: from.id,
            action: 'issue.merge',
            subject: from.id,
            reason: body.reason,
          },
        ]);
        return { acts: acts.map(toApiAct) };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/issues/:issue/split',
      schema: {
        tags: ['acts'],
        summary: 'Make an issue of some of its stories',
        params: issueParams,
        headers: versioned,
        body: splitSchema,
        response: responses,
      },
      handler: async ({ params, body, headers }) => {
        const issue = await issueOf(deps, params.issue);
        mustBeAsRead(issue, headers['if-match']);
        return { acts: (await splitOff(deps, issue, body.stories, body.reason)).map(toApiAct) };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/items/:item/pin',
      schema: {
        tags: ['acts'],
        summary: 'Keep an item in an issue',
        params: z.object({ item: z.string().regex(/^[0-9a-f]{32}$/) }),
        body: pinSchema,
        response: responses,
      },
      handler: async ({ params, body }) => {
        const [item] = await deps.index.get([params.item], deps.scope);
        if (!item) throw new ApiProblem(404, `There is no item ${params.item}`);
        const issue = await issueOf(deps, body.issue);
        const acts = await decide(deps, [
          {
            kind: 'pin',
            left: item.id,
            right: issue.id,
            action: 'item.pin',
            subject: item.id,
            reason: body.reason,
          },
        ]);
        return { acts: acts.map(toApiAct) };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/acts/:act/undo',
      schema: {
        tags: ['acts'],
        summary: 'Take an act back',
        params: z.object({ act: z.string().max(64) }),
        body: undoSchema,
        response: responses,
      },
      handler: async ({ params, body }) => {
        const act = (await records.constraints.active()).find((one) => one.id === params.act);
        if (!act || !(await maySeeAct(deps, act)))
          throw new ApiProblem(404, `No act ${params.act} is in force`);
        const undone = { ...act, undoneAt: clock.now() };
        await records.transaction(async (inner) => {
          await inner.constraints.put(undone);
          await inner.audit.append({
            at: clock.now(),
            actor: currentActor(),
            action: 'act.undo',
            subject: act.left,
            before: act,
            after: undone,
            reason: body.reason,
          });
        });
        await deps.queue.add([newJob(linkJob, { ids: [] }, { priority: 0 })]);
        return { acts: [toApiAct(undone)] };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/acts',
      schema: {
        tags: ['acts'],
        summary: 'Acts in force, oldest first',
        response: { 200: actListSchema, ...errorResponses },
      },
      handler: async () => ({ acts: (await records.constraints.active()).map(toApiAct) }),
    });

    app.route({
      method: 'PATCH',
      url: '/v1/issues/:issue',
      schema: {
        tags: ['acts'],
        summary: 'Give an issue a title that stays',
        params: issueParams,
        headers: z.object({ 'if-match': z.string().optional() }).loose(),
        body: renameSchema,
        response: {
          200: apiIssueSchema,
          ...errorResponses,
          409: problemSchema,
          412: problemSchema,
          428: problemSchema,
        },
      },
      handler: async ({ params, body, headers }) => {
        const issue = await issueOf(deps, params.issue);
        const given = headers['if-match'];
        if (given === undefined)
          throw new ApiProblem(428, 'Say which version you read', 'Send the ETag of the issue as If-Match.');
        if (given !== `"${issue.id}-${issue.version}"`)
          throw new ApiProblem(
            412,
            'The issue was changed in the meantime',
            'Read it again, then decide again.',
          );
        const renamed: Issue = { ...issue, title: body.title, titleBy: 'person', version: issue.version + 1 };
        await records.transaction(async (inner) => {
          await inner.issues.put([renamed]);
          await inner.audit.append({
            at: clock.now(),
            actor: currentActor(),
            action: 'issue.rename',
            subject: issue.id,
            before: issue.title,
            after: body.title,
            reason: body.reason,
          });
        });
        return toApiIssue(renamed);
      },
    });
  };
