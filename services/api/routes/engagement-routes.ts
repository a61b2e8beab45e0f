import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorResponses, problemSchema } from '../../../shared/api/common.ts';
import {
  apiEngagementSchema,
  apiGroupSchema,
  engagementBodySchema,
  engagementChangeSchema,
  engagementListSchema,
  engagementQuerySchema,
  groupBodySchema,
  groupChangeSchema,
  groupListSchema,
  toApiEngagement,
  toApiGroup,
} from '../../../shared/api/stakeholders.ts';
import type { BroadcastGroup } from '../../../shared/domain/campaign.ts';
import type { Engagement } from '../../../shared/domain/stakeholder.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found, note, sameVersion, scopeWithin } from '../book.ts';
import { cursorAfter, placeOf } from '../list-places.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { unitWithin } from '../reporting.ts';
import { dropUndefined } from './issue-routes.ts';

const tags = ['stakeholders'];
const refusals = { ...errorResponses, 409: problemSchema };

/** Press tours, gatherings, webinars and focus groups, and what came of them. */
export const engagementRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const params = z.object({ engagement: z.string().max(64) });

    /** Who took part and what it shows must be the reader's to name. @throws ApiProblem 400 */
    const checkNamed = async ({
      stakeholderIds,
      activityId,
    }: Pick<Engagement, 'stakeholderIds' | 'activityId'>) => {
      for (const id of stakeholderIds)
        if (!(await records.dissemination.stakeholders.get(id, deps.scope)))
          throw new ApiProblem(400, `There is no stakeholder ${id}`);
      if (activityId !== null && !(await records.activities.get(activityId, deps.scope)))
        throw new ApiProblem(400, `There is no activity ${activityId}`);
    };
    const keep = async (before: Engagement | null, after: Engagement | null): Promise<void> => {
      const action = before === null ? 'add' : after === null ? 'remove' : 'change';
      await records.transaction(async (inner) => {
        if (after) await inner.dissemination.engagements.put(after);
        else await inner.dissemination.engagements.remove(before!.id);
        const subject = (after ?? before)!.id;
        await note({ records: inner, clock }, `engagement.${action}`, subject, { before, after });
      });
    };
    const one = async (id: string): Promise<Engagement> =>
      found(await records.dissemination.engagements.get(id, deps.scope), 'engagement', id);

    app.route({
      method: 'GET',
      url: '/v1/engagements',
      schema: {
        tags,
        summary: 'What units did with stakeholders, newest first',
        querystring: engagementQuerySchema,
        response: { 200: engagementListSchema, ...errorResponses },
      },
      handler: async ({ query: { unit, stakeholder: stakeholderId, cursor, ...rest } }) => {
        const scope = scopeWithin(deps, unit);
        const filter = dropUndefined({ ...rest, stakeholderId, scope, after: placeOf(cursor) });
        const engagements = await records.dissemination.engagements.list(filter);
        const nextCursor = cursorAfter(engagements, rest.limit, ({ at }) => at);
        return { engagements: engagements.map(toApiEngagement), nextCursor };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/engagements',
      schema: {
        tags,
        summary: 'Log an engagement',
        body: engagementBodySchema,
        response: { 201: apiEngagementSchema, ...refusals },
      },
      handler: async ({ body }, reply) => {
        await checkNamed(body);
        const unit = unitWithin(deps, body.unit).code;
        const made = { id: deps.ids.next(), version: 1, by: currentActor(), createdAt: clock.now() };
        const engagement: Engagement = { ...body, unit, ...made };
        await keep(null, engagement);
        return reply.code(201).send(toApiEngagement(engagement));
      },
    });

    app.route({
      method: 'PUT',
      url: '/v1/engagements/:engagement',
      schema: {
        tags,
        summary: 'Change an engagement, or say what came of it',
        params,
        body: engagementChangeSchema,
        response: { 200: apiEngagementSchema, ...refusals },
      },
      handler: async ({ params: { engagement: id }, body: { version, ...body } }) => {
        const before = await one(id);
        sameVersion(before, version);
        await checkNamed(body);
        const after = { ...before, ...body, unit: unitWithin(deps, body.unit).code, version: version + 1 };
        await keep(before, after);
        return toApiEngagement(after);
      },
    });

    app.route({
      method: 'DELETE',
      url: '/v1/engagements/:engagement',
      schema: {
        tags,
        summary: 'Remove an engagement',
        params,
        response: { 204: z.null(), ...errorResponses },
      },
      handler: async ({ params: { engagement: id } }, reply) => {
        await keep(await one(id), null);
        return reply.code(204).send(null);
      },
    });
  };

/** The group chats that units keep. */
export const broadcastGroupRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;
    const params = z.object({ group: z.string().max(64) });
    const keep = async (before: BroadcastGroup | null, after: BroadcastGroup | null): Promise<void> => {
      const action = before === null ? 'add' : after === null ? 'remove' : 'change';
      await records.transaction(async (inner) => {
        if (after) await inner.dissemination.groups.put(after);
        else await inner.dissemination.groups.remove(before!.id);
        await note({ records: inner, clock }, `group.${action}`, (after ?? before)!.id, { before, after });
      });
    };
    const one = async (id: string): Promise<BroadcastGroup> =>
      found(await records.dissemination.groups.get(id, deps.scope), 'group', id);

    app.route({
      method: 'GET',
      url: '/v1/broadcast-groups',
      schema: {
        tags,
        summary: 'Group chats of units, by unit and name',
        querystring: z.object({ unit: z.string().max(5).optional() }),
        response: { 200: groupListSchema, ...errorResponses },
      },
      handler: async ({ query: { unit } }) => ({
        groups: (await records.dissemination.groups.list({ scope: scopeWithin(deps, unit) })).map(toApiGroup),
      }),
    });

    app.route({
      method: 'POST',
      url: '/v1/broadcast-groups',
      schema: {
        tags,
        summary: 'Add a group chat',
        body: groupBodySchema,
        response: { 201: apiGroupSchema, ...refusals },
      },
      handler: async ({ body }, reply) => {
        const unit = unitWithin(deps, body.unit).code;
        const group: BroadcastGroup = { ...body, unit, id: deps.ids.next(), version: 1 };
        await keep(null, group);
        return reply.code(201).send(toApiGroup(group));
      },
    });

    app.route({
      method: 'PUT',
      url: '/v1/broadcast-groups/:group',
      schema: {
        tags,
        summary: 'Change a group chat',
        params,
        body: groupChangeSchema,
        response: { 200: apiGroupSchema, ...refusals },
      },
      handler: async ({ params: { group: id }, body: { version, ...body } }) => {
        const before = await one(id);
        sameVersion(before, version);
        const after = { ...before, ...body, unit: unitWithin(deps, body.unit).code, version: version + 1 };
        await keep(before, after);
        return toApiGroup(after);
      },
    });

    app.route({
      method: 'DELETE',
      url: '/v1/broadcast-groups/:group',
      schema: {
        tags,
        summary: 'Remove a group chat',
        params,
        response: { 204: z.null(), ...errorResponses },
      },
      handler: async ({ params: { group: id } }, reply) => {
        await keep(await one(id), null);
        return reply.code(204).send(null);
      },
    });
  };
