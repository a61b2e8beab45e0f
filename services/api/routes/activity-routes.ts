import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  activityListSchema,
  activityQuerySchema,
  apiActivitySchema,
  toApiActivity,
  writeActivitySchema,
} from '../../../shared/api/activities.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { type Activity, outputRules } from '../../../shared/domain/activity.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ApiProblem } from '../problems.ts';
import { actorOf, unitWithin } from '../reporting.ts';
import { dropUndefined } from './issue-routes.ts';

const tags = ['activities'];
const params = z.object({ activity: z.string().max(64) });

/** Rules of another kind of activity would never be counted. */
function checkRules({ kind, checklist }: Pick<Activity, 'kind' | 'checklist'>): void {
  const known = new Set((outputRules[kind] ?? []).map(({ key }) => key));
  const strange = Object.keys(checklist).filter((key) => !known.has(key));
  if (strange.length > 0)
    throw new ApiProblem(400, `${kind} has no rule "${strange[0]}"`, 'GET /v1/tiered-guides lists them.');
}

async function activityOf({ records, scope }: ApiDeps, id: string): Promise<Activity> {
  const activity = await records.activities.get(id, scope);
  if (!activity) throw new ApiProblem(404, `There is no activity ${id}`);
  return activity;
}

async function keep(deps: ApiDeps, before: Activity | null, after: Activity | null): Promise<void> {
  const action = before === null ? 'activity.add' : after === null ? 'activity.remove' : 'activity.change';
  await deps.records.transaction(async (inner) => {
    if (after === null) await inner.activities.remove(before!.id);
    else await inner.activities.put(after);
    const subject = (after ?? before)!.id;
    const at = deps.clock.now();
    await inner.audit.append({ at, actor: actorOf().name, action, subject, before, after, reason: null });
  });
}

/** The log of what a unit did: coverage, releases, conferences, publications and so on, with the output checklist. */
export const activityRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/activities',
      schema: {
        tags,
        summary: 'What units did, oldest first',
        querystring: activityQuerySchema,
        response: { 200: activityListSchema, ...errorResponses },
      },
      handler: async ({ query }) => {
        const { unit, kind: kinds, ...rest } = query;
        const scope = unit === undefined ? deps.scope : { unit: unitWithin(deps, unit).code };
        const found = await deps.records.activities.list(dropUndefined({ ...rest, kinds, scope }));
        return { activities: found.map(toApiActivity) };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/activities',
      schema: {
        tags,
        summary: 'Log an activity',
        body: writeActivitySchema,
        response: { 201: apiActivitySchema, ...errorResponses },
      },
      handler: async ({ body }, reply) => {
        checkRules(body);
        const activity: Activity = {
          ...body,
          unit: unitWithin(deps, body.unit).code,
          id: deps.ids.next(),
          by: actorOf().name,
          createdAt: deps.clock.now(),
        };
        await keep(deps, null, activity);
        return reply.code(201).send(toApiActivity(activity));
      },
    });

    app.route({
      method: 'PUT',
      url: '/v1/activities/:activity',
      schema: {
        tags,
        summary: 'Correct an activity',
        params,
        body: writeActivitySchema,
        response: { 200: apiActivitySchema, ...errorResponses },
      },
      handler: async (request) => {
        const before = await activityOf(deps, request.params.activity);
        checkRules(request.body);
        const after = { ...before, ...request.body, unit: unitWithin(deps, request.body.unit).code };
        await keep(deps, before, after);
        return toApiActivity(after);
      },
    });

    app.route({
      method: 'DELETE',
      url: '/v1/activities/:activity',
      schema: { tags, summary: 'Remove an activity', params, response: { 204: z.null(), ...errorResponses } },
      handler: async (request, reply) => {
        await keep(deps, await activityOf(deps, request.params.activity), null);
        return reply.code(204).send(null);
      },
    });
  };
