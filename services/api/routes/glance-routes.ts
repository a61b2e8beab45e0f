import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readCalendar } from '../../../pipelines/flow/watch-config.ts';
import { bundledCalendar, type ElectionCalendar } from '../../../pipelines/watch/calendar.ts';
import { targetNames, targetStates } from '../../../pipelines/watch/clock.ts';
import { followClock } from '../../../pipelines/watch/follow-clock.ts';
import { defaultWatchSettings } from '../../../pipelines/watch/settings.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { glanceListSchema, glanceQuerySchema, type IssueGlance } from '../../../shared/api/glances.ts';
import { zoneOf } from '../../../shared/areas/units.ts';
import { hourMs, toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { ResponseClock } from '../../../shared/domain/response-clock.ts';
import type { ApiDeps } from '../api-deps.ts';

/** Three days in buckets of three hours: whether it grows now, and the two nights before to compare with. */
const bucketMs = 3 * hourMs;
const buckets = 24;

interface Moment {
  now: number;
  calendar: ElectionCalendar;
}

async function sparkOf({ index, records, scope }: ApiDeps, issue: Issue, now: number): Promise<number[]> {
  const { issues: children } = await records.issues.list({
    scope,
    parentId: issue.id,
    sort: 'newest',
    limit: 100,
  });
  const end = Math.ceil(now / hourMs) * hourMs;
  const from = end - buckets * bucketMs;
  const issueIds = [issue.id, ...children.map(({ id }) => id)];
  const hours = await index.histogram({ scope, issueIds, from, to: end }, hourMs);
  const spark = Array.from({ length: buckets }, () => 0);
  for (const { at, items } of hours) {
    const bucket = Math.floor((at - from) / bucketMs);
    if (bucket >= 0 && bucket < buckets) spark[bucket]! += items;
  }
  return spark;
}

/** The target that is owed next: what is late first, then what is due soonest. */
function nextTarget(
  issue: Issue,
  kept: ResponseClock | undefined,
  { now, calendar }: Moment,
): IssueGlance['clock'] {
  const clock = followClock(kept ?? null, issue, issue.risk.level, now);
  const riskShare = defaultWatchSettings.spike.clockShare;
  const open = targetStates(clock, now, { zone: zoneOf(clock.unit), calendar, riskShare }).flatMap(
    (target) =>
      target.doneAt !== null || target.state === 'met' ? [] : [{ ...target, state: target.state }],
  );
  const [next] = open.toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity));
  if (!next) return null;
  return {
    step: next.name,
    name: targetNames[next.name],
    startedAt: toRfc3339(clock.levelAt),
    dueAt: next.dueAt === null ? null : toRfc3339(next.dueAt),
    share: Math.round(next.share * 1_000) / 1_000,
    state: next.state,
  };
}

/** The small figures beside each issue of a list, for a page of it at once. */
export const glanceRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/issue-glances',
      schema: {
        tags: ['issues'],
        summary: 'Spark line, owner and the next target of the clock, for the issues of a list',
        querystring: glanceQuerySchema,
        response: { 200: glanceListSchema, ...errorResponses },
      },
      handler: async ({ query }) => {
        const { records, scope, clock } = deps;
        const now = clock.now();
        const wanted = [...new Set(query.issue)];
        const found = await Promise.all(wanted.map((id) => records.issues.get(id, scope)));
        const issues = found.filter((issue) => issue !== null);
        const clocks = new Map(
          (await records.clocks.many(issues.map(({ id }) => id))).map((one) => [one.issueId, one]),
        );
        const moment = { now, calendar: await readCalendar(records, deps.calendar ?? bundledCalendar) };
        const glances = await Promise.all(
          issues.map(async (issue) => ({
            issue: issue.id,
            spark: await sparkOf(deps, issue, now),
            ownerName:
              issue.owner === null ? null : ((await records.people.users.get(issue.owner))?.name ?? null),
            clock: nextTarget(issue, clocks.get(issue.id), moment),
          })),
        );
        return { bucketMs, endAt: toRfc3339(Math.ceil(now / hourMs) * hourMs), glances };
      },
    });
  };
