import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { linkTo } from '../../../pipelines/deliver/alert-view.ts';
import { readBudgets } from '../../../pipelines/flow/read-budgets.ts';
import { readWatchSettings } from '../../../pipelines/flow/watch-config.ts';
import { budgetOf } from '../../../pipelines/watch/alert-budget.ts';
import { type AlertChart, chartOf } from '../../../pipelines/watch/alert-chart.ts';
import { defaultWatchSettings } from '../../../pipelines/watch/settings.ts';
import {
  alertDetailSchema,
  alertListSchema,
  alertQuerySchema,
  apiAlertSchema,
  budgetListSchema,
  falseAlarmSchema,
  toApiAlert,
} from '../../../shared/api/alerts.ts';
import { errorResponses } from '../../../shared/api/common.ts';
import { toApiStory } from '../../../shared/api/issues.ts';
import { toApiItem } from '../../../shared/api/items.ts';
import { unitName, zoneOf } from '../../../shared/areas/units.ts';
import type { Alert } from '../../../shared/domain/alert.ts';
import { isWithin } from '../../../shared/domain/area.ts';
import { nationalUnit } from '../../../shared/domain/unit.ts';
import type { ApiDeps } from '../api-deps.ts';
import { cursorAfter, placeOf } from '../list-places.ts';
import { currentActor } from '../people/current-reader.ts';
import { ApiProblem } from '../problems.ts';
import { dropUndefined } from './issue-routes.ts';

const params = z.object({ alert: z.string().max(64) });

/** An alert of the scope. @throws ApiProblem 404 */
async function alertOf({ records, scope }: ApiDeps, id: string): Promise<Alert> {
  const alert = await records.alerts.get(id, scope);
  if (!alert) throw new ApiProblem(404, `There is no alert ${id}`, 'GET /v1/alerts lists those you may see.');
  return alert;
}

async function detailOf(deps: ApiDeps, alert: Alert): Promise<z.infer<typeof alertDetailSchema>> {
  const { records, index, scope } = deps;
  const issue = alert.issueId === null ? null : await records.issues.get(alert.issueId, scope);
  const [first] = alert.firstItemId === null ? [] : await index.get([alert.firstItemId], scope);
  const stories = await records.stories.many(alert.storyIds);
  return {
    alert: toApiAlert(alert),
    issue: issue && { number: issue.number, title: issue.title },
    stories: stories.map(toApiStory),
    firstItem: first ? toApiItem(first) : null,
    link: linkTo('', issue),
    chart: alert.counts.some((count) => count > 0) ? `/v1/alerts/${alert.id}/chart.svg` : null,
  };
}

/** @throws ApiProblem 404 for alerts that count nothing */
async function chartFor(deps: ApiDeps, id: string): Promise<AlertChart> {
  const alert = await alertOf(deps, id);
  const issue = alert.issueId === null ? null : await deps.records.issues.get(alert.issueId, deps.scope);
  const chart = chartOf(alert, issue?.title ?? unitName(alert.unit), zoneOf(alert.unit));
  if (!chart)
    throw new ApiProblem(404, 'This alert has no chart', 'Only what is counted by the hour has one.');
  return chart;
}

/** One click: the waking was wrong, or was not after all; the unit's budget heeds it from the next look on. */
function markFalseAlarm(
  deps: ApiDeps,
  id: string,
  falseAlarm: boolean,
  reason: string | null,
): Promise<Alert> {
  return deps.records.transaction(async (inner) => {
    const alert = await alertOf({ ...deps, records: inner }, id);
    if (alert.falseAlarm === falseAlarm) return alert;
    const marked = { ...alert, falseAlarm };
    await inner.alerts.put([marked]);
    await inner.audit.append({
      at: deps.clock.now(),
      actor: currentActor(),
      action: falseAlarm ? 'alert.false_alarm' : 'alert.right_after_all',
      subject: id,
      before: { falseAlarm: alert.falseAlarm },
      after: { falseAlarm },
      reason,
    });
    return marked;
  });
}

/** Every unit of the scope that was woken lately; the scope's own unit always. */
async function budgetsOf({ records, clock, scope }: ApiDeps): Promise<z.infer<typeof budgetListSchema>> {
  const { alerts: settings } = await readWatchSettings(records, defaultWatchSettings);
  const budgets = await readBudgets(records, clock.now(), settings);
  if (!budgets.has(scope.unit)) budgets.set(scope.unit, budgetOf([], clock.now(), settings));
  const visible = [...budgets].filter(
    ([unit]) => scope.unit === nationalUnit || unit === scope.unit || isWithin(unit, scope.unit),
  );
  const sorted = visible.toSorted(([, a], [, b]) => b.falseAlarms - a.falseAlarms || b.pushes - a.pushes);
  return { budgets: sorted.map(([unit, state]) => ({ unit, name: unitName(unit), ...state })) };
}

/** What was raised, why, how it looked, and what people say of it. */
export const alertRoutes =
  (deps: ApiDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['alerts'];
    app.route({
      method: 'GET',
      url: '/v1/alerts',
      schema: {
        tags,
        summary: 'Alerts, newest first',
        querystring: alertQuerySchema,
        response: { 200: alertListSchema, ...errorResponses },
      },
      handler: async ({ query: { issue, from, cursor, limit } }) => {
        const after = placeOf(cursor);
        const filter = { scope: deps.scope, limit, ...dropUndefined({ issueId: issue, from, after }) };
        const alerts = await deps.records.alerts.list(filter);
        return { alerts: alerts.map(toApiAlert), nextCursor: cursorAfter(alerts, limit, ({ at }) => at) };
      },
    });
    app.route({
      method: 'GET',
      url: '/v1/alerts/:alert',
      schema: {
        tags,
        summary: 'One alert with its top stories, the first item, and where its chart is',
        params,
        response: { 200: alertDetailSchema, ...errorResponses },
      },
      handler: async (request) => detailOf(deps, await alertOf(deps, request.params.alert)),
    });
    app.route({
      method: 'GET',
      url: '/v1/alerts/:alert/chart.svg',
      schema: { tags, summary: 'The chart of an alert as SVG', params },
      handler: async (request, reply) =>
        reply
          .type('image/svg+xml; charset=utf-8')
          .serializer((svg: string) => svg)
          .send((await chartFor(deps, request.params.alert)).svg),
    });
    app.route({
      method: 'GET',
      url: '/v1/alerts/:alert/chart.png',
      schema: { tags, summary: 'The chart of an alert as PNG', params },
      handler: async (request, reply) => {
        if (!deps.drawPicture) throw new ApiProblem(503, 'Pictures are not drawn here', 'Ask for chart.svg.');
        const picture = await deps.drawPicture(await chartFor(deps, request.params.alert));
        return reply.type('image/png').send(Buffer.from(picture));
      },
    });
    app.route({
      method: 'POST',
      url: '/v1/alerts/:alert/false-alarm',
      schema: {
        tags,
        summary:
          'Say that an alert was a false alarm, or was none after all; it feeds the unit’s alert budget',
        params,
        body: falseAlarmSchema,
        response: { 200: apiAlertSchema, ...errorResponses },
      },
      handler: async ({ params: { alert }, body: { falseAlarm, reason } }) =>
        toApiAlert(await markFalseAlarm(deps, alert, falseAlarm, reason)),
    });
    app.route({
      method: 'GET',
      url: '/v1/alert-budgets',
      schema: {
        tags,
        summary: 'Wakings and false alarms of four weeks by unit, and what they do to its thresholds',
        response: { 200: budgetListSchema, ...errorResponses },
      },
      handler: async () => budgetsOf(deps),
    });
  };
