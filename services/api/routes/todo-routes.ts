import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { usersOf } from '../../../pipelines/workflow/people-of.ts';
import { todoList } from '../../../pipelines/workflow/todo-list.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import {
  colleagueListSchema,
  noticeListSchema,
  readBodySchema,
  todoListSchema,
} from '../../../shared/api/workflow.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { homeUnit, rightsIn } from '../../../shared/domain/user.ts';
import type { ApiDeps } from '../api-deps.ts';
import { currentReader } from '../people/current-reader.ts';
import { nextDueOf } from './clock-routes.ts';

const tags = ['workflow'];
const stamp = (at: number | null): string | null => (at === null ? null : toRfc3339(at));

/** What waits for whoever asks, and who works beside them. */
export const todoRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { records, clock } = deps;

    app.route({
      method: 'GET',
      url: '/v1/me/todo',
      schema: {
        tags,
        summary: 'Your to-do list, the gravest and first due on top',
        response: { 200: todoListSchema, ...errorResponses },
      },
      handler: async () => {
        const { actor: userId, permissions, scope } = currentReader();
        const gather = { records, now: clock.now(), nextDue: nextDueOf(deps) };
        const todo = await todoList(gather, { userId, scope, permissions });
        return { todo: todo.map((one) => ({ ...one, dueAt: stamp(one.dueAt), at: toRfc3339(one.at) })) };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/me/notices',
      schema: {
        tags,
        summary: 'What you were told, newest first',
        querystring: z.object({
          unread: z.enum(['true', 'false']).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(50),
        }),
        response: { 200: noticeListSchema, ...errorResponses },
      },
      handler: async ({ query: { unread, limit } }) => {
        const { actor: userId } = currentReader();
        const notices = await records.workflow.notices.of({ userId, limit, unread: unread === 'true' });
        return {
          notices: notices.map(({ userId: _me, ...notice }) => ({
            ...notice,
            at: toRfc3339(notice.at),
            readAt: stamp(notice.readAt),
          })),
        };
      },
    });

    app.route({
      method: 'POST',
      url: '/v1/me/notices/read',
      schema: {
        tags,
        summary: 'Mark your notices as read',
        body: readBodySchema,
        response: { 200: z.object({ read: z.number().int() }), ...errorResponses },
      },
      handler: async ({ body: { ids } }) => ({
        read: await records.workflow.notices.markRead(currentReader().actor, ids, clock.now()),
      }),
    });

    app.route({
      method: 'GET',
      url: '/v1/colleagues',
      schema: {
        tags,
        summary: 'Who works in this unit, for an assignment or a mention; names, no addresses',
        response: { 200: colleagueListSchema, ...errorResponses },
      },
      handler: async () => {
        const { unit } = deps.scope;
        const users = await usersOf(records, unit, 'read');
        return {
          colleagues: users.map(({ id, name, grants }) => ({
            id,
            name,
            unit: homeUnit(grants),
            permissions: [...rightsIn(grants, unit).permissions],
          })),
        };
      },
    });
  };
