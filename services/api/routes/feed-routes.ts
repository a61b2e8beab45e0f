import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { generateAtomFeed } from 'feedsmith';
import ical from 'ical-generator';
import { z } from 'zod';
import { type Deadline, deadlinesOf } from '../../../pipelines/report/tiered/deadlines.ts';
import { bundledCalendar } from '../../../pipelines/watch/calendar.ts';
import { errorResponses, listOf } from '../../../shared/api/common.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import { type Issue, openStates } from '../../../shared/domain/issue.ts';
import {
  type IssueHook,
  issueHookSchema,
  issueHooksName,
  issueHooksSchema,
} from '../../../shared/domain/issue-hook.ts';
import { levelSchema } from '../../../shared/domain/risk.ts';
import type { ApiDeps } from '../api-deps.ts';
import { actorOf, unitWithin } from '../reporting.ts';

const tags = ['feeds'];
const unitCode = z.string().max(5).describe('RI, a province 35 or a regency 35.73');
/** Entries of a feed: what a reader that asks once an hour can miss in a crisis. */
const mostEntries = 100;

/** An address on our own host, as the reader knows it. */
const hostOf = (request: { protocol: string; host: string }): string =>
  `${request.protocol}://${request.host}`;

/** XML has no control characters, and titles come from outside. */
const plain = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed();

const hookListSchema = z.object({ webhooks: z.array(issueHookSchema.omit({ secret: true })) });
const hooksOf = async ({ records }: { records: Pick<ApiDeps['records'], 'state'> }): Promise<IssueHook[]> =>
  issueHooksSchema.safeParse(await records.state.get(issueHooksName)).data ?? [];
const withoutSecret = ({ secret: _secret, ...hook }: IssueHook): Omit<IssueHook, 'secret'> => hook;

const entryOf = (issue: Issue, host: string) => ({
  id: `${host}/v1/issues/${issue.number}`,
  title: { value: plain(`${issue.number} ${issue.title}`) },
  updated: new Date(issue.lastAt),
  published: new Date(issue.firstAt),
  summary: { value: plain(`${issue.priority.reason} ${issue.priority.nextStep}`) },
  links: [{ href: `${host}/v1/issues/${issue.number}`, rel: 'alternate' }],
  categories: [{ term: issue.risk.level }, { term: issue.topic }, { term: issue.verdict }],
});

function calendarOf(deadlines: readonly Deadline[], name: string, host: string): string {
  const calendar = ical({ name, prodId: '//Saring//Tenggat//ID' });
  for (const { id, title, detail, at, url } of deadlines)
    calendar.createEvent({
      id,
      summary: plain(title),
      description: plain(detail),
      // A deadline is a moment: half an hour before it is what a calendar shows.
      start: new Date(at - 30 * 60_000),
      end: new Date(at),
      stamp: new Date(at - 30 * 60_000),
      url: `${host}${url}`,
    });
  return calendar.toString();
}

/** For other programs: the issue feed as Atom, deadlines as a calendar. */
export const feedRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/feeds/issues.atom',
      schema: {
        tags,
        summary: 'Open issues as an Atom feed, the last changed first',
        querystring: z.object({ unit: unitCode.optional(), level: listOf(levelSchema).optional() }),
        response: { 200: z.any(), 304: z.null(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const { unit, level } = request.query;
        const { issues } = await deps.records.issues.list({
          scope: deps.scope,
          states: openStates,
          topmost: true,
          sort: 'newest',
          limit: mostEntries,
          ...(unit === undefined ? {} : { units: [unitWithin(deps, unit).code] }),
          ...(level === undefined ? {} : { levels: level }),
        });
        const host = hostOf(request);
        const self = `${host}${request.url}`;
        const updated = new Date(Math.max(0, ...issues.map(({ lastAt }) => lastAt)));
        const feed = generateAtomFeed({
          id: self,
          title: { value: 'Saring: isu yang perlu ditanggapi' },
          updated,
          links: [{ href: self, rel: 'self', type: 'application/atom+xml' }],
          authors: [{ name: 'Saring' }],
          entries: issues.map((issue) => entryOf(issue, host)),
        });
        const etag = `"${createHash('sha256').update(feed).digest('base64url').slice(0, 22)}"`;
        reply.header('etag', etag).header('cache-control', 'private, max-age=60');
        if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
        return reply.serializer(String).type('application/atom+xml; charset=utf-8').send(feed);
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/feeds/webhooks',
      schema: {
        tags,
        summary: 'Programs that hear of every change of an issue; their secrets are not shown',
        response: { 200: hookListSchema, ...errorResponses },
      },
      handler: async () => ({ webhooks: (await hooksOf(deps)).map(withoutSecret) }),
    });

    app.route({
      method: 'PUT',
      url: '/v1/feeds/webhooks',
      schema: {
        tags,
        summary: 'Set the programs that hear of changes, by Standard Webhooks',
        body: z.object({ webhooks: issueHooksSchema }),
        response: { 200: hookListSchema, ...errorResponses },
      },
      handler: async ({ body }) => {
        for (const { unit } of body.webhooks) unitWithin(deps, unit);
        const at = deps.clock.now();
        await deps.records.transaction(async (inner) => {
          const before = (await hooksOf({ records: inner })).map(withoutSecret);
          await inner.state.put(issueHooksName, body.webhooks);
          const after = body.webhooks.map(withoutSecret);
          const entry = { at, actor: actorOf().name, action: 'feed.webhooks', subject: issueHooksName };
          await inner.audit.append({ ...entry, before, after, reason: null });
        });
        return { webhooks: body.webhooks.map(withoutSecret) };
      },
    });

    app.route({
      method: 'GET',
      url: '/v1/calendars/deadlines.ics',
      schema: {
        tags,
        summary: 'Deadlines of reports and the days of elections as a calendar',
        querystring: z.object({ unit: unitCode.default('RI') }),
        response: { 200: z.any(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const unit = unitWithin(deps, request.query.unit);
        const deadlines = await deadlinesOf(deps, unit, deps.calendar ?? bundledCalendar);
        return reply
          .serializer(String)
          .headers({
            'content-type': 'text/calendar; charset=utf-8',
            'last-modified': new Date(deps.clock.now()).toUTCString(),
            'x-generated-at': toRfc3339(deps.clock.now()),
          })
          .send(calendarOf(deadlines, `Tenggat ${unit.name}`, hostOf(request)));
      },
    });
  };
